/**
 * Which facts of a show one wants to see: by words, and by choices in groups. Choices of one group widen the search, each
 * further group narrows it. With the facts come the counts that the other choices would give.
 */
import type { Fact } from '../schema/fact.ts';
import { fold } from '../rundown.ts';
import type { FactIndex } from './fact-index.ts';

/** `mark`: what is known of a fact beyond the fact itself; see FactMark. */
export const FILTER_GROUPS = ['kind', 'approval', 'status', 'party', 'electorate', 'source', 'mark'] as const;
export type FilterGroup = (typeof FILTER_GROUPS)[number];

/** `attention`: its notices want a person. `used`: cues draw on it. `proposal`: a feed proposes something else. */
export const FACT_MARKS = [
  'onAir',
  'attention',
  'proposal',
  'used',
  'embargoed',
  'stale',
  'locked',
  'feed',
] as const;
export type FactMark = (typeof FACT_MARKS)[number];

export type MarksOf = (fact: Fact) => readonly FactMark[];

export interface FactFilter {
  /** All of these words are in the fact, in any order, whatever their case and macrons. */
  readonly words: string;
  /** Groups that are not here, or are empty, ask for nothing. */
  readonly choices: { readonly [G in FilterGroup]?: readonly string[] };
}

export const EVERYTHING: FactFilter = { words: '', choices: {} };

export const wordsOf = (query: string): string[] => fold(query).split(/\s+/).filter(Boolean);

export const isEverything = ({ words, choices }: FactFilter): boolean =>
  wordsOf(words).length === 0 && FILTER_GROUPS.every((group) => (choices[group] ?? []).length === 0);

/** Puts a choice in, or takes it out. */
export function toggled(filter: FactFilter, group: FilterGroup, choice: string): FactFilter {
  const now = filter.choices[group] ?? [];
  const next = now.includes(choice) ? now.filter((one) => one !== choice) : [...now, choice];
  return { ...filter, choices: { ...filter.choices, [group]: next } };
}

/** What a fact counts as in each group, in the order of FILTER_GROUPS. */
function valuesOf(fact: Fact, index: FactIndex, marksOf: MarksOf): readonly (readonly string[])[] {
  const { parties, electorates, sources } = index(fact);
  return [[fact.kind], [fact.approval], [fact.status], parties, electorates, sources, marksOf(fact)];
}

export type Counts = Readonly<Record<FilterGroup, ReadonlyMap<string, number>>>;

export interface Found {
  readonly facts: readonly Fact[];
  /** For each choice of each group: how many facts there would be if, in its group, only this one were chosen. */
  readonly counts: Counts;
}

/**
 * Goes through the facts once; the order stays. It can be put aside between any two facts, so that a page which searches
 * 10,000 of them goes on answering keys.
 * @returns an iterator that yields after every fact and at the end returns what was found
 */
export function* search(
  facts: readonly Fact[],
  filter: FactFilter,
  index: FactIndex,
  marksOf: MarksOf,
): Generator<void, Found, void> {
  const words = wordsOf(filter.words);
  const wanted = FILTER_GROUPS.map((group) => new Set(filter.choices[group] ?? []));
  const found: Fact[] = [];
  const counts = FILTER_GROUPS.map(() => new Map<string, number>());
  for (const fact of facts) {
    yield;
    const { text } = index(fact);
    if (!words.every((word) => text.includes(word))) continue;
    const values = valuesOf(fact, index, marksOf);
    const missed = wanted.flatMap((set, i) =>
      set.size > 0 && !values[i]?.some((value) => set.has(value)) ? [i] : [],
    );
    if (missed.length === 0) found.push(fact);
    // with one group against it, it would be there if that group asked for something else
    if (missed.length > 1) continue;
    const counted = missed.length === 0 ? counts.keys() : missed;
    for (const i of counted) {
      const group = counts[i];
      for (const value of values[i] ?? []) group?.set(value, (group.get(value) ?? 0) + 1);
    }
  }
  const of = (group: FilterGroup) => counts[FILTER_GROUPS.indexOf(group)] ?? new Map<string, number>();
  return {
    facts: found,
    counts: {
      kind: of('kind'),
      approval: of('approval'),
      status: of('status'),
      party: of('party'),
      electorate: of('electorate'),
      source: of('source'),
      mark: of('mark'),
    },
  };
}

/** The same in one go. */
export function filterFacts(
  facts: readonly Fact[],
  filter: FactFilter,
  index: FactIndex,
  marksOf: MarksOf = () => [],
): Found {
  const run = search(facts, filter, index, marksOf);
  for (;;) {
    const step = run.next();
    if (step.done) return step.value;
  }
}
