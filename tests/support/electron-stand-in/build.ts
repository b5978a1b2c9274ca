/** Bundles the stand-in into one executable file, because Node 20 does not run TypeScript. */
import { chmodSync, existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';

const source = import.meta.dirname;
const folder = join(source, '../../../out/electron-stand-in');
const file = join(folder, 'electron-stand-in.mjs');

const isFresh = (): boolean =>
  existsSync(file) &&
  readdirSync(source).every((name) => statSync(join(source, name)).mtimeMs <= statSync(file).mtimeMs);

/** @returns the path of the executable, built if need be */
export async function standInExecutable(): Promise<string> {
  if (isFresh()) return file;
  await build({
    configFile: false,
    logLevel: 'warn',
    build: {
      ssr: join(source, 'main.ts'),
      outDir: folder,
      emptyOutDir: true,
      target: 'node20.19',
      minify: false,
      rolldownOptions: { output: { entryFileNames: 'electron-stand-in.mjs', banner: '#!/usr/bin/env node' } },
    },
    ssr: { noExternal: true },
  });
  chmodSync(file, 0o755);
  return file;
}
