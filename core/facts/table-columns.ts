/**
 * A fact as a row of a table (back: table-rows.ts). One column a field; what a column cannot say without loss (a list with bars in
 * it, a value with a year, a subject within a subject) goes as JSON into the column of the whole: `values`, `subject`.
 */
import { isObject, type Json, type JsonObject } from '../json.ts';
import { readNumber } from '../feeds/numbers.ts';
import { fold } from '../rundown.ts';
import type { FactContent, FactValue } from '../schema/fact.ts';
import type { ColumnMap } from '../schema/feed.ts';

/** How a cell is read. */
export type Kind = 'text' | 'name' | 'percent' | 'time' | 'flag' | 'list' | 'json';

/** The columns that every table may have, in the order of an export. */
export const FIELDS: readonly (readonly [field: string, kind: Kind])[] = [
  ['id', 'name'],
  ['kind', 'name'],
  ['statement', 'text'],
  ['subtype', 'text'],
  ['status', 'name'],
  ['certainty', 'name'],
  ['hedges', 'list'],
  ['source.name', 'text'],
  ['source.place', 'text'],
  ['source.sentence', 'text'],
  ['asOf.countPercent', 'percent'],
  ['asOf.at', 'time'],
  ['asOf.text', 'text'],
  ['asOf.basis', 'text'],
  ['asOf.approximate', 'flag'],
  ['onAir.headline', 'text'],
  ['onAir.detail', 'text'],
  ['onAir.label', 'text'],
  ['onAir.advice', 'name'],
  ['quote.text', 'text'],
  ['quote.speaker', 'text'],
  ['quote.role', 'text'],
  ['quote.occasion', 'text'],
  ['quote.attribution', 'text'],
  ['quote.partial', 'flag'],
  ['note', 'text'],
  ['related', 'list'],
  ['embargoUntil', 'time'],
  ['staleAfter', 'time'],
  ['tally', 'json'],
  ['externalCheck', 'json'],
  ['subject', 'json'],
  ['values', 'json'],
];

const KINDS = new Map(FIELDS);

/** More columns of names than this would make the table unreadable; the rest goes into `subject` and `values`. */
const MOST_NAMES = 60;

const PLAIN = /^[A-Za-z_][A-Za-z0-9_]{0,59}$/;

/** `subject.leader.name` and so on: texts and numbers below plain names, three deep. Null where JSON is needed. */
function flatSubject(subject: JsonObject, head = 'subject', depth = 0): [string, string][] | null {
  const cells: [string, string][] = [];
  for (const [key, value] of Object.entries(subject)) {
    if (!PLAIN.test(key)) return null;
    if (isObject(value) && depth < 2 && Object.keys(value).length > 0) {
      const inner = flatSubject(value, `${head}.${key}`, depth + 1);
      if (inner === null) return null;
      cells.push(...inner);
    } else if (typeof value === 'string' && value !== '' && value.trim() === value && !isJsonLike(value)) {
      cells.push([`${head}.${key}`, value]);
    } else if (typeof value === 'number' || typeof value === 'boolean') {
      cells.push([`${head}.${key}`, JSON.stringify(value)]);
    } else return null;
  }
  return cells;
}

