/** A simulated count in a folder, as a feed finds it: held at a share of the count, then moved on file by file. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from './serve-process.ts';

export class SimulatedNight {
  /** Where the feed reads. */
  readonly folder: string;
  readonly #work: string;

  private constructor(work: string) {
    this.#work = work;
    this.folder = join(work, 'published');
  }

  /** @param work a folder that the test removes */
  static async in(work: string): Promise<SimulatedNight> {
    return new SimulatedNight(await mkdtemp(join(work, 'night-')));
  }

  /** Publishes the count as it stood when that share of the voting places was counted. @param percent 0 to 100 */
  async countTo(percent: number): Promise<void> {
    const folder = join(this.#work, `at-${percent}`);
    const options = [
      '--election',
      'nz-2008',
      '--minutes',
      '0.01',
      '--every',
      '0.6',
      '--hold',
      String(percent),
    ];
    const child = spawn(
      process.execPath,
      [join(root, 'out/main/simulate.js'), ...options, '--folder', folder],
      {
        stdio: 'ignore',
      },
    );
    const [code] = (await once(child, 'exit')) as [number];
    if (code !== 0) throw new Error(`the simulator ended with ${code}`);
    await cp(folder, this.folder, { recursive: true });
  }

  /** Cuts a file in the middle, as a copy that was read while it was written. @returns puts it back */
  async cut(file: string): Promise<() => Promise<void>> {
    const path = join(this.folder, file);
    const whole = await readFile(path, 'utf8');
    await writeFile(path, whole.slice(0, whole.length / 2));
    return () => writeFile(path, whole);
  }
}
