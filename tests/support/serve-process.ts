/** A real station as its own process, as a user starts it: for tests that kill it, restart it and talk REST to it. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join, resolve } from 'node:path';

export const root = resolve(import.meta.dirname, '../..');

export interface Addresses {
  desk: string;
  outputs: { program: string; preview: string; rehearsal: string };
  api: string;
  key: string;
}

export interface ServeOptions {
  data: string;
  show: string;
  port?: number;
  graphics?: string[];
  fourEyes?: boolean;
  /** Takes pictures of what is shown: a browser more on the machine. */
  pictures?: boolean;
  /** Its clock stands still at this time, epoch milliseconds: for pictures that hold times. */
  clock?: number;
}

export interface CommandResult {
  status: number;
  body: { ok: boolean; revision?: number; code?: string; detail?: string } & Record<string, unknown>;
}

export class ServeProcess {
  readonly #child: ChildProcess;
  readonly addresses: Addresses;

  private constructor(child: ChildProcess, addresses: Addresses) {
    this.#child = child;
    this.addresses = addresses;
  }

  static async start({
    data,
    show,
    port = 0,
    graphics = [],
    fourEyes = true,
    pictures = false,
    clock,
  }: ServeOptions): Promise<ServeProcess> {
    const args = [join(root, 'out/main/serve.js'), '--port', String(port), '--data', data, '--show', show];
    for (const folder of graphics) args.push('--graphics', folder);
    if (!fourEyes) args.push('--no-four-eyes');
    if (!pictures) args.push('--no-pictures');
    const still = clock === undefined ? [] : ['--import', join(root, 'tests/support/still-clock.mjs')];
    const child = spawn(process.execPath, [...still, ...args], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...(clock === undefined ? {} : { TALLYDESK_TEST_CLOCK: String(clock) }) },
    });
    let said = '';
    let complained = '';
    child.stderr.on('data', (chunk: Buffer) => (complained += chunk.toString()));
    for await (const chunk of child.stdout) {
      said += String(chunk);
      const ready = /^tallydesk ready (\{.*\})$/m.exec(said);
      if (ready?.[1]) {
        // keeps the pipe from filling up
        child.stdout.resume();
        return new ServeProcess(child, JSON.parse(ready[1]) as Addresses);
      }
    }
    throw new Error(`the station did not start: ${complained || said}`);
  }

  get port(): number {
    return Number(new URL(this.addresses.desk).port);
  }

  get pid(): number {
    return this.#child.pid ?? 0;
  }

  async command(
    command: { type: string } & Record<string, unknown>,
    user = 'tester',
  ): Promise<CommandResult> {
    const response = await fetch(`${this.addresses.api}/commands`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${this.addresses.key}`,
        'content-type': 'application/json',
        'x-tallydesk-user': user,
      },
      body: JSON.stringify(command),
    });
    return { status: response.status, body: (await response.json()) as CommandResult['body'] };
  }

  async get<T>(path: string): Promise<T> {
    const response = await fetch(`${this.addresses.api}/${path}`, {
      headers: { authorization: `Bearer ${this.addresses.key}` },
    });
    if (!response.ok) throw new Error(`GET ${path}: ${response.status}`);
    return (await response.json()) as T;
  }

  /** As a power cut would. */
  async kill(): Promise<void> {
    await this.#end('SIGKILL');
  }

  async stop(): Promise<void> {
    await this.#end('SIGTERM');
  }

  async #end(signal: NodeJS.Signals): Promise<void> {
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return;
    const gone = once(this.#child, 'exit');
    this.#child.kill(signal);
    await gone;
  }
}
