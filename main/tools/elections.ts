/** Elections in files: one on its own, or one of the file that is shipped. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { readRecord, type ElectionRecord } from '../../core/election/record.ts';
import { messageOf, StartError, systemCode } from '../errors.ts';
import { whereJsonBreaks } from './json-place.ts';

const Several = z.looseObject({
  elections: z.array(z.unknown()),
  preliminary: z.array(z.unknown()).default([]),
});

const Named = z.looseObject({ id: z.string() });

/** Below this folder of the build lie the elections that are shipped. */
export const ELECTIONS = 'elections';

/** @throws StartError with exit code 2, saying where the text stops being JSON */
export function parseJson(text: string, name: string): unknown {
  const plain = text.replace(/^\uFEFF/, '');
  try {
    return JSON.parse(plain) as unknown;
  } catch (error) {
    const place = whereJsonBreaks(plain);
    const where = place ? `line ${place.line}, column ${place.column}` : messageOf(error);
    throw new StartError(plain.trim() === '' ? `${name} is empty` : `${name} is not JSON: ${where}`, 2);
  }
}

/** The entries of a file of elections; null where the value is not such a file. */
export function entriesOf(value: unknown): { id: string; value: unknown }[] | null {
  const parsed = Several.safeParse(value);
  if (!parsed.success) return null;
  return [...parsed.data.elections, ...parsed.data.preliminary].map((entry) => {
    const named = Named.safeParse(entry);
    return { id: named.success ? named.data.id : '', value: entry };
  });
}

/**
 * The elections that are shipped, official counts first.
 * @param build the folder of the build, `out`
 * @throws StartError where the build lacks them or one of them cannot be read
 */
export async function readElections(build: string): Promise<ElectionRecord[]> {
  const path = join(build, ELECTIONS, 'nz-elections.json');
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    if (systemCode(error) === 'ENOENT') throw new StartError(`${path} is missing from the build`);
    throw error;
  }
  return (entriesOf(parseJson(text, path)) ?? []).map(({ id, value }) => {
    const reading = readRecord(value);
    if (!reading.ok) throw new StartError(`${path}: ${id}: ${reading.problem}`);
    return reading.record;
  });
}
