/**
 * Builds everything into out/: the station, the pages, every graphic, the demo shows and elections. Quiet on stdout, which
 * belongs to the command that runs; builds only when a source is newer than the last build.
 */
import { cpSync, existsSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
const stamp = join(root, 'out/.built');

const SOURCES = [
  'core',
  'main',
  'renderer',
  'overlays',
  'assets/demo',
  'assets/elections',
  'electron.vite.config.ts',
  'package.json',
];

/** Epoch ms of the newest file below a path. */
function newest(path) {
  const info = statSync(path);
  if (!info.isDirectory()) return info.mtimeMs;
  const below = readdirSync(path).map((name) => newest(join(path, name)));
  return Math.max(info.mtimeMs, ...below);
}

export function isFresh() {
  if (!existsSync(stamp)) return false;
  const built = statSync(stamp).mtimeMs;
  return SOURCES.every((source) => newest(join(root, source)) <= built);
}

export async function build() {
  const startedAt = new Date();
  process.chdir(root);
  rmSync(stamp, { force: true });
  process.stderr.write('tallydesk: building…\n');
  const { build: buildPages } = await import('electron-vite');
  await buildPages({ logLevel: 'warn', build: { emptyOutDir: true } });
  const { buildGraphics } = await import('./build-graphics.mjs');
  await buildGraphics({});
  for (const folder of ['demo', 'elections']) {
    mkdirSync(join(root, 'out', folder), { recursive: true });
    for (const name of readdirSync(join(root, 'assets', folder)).filter((file) => file.endsWith('.json'))) {
      cpSync(join(root, 'assets', folder, name), join(root, 'out', folder, name));
    }
  }
  writeFileSync(stamp, startedAt.toISOString());
  process.stderr.write(`tallydesk: built in ${((Date.now() - startedAt.getTime()) / 1000).toFixed(1)} s\n`);
}

export async function buildIfStale() {
  if (!isFresh()) await build();
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) await build();
