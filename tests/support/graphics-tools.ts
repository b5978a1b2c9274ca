/** `graphics:new` and `graphics:check` as processes, as a designer or a CI runs them. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { z } from 'zod';
import { Finding } from '../../core/graphics-check/finding.ts';
import { root } from './serve-process.ts';

export interface Ended {
  code: number | null;
  stdout: string;
  stderr: string;
}

async function run(script: string, args: readonly string[]): Promise<Ended> {
  const child = spawn(process.execPath, [join(root, 'scripts', script), ...args], { cwd: root });
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, stdout, stderr };
}

export const graphicsNew = (...args: string[]): Promise<Ended> => run('graphics-new.mjs', args);
export const graphicsCheck = (...args: string[]): Promise<Ended> => run('graphics-check.mjs', args);

/** What `--json` prints. */
export const CheckReport = z.object({
  ok: z.boolean(),
  errors: z.int(),
  warnings: z.int(),
  packages: z.array(
    z.object({
      folder: z.string(),
      graphics: z.array(z.string()),
      findings: z.array(Finding),
      live: z.boolean(),
    }),
  ),
});
