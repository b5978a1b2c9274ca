// The elections that Tallydesk ships, with the seats that were declared: what the arithmetic is held against.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { z } from 'zod';
import { readRecord, type ElectionRecord } from '../../../core/election/record.ts';
import type { Contest } from '../../../core/election/contest.ts';

const Declared = z.looseObject({
  id: z.string(),
  house_seats: z.int(),
  majority: z.int(),
  overhang_seats: z.int(),
  list_seats: z.int(),
  parties: z.array(z.looseObject({ id: z.string(), list_seats: z.int(), total_seats: z.int() })),
});
export type Declared = z.infer<typeof Declared>;

const File = z.object({ elections: z.array(Declared), preliminary: z.array(Declared) });

export const electionsFile = resolve(import.meta.dirname, '../../../assets/elections/nz-elections.json');
const file = File.parse(JSON.parse(readFileSync(electionsFile, 'utf8')));

export const DECLARED: readonly Declared[] = [...file.elections, ...file.preliminary];

export interface Read {
  record: ElectionRecord;
  contest: Contest;
}

export function readDeclared(id: string): Read {
  const entry = DECLARED.find((one) => one.id === id);
  const reading = readRecord(entry);
  if (!reading.ok) throw new Error(reading.problem);
  return reading;
}

export const contestOfElection = (id: string): Contest => readDeclared(id).contest;
