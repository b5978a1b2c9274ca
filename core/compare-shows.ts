/**
 * What differs between two shows, or two versions of one, in words for a person: facts, cues, their order, parties and
 * settings, each made, changed or removed, field by field. Pure.
 */
import { z } from 'zod';
import { Change, differenceOf } from './facts/difference.ts';
import { isObject, sameJson, type Json } from './json.ts';
import { cuesInOrder } from './rundown.ts';
import type { Cue } from './schema/cue.ts';
import type { Fact } from './schema/fact.ts';
import type { Party, Show } from './schema/show.ts';
import { allRows, getRow } from './table.ts';

export const RowChange = z.object({
  id: z.string(),
  what: z.enum(['made', 'changed', 'removed']),
  /** What a person calls it: a fact's statement, “12 Labour 34”, a party's name. */
  title: z.string(),
  fields: z.array(Change),
});
export type RowChange = z.infer<typeof RowChange>;

export const ShowComparison = z.object({
  facts: z.array(RowChange),
  cues: z.array(RowChange),
  /** Cues that are in both and stand elsewhere: from and to are places in the rundown, from 1. */
  order: z.array(z.object({ id: z.string(), title: z.string(), from: z.int(), to: z.int() })),
  parties: z.array(RowChange),
  settings: z.array(Change),
});
export type ShowComparison = z.infer<typeof ShowComparison>;

export const isSameShow = ({ facts, cues, order, parties, settings }: ShowComparison): boolean =>
  [facts, cues, order, parties, settings].every((part) => part.length === 0);

/** `planned time`, from `plannedTime`. */
const plainName = (key: string): string =>
  key
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replaceAll(/[_.-]+/g, ' ')
    .toLowerCase();

const titleOf = (path: string): string => {
  const words = path.split('.').map(plainName).join(' · ');
  return words.charAt(0).toUpperCase() + words.slice(1);
};

/** A value as one line; null where there is nothing. */
function line(value: unknown): string | null {
  if (value === undefined || value === null || value === '') return null;
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'number') return value.toLocaleString('en-NZ', { maximumFractionDigits: 12 });
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) {
    const words = value.flatMap((one: unknown) => line(one) ?? []);
    return words.length === 0 ? null : words.join(', ');
  }
  const words = Object.entries(value).flatMap(([key, inner]) => {
    const text = line(inner);
    return text === null ? [] : [`${plainName(key)}: ${text}`];
  });
  return words.length === 0 ? null : words.join('; ');
}

/** Leaves that differ; lists are one leaf, because their places say nothing. */
function changesIn(path: string, a: unknown, b: unknown): Change[] {
  if (sameJson(a, b)) return [];
  if (isObject(a) || isObject(b)) {
    const [from, to]: Record<string, Json>[] = [isObject(a) ? a : {}, isObject(b) ? b : {}];
    const keys = new Set([...Object.keys(from ?? {}), ...Object.keys(to ?? {})]);
    return [...keys].flatMap((key) =>
      changesIn(path === '' ? key : `${path}.${key}`, from?.[key], to?.[key]),
    );
  }
  const [from, to] = [line(a), line(b)];
  return from === to ? [] : [{ path, title: titleOf(path), from, to }];
}

/** What differs between two data of a graphic, field by field. */
export const leavesBetween = (before: object, after: object): Change[] => changesIn('', before, after);

/** Bookkeeping that no person looks for. */
const without = (row: object, keys: readonly string[]): object =>
  Object.fromEntries(Object.entries(row).filter(([key]) => !keys.includes(key)));

interface Kind<T> {
  title(row: T): string;
  fields(before: T | null, after: T | null): Change[];
}

function rowsOf<T extends { id: string }>(
  before: readonly T[],
  after: readonly T[],
  { title, fields }: Kind<T>,
): RowChange[] {
  const was = new Map(before.map((row) => [row.id, row]));
  const is = new Map(after.map((row) => [row.id, row]));
  const changes: RowChange[] = [];
  for (const row of after) {
    const old = was.get(row.id);
    if (old === row) continue;
    const made = fields(old ?? null, row);
    if (!old) changes.push({ id: row.id, what: 'made', title: title(row), fields: made });
    else if (made.length > 0) changes.push({ id: row.id, what: 'changed', title: title(row), fields: made });
  }
  for (const row of before) {
    if (!is.has(row.id))
      changes.push({ id: row.id, what: 'removed', title: title(row), fields: fields(row, null) });
  }
  return changes;
}

