/** A simulated night as files, for readers and feeds: with the parties of the demo show of that election. */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { readRecord, type ElectionRecord } from '../../core/election/record.ts';
import { Show } from '../../core/schema/show.ts';
import { countFiles, listFiles } from '../../main/simulator/files.ts';
import { planNight, type Night } from '../../main/simulator/night.ts';
import { momentOf, stateAt } from '../../main/simulator/state.ts';

const root = resolve(import.meta.dirname, '../..');

const readJson = (path: string): unknown => JSON.parse(readFileSync(join(root, path), 'utf8'));

export function electionRecord(id: string): ElectionRecord {
  const { elections } = readJson('assets/elections/nz-elections.json') as { elections: { id: string }[] };
  const read = readRecord(elections.find((one) => one.id === id));
  if (!read.ok) throw new Error(read.problem);
  return read.record;
}

export const demoShow = (id: string): Show => Show.parse(readJson(`assets/demo/${id}.json`));

let planned: Night | null = null;

/** The night of 2008. */
export const night2008 = (): Night => (planned ??= planNight(electionRecord('nz-2008'), 1));

/** Its files when about so much is counted; `Infinity` is the end. */
export function filesAtCount(percent: number): Record<string, string> {
  const night = night2008();
  const moment = percent === Infinity ? 1 : momentOf(night, percent);
  return Object.fromEntries([...listFiles(night), ...countFiles(stateAt(night, moment))]);
}
