/** The electorates as they are searched and read: closest leads first would jump, so they stay in order of their names. Pure. */
import type { Standing } from '../../core/election/counting.ts';
import { fold } from '../../core/rundown.ts';
import type { Outcome } from './outcome.ts';

export interface ElectorateRow {
  id: string;
  standing: Standing;
  countPercent: number | null;
  /** All that can be searched for, folded. */
  words: string;
}

export type ElectorateState = 'declared' | 'leads' | 'tied' | 'vacantWord' | 'noVotes';

export function stateOfElectorate({ vacant, tied, leader, final }: Standing): ElectorateState {
  if (vacant) return 'vacantWord';
  if (tied.length > 0) return 'tied';
  if (!leader) return 'noVotes';
  return final ? 'declared' : 'leads';
}

export function electorateRows({ standings }: Pick<Outcome, 'standings'>): ElectorateRow[] {
  const rows = standings.map(({ standing, countPercent }): ElectorateRow => {
    const people = [standing.leader, standing.trailing, ...standing.tied];
    const words = [standing.electorate, ...people.flatMap((one) => (one ? [one.name, one.party ?? ''] : []))];
    return { id: standing.electorate, standing, countPercent, words: fold(words.join(' ')) };
  });
  return rows.sort((a, b) => a.id.localeCompare(b.id, 'en-NZ'));
}

/** Rows that have every word of the query, macrons or not. */
export function findElectorates(rows: readonly ElectorateRow[], query: string): readonly ElectorateRow[] {
  const words = fold(query).split(/\s+/).filter(Boolean);
  return words.length === 0 ? rows : rows.filter((row) => words.every((word) => row.words.includes(word)));
}
