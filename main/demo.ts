/** The shipped demo shows: what a new user finds, copied into the data folder at the first start. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Show } from '../core/schema/show.ts';
import { stateOf, type State } from '../core/state.ts';
import { systemCode } from './errors.ts';

/** @returns null when there is no demo show of that id */
export async function readDemo(folder: string, id: string): Promise<State | null> {
  let text: string;
  try {
    text = await readFile(join(folder, `${id}.json`), 'utf8');
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return null;
    throw error;
  }
  return stateOf(Show.parse(JSON.parse(text)));
}
