/** A command-line tool of main/ as a process of its own, bundled anew from the sources, beside the elections. */
import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, onTestFinished } from 'vitest';
import { build } from 'vite';

const root = resolve(import.meta.dirname, '../..');

/** What CommonJS packages expect of Node; electron-vite adds the same. */
const banner = 'const __filename = import.meta.filename, __dirname = import.meta.dirname;';

export interface Ended {
  code: number | null;
  stdout: string;
  stderr: string;
}

export interface ToolChild {
  child: ChildProcessWithoutNullStreams;
  /** The first line on stdout. */
  firstLine: Promise<string>;
  ended: Promise<Ended>;
}

export interface Tool {
  start(args: readonly string[], options?: { cwd?: string; env?: Record<string, string> }): ToolChild;
  /** Runs it to its end. */
  run(args: readonly string[], input?: string): Promise<Ended>;
}

/** Call it at the top of a test file: the tool is bundled before its tests and gone after them. */
export function useTool(entry: string): Tool {
  let out = '';
  beforeAll(async () => {
    out = await mkdtemp(join(tmpdir(), 'tallydesk-tool-'));
    await cp(join(root, 'assets/elections'), join(out, 'elections'), { recursive: true });
    await build({
      configFile: false,
      root,
      logLevel: 'silent',
      ssr: { noExternal: true, target: 'node' },
      build: {
        ssr: join(root, entry),
        outDir: join(out, 'main'),
        target: 'node20',
        rolldownOptions: { output: { format: 'es', entryFileNames: 'tool.js', banner } },
      },
    });
  }, 60_000);
  afterAll(() => rm(out, { recursive: true, force: true }));

  const start: Tool['start'] = (args, { cwd = root, env = {} } = {}) => {
    const child = spawn(process.execPath, [join(out, 'main/tool.js'), ...args], {
      cwd,
      env: { ...process.env, ...env },
    });
    let stdout = '';
    let stderr = '';
    child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
    const firstLine = new Promise<string>((done, fail) => {
      child.stdout.on('data', (chunk: Buffer) => {
        stdout += chunk.toString();
        const end = stdout.indexOf('\n');
        if (end >= 0) done(stdout.slice(0, end));
      });
      child.once('close', () => fail(new Error(`it ended: ${stderr}`)));
    });
    // who only waits for the end is not told twice
    firstLine.catch(() => {});
    const ended = once(child, 'close').then(([code]) => ({ code: code as number | null, stdout, stderr }));
    onTestFinished(() => void child.kill('SIGKILL'));
    return { child, firstLine, ended };
  };
  return {
    start,
    run(args, input = '') {
      const { child, ended } = start(args);
      child.stdin.end(input);
      return ended;
    },
  };
}
