/**
 * Versions that are on air or armed, copied aside while their files are still what they were: a designer who saves, or
 * deletes a folder, does not take the files away from under a picture that viewers see. The copy is taken as soon as a
 * version is armed or taken, and goes at the first start of a station that has no use for it any more.
 */
import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Log } from '../world.ts';
import { copyPackage, folderName } from './copies.ts';
import { scanFolder, type Package } from './find.ts';

export const keyOf = ({ id, hash }: { id: string; hash: string }): string => `${id}/${hash}`;

export class Kept {
  readonly #folder: string;
  readonly #log: Log;
  readonly #packages = new Map<string, Package>();
  readonly #busy = new Map<string, Promise<void>>();

  constructor(folder: string, log: Log) {
    this.#folder = folder;
    this.#log = log;
  }

  /** Finds again what was kept; what is not among `needed` is deleted. */
  async load(needed: ReadonlySet<string>): Promise<void> {
    await mkdir(this.#folder, { recursive: true });
    const { packages } = await scanFolder(this.#folder, 'folder');
    for (const one of packages)
      if (needed.has(keyOf(one.graphic))) this.#packages.set(keyOf(one.graphic), one);
    const folders = new Set([...this.#packages.values()].map(({ folder }) => folder));
    for (const name of await readdir(this.#folder)) {
      const path = join(this.#folder, name);
      if (!folders.has(path)) await rm(path, { recursive: true, force: true });
    }
  }

  get(key: string): Package | undefined {
    return this.#packages.get(key);
  }

  /** Never fails: without a copy the files are served from where they are, for as long as they are there. */
  keep(one: Package): Promise<void> {
    const key = keyOf(one.graphic);
    const known = this.#busy.get(key);
    if (known) return known;
    if (this.#packages.has(key)) return Promise.resolve();
    const { id, hash } = one.graphic;
    const work = copyPackage(one, join(this.#folder, `${folderName(id)}-${hash}`))
      .then((copy) => {
        if (copy) this.#packages.set(key, copy);
        else this.#log.warn({ id, hash }, 'a template changed before it could be copied aside');
      })
      .catch((error: unknown) =>
        this.#log.error({ err: error, id, hash }, 'a template cannot be copied aside'),
      )
      .finally(() => this.#busy.delete(key));
    this.#busy.set(key, work);
    return work;
  }

  /** All copies that were asked for are there, or have failed. */
  async settled(): Promise<void> {
    await Promise.all(this.#busy.values());
  }
}
