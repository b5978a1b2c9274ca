/** `serve` as a process of its own, bundled anew from the sources: for tests of its stdout, its exit code and its death. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join, resolve } from 'node:path';
import { onTestFinished } from 'vitest';
import { build } from 'vite';
import type { Addresses } from '../../main/station.ts';
import { SHOW } from './station.ts';

const root = resolve(import.meta.dirname, '../..');

/** What CommonJS packages expect of Node; electron-vite adds the same. */
const banner = 'const __filename = import.meta.filename, __dirname = import.meta.dirname;';

/** Bundles main/serve.ts into `out/main/serve.js`, beside the pages and graphics that a test put into `out`. */
export async function bundleServe(out: string): Promise<void> {
  await build({
    configFile: false,
    root,
    logLevel: 'silent',
    ssr: { noExternal: true, target: 'node' },
    build: {
      ssr: join(root, 'main/serve.ts'),
      outDir: join(out, 'main'),
      target: 'node20',
      rolldownOptions: { output: { format: 'es', entryFileNames: 'serve.js', banner } },
    },
  });
}

export interface ServeChild {
  pid: number;
  stdout(): string;
  stderr(): string;
  ready: Promise<Addresses>;
  /** Resolves when it is gone and everything it said has been read. */
  ended: Promise<{ code: number | null; signal: string | null }>;
  kill(signal: 'SIGTERM' | 'SIGKILL' | 'SIGHUP'): Promise<{ code: number | null; signal: string | null }>;
  /** As a closed terminal does. */
  hangUpStderr(): void;
}

/** @param out where `bundleServe` has put it */
export function serve(out: string, data: string, ...more: string[]): ServeChild {
  const args = ['--port', '0', '--data', data, '--show', SHOW, '--no-pictures', ...more];
  const child = spawn(process.execPath, [join(out, 'main/serve.js'), ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  let complained = '';
  child.stderr.on('data', (chunk: Buffer) => (complained += chunk.toString()));
  const ready = new Promise<Addresses>((done, fail) => {
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      const line = /^tallydesk ready (\{.*\})\n/.exec(said);
      if (line?.[1]) done(JSON.parse(line[1]) as Addresses);
    });
    child.once('close', () => fail(new Error(`it ended: ${complained}`)));
  });
  // who only waits for the end is not told twice
  ready.catch(() => {});
  const ended = once(child, 'close').then(([code, signal]) => ({
    code: code as number | null,
    signal: signal as string | null,
  }));
  onTestFinished(() => void child.kill('SIGKILL'));
  return {
    pid: child.pid ?? 0,
    stdout: () => said,
    stderr: () => complained,
    ready,
    ended,
    kill(signal) {
      child.kill(signal);
      return ended;
    },
    hangUpStderr: () => void child.stderr.destroy(),
  };
}
