/** From a cue to the data its graphic is given: literals, then bound facts and parties on top. */
import { majorityOf } from './election/house.ts';
import type { FactId } from './ids.ts';
import { isObject, type Json, type JsonObject } from './json.ts';
import type { Problem } from './refusal.ts';
import type { Binding, CueContent } from './schema/cue.ts';
import type { Fact, FactContent } from './schema/fact.ts';
import type { Party, Show } from './schema/show.ts';
import { getRow } from './table.ts';

export interface Resolved {
  data: JsonObject;
  facts: Fact[];
  problems: Problem[];
}

/** A party as graphics take it: what is drawn, and nothing else. */
export const partyData = (party: Party): JsonObject => ({
  id: party.id,
  name: party.name,
  short: party.short,
  // lower case: data models of graphics spell a colour so
  colour: party.colour.toLowerCase(),
  ink: party.ink.toLowerCase(),
});

/**
 * The value at a path of a fact, or null where it has none. `values.NAME` finds a value by its name and
 * `tally.majority` is computed. `externalCheck` is not to be shown as the source's words, so it has no path.
 */
export function factValue(fact: FactContent, path: string): Json {
  const [head = '', ...rest] = path.split('.');
  if (head === 'externalCheck') return null;
  if (head === 'values') return fact.values.find((value) => value.name === rest.join('.'))?.value ?? null;
  if (path === 'tally.majority') return fact.tally ? majorityOf(fact.tally.house) : null;
  let value: unknown = fact;
  for (const key of [head, ...rest])
    value = isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
  return (value ?? null) as Json;
}

/** Numbers with their thousands grouped and every digit the source gave. */
const asText = (value: Json): string =>
  typeof value === 'number'
    ? value.toLocaleString('en-NZ', { maximumFractionDigits: 12 })
    : typeof value === 'string'
      ? value
      : '';

/** A year is a name, not an amount: 1996, never 1,996. */
const isYear = (fact: Fact, path: string): boolean =>
  path.startsWith('values.') &&
  fact.values.find(({ name }) => name === path.slice('values.'.length))?.unit === 'year';

/** `85.1% COUNTED`, the words every count on air is labelled with. */
const asCounted = (value: Json): string => (typeof value === 'number' ? `${value}% COUNTED` : '');

function seatRows(value: Json, show: Show, problems: Problem[], field: string): Json {
  if (!Array.isArray(value)) return null;
  return value.filter(isObject).flatMap((row) => {
    const party = partyOf(row['party'] ?? null, show, problems, field);
    if (!party) return [];
    const { seats = 0, leading = 0, projected = 0, overhang = 0, side = 'left' } = row;
    return [{ ...party, seats, leading, projected, overhang, side }];
  });
}

function partyOf(id: Json, show: Show, problems: Problem[], field: string): JsonObject | null {
  const party =
    typeof id === 'string' && Object.hasOwn(show.parties.byId, id) ? show.parties.byId[id] : undefined;
  if (party) return partyData(party);
  if (id !== null)
    problems.push({ code: 'party_missing', detail: `no party ${JSON.stringify(id)} in this show`, field });
  return null;
}

function boundValue(binding: Binding, show: Show, problems: Problem[], field: string): Json {
  if ('party' in binding) return partyOf(binding.party, show, problems, field);
  const fact = getRow(show.facts, binding.fact);
  if (!fact) {
    problems.push({ code: 'fact_missing', detail: `the fact "${binding.fact}" is not in this show`, field });
    return null;
  }
  const found = factValue(fact, binding.path);
  const asName = typeof found === 'number' && binding.as !== 'value' && isYear(fact, binding.path);
  const value = asName ? String(found) : found;
  switch (binding.as) {
    case 'value':
      return value;
    case 'text':
      return asText(value);
    case 'upper':
      return asText(value).toLocaleUpperCase('en-NZ');
    case 'counted':
      return asCounted(value);
    case 'party':
      return partyOf(value, show, problems, field);
    case 'seats':
      return seatRows(value, show, problems, field);
    default:
      binding.as satisfies never;
      return null;
  }
}

/** Rows of lists are bound by their index; no list of a graphic is longer than this. */
const MOST_ROWS = 100;

/** The index that a key of a path is for a list: 0, 1, 2 and so on. */
const indexOf = (key: string | undefined): number | null =>
  key !== undefined && /^(0|[1-9]\d?)$/.test(key) ? Number(key) : null;

/** Sets `b.c` in what was at `a`; a key that is an index goes into a list, which has empty rows up to it. */
function setIn(inner: Json | undefined, path: readonly string[], value: Json): Json {
  if (path.length === 0) return value;
  const index = indexOf(path[0]);
  if (index === null || isObject(inner)) return withPath(isObject(inner) ? inner : {}, path, value);
  const rows = Array.isArray(inner) ? inner : [];
  const length = Math.min(MOST_ROWS, Math.max(rows.length, index + 1));
  return Array.from({ length }, (_, i) =>
    i === index ? setIn(rows[i], path.slice(1), value) : (rows[i] ?? {}),
  );
}

/** Sets `a.b` or `rows.0.b` without touching the object it came from. */
function withPath(data: JsonObject, path: readonly string[], value: Json): JsonObject {
  const [key = '', ...rest] = path;
  return { ...data, [key]: setIn(data[key], rest, value) };
}

/** The facts a cue draws on, once each. */
export const factsOf = (cue: Pick<CueContent, 'bindings'>): FactId[] => [
  ...new Set(Object.values(cue.bindings).flatMap((binding) => ('fact' in binding ? [binding.fact] : []))),
];

export function resolveCue(show: Show, cue: Pick<CueContent, 'data' | 'bindings'>): Resolved {
  const problems: Problem[] = [];
  let data = cue.data;
  for (const [field, binding] of Object.entries(cue.bindings)) {
    const value = boundValue(binding, show, problems, field);
    data = withPath(data, field.split('.'), value);
  }
  const facts = factsOf(cue).flatMap((id) => getRow(show.facts, id) ?? []);
  return { data, facts, problems };
}
