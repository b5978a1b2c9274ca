/** Files over HTTP: confined to one folder, with fixed types, and with ranges so that media can seek. */
import { createReadStream } from 'node:fs';
import { realpath, stat } from 'node:fs/promises';
import { extname, isAbsolute, join, relative, sep } from 'node:path';
import { Readable } from 'node:stream';

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.htm': 'text/html; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.vtt': 'text/vtt; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.gif': 'image/gif',
  '.webp': 'image/webp',
  '.avif': 'image/avif',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
  '.ttf': 'font/ttf',
  '.otf': 'font/otf',
  '.mp4': 'video/mp4',
  '.mov': 'video/quicktime',
  '.webm': 'video/webm',
  '.mp3': 'audio/mpeg',
  '.wav': 'audio/wav',
  '.ogg': 'audio/ogg',
  '.m4a': 'audio/mp4',
  '.glb': 'model/gltf-binary',
  '.gltf': 'model/gltf+json',
  '.bin': 'application/octet-stream',
  '.wasm': 'application/wasm',
  '.txt': 'text/plain; charset=utf-8',
};

/**
 * The real path of `name` below `root`, or null where it lies outside, behind a link that leads outside, or nowhere.
 * @param name as it stands in the address, still percent-encoded
 */
export async function confine(root: string, name: string): Promise<string | null> {
  let decoded: string;
  try {
    decoded = decodeURIComponent(name);
  } catch (error) {
    if (error instanceof URIError) return null;
    throw error;
  }
  if (/[\0\\:]/.test(decoded)) return null;
  try {
    const top = await realpath(root);
    const path = await realpath(join(top, decoded));
    const inside = relative(top, path);
    return inside === '' || inside === '..' || inside.startsWith(`..${sep}`) || isAbsolute(inside)
      ? null
      : path;
  } catch {
    // no such file, or one that may not be read: the same answer to whoever asks
    return null;
  }
}

/** `bytes=a-b`, `bytes=a-`, `bytes=-n`: both ends inclusive. `bad` cannot be satisfied; null asks for all. */
export function parseRange(
  header: string | undefined,
  size: number,
): { from: number; to: number } | 'bad' | null {
  const match = /^bytes=(\d*)-(\d*)$/.exec(header ?? '');
  if (!match) return null;
  const [, first = '', last = ''] = match;
  if (first === '' && last === '') return null;
  const from = first === '' ? Math.max(0, size - Number(last)) : Number(first);
  const to = first === '' || last === '' ? size - 1 : Math.min(Number(last), size - 1);
  return from > to || from >= size ? 'bad' : { from, to };
}

/** @param otherType for endings that are not known; without it they are not served */
export async function fileResponse(
  path: string,
  request: Request,
  headers: Record<string, string>,
  otherType?: string,
): Promise<Response> {
  const type = TYPES[extname(path).toLowerCase()] ?? otherType;
  const info = await stat(path);
  if (!type || !info.isFile()) return new Response('not found', { status: 404 });
  // a range is of a GET only
  const asked = request.method === 'GET' ? request.headers.get('range') : null;
  const range = parseRange(asked ?? undefined, info.size);
  if (range === 'bad') {
    return new Response(null, { status: 416, headers: { 'content-range': `bytes */${info.size}` } });
  }
  const { from, to } = range ?? { from: 0, to: info.size - 1 };
  const all = {
    'content-type': type,
    'content-length': String(info.size === 0 ? 0 : to - from + 1),
    'accept-ranges': 'bytes',
    'x-content-type-options': 'nosniff',
    ...(range ? { 'content-range': `bytes ${from}-${to}/${info.size}` } : {}),
    ...headers,
  };
  if (request.method === 'HEAD' || info.size === 0) return new Response(null, { status: 200, headers: all });
  const body = Readable.toWeb(createReadStream(path, { start: from, end: to })) as ReadableStream;
  return new Response(body, { status: range ? 206 : 200, headers: all });
}
