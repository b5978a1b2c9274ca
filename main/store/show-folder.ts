/**
 * A show's folder: `show.json` (a snapshot), `journal.jsonl` (what came after it) and one generation before of each.
 * Nothing is ever overwritten that could not be read: a damaged folder is copied aside first.
 */
import { cp, mkdir, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { applyPatches, type Patch } from 'immer';
import writeFileAtomic from 'write-file-atomic';
import { isObject } from '../../core/json.ts';
import { firstIssue } from '../../core/plain-issue.ts';
import { secured } from '../../core/rehearsal/load.ts';
import { JournalLine, ShowFile } from '../../core/schema/show-file.ts';
import { SHOW_FORMAT } from '../../core/schema/show.ts';
import type { State } from '../../core/state.ts';
import { messageOf, StartError, systemCode } from '../errors.ts';

export interface Loaded {
  state: State;
  revision: number;
  /** Lines of the journal that are newer than the snapshot. */
  lines: number;
  /** What had to be dropped or repaired, in sentences. */
  notes: string[];
}

export const pathsOf = (folder: string) => ({
  show: join(folder, 'show.json'),
  previousShow: join(folder, 'show.previous.json'),
  /** A snapshot on its way: whole on disk before anything older is moved. */
  nextShow: join(folder, 'show.next.json'),
  journal: join(folder, 'journal.jsonl'),
  previousJournal: join(folder, 'journal.previous.jsonl'),
  asRun: join(folder, 'as-run.jsonl'),
  facts: join(folder, 'facts.jsonl'),
  versions: join(folder, 'versions'),
  pictures: join(folder, 'pictures'),
});

async function readText(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return null;
    throw new StartError(`${path} cannot be read: ${messageOf(error)}`);
  }
}

type Read<T> = { ok: true; value: T } | { ok: false; why: string };

/** @throws StartError for a show of a newer version: it must not be touched at all */
function parseShow(text: string, path: string): Read<ShowFile> {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    return { ok: false, why: `${path} is not JSON (${messageOf(error)})` };
  }
  const format = isObject(json) ? json['format'] : undefined;
  if (typeof format === 'number' && format > SHOW_FORMAT) {
    throw new StartError(
      `${path} was saved by a newer version of Tallydesk (format ${format}; this version reads up to ${SHOW_FORMAT}): nothing was changed`,
    );
  }
  const parsed = ShowFile.safeParse(json);
  if (parsed.success) return { ok: true, value: parsed.data };
  return { ok: false, why: `${path}: ${firstIssue(parsed.error, 'the show')}` };
}

interface JournalRead {
  lines: JournalLine[];
  /** A half-written last line: what a kill leaves behind. */
  cut: boolean;
  /** A whole line that is bad: everything from there on is unreadable. */
  damage: string | null;
}

function parseJournal(text: string, path: string): JournalRead {
  const rows = text.split('\n');
  const complete = rows.at(-1) === '';
  if (complete) rows.pop();
  const lines: JournalLine[] = [];
  for (const [index, row] of rows.entries()) {
    const line = parseLine(row);
    if (line) lines.push(line);
    else if (index === rows.length - 1 && !complete) return { lines, cut: true, damage: null };
    else return { lines, cut: false, damage: `${path} line ${index + 1} is damaged` };
  }
  return { lines, cut: false, damage: null };
}

