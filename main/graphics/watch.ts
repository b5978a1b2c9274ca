/** Watches folders of templates: what a designer saves is on preview within a second. */
import { watch } from 'chokidar';
import type { Log } from '../world.ts';

/** Editors and builds save in bursts: what is quiet for so long is looked at. Milliseconds. */
export const SETTLE_MS = 100;

/**
 * @param onSettled called with one of the folders after something in it has changed; the next call waits for this one
 * @returns resolves when it watches, to what ends it
 */
export async function watchFolders(
  folders: readonly string[],
  onSettled: (folder: string) => Promise<void>,
  log: Log,
): Promise<() => Promise<void>> {
  const stops = await Promise.all(folders.map((folder) => watchFolder(folder, onSettled, log)));
  return async () => {
    await Promise.all(stops.map((stop) => stop()));
  };
}

async function watchFolder(
  folder: string,
  onSettled: (folder: string) => Promise<void>,
  log: Log,
): Promise<() => Promise<void>> {
  let timer: NodeJS.Timeout | undefined;
  const watcher = watch(folder, {
    ignoreInitial: true,
    followSymlinks: false,
    ignored: (path) => /[\\/](\.|node_modules[\\/]?)/.test(path.slice(folder.length)),
  });
  watcher.on('all', () => {
    clearTimeout(timer);
    timer = setTimeout(() => void onSettled(folder), SETTLE_MS);
  });
  watcher.on('error', (error) => log.warn({ err: error, folder }, 'a folder of templates is not watched'));
  await new Promise<void>((done) => watcher.once('ready', done));
  return async () => {
    clearTimeout(timer);
    await watcher.close();
  };
}
