/**
 * Versions of a show, to go back to: every ten minutes in which something changed, at each start, before what replaces
 * much at once, and when a person says so. A file each in the show's `versions` folder: one line that says what it is,
 * then the show, compressed. Written beside everything else; air never waits for it.
 */
import { mkdir, open, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import writeFileAtomic from 'write-file-atomic';
import type { Show } from '../../core/schema/show.ts';
import { allRows } from '../../core/table.ts';
import { messageOf, StartError, systemCode } from '../errors.ts';
import type { Log } from '../world.ts';
import { VersionInfo, versionsToDrop, type VersionReason } from './keep-versions.ts';
import { showLines, showOfLines } from './show-text.ts';

const pack = promisify(gzip);
const unpack = promisify(gunzip);

/** Milliseconds between two that nobody asked for. */
export const EVERY_MS = 10 * 60_000;

const ENDING = '.version';
/** Of the line at the head. Bytes. */
const HEAD = 32_768;
/** Of a show when it is unpacked. Bytes. */
const MOST = 512 * 1024 * 1024;

export interface VersionsDeps {
  folder: string;
  /** The live show, now. */
  show: () => Show;
  now: () => number;
  log: Log;
}

export class Versions {
  readonly #deps: VersionsDeps;
  #list: VersionInfo[];
  /** The very show that the newest version holds: what is still the same object has not changed. */
  #saved: Show | null = null;
  #last: Promise<unknown> = Promise.resolve();
  #problem: string | null = null;
  readonly #timer: NodeJS.Timeout;

  private constructor(deps: VersionsDeps, list: VersionInfo[]) {
    this.#deps = deps;
    this.#list = list;
    this.#timer = setInterval(() => void this.tick(), EVERY_MS).unref();
  }

  static async open(deps: VersionsDeps): Promise<Versions> {
    return new Versions(deps, await listOf(deps));
  }

  /** The newest first. */
  get list(): readonly VersionInfo[] {
    return this.#list;
  }

  /** Why the last one could not be written; null when it was. Tried again at the next turn. */
  get problem(): string | null {
    return this.#problem;
  }

  /** Saves one if something has changed since the last one. */
  async tick(): Promise<void> {
    if (this.#deps.show() !== this.#saved) await this.#trySave('auto', '', 'station');
  }

  /**
   * The show as it was before something that replaces much: `show` is the very object, so that nobody waits for it.
   * Never fails: what happens is not held up by a full disk.
   */
  async keep(show: Show, reason: Exclude<VersionReason, 'named'>, by: string): Promise<void> {
    if (show !== this.#saved) await this.#trySave(reason, '', by, show);
  }

  /** Hashes of the media that the versions need. */
  media(): ReadonlySet<string> {
    return new Set(this.#list.flatMap(({ media }) => media));
  }

  /** @throws where the disk refuses */
  save(reason: VersionReason, name: string, by: string, show = this.#deps.show()): Promise<VersionInfo> {
    // `show` is of this very moment, whatever is being written
    const at = this.#deps.now();
    const saved = this.#last.then(() => this.#write(show, at, reason, name, by));
    this.#last = saved.catch(() => undefined);
    return saved;
  }

  info(id: string): VersionInfo | null {
    return this.#list.find((one) => one.id === id) ?? null;
  }

  /** @throws StartError with a sentence where it cannot be read */
  async read(id: string): Promise<Show> {
    const path = join(this.#deps.folder, id + ENDING);
    try {
      const file = await readFile(path);
      const text = await unpack(file.subarray(file.indexOf(0x0a) + 1), { maxOutputLength: MOST });
      return showOfLines(text.toString('utf8'));
    } catch (error) {
      this.#deps.log.warn({ err: error, path }, 'a version cannot be read');
      throw new StartError(`the version cannot be read: ${messageOf(error).split('\n')[0] ?? ''}`);
    }
  }

  async close(): Promise<void> {
    clearInterval(this.#timer);
    await this.#last;
  }

  async #trySave(reason: VersionReason, name: string, by: string, show = this.#deps.show()): Promise<void> {
    try {
      await this.save(reason, name, by, show);
    } catch (error) {
      this.#deps.log.error({ err: error }, 'a version could not be saved; the show itself is not concerned');
    }
  }

  async #write(
    show: Show,
    at: number,
    reason: VersionReason,
    name: string,
    by: string,
  ): Promise<VersionInfo> {
    const { folder, now, log } = this.#deps;
    const info: VersionInfo = {
      id: this.#freeId(at, reason),
      at,
      reason,
      name,
      by,
      title: show.title,
      facts: allRows(show.facts).length,
      cues: show.rundown.length,
      media: show.media.slice(0, 500).map(({ hash }) => hash),
    };
    try {
      await mkdir(folder, { recursive: true });
      const head = Buffer.from(`${JSON.stringify(info)}\n`);
      const body = await pack(await showLines(show));
      await writeFileAtomic(join(folder, info.id + ENDING), Buffer.concat([head, body]));
      this.#problem = null;
    } catch (error) {
      this.#problem = messageOf(error);
      throw error;
    }
    this.#saved = show;
    this.#list = [info, ...this.#list];
    await this.#sweep(now(), log);
    return info;
  }

  #freeId(at: number, reason: VersionReason): string {
    const id = `${String(at).padStart(13, '0')}-${reason}`;
    const same = this.#list.filter((one) => one.id === id || one.id.startsWith(`${id}-`)).length;
    return same === 0 ? id : `${id}-${same + 1}`;
  }

  async #sweep(now: number, log: Log): Promise<void> {
    const gone = new Set(versionsToDrop(this.#list, now));
    if (gone.size === 0) return;
    this.#list = this.#list.filter(({ id }) => !gone.has(id));
    for (const id of gone) {
      await rm(join(this.#deps.folder, id + ENDING), { force: true }).catch((error: unknown) =>
        log.warn({ err: error, id }, 'an old version could not be deleted'),
      );
    }
  }
}

async function listOf({ folder, log }: VersionsDeps): Promise<VersionInfo[]> {
  let names: string[];
  try {
    names = await readdir(folder);
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return [];
    throw error;
  }
  const list: VersionInfo[] = [];
  for (const name of names) {
    if (!name.endsWith(ENDING)) continue;
    const info = await headOf(join(folder, name)).catch(() => null);
    if (info && `${info.id}${ENDING}` === name) list.push(info);
    else log.warn({ name }, 'a version’s file cannot be read; it stays where it is');
  }
  return list.sort((a, b) => b.at - a.at || (a.id < b.id ? 1 : -1));
}

async function headOf(path: string): Promise<VersionInfo | null> {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD), 0, HEAD, 0);
    const end = buffer.subarray(0, bytesRead).indexOf(0x0a);
    if (end < 0) return null;
    return VersionInfo.safeParse(JSON.parse(buffer.toString('utf8', 0, end))).data ?? null;
  } finally {
    await file.close();
  }
}
