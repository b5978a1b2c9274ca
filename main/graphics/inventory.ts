/** What lies in a package's folder: its files, within limits, and the hash that is its version's address. */
import { createHash } from 'node:crypto';
import { readdir, readFile, realpath, stat } from 'node:fs/promises';
import { isAbsolute, join, relative, sep } from 'node:path';

const MB = 1024 * 1024;

/** Beyond these a package is no graphic but somebody's whole disk. Bytes. */
export const LIMITS = { files: 2_000, total: 200 * MB, file: 100 * MB } as const;

export interface PackageFile {
  /** Path from the package's folder. */
  name: string;
  size: number;
  /** Epoch ms. */
  changed: number;
}

export interface Inventory {
  files: PackageFile[];
  /** Of names and contents, so that two versions of a package never share an address. */
  hash: string;
  /** Epoch ms of the newest file. */
  at: number;
}

/** Why a folder cannot be a package: to be read after its path. */
export class PackageFault extends Error {}

/** True for what must never be followed or copied: it lies outside the folder. */
export function leadsOut(folder: string, path: string): boolean {
  const inside = relative(folder, path);
  return inside === '..' || inside.startsWith(`..${sep}`) || isAbsolute(inside);
}

/** Editors and version control keep their own files there. */
export const isHidden = (name: string): boolean => name.split(/[\\/]/).some((part) => part.startsWith('.'));

async function listFiles(folder: string): Promise<PackageFile[]> {
  const top = await realpath(folder);
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  const files: PackageFile[] = [];
  let total = 0;
  for (const entry of entries) {
    const path = join(entry.parentPath, entry.name);
    const name = relative(folder, path);
    if (entry.isDirectory() || isHidden(name)) continue;
    if (entry.isSymbolicLink() && leadsOut(top, await realpath(path))) {
      throw new PackageFault(`“${name}” is a link that leads out of the package`);
    }
    const { size, mtimeMs, ...info } = await stat(path);
    if ((info.mode & 0o170000) !== 0o100000) continue;
    total += size;
    files.push({ name, size, changed: mtimeMs });
    if (size > LIMITS.file) throw new PackageFault(`“${name}” is larger than ${LIMITS.file / MB} MB`);
    if (total > LIMITS.total)
      throw new PackageFault(`its files are larger than ${LIMITS.total / MB} MB together`);
    if (files.length > LIMITS.files) throw new PackageFault(`it has more than ${LIMITS.files} files`);
  }
  return files.sort((a, b) => (a.name < b.name ? -1 : 1));
}

async function hashOf(folder: string, files: readonly PackageFile[]): Promise<string> {
  const hash = createHash('sha256');
  for (const { name } of files) {
    const content = await readFile(join(folder, name));
    // with its length, or a file's content could pass for another file
    hash.update(`${name}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex').slice(0, 16);
}

/** Reads files again only where a name, a size or a time has changed since it last did. */
export class Inventories {
  readonly #known = new Map<string, { signature: string; inventory: Inventory }>();

  /** @throws PackageFault where a limit is passed or a link leads out */
  async of(folder: string): Promise<Inventory> {
    const files = await listFiles(folder);
    const signature = JSON.stringify(files);
    const known = this.#known.get(folder);
    if (known?.signature === signature) return known.inventory;
    const at = files.reduce((newest, { changed }) => Math.max(newest, changed), 0);
    const inventory = { files, hash: await hashOf(folder, files), at };
    this.#known.set(folder, { signature, inventory });
    return inventory;
  }
}
