/**
 * The port, bound before anything else is touched: a second station on the same port changes nothing on disk.
 * Requests that come before the station is ready wait for it.
 */
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import type { Hono } from 'hono';
import { messageOf, PortError, systemCode } from '../errors.ts';

export const HOST = '127.0.0.1';

export interface Listening {
  server: Server;
  port: number;
  answerWith(app: Hono): void;
  close(): void;
}

/** @throws PortError naming the port */
export async function listen(wanted: number): Promise<Listening> {
  let answerWith: (app: Hono) => void = () => {};
  const ready = new Promise<Hono>((done) => (answerWith = done));
  const server = createAdaptorServer({ fetch: async (request, env) => (await ready).fetch(request, env) });
  const port = await bind(server as Server, wanted);
  const close = () => {
    server.close();
    if ('closeAllConnections' in server) server.closeAllConnections();
  };
  return { server: server as Server, port, answerWith, close };
}

function bind(server: Server, port: number): Promise<number> {
  return new Promise((done, fail) => {
    const refused = (error: Error) => {
      const busy = systemCode(error) === 'EADDRINUSE';
      const why = busy ? 'is in use' : `cannot be opened (${messageOf(error)})`;
      fail(new PortError(`port ${port} ${why}: choose another with --port`));
    };
    server.once('error', refused);
    server.listen(port, HOST, () => {
      server.off('error', refused);
      done((server.address() as AddressInfo).port);
    });
  });
}
