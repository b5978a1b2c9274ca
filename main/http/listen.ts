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
  /** One for each address, on the same port. */
  servers: Server[];
  port: number;
  answerWith(app: Hono): void;
  close(): void;
}

/**
 * @param others addresses of this machine besides loopback, for other machines
 * @throws PortError naming the port, and the address where it is not loopback's
 */
export async function listen(wanted: number, others: readonly string[] = []): Promise<Listening> {
  let answerWith: (app: Hono) => void = () => {};
  const ready = new Promise<Hono>((done) => (answerWith = done));
  const open = () =>
    createAdaptorServer({ fetch: async (request, env) => (await ready).fetch(request, env) }) as Server;
  const servers = [open()];
  const close = () => {
    for (const server of servers) {
      server.close();
      server.closeAllConnections();
    }
  };
  try {
    const [first] = servers;
    const port = first ? await bind(first, wanted, HOST) : wanted;
    for (const address of others) {
      const server = open();
      servers.push(server);
      await bind(server, port, address);
    }
    return { servers, port, answerWith, close };
  } catch (error) {
    close();
    throw error;
  }
}

function bind(server: Server, port: number, address: string): Promise<number> {
  return new Promise((done, fail) => {
    const refused = (error: Error) => {
      const busy = systemCode(error) === 'EADDRINUSE';
      if (systemCode(error) === 'EADDRNOTAVAIL' || systemCode(error) === 'ENOTFOUND') {
        fail(new PortError(`--listen ${address}: this machine has no such address`));
        return;
      }
      const why = busy ? 'is in use' : `cannot be opened (${messageOf(error)})`;
      const where = address === HOST ? '' : ` at ${address}`;
      fail(new PortError(`port ${port}${where} ${why}: choose another with --port`));
    };
    server.once('error', refused);
    server.listen(port, address, () => {
      server.off('error', refused);
      done((server.address() as AddressInfo).port);
    });
  });
}
