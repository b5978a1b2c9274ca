/** What differs in one item of a review, in rows that a person can read. Pure. */
import { differenceOf } from '../../core/facts/difference.ts';
import { isObject, type Json } from '../../core/json.ts';
import type { Cue } from '../../core/schema/cue.ts';
import type { Fact } from '../../core/schema/fact.ts';
import type { ReviewItem } from '../../core/schema/rehearsal.ts';
import type { Show } from '../../core/schema/show.ts';
import { text } from '../text.ts';

export interface ReviewRow {
  title: string;
  /** Null where there was, or is, nothing. */
  from: string | null;
  to: string | null;
}

export const keyOf = ({ kind, id }: Pick<ReviewItem, 'kind' | 'id'>): string => `${kind} ${id}`;

export const nameOf = (item: ReviewItem): string => {
  if (item.kind === 'fact') return (item.after ?? item.before)?.statement ?? item.id;
  const cue = item.after ?? item.before;
  return cue ? text.cue(cue.number, cue.name) : item.id;
};

/** Every leaf under its path, as `Data.headline`. */
function leaves(value: Json, path: string, into: Map<string, string>): void {
  if (Array.isArray(value)) value.forEach((inner, i) => leaves(inner, `${path}.${i + 1}`, into));
  else if (isObject(value))
    for (const [key, inner] of Object.entries(value)) leaves(inner, `${path}.${key}`, into);
  else if (value !== null && value !== '' && value !== false) into.set(path, String(value));
}

/** What nobody reads of a cue in a comparison: that it is of the rehearsal is said of the whole item. */
const UNSAID = new Set(['id', 'origin']);

function leavesOf(cue: Cue | null): Map<string, string> {
  const found = new Map<string, string>();
  for (const [key, value] of Object.entries(cue ?? {}))
    if (!UNSAID.has(key)) leaves(value as Json, text.review.cueFields[key] ?? key, found);
  return found;
}

function cueRows(before: Cue | null, after: Cue | null): ReviewRow[] {
  const [from, to] = [leavesOf(before), leavesOf(after)];
  return [...new Set([...from.keys(), ...to.keys()])].flatMap((title) => {
    const row = { title, from: from.get(title) ?? null, to: to.get(title) ?? null };
    return row.from === row.to ? [] : [row];
  });
}

function factRows(before: Fact | null, after: Fact | null, parties: Show['parties']['byId']): ReviewRow[] {
  const content = after ?? before;
  if (!content) return [];
  const rows: ReviewRow[] = after
    ? differenceOf(before, after, parties)
    : differenceOf(null, content, parties).map(({ title, to }) => ({ title, from: to, to: null }));
  const [from, to] = [before, after].map((fact) => (fact ? text.approvals[fact.approval] : null));
  return from === to ? rows : [...rows, { title: text.review.approval, from: from ?? null, to: to ?? null }];
}

/** Only what differs; all of it where the item was made or removed. */
export const reviewRows = (item: ReviewItem, parties: Show['parties']['byId']): ReviewRow[] =>
  item.kind === 'cue' ? cueRows(item.before, item.after) : factRows(item.before, item.after, parties);
