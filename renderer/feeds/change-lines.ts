/** What a proposal would change, the figures before the wording; worked out once for each pair of present and proposed. Pure. */
import { differenceOf, type Change } from '../../core/facts/difference.ts';
import type { Fact } from '../../core/schema/fact.ts';
import type { Proposal } from '../../core/schema/feed.ts';
import type { Show } from '../../core/schema/show.ts';

const RANKS: readonly [RegExp, number][] = [
  [/^(subject|certainty|status)/, 0],
  [/^(values|tally)/, 1],
  [/^asOf/, 2],
  [/^onAir/, 3],
  [/^statement/, 4],
];

const rank = ({ path }: Change): number => RANKS.find(([pattern]) => pattern.test(path))?.[1] ?? 5;

/** A figure beside its title, for a row: the title says what is counted, and how it came about is beside the list. */
export const shortFigure = (words: string): string =>
  words
    .replace(/ \(worked out\)$/, '')
    .replace(/ votes$/, '')
    .replace(/, (left|right)\)?$/, (end) => (end.endsWith(')') ? ')' : ''))
    .replace(/^0 \((.+)\)$/, '$1');

export interface Changes {
  all: readonly Change[];
  /** Those for a row: figures and who leads; wording only where nothing else changes. */
  short: readonly Change[];
}

const kept = new WeakMap<Proposal, { fact: Fact | null; changes: Changes }>();

/** @param fact the present one; null where the show has none */
export function changesOf(proposal: Proposal, fact: Fact | null, parties: Show['parties']): Changes {
  const known = kept.get(proposal);
  if (known && known.fact === fact) return known.changes;
  const all = differenceOf(fact, proposal.content, parties.byId).sort((a, b) => rank(a) - rank(b));
  const figures = all.filter((change) => rank(change) < 2);
  const changes = { all, short: figures.length > 0 ? figures : all };
  kept.set(proposal, { fact, changes });
  return changes;
}
