/** All templates of a station: every version installed, which one is in use, and where each one's files are. */
import { mkdir, rm } from 'node:fs/promises';
import { dirname, isAbsolute, join } from 'node:path';
import type { Graphic } from '../../core/schema/manifest.ts';
import { messageOf } from '../errors.ts';
import type { Log } from '../world.ts';
import { ChoicesFile } from './choices.ts';
import { copyPackage, folderName, withTemporary } from './copies.ts';
import { scanFolder, scanNamedFolder, type Fault, type Package, type Scanned } from './find.ts';
import { Inventories } from './inventory.ts';
import { Kept, keyOf } from './kept.ts';
import { LibraryError } from './library-error.ts';
import { inUse, mayUseNetwork, ofId } from './order.ts';
import { unpack } from './zip.ts';

export interface LibraryOptions {
  /** The packages that came with Tallydesk. */
  shipped: string;
  /** Folders that somebody named, which win over the shipped ones. */
  folders: readonly string[];
  /** The data folder. */
  data: string;
  /** The show's folder: versions that it has on air are copied there. */
  show: string;
  log: Log;
}

export interface Imported {
  imported: { id: string; hash: string; name: string }[];
  /** Packages in it that cannot be offered, and why. */
  problems: string[];
}

interface Root {
  folder: string;
  source: Package['source'];
  scanned: Scanned;
}

export class Library {
  readonly #log: Log;
  readonly #choices: ChoicesFile;
  readonly #kept: Kept;
  readonly #inventories = new Inventories();
  readonly #imports: string;
  readonly #roots: Root[];
  readonly #asked = new Map<string, Set<string>>();
  /** Templates that no version of could be chosen, and why. */
  #faults: string[] = [];
  #inUse: ReadonlyMap<string, Graphic> = new Map();
  #onChange: () => void = () => undefined;
  /** One scan, import or choice after the other: each sees what the one before it left. */
  #turn: Promise<unknown> = Promise.resolve();

  private constructor({ shipped, folders, data, show, log }: LibraryOptions, choices: ChoicesFile) {
    this.#log = log;
    this.#choices = choices;
    this.#imports = join(data, 'graphics');
    this.#kept = new Kept(join(show, 'graphics-cache'), log);
    const root = (folder: string, source: Root['source']): Root => ({
      folder,
      source,
      scanned: { packages: [], faults: [] },
    });
    this.#roots = [
      root(shipped, 'shipped'),
      root(this.#imports, 'imported'),
      ...folders.map((folder) => root(folder, 'folder')),
    ];
  }