function parseLine(row: string): JournalLine | null {
  try {
    return JournalLine.safeParse(JSON.parse(row)).data ?? null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

async function copyAside(folder: string, now: number): Promise<string> {
  const aside = `${folder}.damaged-${new Date(now).toISOString().replaceAll(':', '-')}`;
  await cp(folder, aside, { recursive: true });
  return aside;
}

/**
 * With the rehearsal barrier as it must be, whatever the files say.
 * @returns null when the folder holds no show yet
 */
export async function loadShow(folder: string, now: number): Promise<Loaded | null> {
  const read = await readShow(folder, now);
  if (!read) return null;
  const { state, notes } = secured(read.state, now);
  if (notes.length === 0) return read;
  const aside = await copyAside(folder, now);
  const kept = `the folder as it was is kept in ${aside}`;
  return { ...read, state, notes: [...read.notes, ...notes.map((note) => `${note}; ${kept}`)] };
}

async function readShow(folder: string, now: number): Promise<Loaded | null> {
  const paths = pathsOf(folder);
  const notes: string[] = [];
  let aside: string | null = null;
  const setAside = async (why: string) => {
    aside ??= await copyAside(folder, now);
    notes.push(`${why}; the folder as it was is kept in ${aside}`);
  };

  const file = await readSnapshot(paths, setAside, notes);
  if (!file) return null;
  let { revision } = file;
  let state: State = { show: file.show, air: file.air, rehearsal: file.rehearsal, held: file.held };
  let lines = 0;
  for (const path of [paths.previousJournal, paths.journal]) {
    const read = parseJournal((await readText(path)) ?? '', path);
    // what is wrong with the older journal matters only where it leaves a gap, and a gap is found below
    if (path === paths.journal) {
      if (read.cut) notes.push(`the last line of ${path} was cut off and has been dropped`);
      if (read.damage) await setAside(read.damage);
    }
    for (const line of read.lines) {
      if (line.revision <= revision) continue;
      if (line.revision !== revision + 1) {
        await setAside(`${path}: revision ${revision + 1} is missing before ${line.revision}`);
        return { state, revision, lines, notes };
      }
      const next = patched(state, line);
      if (!next) {
        await setAside(`${path}: revision ${line.revision} does not fit what came before it`);
        return { state, revision, lines, notes };
      }
      state = next;
      revision = line.revision;
      lines += 1;
    }
  }
  return { state, revision, lines, notes };
}

/** Null where a line that could be read changes what is not there. */
function patched(state: State, { patches }: JournalLine): State | null {
  try {
    return applyPatches(state, patches as Patch[]);
  } catch {
    // immer's own words are about its code; the caller names the revision
    return null;
  }
}

/**
 * The snapshot alone, without the journal after it: for another show than the one that is open. Nothing is repaired.
 * @returns null when the folder holds no show
 * @throws StartError where there is one that cannot be read
 */
export async function readShowFile(folder: string): Promise<ShowFile | null> {
  const paths = pathsOf(folder);
  for (const path of [paths.show, paths.previousShow]) {
    const text = await readText(path);
    if (text === null) continue;
    const read = parseShow(text, path);
    if (read.ok) return read.value;
    throw new StartError(read.why);
  }
  return null;
}

async function readSnapshot(
  paths: ReturnType<typeof pathsOf>,
  setAside: (why: string) => Promise<void>,
  notes: string[],
): Promise<ShowFile | null> {
  const text = await readText(paths.show);
  const first = text === null ? null : parseShow(text, paths.show);
  // whole on disk, and the disk refused to put it in its place: the journals go on from here and not from before it
  const next = await readText(paths.nextShow);
  const coming = next === null ? null : parseShow(next, paths.nextShow);
  if (coming?.ok && first?.ok && coming.value.revision > first.value.revision) return coming.value;
  if (first?.ok) return first.value;
  const previous = await readText(paths.previousShow);
  if (text === null && previous === null) return null;
  const second = previous === null ? null : parseShow(previous, paths.previousShow);
  if (second?.ok) {
    if (first) await setAside(first.why);
    notes.push(`the show was put together again from ${paths.previousShow} and the journals`);
    return second.value;
  }
  const reasons = [first, second].flatMap((read) => (read ? [read.why] : []));
  throw new StartError(`the show cannot be read, and nothing was changed: ${reasons.join('; ')}`);
}

/**
 * Writes a snapshot; the one before it is kept with its journal. In this order, a kill or a full disk at any point
 * leaves a snapshot with every line that came after it.
 * @param rotate moves the journal so far to `previousJournal`
 */
export async function saveSnapshot(
  folder: string,
  state: State,
  revision: number,
  now: number,
  rotate: () => Promise<void>,
): Promise<void> {
  const paths = pathsOf(folder);
  await mkdir(folder, { recursive: true });
  const file: ShowFile = {
    format: SHOW_FORMAT,
    revision,
    savedAt: new Date(now).toISOString(),
    ...state,
  };
  const text = JSON.stringify(file, null, 1) + '\n';
  await writeFileAtomic(paths.nextShow, text);
  await rotate();
  try {
    await rename(paths.show, paths.previousShow);
  } catch (error) {
    if (systemCode(error) !== 'ENOENT') throw error;
    // the first night of a show has something to fall back on too
    await writeFileAtomic(paths.previousShow, text);
  }
  await rename(paths.nextShow, paths.show);
}
