/** A simulated count over HTTP, as a newsroom rehearses with it: held at a share of the count, served at one address. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { z } from 'zod';
import { root } from './serve-process.ts';

const Ready = z.object({ url: z.string() });

/** As short as the simulator counts: one update at nothing, and one at the share where it holds. */
const SHORT = ['--election', 'nz-2008', '--minutes', '0.01', '--every', '0.6'];

export class SimulatedHttp {
  #child: ChildProcess | null = null;
  #port = '0';

  /**
   * Serves the count as it stood when that share of the voting places was counted.
   * @param percent 0 to 100
   * @returns the address of the feed, the same for every count
   */
  async countTo(percent: number): Promise<string> {
    await this.stop();
    const child = spawn(
      process.execPath,
      [join(root, 'out/main/simulate.js'), ...SHORT, '--hold', String(percent), '--port', this.#port],
      { stdio: ['ignore', 'pipe', 'pipe'] },
    );
    this.#child = child;
    const [said] = await Promise.all([
      until(child, 'stdout', /^feed ready (.*)$/m),
      until(child, 'stderr', /all counted/),
    ]);
    const { url } = Ready.parse(JSON.parse(said[1] ?? 'null'));
    this.#port = new URL(url).port;
    return url;
  }

  async stop(): Promise<void> {
    const child = this.#child;
    this.#child = null;
    if (!child || child.exitCode !== null) return;
    child.kill('SIGTERM');
    await once(child, 'exit');
  }
}

/** What a child says, up to the words that are waited for. */
async function until(
  child: ChildProcess,
  stream: 'stdout' | 'stderr',
  words: RegExp,
): Promise<RegExpExecArray> {
  const from = child[stream];
  if (!from) throw new Error(`the simulator has no ${stream}`);
  let said = '';
  return new Promise((resolve, reject) => {
    from.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      const found = words.exec(said);
      if (found) resolve(found);
    });
    from.on('end', () => reject(new Error(`the simulator ended: ${said}`)));
  });
}
