/** The shows of a data folder: what is there, what is new, and which were opened last. */
import { existsSync } from 'node:fs';
import { open, readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { z } from 'zod';
import { showFromTemplate } from '../../core/show-template.ts';
import type { Show } from '../../core/schema/show.ts';
import { SHOW_FORMAT } from '../../core/schema/show.ts';
import { stateOf } from '../../core/state.ts';
import { isShowId } from '../args.ts';
import { readDemo } from '../demo.ts';
import { messageOf, systemCode } from '../errors.ts';
import { copyMedia, mediaFolder } from '../media/library.ts';
import { badShowName, wholeOrNothing } from '../store/show-copy.ts';
import { readShowFile, saveSnapshot } from '../store/show-folder.ts';
import type { Log } from '../world.ts';
import { newerFormat } from './bundle.ts';
import { ShowsError } from './shows-error.ts';

export const ShelfEntry = z.object({
  id: z.string(),
  title: z.string(),
  /** ISO 8601; null for a demo that has not been opened yet. */
  savedAt: z.string().nullable(),
  /** Epoch ms of when it was opened last; null for never. */
  openedAt: z.number().nullable(),
  /** It is shipped with Tallydesk, and not in the data folder yet. */
  demo: z.boolean(),
  /** Why it cannot be opened; null where it can. */
  problem: z.string().nullable(),
});
export type ShelfEntry = z.infer<typeof ShelfEntry>;

/** Enough for what stands at the beginning of a snapshot. Bytes. */
const HEAD = 8192;

const Recent = z.record(z.string(), z.number());
const recentPath = (data: string): string => join(data, 'recent.json');

async function recentIn(data: string): Promise<Record<string, number>> {
  try {
    return Recent.parse(JSON.parse(await readFile(recentPath(data), 'utf8')));
  } catch {
    // none yet, or one that somebody has spoilt: a list of recent shows is no reason to stop
    return {};
  }
}

/** Notes that a show is opened now. @param now epoch ms */
export async function noteOpened(data: string, show: string, now: number, log: Log): Promise<void> {
  try {
    await writeFileAtomic(recentPath(data), JSON.stringify({ ...(await recentIn(data)), [show]: now }));
  } catch (error) {
    log.warn({ err: error }, 'which shows were opened last could not be noted');
  }
}

const quoted = (text: string, key: string): string | null => {
  const found = new RegExp(`"${key}":\\s*("(?:[^"\\\\]|\\\\.)*")`).exec(text)?.[1];
  if (found === undefined) return null;
  try {
    return z.string().parse(JSON.parse(found));
  } catch {
    // somebody has edited the file: what is wrong with it is said when it is opened
    return null;
  }
};

/** What stands at the head of a show's file, without reading all of a large show. Null where there is no such file. */
export async function headOf(
  folder: string,
): Promise<{ title: string; savedAt: string; format: number } | null> {
  for (const name of ['show.json', 'show.previous.json']) {
    try {
      const file = await open(join(folder, name), 'r');
      try {
        const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD), 0, HEAD, 0);
        const text = buffer.toString('utf8', 0, bytesRead);
        const format = Number(/"format":\s*(\d+)/.exec(text)?.[1] ?? SHOW_FORMAT);
        return {
          title: quoted(text, 'title') ?? basename(folder),
          savedAt: quoted(text, 'savedAt') ?? '',
          format,
        };
      } finally {
        await file.close();
      }
    } catch (error) {
      if (systemCode(error) !== 'ENOENT' && systemCode(error) !== 'ENOTDIR') throw error;
    }
  }
  return null;
}

/** @throws ShowsError naming the file and its format; nothing is touched */
export async function refuseNewer(folder: string): Promise<void> {
  const head = await headOf(folder);
  if (head && head.format > SHOW_FORMAT) throw newerFormat(join(folder, 'show.json'), head.format);
}

/** What a list says of one folder: null where there is no show in it. One that cannot be read hides no other. */
async function onShelf(
  data: string,
  id: string,
): Promise<Pick<ShelfEntry, 'title' | 'savedAt' | 'problem'> | null> {
  try {
    const head = await headOf(join(data, id));
    if (!head) return null;
    const problem = head.format > SHOW_FORMAT ? newerFormat(`“${id}”`, head.format).message : null;
    return { title: head.title, savedAt: head.savedAt || null, problem };
  } catch (error) {
    return { title: id, savedAt: null, problem: `“${id}” cannot be read: ${messageOf(error)}.` };
  }
}

