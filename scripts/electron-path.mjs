/** Where Electron's executable is, without asking the npm package, which would try to download it. */
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

export const electronHome = dirname(createRequire(import.meta.url).resolve('electron/package.json'));

/** @returns {string | null} null while its runtime has not been fetched */
export function electronPath() {
  const pointer = join(electronHome, 'path.txt');
  return existsSync(pointer) ? join(electronHome, 'dist', readFileSync(pointer, 'utf8').trim()) : null;
}
