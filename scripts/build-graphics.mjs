// Builds every graphic into a self-contained OGraf package: out/graphics/<id>/. Run it, or call buildGraphics().
import { watch as watchFiles } from 'node:fs';
import { copyFile, cp, mkdir, readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'vite';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const SOURCES = path.join(ROOT, 'overlays/graphics');
const KIT = path.join(ROOT, 'overlays/kit');
const OUT = path.join(ROOT, 'out/graphics');
const FONTS = path.join(ROOT, 'node_modules/@fontsource-variable/archivo');
const FONT_FILES = {
  'fonts/archivo-latin.woff2': 'files/archivo-latin-wdth-normal.woff2',
  'fonts/archivo-latin-ext.woff2': 'files/archivo-latin-ext-wdth-normal.woff2',
  'fonts/LICENSE.txt': 'LICENSE',
};

const exists = (file) =>
  stat(file).then(
    () => true,
    () => false,
  );

/** The ids of all graphics: the folders that hold a graphic.ts. */
export async function graphicIds() {
  const entries = await readdir(SOURCES, { withFileTypes: true });
  const folders = entries.filter((e) => e.isDirectory()).map((e) => e.name);
  const real = await Promise.all(folders.map((id) => exists(path.join(SOURCES, id, 'graphic.ts'))));
  return folders.filter((_, i) => real[i]).sort();
}

/** Builds one package. Each graphic is a build of its own, so that no code is shared between packages. */
async function buildOne(id) {
  const from = path.join(SOURCES, id);
  const to = path.join(OUT, id);
  await build({
    configFile: false,
    root: from,
    logLevel: 'warn',
    publicDir: false,
    build: {
      lib: { entry: path.join(from, 'graphic.ts'), formats: ['es'], fileName: () => 'graphic.js' },
      outDir: to,
      emptyOutDir: true,
      target: 'es2022',
      minify: true,
      reportCompressedSize: false,
    },
  });
  await mkdir(path.join(to, 'fonts'), { recursive: true });
  await Promise.all([
    copyFile(path.join(from, `${id}.ograf.json`), path.join(to, `${id}.ograf.json`)),
    cp(path.join(from, 'fixtures'), path.join(to, 'fixtures'), { recursive: true }),
    ...['thumbnail.png', 'README.md'].map(async (name) => {
      if (await exists(path.join(from, name))) await copyFile(path.join(from, name), path.join(to, name));
    }),
    ...Object.entries(FONT_FILES).map(([name, file]) =>
      copyFile(path.join(FONTS, file), path.join(to, name)),
    ),
  ]);
}

/**
 * Builds all graphics, one after the other.
 * @param {{ watch?: boolean, isBuilt?: boolean, onBuilt?: (id: string) => void, onError?: (id: string, error: unknown) => void }} [options]
 *   `watch` keeps rebuilding what changes: one graphic, or all of them when the kit changes. `isBuilt`: all are there.
 * @returns {Promise<{ ids: string[], close: () => void }>} what was built, and how to stop watching
 */
export async function buildGraphics({ watch = false, isBuilt = false, onBuilt, onError } = {}) {
  const ids = await graphicIds();
  if (!isBuilt) for (const id of ids) await buildOne(id);
  if (!watch) return { ids, close: () => undefined };

  const dirty = new Set();
  let timer;
  let working = false;
  const work = async () => {
    if (working) return;
    working = true;
    while (dirty.size > 0) {
      const [id] = dirty;
      dirty.delete(id);
      try {
        await buildOne(id);
        onBuilt?.(id);
      } catch (error) {
        if (onError) onError(id, error);
        else console.error(`${id}: ${error instanceof Error ? error.message : String(error)}`);
      }
    }
    working = false;
  };
  const soon = (changed) => {
    for (const id of changed) dirty.add(id);
    clearTimeout(timer);
    timer = setTimeout(() => void work(), 80);
  };
  const watchers = [
    watchFiles(SOURCES, { recursive: true }, (_event, file) => {
      const id = file?.split(path.sep)[0];
      if (id && ids.includes(id)) soon([id]);
    }),
    watchFiles(KIT, { recursive: true }, () => soon(ids)),
  ];
  return {
    ids,
    close: () => {
      clearTimeout(timer);
      for (const watcher of watchers) watcher.close();
    },
  };
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const started = performance.now();
  const watch = process.argv.includes('--watch');
  const { ids } = await buildGraphics({ watch, onBuilt: (id) => console.log(`built ${id}`) });
  console.log(
    `${ids.length} graphics in out/graphics (${((performance.now() - started) / 1000).toFixed(1)} s)`,
  );
}