/** Those opened last first, then by name; demos at the end. */
export async function listShows(data: string, build: string): Promise<ShelfEntry[]> {
  const recent = await recentIn(data);
  const shows: ShelfEntry[] = [];
  for (const entry of await readdir(data, { withFileTypes: true })) {
    if (!entry.isDirectory() || !isShowId(entry.name)) continue;
    const found = await onShelf(data, entry.name);
    if (found) shows.push({ ...found, id: entry.name, openedAt: recent[entry.name] ?? null, demo: false });
  }
  const there = new Set(shows.map(({ id }) => id));
  const demos = await demosIn(build);
  const order = (a: ShelfEntry, b: ShelfEntry) =>
    (b.openedAt ?? 0) - (a.openedAt ?? 0) || a.title.localeCompare(b.title);
  return [...shows.sort(order), ...demos.filter(({ id }) => !there.has(id))];
}

async function demosIn(build: string): Promise<ShelfEntry[]> {
  let names: string[];
  try {
    names = await readdir(join(build, 'demo'));
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return [];
    throw error;
  }
  const ids = names.filter((name) => name.endsWith('.json')).map((name) => name.slice(0, -'.json'.length));
  const demos = await Promise.all(ids.filter(isShowId).map((id) => readDemo(join(build, 'demo'), id)));
  return demos.flatMap((state) =>
    state
      ? [
          {
            id: state.show.id,
            title: state.show.title,
            savedAt: null,
            openedAt: null,
            demo: true,
            problem: null,
          },
        ]
      : [],
  );
}

/** A folder's name for a title: `Election night – Ōtaki` → `election-night-otaki`. */
export const idOfTitle = (title: string): string =>
  title
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 50) || 'show';

/** One that is not there yet: with a number behind it where it is. */
export function freeId(data: string, wanted: string): string {
  for (let n = 1; ; n++) {
    const id = n === 1 ? wanted : `${wanted}-${n}`;
    if (!existsSync(join(data, id))) return id;
  }
}

/** @throws ShowsError where a show cannot be made there */
export function newFolder(data: string, id: string): string {
  const bad = badShowName(id);
  if (bad !== null) throw new ShowsError('bad_name', bad);
  const folder = join(data, id);
  if (existsSync(folder)) {
    throw new ShowsError('show_exists', `There is a show “${id}” already: nothing is ever written over it.`);
  }
  return folder;
}

/**
 * A show of the data folder, or a demo, as it was saved last.
 * @throws ShowsError where there is none, or it cannot be read
 */
export async function readStored(data: string, build: string, id: string): Promise<Show> {
  if (!isShowId(id)) throw new ShowsError('show_unknown', `There is no show “${id}”.`);
  const folder = join(data, id);
  await refuseNewer(folder);
  try {
    const file = await readShowFile(folder);
    const show = file ? (file.held ?? file.show) : ((await readDemo(join(build, 'demo'), id))?.show ?? null);
    if (show) return show;
  } catch (error) {
    throw new ShowsError('show_broken', `The show “${id}” cannot be read: ${messageOf(error)}.`);
  }
  throw new ShowsError('show_unknown', `There is no show “${id}”.`);
}

export interface NewShow {
  id: string;
  title: string;
  /** Null: nothing but one show's worth of defaults. */
  template: Show;
  keepFacts: boolean;
  keepCues: boolean;
  /** Where the template's media are; null where it has none. */
  media: string | null;
}

/** Makes a show's folder. @throws ShowsError where it is there already */
export async function makeShow(data: string, wanted: NewShow, now: number): Promise<Show> {
  const folder = newFolder(data, wanted.id);
  const show = showFromTemplate(wanted.template, wanted);
  await wholeOrNothing(folder, async () => {
    if (wanted.media !== null) await copyMedia(wanted.media, mediaFolder(folder), show.media);
    await saveSnapshot(folder, stateOf(show), 0, now, () => Promise.resolve());
  });
  return show;
}
