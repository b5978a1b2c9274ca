/**
 * What one House costs, beside the same number of plain multiplications and comparisons in a loop: allocation, the table
 * of quotients, every party's gaps and all coalitions. They take turns, so that their ratios hold on a busy machine.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { allocate } from '../../core/election/allocate.ts';
import { coalitionsOf } from '../../core/election/coalitions.ts';
import { gapsOf } from '../../core/election/gaps.ts';
import { quotientTable } from '../../core/election/quotients.ts';
import { readRecord } from '../../core/election/record.ts';
import { entriesOf, parseJson } from '../../main/tools/elections.ts';
import { goalOf, median, monotonic, quantile, rowOf, type Bench } from './result.ts';

const ROUNDS = 400;
/** Calls of one sample, where one alone would be too short to time. */
const PER_SAMPLE = 20;

/** As many quotients as 120 seats among nine parties ask for, each compared with the best so far. */
function reference(votes: readonly number[]): number {
  let best = 0;
  for (let seat = 1; seat <= 120; seat += 1) {
    for (const n of votes) if (n * (2 * seat - 1) > best) best = n * (2 * seat - 1);
  }
  return best;
}

export const allocation: Bench = async ({ here }) => {
  const path = join(here, '../../assets/elections/nz-elections.json');
  const entry = entriesOf(parseJson(await readFile(path, 'utf8'), path))?.find(({ id }) => id === 'nz-2008');
  const reading = readRecord(entry?.value);
  if (!reading.ok) throw new Error(reading.problem);
  const { contest } = reading;
  const house = allocate(contest);
  const votes = contest.parties.slice(0, 9).map((party) => party.votes);
  const seats = house.parties.map(({ id, total }) => ({ id, seats: total }));
  const subjects = {
    'plain loop': { times: PER_SAMPLE, run: () => reference(votes) },
    'one House': { times: PER_SAMPLE, run: () => allocate(contest).house },
    quotients: { times: 1, run: () => quotientTable(house).quotients.length },
    coalitions: { times: PER_SAMPLE, run: () => coalitionsOf(seats, house.majority).coalitions.length },
    'all gaps': { times: 1, run: () => gapsOf(contest).length },
  };
  const spent = new Map<string, number[]>(Object.keys(subjects).map((name) => [name, []]));
  // what is worked out is added up, or an optimiser might leave it out
  let sum = 0;
  for (let round = -40; round < ROUNDS; round += 1) {
    for (const [name, { times, run }] of Object.entries(subjects)) {
      const from = monotonic();
      for (let i = 0; i < times; i += 1) sum += run();
      if (round >= 0) spent.get(name)?.push(((monotonic() - from) * 1000) / times);
    }
  }
  const of = (name: string): number[] => spent.get(name) ?? [];
  const [first, ...others] = Object.keys(subjects);
  if (first === undefined || sum === 0) throw new Error('nothing was measured');
  return {
    rows: [rowOf(first, 'µs', of(first)), ...others.map((name) => rowOf(name, 'µs', of(name), first))],
    goals: [
      goalOf('one House, in milliseconds (p95) < 1', quantile(of('one House'), 0.95) / 1000, 1),
      goalOf('one House ≤ 60 × the plain loop', median(of('one House')) / median(of('plain loop')), 60),
    ],
    notes: [
      `nz-2008: ${contest.parties.length} parties, ${house.house} seats; the gaps allocate again for every guess`,
    ],
  };
};