/** A text that would come back as something else. */
export const isJsonLike = (text: string): boolean => /^(-?\d|true$|false$|null$|[[{"'])/.test(text);

function flatValues(values: readonly FactValue[]): [string, string][] | null {
  const names = new Set(values.map(({ name }) => name));
  if (names.size < values.length) return null;
  const cells: [string, string][] = [];
  for (const { name, value, unit, qualifier, year, derived } of values) {
    const isPlain =
      PLAIN.test(name) && qualifier === null && year === null && !derived && unit.trim() === unit;
    if (!isPlain || typeof value !== 'number' || !readNumber(String(value)).ok || isJsonLike(unit))
      return null;
    cells.push([`values.${name}`, String(value)], [`values.${name}.unit`, unit]);
  }
  return cells;
}

const listText = (items: readonly string[]): string =>
  items.every((item) => item !== '' && item.trim() === item && !item.includes('|') && !isJsonLike(item))
    ? items.join(' | ')
    : JSON.stringify(items);

/** What is at a path; null where nothing is. */
export const at = (json: Json, path: string): Json =>
  path.split('.').reduce<Json>((value, key) => (isObject(value) ? (value[key] ?? null) : null), json);

function cellText(value: Json, kind: Kind): string {
  if (value === null) return '';
  if (kind === 'flag') return value === true ? 'yes' : 'no';
  if (kind === 'list') return Array.isArray(value) && value.length > 0 ? listText(value.map(String)) : '';
  if (kind === 'json') return JSON.stringify(value);
  return typeof value === 'string' ? value : JSON.stringify(value);
}

export type FlatFact = Map<string, string>;

/** Every cell of a fact that is not empty. `id` is the fact's. */
export function flatFact(id: string, content: FactContent, names?: ReadonlySet<string>): FlatFact {
  const json: JsonObject = { ...content, id };
  const cells: FlatFact = new Map();
  for (const [field, kind] of FIELDS) {
    if (field === 'subject' || field === 'values') continue;
    const isDefault = field === 'asOf.basis' && content.asOf.basis === 'not stated';
    const text = field === 'quote.partial' && content.quote === null ? '' : cellText(at(json, field), kind);
    const isNo = kind === 'flag' && text === 'no';
    if (text !== '' && !isDefault && !isNo) cells.set(field, text);
  }
  const put = (flat: [string, string][] | null, whole: 'subject' | 'values', isEmpty: boolean) => {
    const fits = flat?.every(([field]) => !names || names.has(field.replace(/\.unit$/, ''))) === true;
    if (flat && fits) for (const [field, text] of flat) cells.set(field, text);
    else if (!isEmpty) cells.set(whole, JSON.stringify(content[whole]));
  };
  put(flatSubject(content.subject), 'subject', Object.keys(content.subject).length === 0);
  put(flatValues(content.values), 'values', content.values.length === 0);
  return cells;
}

/** The columns of an export, in order: those that any of the facts fills, the names of values and subjects by how often. */
export function columnsFor(facts: Iterable<{ id: string } & FactContent>): {
  columns: string[];
  names: Set<string>;
} {
  const counts = new Map<string, number>();
  const filled = new Set<string>(['id', 'kind', 'statement']);
  for (const fact of facts) {
    for (const field of flatFact(fact.id, fact).keys()) {
      if (KINDS.has(field)) filled.add(field);
      else if (!field.endsWith('.unit')) counts.set(field, (counts.get(field) ?? 0) + 1);
    }
  }
  const common = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).slice(0, MOST_NAMES);
  const names = new Set(common.map(([field]) => field));
  if (counts.size > names.size) filled.add('subject').add('values');
  const named = [...names]
    .sort()
    .flatMap((field) => (field.startsWith('values.') ? [field, `${field}.unit`] : [field]));
  return {
    columns: [...FIELDS.map(([field]) => field).filter((field) => filled.has(field)), ...named],
    names,
  };
}

/** True for a name that a column map may have on our side. */
export const isField = (field: string): boolean =>
  KINDS.has(field) || /^(subject|values)(\.[A-Za-z_][A-Za-z0-9_]*){1,3}$/.test(field);

/** Other words for our fields, folded. */
const ALIASES: Record<string, string> = {
  text: 'statement',
  fact: 'statement',
  wording: 'statement',
  type: 'kind',
  source: 'source.name',
  sentence: 'source.sentence',
  place: 'source.place',
  headline: 'onAir.headline',
  detail: 'onAir.detail',
  label: 'onAir.label',
  advice: 'onAir.advice',
  counted: 'asOf.countPercent',
  'count percent': 'asOf.countPercent',
  'as of': 'asOf.at',
  quote: 'quote.text',
  speaker: 'quote.speaker',
  role: 'quote.role',
  occasion: 'quote.occasion',
  electorate: 'subject.electorate',
  party: 'subject.party',
  embargo: 'embargoUntil',
  votes: 'values.votes',
  share: 'values.party_vote_share',
  notes: 'note',
};

const plainName = (text: string): string =>
  fold(text)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();

const BY_NAME = new Map(FIELDS.map(([field]) => [plainName(field), field]));

/** Which column is which field: as it was matched the last time, else by the column's name. */
export function guessColumns(header: readonly string[], remembered: ColumnMap = {}): ColumnMap {
  const columns: ColumnMap = {};
  const taken = new Set<string>();
  for (const [field, column] of Object.entries(remembered)) {
    if (!header.includes(column)) continue;
    columns[field] = column;
    taken.add(column);
  }
  for (const column of header) {
    if (taken.has(column)) continue;
    const name = plainName(column);
    const field = isField(column.trim()) ? column.trim() : (BY_NAME.get(name) ?? ALIASES[name]);
    if (field !== undefined && columns[field] === undefined) columns[field] = column;
  }
  return columns;
}
