/** From a cue to the data its graphic is given: literals, then bound facts and parties on top. */
import { splitPath } from './data-path.ts';
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
  if ('party' in binding) {
    const party = partyOf(binding.party, show, problems, field);
    return binding.part === undefined ? party : (party?.[binding.part] ?? null);
  }
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
    case 'colour':
      return partyOf(value, show, problems, field)?.['colour'] ?? null;
    case 'seats':
      return seatRows(value, show, problems, field);
    default:
      binding.as satisfies never;
      return null;
  }
}

/** Sets a value deep inside without touching what it came from. A row that is not there is not made: it has no other cells. */
function withPath(data: Json | undefined, [key, ...rest]: readonly string[], value: Json): Json {
  if (key === undefined) return value;
  if (!Array.isArray(data)) {
    const object = isObject(data) ? data : {};
    const inner = Object.hasOwn(object, key) ? object[key] : undefined;
    return { ...object, [key]: withPath(inner, rest, value) };
  }
  const at = /^\d+$/.test(key) ? Number(key) : data.length;
  return at < data.length ? data.with(at, withPath(data[at], rest, value)) : data;
}

const withField = (data: JsonObject, field: string, value: Json): JsonObject => {
  const next = withPath(data, splitPath(field), value);
  return isObject(next) ? next : data;
};

/** The facts a cue draws on, once each. */
export const factsOf = (cue: Pick<CueContent, 'bindings'>): FactId[] => [
  ...new Set(Object.values(cue.bindings).flatMap((binding) => ('fact' in binding ? [binding.fact] : []))),
];

export function resolveCue(show: Show, cue: Pick<CueContent, 'data' | 'bindings'>): Resolved {
  const problems: Problem[] = [];
  let data = cue.data;
  for (const [field, binding] of Object.entries(cue.bindings)) {
    const value = boundValue(binding, show, problems, field);
    data = withField(data, field, value);
  }
  const facts = factsOf(cue).flatMap((id) => getRow(show.facts, id) ?? []);
  return { data, facts, problems };
}
