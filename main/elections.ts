/** The elections that are shipped with the build: votes and electorates, for baselines and for looking things up. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readRecord, type ElectionRecord } from '../core/election/record.ts';
import { messageOf, systemCode } from './errors.ts';
import { entriesOf } from './tools/elections.ts';
import type { Log } from './world.ts';

/** Read once, at the first question. A file that cannot be used is logged, and the others are there. */
export function shippedElections(folder: string, log: Log): () => Promise<ElectionRecord[]> {
  let read: Promise<ElectionRecord[]> | null = null;
  return () => (read ??= electionsIn(folder, log));
}

async function electionsIn(folder: string, log: Log): Promise<ElectionRecord[]> {
  let names: string[];
  try {
    names = await readdir(folder);
  } catch (error) {
    if (systemCode(error) !== 'ENOENT') log.error({ err: error, folder }, 'the elections cannot be read');
    return [];
  }
  const found: ElectionRecord[] = [];
  for (const name of names.filter((file) => file.endsWith('.json')).sort()) {
    try {
      const json: unknown = JSON.parse(await readFile(join(folder, name), 'utf8'));
      // election nights beside the official results
      const entries = entriesOf(json)?.map(({ value }) => value) ?? [json];
      for (const entry of entries) {
        const record = readRecord(entry);
        if (record.ok) found.push(record.record);
        else log.error({ file: name, problem: record.problem }, 'an election is not offered');
      }
    } catch (error) {
      log.error({ file: name }, `a file of elections cannot be read: ${messageOf(error)}`);
    }
  }
  return found;
}