const FACT_STANDING = ['approval', 'lockedBy', 'withdrawnReason'] as const;

const factKind = (parties: Show['parties']['byId']): Kind<Fact> => ({
  title: ({ statement }) => statement,
  fields(before, after) {
    if (before && !after)
      return differenceOf(null, before, parties).map(({ to, ...rest }) => ({ ...rest, from: to, to: null }));
    if (!after) return [];
    const standing = FACT_STANDING.flatMap((key) => changesIn(key, before?.[key], after[key]));
    return [...differenceOf(before, after, parties), ...standing];
  },
});

const plainFields = (hidden: readonly string[]) => (before: object | null, after: object | null) =>
  changesIn('', before ? without(before, hidden) : {}, after ? without(after, hidden) : {});

const CUE: Kind<Cue> = {
  title: ({ number, name }) => (name === '' ? String(number) : `${number} ${name}`),
  fields: plainFields(['id']),
};

const PARTY: Kind<Party> = { title: ({ name }) => name, fields: plainFields(['id']) };

/**
 * Cues that somebody has moved: all but the longest run of cues that are still in each other's order, so that one cue
 * moved to the top is one move and not a shift of all the others.
 */
function movesOf(before: Show, after: Show): ShowComparison['order'] {
  const place = new Map(after.rundown.map((id, i) => [id as string, i]));
  const placeWas = new Map(before.rundown.map((id, i) => [id as string, i]));
  const common = before.rundown.filter((id) => place.has(id));
  const steady = longestRun(common.map((id) => place.get(id) ?? 0));
  const stays = new Set([...steady].map((i) => common[i]));
  return common.flatMap((id) => {
    const cue = getRow(after.cues, id);
    if (stays.has(id) || !cue) return [];
    return [{ id, title: CUE.title(cue), from: (placeWas.get(id) ?? 0) + 1, to: (place.get(id) ?? 0) + 1 }];
  });
}

/** Indices of a longest growing subsequence (patience sorting). */
function longestRun(values: readonly number[]): Set<number> {
  const tops: number[] = [];
  const before: number[] = [];
  for (const [index, value] of values.entries()) {
    let [low, high] = [0, tops.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((values[tops[middle] ?? 0] ?? 0) < value) low = middle + 1;
      else high = middle;
    }
    before[index] = low === 0 ? -1 : (tops[low - 1] ?? -1);
    tops[low] = index;
  }
  const run = new Set<number>();
  for (let at = tops.at(-1) ?? -1; at >= 0; at = before[at] ?? -1) run.add(at);
  return run;
}

/** Compared by themselves, or not at all: numbers that only the station counts with. */
const NO_SETTING = [
  'format',
  'id',
  'facts',
  'cues',
  'rundown',
  'parties',
  'factSeq',
  'spentRevisions',
  'proposals',
  'columnMaps',
];

const named = ({ parties, ...rest }: Show): object => ({
  ...without(rest, NO_SETTING),
  feeds: Object.fromEntries(rest.feeds.map((feed) => [feed.name, feed])),
  outputs: Object.fromEntries(rest.outputs.map((output) => [output.name, output])),
  media: rest.media.map(({ name }) => name),
  'order of the parties': parties.order.map((id) => parties.byId[id]?.short ?? id),
});

const partiesOf = ({ parties }: Show): Party[] =>
  parties.order.flatMap((id) => (parties.byId[id] ? [parties.byId[id]] : []));

const bySeq = (show: Show): Fact[] => allRows(show.facts).sort((a, b) => a.seq - b.seq);

/** @param before what `from` is read of; @param after what `to` is read of */
export function compareShows(before: Show, after: Show): ShowComparison {
  const parties = { ...before.parties.byId, ...after.parties.byId };
  return {
    facts: rowsOf(bySeq(before), bySeq(after), factKind(parties)),
    cues: rowsOf(cuesInOrder(before), cuesInOrder(after), CUE),
    order: movesOf(before, after),
    parties: rowsOf(partiesOf(before), partiesOf(after), PARTY),
    settings: changesIn('', named(before), named(after)),
  };
}
