/** Copies of packages in folders of ours: imported ones, and those that are on air while their own files may change. */
import { createHash, randomBytes } from 'node:crypto';
import { cp, mkdir, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join, relative } from 'node:path';
import { Inventories, isHidden } from './inventory.ts';
import type { Package } from './find.ts';

/** A template's id as a folder's name: itself where it can be one on every computer. */
export function folderName(id: string): string {
  if (/^[A-Za-z0-9][A-Za-z0-9._-]{0,79}$/.test(id) && !id.endsWith('.')) return id;
  const digest = createHash('sha256').update(id).digest('hex').slice(0, 8);
  return `${id.replace(/[^A-Za-z0-9_-]/g, '_').slice(0, 60)}-${digest}`;
}

export const exists = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );

/** A folder beside the others, for what is not complete yet. It goes whatever happens. */
export async function withTemporary<T>(parent: string, work: (folder: string) => Promise<T>): Promise<T> {
  const folder = join(parent, `.incoming-${randomBytes(6).toString('hex')}`);
  await mkdir(folder, { recursive: true });
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/**
 * Copies a package whole or not at all: beside its place first, compared with what was meant, then renamed.
 * @returns the package in its new place; null where its files have changed meanwhile
 */
export async function copyPackage(one: Package, to: string): Promise<Package | null> {
  const manifest = join(to, basename(one.manifest));
  if (await exists(manifest)) return { ...one, folder: to, manifest };
  return withTemporary(dirname(to), async (temporary) => {
    const copy = join(temporary, 'package');
    const visible = (path: string) => path === one.folder || !isHidden(relative(one.folder, path));
    await cp(one.folder, copy, {
      recursive: true,
      dereference: true,
      preserveTimestamps: true,
      filter: visible,
    });
    const { hash } = await new Inventories().of(copy);
    if (hash !== one.graphic.hash) return null;
    await rename(copy, to).catch(async (error: unknown) => {
      // somebody else was faster, with the same files
      if (!(await exists(manifest))) throw error;
    });
    return { ...one, folder: to, manifest };
  });
}
