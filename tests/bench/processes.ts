/** The Node processes under test: a station from any build, and bare floors; their start is timed from the spawn. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { Agent, request } from 'node:http';
import { join } from 'node:path';
import { monotonic } from './result.ts';

export interface Started {
  child: ChildProcess;
  /** From the spawn to the ready line. */
  readyMs: number;
  /** What stood after `ready`. */
  said: string;
}

/** Runs Node and waits for a line `… ready WHAT`. */
export async function startNode(args: readonly string[]): Promise<Started> {
  const from = monotonic();
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  let complained = '';
  child.stderr.on('data', (chunk: Buffer) => (complained += chunk.toString()));
  let said = '';
  for await (const chunk of child.stdout) {
    said += String(chunk);
    const ready = /(?:^|\s)ready (.+)\n/.exec(said);
    if (ready?.[1]) {
      const readyMs = monotonic() - from;
      child.stdout.resume();
      return { child, readyMs, said: ready[1] };
    }
  }
  throw new Error(`a process did not start: ${complained || said}`);
}

export async function stopNode({ child }: Started): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGTERM');
  await gone;
}

/** Resident memory in MB; null where the system has no /proc. */
export async function residentMB({ child }: Started): Promise<number | null> {
  try {
    const status = await readFile(`/proc/${child.pid ?? 0}/status`, 'utf8');
    const kilobytes = /^VmRSS:\s+(\d+) kB/m.exec(status)?.[1];
    return kilobytes ? Number(kilobytes) / 1024 : null;
  } catch {
    // not Linux: the row is left out
    return null;
  }
}

/** Posts JSON over one warm connection, as a controller that stays connected does. */
export class Poster {
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 1 });
  readonly #url: string;
  readonly #headers: Record<string, string>;

  constructor(url: string, headers: Record<string, string> = {}) {
    this.#url = url;
    this.#headers = headers;
  }

  post(body: object): Promise<Record<string, unknown>> {
    return new Promise((done, fail) => {
      const headers = { 'content-type': 'application/json', ...this.#headers };
      const sent = request(this.#url, { method: 'POST', agent: this.#agent, headers }, (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('end', () =>
          done(JSON.parse(Buffer.concat(parts).toString('utf8')) as Record<string, unknown>),
        );
      });
      sent.on('error', fail);
      sent.end(JSON.stringify(body));
    });
  }

  close(): void {
    this.#agent.destroy();
  }
}

export interface BenchStation extends Started {
  program: string;
  key: string;
  port: number;
  poster: Poster;
}

export async function startStation(
  out: string,
  data: string,
  show: string,
  more: readonly string[] = [],
): Promise<BenchStation> {
  const args = [
    join(out, 'main/serve.js'),
    '--port',
    '0',
    '--data',
    data,
    '--show',
    show,
    '--no-pictures',
    ...more,
  ];
  const started = await startNode(args);
  const { api, key, outputs } = JSON.parse(started.said) as {
    api: string;
    key: string;
    outputs: { program: string };
  };
  const poster = new Poster(`${api}/commands`, { authorization: `Bearer ${key}` });
  return { ...started, key, program: outputs.program, port: Number(new URL(api).port), poster };
}

/** Sends a command that must succeed. */
export async function mustDo(
  { poster }: Pick<BenchStation, 'poster'>,
  command: { type: string } & Record<string, unknown>,
): Promise<Record<string, unknown>> {
  const answer = await poster.post(command);
  if (answer['ok'] !== true) throw new Error(`${command.type}: ${JSON.stringify(answer)}`);
  return answer;
}
