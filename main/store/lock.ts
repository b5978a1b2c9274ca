/**
 * One station per show folder: two would write into each other's journal. The lock is a local socket, which the
 * system lets go of however the process ends, so that a killed station never keeps the next one out.
 */
import { createHash } from 'node:crypto';
import { realpath, rm } from 'node:fs/promises';
import { connect, createServer, type Server } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { messageOf, StartError, systemCode } from '../errors.ts';
import type { Log } from '../world.ts';

async function socketOf(folder: string): Promise<string> {
  const real = join(await realpath(dirname(folder)), basename(folder));
  const name = `tallydesk-${userInfo().uid}-${createHash('sha256').update(real).digest('hex').slice(0, 16)}`;
  return process.platform === 'win32' ? `\\\\.\\pipe\\${name}` : join(tmpdir(), `${name}.sock`);
}

/** @returns null where something holds that address already */
function hold(path: string): Promise<Server | null> {
  return new Promise((done, fail) => {
    const server = createServer((socket) => socket.destroy());
    server.once('error', (error) => (systemCode(error) === 'EADDRINUSE' ? done(null) : fail(error)));
    server.listen(path, () => done(server.unref()));
  });
}

/** False for the socket file that a killed station leaves behind. */
function isAlive(path: string): Promise<boolean> {
  return new Promise((done) => {
    const socket = connect(path, () => {
      socket.destroy();
      done(true);
    });
    socket.once('error', () => done(false));
  });
}

/**
 * @returns what lets go of it again
 * @throws StartError when another station has the folder
 */
export async function lockFolder(folder: string, log: Log): Promise<() => Promise<void>> {
  const path = await socketOf(folder);
  let server: Server | null;
  try {
    server = await hold(path);
    if (!server && !(await isAlive(path))) {
      await rm(path, { force: true });
      server = await hold(path);
    }
  } catch (error) {
    // better no lock than no show
    log.warn(
      { err: error, path },
      `the show folder cannot be locked (${messageOf(error)}); going on without`,
    );
    return () => Promise.resolve();
  }
  if (!server) {
    throw new StartError(
      `the show in ${folder} is open in another Tallydesk: stop that one, or choose another --show or --data`,
    );
  }
  const held = server;
  return () => new Promise((done) => held.close(() => done()));
}
