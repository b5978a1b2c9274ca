/** The files of rehearsal logs: JSON lines in `rehearsals/` of the show's folder, one file a rehearsal. */
import { mkdir, open, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { RehearsalLine } from '../../core/rehearsal/log.ts';
import type { ReportHead } from '../../core/rehearsal/report-shape.ts';
import { systemCode } from '../errors.ts';
import { slices } from '../slices.ts';

/** As many are kept; of older ones nobody asks any more. */
export const KEPT = 20;

const NAME = /^([A-Za-z0-9][\w.-]{0,99})\.jsonl$/;

/** What the log of a rehearsal is called: its id, and never a path, whatever a file edited by hand calls it. */
export const fileIdOf = (id: string): string =>
  NAME.test(`${id}.jsonl`) ? id : `r${id.replaceAll(/[^\w-]/g, '-')}`;

export const pathOf = (folder: string, id: string): string => join(folder, `${id}.jsonl`);

async function textOf(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return null;
    throw error;
  }
}

const rowsOf = (text: string): string[] => text.split('\n').filter(Boolean);

function lineOf(row: string): RehearsalLine | null {
  try {
    return RehearsalLine.parse(JSON.parse(row));
  } catch {
    // a line that a kill cut off, or that somebody edited: the report says how many
    return null;
  }
}

export interface ReadLog {
  lines: RehearsalLine[];
  /** How many lines could not be read. */
  damaged: number;
}

/** @returns null where there is no such log */
export async function readLog(folder: string, id: string): Promise<ReadLog | null> {
  const text = NAME.test(`${id}.jsonl`) ? await textOf(pathOf(folder, id)) : null;
  if (text === null) return null;
  const read: ReadLog = { lines: [], damaged: 0 };
  const breathe = slices();
  for (const row of rowsOf(text)) {
    const line = lineOf(row);
    if (line) read.lines.push(line);
    else read.damaged += 1;
    await breathe();
  }
  return read;
}

/** Adds whole lines, or leaves the file as it was: what a full disk took of them is cut off again. */
export async function appendLines(folder: string, id: string, text: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const file = await open(pathOf(folder, id), 'a');
  try {
    const { size } = await file.stat();
    try {
      await file.appendFile(text);
    } catch (error) {
      await file.truncate(size);
      throw error;
    }
  } finally {
    await file.close();
  }
}

/** A log's beginning and end, and how often its takes stand in it: the rest is not looked at. */
function headIn(text: string): ReportHead | null {
  const rows = rowsOf(text);
  const [begin, end] = [rows[0], rows.at(-1)].map((row) => (row === undefined ? null : lineOf(row)));
  if (begin?.line !== 'begin') return null;
  return {
    id: begin.id,
    startedAt: begin.at,
    startedBy: begin.by,
    endedAt: end?.line === 'end' ? end.at : null,
    takes: rows.filter((row) => row.startsWith('{"line":"take"')).length,
  };
}

/** The newest first. */
export async function headsIn(folder: string): Promise<ReportHead[]> {
  let names: string[];
  try {
    names = await readdir(folder);
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return [];
    throw error;
  }
  const heads: ReportHead[] = [];
  for (const name of names.filter((one) => NAME.test(one))) {
    const head = headIn((await textOf(join(folder, name))) ?? '');
    // a file that somebody has copied or renamed is no log of ours
    if (head && `${head.id}.jsonl` === name) heads.push(head);
  }
  return heads.sort((a, b) => b.startedAt - a.startedAt);
}

/** Removes the oldest logs beyond those that are kept. */
export async function prune(folder: string, kept = KEPT): Promise<void> {
  const heads = await headsIn(folder);
  for (const { id } of heads.slice(kept)) await rm(pathOf(folder, id), { force: true });
}
