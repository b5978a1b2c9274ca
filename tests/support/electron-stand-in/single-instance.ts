/**
 * The single-instance lock, between real processes: a lock file in the user-data folder, and a socket by which a second
 * start tells the first one of itself. The lock is taken synchronously, as Electron's is.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface SecondStart {
  argv: string[];
  cwd: string;
  data: unknown;
}

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    // no such process: its lock is stale
    return false;
  }
};

export class SingleInstance {
  readonly #lock: string;
  readonly #socket: string;
  #server: Server | null = null;
  /** Ends when the first instance has been told of this start. */
  told: Promise<void> = Promise.resolve();

  constructor(userData: string) {
    mkdirSync(userData, { recursive: true });
    this.#lock = join(userData, 'stand-in.lock');
    // a socket's path must be short, so it does not lie in the folder itself
    const short = createHash('sha256').update(userData).digest('hex').slice(0, 16);
    this.#socket = join(tmpdir(), `stand-in-${short}.sock`);
  }

  request(data: unknown, onSecond: (second: SecondStart) => void): boolean {
    if (this.#server) return true;
    if (!this.#take()) {
      this.told = this.#tell({ argv: process.argv, cwd: process.cwd(), data });
      return false;
    }
    rmSync(this.#socket, { force: true });
    this.#server = createServer({ allowHalfOpen: true }, (from) => {
      let text = '';
      from.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
      from.on('end', () => {
        from.end();
        onSecond(JSON.parse(text) as SecondStart);
      });
    });
    this.#server.listen(this.#socket).unref();
    process.on('exit', () => this.release());
    return true;
  }

  has(): boolean {
    return this.#server !== null;
  }

  release(): void {
    if (!this.#server) return;
    this.#server.close();
    this.#server = null;
    rmSync(this.#lock, { force: true });
    rmSync(this.#socket, { force: true });
  }

  #take(): boolean {
    for (;;) {
      try {
        writeFileSync(this.#lock, String(process.pid), { flag: 'wx' });
        return true;
      } catch {
        // the file is there: somebody holds the lock, or died holding it
        if (isAlive(Number(readFileSync(this.#lock, 'utf8')))) return false;
        rmSync(this.#lock, { force: true });
      }
    }
  }

  #tell(second: SecondStart): Promise<void> {
    return new Promise((done) => {
      const to = connect(this.#socket, () => to.end(JSON.stringify(second)));
      to.on('error', () => done());
      to.on('close', () => done());
      to.resume();
    });
  }
}
