/** A feed over loopback HTTP, with the validators that a polite reader asks with: ETag and Last-Modified. */
import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { messageOf, PortError, systemCode } from '../errors.ts';
import type { Published } from './nasty.ts';

interface Held {
  bytes: Uint8Array;
  etag: string;
  /** Epoch milliseconds, whole seconds: HTTP has no finer ones. */
  changed: number;
  /** Another version has the same second, so that a time alone does not tell which of the two the asker has. */
  ambiguous: boolean;
}

export interface FeedServer {
  url: string;
  /** @param now epoch milliseconds */
  publish(files: Published, now: number): void;
  /** Answers wait so long from now on, in milliseconds. */
  delay(ms: number): void;
  close(): Promise<void>;
}

const etagOf = (bytes: Uint8Array): string =>
  `"${createHash('sha256').update(bytes).digest('hex').slice(0, 20)}"`;

/** Whether the asker has it already. An ETag, where one is sent, is the better witness (RFC 9110, 13.2.2). */
export function isKnown(
  { etag, changed, ambiguous }: Omit<Held, 'bytes'>,
  headers: IncomingMessage['headers'],
): boolean {
  const tags = headers['if-none-match'];
  if (tags !== undefined) {
    const given = tags.split(',').map((tag) => tag.trim().replace(/^W\//, ''));
    return given.includes('*') || given.includes(etag);
  }
  const since = Date.parse(headers['if-modified-since'] ?? '');
  return !Number.isNaN(since) && changed <= since && !ambiguous;
}

/** @throws PortError naming the port */
export async function serveFeed(wanted: number): Promise<FeedServer> {
  const held = new Map<string, Held>();
  let wait = 0;

  const answer = (request: IncomingMessage, response: ServerResponse): void => {
    const head = { 'cache-control': 'no-cache' };
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.writeHead(405, { ...head, allow: 'GET, HEAD' }).end();
      return;
    }
    const path = (request.url ?? '/').split('?')[0]?.slice(1) ?? '';
    const file = held.get(path);
    if (!file) {
      const there = [...held.keys()].join('\n');
      const text = path === '' ? `Simulated results:\n${there}\n` : 'Not there (yet).\n';
      response.writeHead(path === '' ? 200 : 404, { ...head, 'content-type': 'text/plain; charset=utf-8' });
      response.end(request.method === 'HEAD' ? undefined : text);
      return;
    }
    const validators = { ...head, etag: file.etag, 'last-modified': new Date(file.changed).toUTCString() };
    if (isKnown(file, request.headers)) {
      response.writeHead(304, validators).end();
      return;
    }
    response.writeHead(200, {
      ...validators,
      'content-type': 'application/xml; charset=utf-8',
      'content-length': file.bytes.length,
    });
    response.end(request.method === 'HEAD' ? undefined : file.bytes);
  };

  const server = createServer((request, response) => {
    // what it answers with is what it has after the wait
    if (wait === 0) answer(request, response);
    else setTimeout(() => answer(request, response), wait).unref();
  });
  const port = await bind(server, wanted);

  return {
    url: `http://127.0.0.1:${port}/`,
    publish(files, now) {
      for (const path of held.keys()) if (!files.has(path)) held.delete(path);
      for (const [path, bytes] of files) {
        const before = held.get(path);
        const etag = etagOf(bytes);
        if (before?.etag === etag) continue;
        const changed = Math.floor(now / 1000) * 1000;
        held.set(path, { bytes, etag, changed, ambiguous: before?.changed === changed });
      }
    },
    delay(ms) {
      wait = ms;
    },
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

function bind(server: Server, port: number): Promise<number> {
  return new Promise((done, fail) => {
    server.once('error', (error) => {
      const why = systemCode(error) === 'EADDRINUSE' ? 'is in use' : `cannot be opened (${messageOf(error)})`;
      fail(new PortError(`port ${port} ${why}: choose another with --port`, 2));
    });
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      done(typeof address === 'object' && address !== null ? address.port : port);
    });
  });
}