  static async open(options: LibraryOptions): Promise<Library> {
    const choices = await ChoicesFile.open(join(options.data, 'graphics.json'), options.log);
    const library = new Library(options, choices);
    await mkdir(library.#imports, { recursive: true });
    for (const root of library.#roots) root.scanned = await library.#scan(root);
    library.#compose();
    return library;
  }

  /** @param shown versions that are on air, may come back to it, or were when the station stopped */
  loadKept(shown: Iterable<{ id: string; hash: string }>): Promise<void> {
    return this.#kept.load(new Set([...shown].map(keyOf)));
  }

  /** @param listener hears of every change of what is in use, and of what is wrong */
  onChange(listener: () => void): void {
    this.#onChange = listener;
  }

  /** The version in use of each id. A new map after every change. */
  get graphics(): ReadonlyMap<string, Graphic> {
    return this.#inUse;
  }

  get problems(): string[] {
    return [...this.#roots.flatMap(({ scanned }) => scanned.faults.map(({ text }) => text)), ...this.#faults];
  }

  /** A version that is installed, or kept because it is on air. */
  versionOf(id: string, hash: string): Graphic | undefined {
    const one = this.#find(id, hash);
    return one && { ...one.graphic, network: this.mayUseNetwork(id, hash) };
  }

  /** Where a version's files are; null for one that is not here. */
  folderOf(id: string, hash: string): string | null {
    return this.#find(id, hash)?.folder ?? null;
  }

  mayUseNetwork(id: string, hash: string): boolean {
    return mayUseNetwork(this.#choices.now, id, hash);
  }

  /** It is on air or armed: its files stay as they are from now on, whatever happens where they came from. */
  async keep({ id, hash }: { id: string; hash: string }): Promise<void> {
    const one = this.#installed(id, hash);
    // what was imported is ours and never changes
    if (one && one.source !== 'imported') await this.#kept.keep(one);
  }

  /** A graphic asked for an address and was refused: somebody may want to allow it. */
  noteAsked(id: string, hash: string, address: string): void {
    const key = keyOf({ id, hash });
    const known = this.#asked.get(key) ?? new Set<string>();
    if (known.has(address) || known.size >= 20) return;
    this.#asked.set(key, known.add(address));
    this.#changed();
  }

  /** Looks again at one of the folders. A package that is half written keeps its last good version. */
  rescan(folder: string): Promise<void> {
    return this.#inTurn(async () => {
      const root = this.#roots.find((one) => one.folder === folder);
      if (!root) return;
      const before = root.scanned;
      const now = await this.#scan(root);
      const broken = new Set(now.faults.map(({ path }) => path));
      const good = before.packages.filter(({ manifest }) => broken.has(manifest));
      root.scanned = { packages: [...now.packages, ...good], faults: now.faults };
      if (isSame(before, root.scanned)) return;
      this.#changed();
    });
  }

  /** @throws LibraryError */
  async use(id: string, hash: string | null): Promise<void> {
    await this.#inTurn(async () => {
      if (hash !== null) this.#mustHave(id, hash);
      await this.#choices.pin(id, hash);
      this.#changed();
    });
  }

