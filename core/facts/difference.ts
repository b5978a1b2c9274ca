/** What differs between two versions of a fact, in words for a person: for histories, proposals and imports. */
import { z } from 'zod';
import { isObject, sameJson, type Json, type JsonObject } from '../json.ts';
import { FactContent, type FactValue, type Tally } from '../schema/fact.ts';
import type { Party } from '../schema/show.ts';
import { fieldTitle } from './kinds.ts';

export const Change = z.object({
  /** Path in the fact. */
  path: z.string(),
  /** What the desk calls the field. */
  title: z.string(),
  /** Null where there was, or is, nothing. */
  from: z.string().nullable(),
  to: z.string().nullable(),
});
export type Change = z.infer<typeof Change>;

type Parties = Readonly<Record<string, Pick<Party, 'short'>>>;

/** A leaf of a fact: where it is, and how a person reads it; null where there is nothing. */
type Leaves = Map<string, string | null>;

const number = (value: number): string => value.toLocaleString('en-NZ', { maximumFractionDigits: 12 });

const UNITS: Readonly<Record<string, string>> = { percent: '%', percentage_points: ' points' };

function amount({ value, unit, qualifier, year, derived }: FactValue): string {
  const isName = unit === 'year';
  const figure = typeof value === 'number' && !isName ? number(value) : String(value);
  const counted = `${figure}${isName ? '' : (UNITS[unit] ?? ` ${unit}`)}`;
  const more = [qualifier, year === null ? null : String(year), derived ? 'worked out' : null];
  const notes = more.filter((note) => note !== null);
  return notes.length > 0 ? `${counted} (${notes.join(', ')})` : counted;
}

const partyName = (id: string, parties: Parties): string =>
  (Object.hasOwn(parties, id) ? parties[id]?.short : undefined) ?? id;

function plain(value: Json, key: string, parties: Parties): string | null {
  if (value === null || value === '') return null;
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'number') return key === 'countPercent' ? `${number(value)}%` : number(value);
  if (typeof value === 'string')
    return key === 'party' || key === 'parties' ? partyName(value, parties) : value;
  if (Array.isArray(value)) {
    const words = value.map((one) => plain(one, key, parties)).filter((one) => one !== null);
    return words.length > 0 ? words.join(', ') : null;
  }
  const words = Object.entries(value).flatMap(([name, inner]) => {
    const text = plain(inner, name, parties);
    return text === null ? [] : [`${name}: ${text}`];
  });
  return words.length > 0 ? words.join('; ') : null;
}

const ROW_PARTS = ['leading', 'projected', 'overhang', 'electorate', 'list'] as const;

function tallyLeaves(tally: Tally | null, parties: Parties, leaves: Leaves): void {
  if (!tally) return;
  leaves.set('tally.house', `${number(tally.house)} seats`);
  leaves.set('tally.vacant', plain(tally.vacant || null, 'vacant', parties));
  leaves.set('tally.overhang', plain(tally.overhang || null, 'overhang', parties));
  for (const row of tally.rows) {
    const parts = ROW_PARTS.flatMap((part) => (row[part] ? [`${number(row[part])} ${part}`] : []));
    const more = [...parts, row.side];
    leaves.set(`tally.${row.party}`, `${number(row.seats)} (${more.join(', ')})`);
  }
}

/** Objects by their fields, everything else as one. */
function walk(path: string, value: Json, parties: Parties, leaves: Leaves): void {
  const key = path.slice(path.lastIndexOf('.') + 1);
  if (!isObject(value)) leaves.set(path, plain(value, key, parties));
  else for (const [name, inner] of Object.entries(value)) walk(`${path}.${name}`, inner, parties, leaves);
}

const WHOLE: ReadonlySet<string> = new Set(['values', 'tally']);

function leavesOf(content: FactContent | null, differs: (key: string) => boolean, parties: Parties): Leaves {
  const leaves: Leaves = new Map();
  if (!content) return leaves;
  const fields = content as unknown as JsonObject;
  for (const [key, value] of Object.entries(fields)) {
    if (!WHOLE.has(key) && differs(key)) walk(key, value, parties, leaves);
  }
  if (differs('values'))
    for (const value of content.values) leaves.set(`values.${value.name}`, amount(value));
  if (differs('tally')) tallyLeaves(content.tally, parties, leaves);
  return leaves;
}

const TALLY_TITLES: Readonly<Record<string, string>> = {
  house: 'The House',
  vacant: 'Vacant seats',
  overhang: 'Overhang',
};

function titleOf({ kind }: FactContent, path: string, parties: Parties): string {
  if (!path.startsWith('tally.')) return fieldTitle(kind, path);
  const part = path.slice('tally.'.length);
  return TALLY_TITLES[part] ?? partyName(part, parties);
}

/** What a person writes of a fact: not its bookkeeping. */
const KEYS: ReadonlySet<string> = new Set(Object.keys(FactContent.shape));

/**
 * Every field that differs, as a person reads it.
 * @param before null for a fact that is new
 * @param parties the show's, so that a party is called by its short name
 */
export function differenceOf(
  before: FactContent | null,
  after: FactContent,
  parties: Parties = {},
): Change[] {
  const a = (before ?? {}) as unknown as JsonObject;
  const b = after as unknown as JsonObject;
  const differs = (key: string) => KEYS.has(key) && !sameJson(a[key], b[key]);
  const from = leavesOf(before, differs, parties);
  const to = leavesOf(after, differs, parties);
  const paths = [...new Set([...from.keys(), ...to.keys()])];
  return paths
    .map((path) => ({
      path,
      title: titleOf(after, path, parties),
      from: from.get(path) ?? null,
      to: to.get(path) ?? null,
    }))
    .filter((change) => change.from !== change.to);
}