  /** @throws LibraryError */
  async allowNetwork(id: string, hash: string, allow: boolean): Promise<void> {
    await this.#inTurn(async () => {
      this.#mustHave(id, hash);
      await this.#choices.allow(id, hash, allow);
      this.#changed();
    });
  }

  /** @param path of a zip on this disk. @throws LibraryError */
  importZip(path: string): Promise<Imported> {
    return withTemporary(this.#imports, async (folder) => {
      await unpack(path, folder);
      const imported = await this.importFolder(folder);
      return { ...imported, problems: imported.problems.map((text) => text.replaceAll(`${folder}/`, '')) };
    });
  }

  /** Copies every package in it. @throws LibraryError */
  importFolder(folder: string): Promise<Imported> {
    return this.#inTurn(async () => {
      if (!isAbsolute(folder))
        throw new LibraryError('folder_unreadable', 'a folder is named from the disk’s root');
      const { packages, faults } = await scanNamedFolder(folder, 'imported').catch((error: unknown) => {
        throw new LibraryError('folder_unreadable', messageOf(error));
      });
      const [fault] = faults;
      if (packages.length === 0) throw notImported(fault, folder);
      const imported: Imported['imported'] = [];
      for (const one of packages) {
        const { id, hash, name } = one.graphic;
        const to = join(this.#imports, folderName(id), hash);
        await mkdir(dirname(to), { recursive: true });
        if (!(await copyPackage(one, to))) {
          throw new LibraryError('package_invalid', `${name}: its files changed while they were copied`);
        }
        imported.push({ id, hash, name });
      }
      await this.#rescanImports();
      return { imported, problems: faults.map(({ text }) => text) };
    });
  }

  /** @param shown true while it is on air or armed. @throws LibraryError */
  remove(id: string, hash: string, shown: boolean): Promise<void> {
    return this.#inTurn(async () => {
      const { name } = this.#mustHave(id, hash).graphic;
      const isOurs = this.#roots.some(
        ({ source, scanned }) =>
          source === 'imported' &&
          scanned.packages.some(({ graphic }) => graphic.id === id && graphic.hash === hash),
      );
      if (!isOurs) {
        throw new LibraryError('not_imported', `“${name}” was not imported: delete it where it lies`);
      }
      if (shown) throw new LibraryError('version_in_use', `“${name}” is on air or armed: take it off first`);
      await rm(join(this.#imports, folderName(id), hash), { recursive: true, force: true });
      if (ofId(this.#choices.now.pins, id) === hash) await this.#choices.pin(id, null);
      await this.#rescanImports();
    });
  }

  /** Everything that was begun is done. */
  async settled(): Promise<void> {
    await this.#turn;
    await this.#kept.settled();
  }

  async #rescanImports(): Promise<void> {
    const root = this.#roots.find(({ source }) => source === 'imported');
    if (root) root.scanned = await this.#scan(root);
    this.#changed();
  }

  async #scan({ folder, source }: Root): Promise<Scanned> {
    if (source !== 'imported') return scanNamedFolder(folder, source, this.#inventories);
    // many versions of one id lie side by side there, and none at all is as good
    return inTheirPlace(folder, await scanFolder(folder, source, this.#inventories));
  }

  #installed(id: string, hash: string): Package | undefined {
    return this.#roots
      .toReversed()
      .flatMap(({ scanned }) => scanned.packages)
      .find(({ graphic }) => graphic.id === id && graphic.hash === hash);
  }

  /** The copy first: it cannot change. */
  #find(id: string, hash: string): Package | undefined {
    return this.#kept.get(keyOf({ id, hash })) ?? this.#installed(id, hash);
  }

  #mustHave(id: string, hash: string): Package {
    const one = this.#installed(id, hash);
    if (one) return one;
    throw new LibraryError('version_unknown', `There is no version ${hash} of the template “${id}”.`);
  }

  #compose(): void {
    const packages = this.#roots.flatMap(({ scanned }) => scanned.packages);
    const askedOf = (id: string, hash: string) => [...(this.#asked.get(keyOf({ id, hash })) ?? [])];
    const found: [string, Graphic][] = [];
    this.#faults = [];
    for (const id of new Set(packages.map(({ graphic }) => graphic.id))) {
      const all = packages.filter(({ graphic }) => graphic.id === id);
      try {
        found.push(...inUse(all, this.#choices.now, askedOf));
      } catch (error) {
        // one template that nobody foresaw must not take the others away
        this.#log.error({ err: error, id }, 'a template cannot be offered: this is a bug in Tallydesk');
        this.#faults.push(`The template “${id}” cannot be offered: ${messageOf(error)}`);
      }
    }
    this.#inUse = new Map(found);
  }

  #changed(): void {
    this.#compose();
    this.#onChange();
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const result = this.#turn.then(work);
    this.#turn = result.catch((error: unknown) => {
      // whoever asked hears of it
      if (!(error instanceof LibraryError)) this.#log.warn({ err: error }, 'the template library failed');
    });
    return result;
  }
}

/**
 * Of a folder with several packages each has a copy of its own, in which the others lie too: they do not count there, or
 * deleting one would leave it in the copies of the others.
 */
function inTheirPlace(root: string, { packages, faults }: Scanned): Scanned {
  // some disks do not tell capitals from small letters
  const isInPlace = ({ folder, graphic: { id, hash } }: Package) =>
    folder.toLowerCase() === join(root, folderName(id), hash).toLowerCase();
  const places = new Set(packages.filter(isInPlace).map(({ folder }) => folder));
  const strays = packages.filter(({ folder }) => !places.has(folder));
  const strayFaults = strays.map(({ manifest }) => ({
    path: manifest,
    text: `${manifest}: its files are not those that were imported: import it again`,
  }));
  return { packages: packages.filter(isInPlace), faults: [...faults, ...strayFaults] };
}

function notImported(fault: Fault | undefined, folder: string): LibraryError {
  const text = fault?.text ?? 'there is no OGraf package in it';
  const code = text.includes('holds no OGraf package') ? 'no_package' : 'package_invalid';
  return new LibraryError(code, text.replaceAll(`${folder}/`, '').replace(folder, 'it'));
}

const isSame = (a: Scanned, b: Scanned): boolean => {
  const short = ({ packages, faults }: Scanned) =>
    JSON.stringify([packages.map(({ graphic, manifest }) => [manifest, graphic.hash]), faults]);
  return short(a) === short(b);
};
