/** Which rule of a feed a field of a fact falls under, what has changed in which group, and what a rule leaves alone. */
import { sameJson } from '../json.ts';
import type { FactContent, FactValue } from '../schema/fact.ts';
import type { FeedRules, FieldGroup } from '../schema/feed.ts';

type Group = Exclude<FieldGroup, 'new'>;
type Field = Exclude<keyof FactContent, 'values'>;

const GROUP: Record<Field, Group> = {
  kind: 'text',
  statement: 'text',
  subtype: 'text',
  subject: 'leader',
  status: 'status',
  certainty: 'status',
  hedges: 'status',
  asOf: 'count',
  source: 'text',
  quote: 'text',
  tally: 'seats',
  onAir: 'text',
  externalCheck: 'text',
  note: 'text',
  related: 'text',
  embargoUntil: 'status',
  staleAfter: 'status',
};

const FIELDS = Object.keys(GROUP) as Field[];

/** How far the count is, rather than what it says. */
const COUNT = new Set([
  'votes_counted',
  'votes_left_to_count',
  'counted',
  'electorates_final',
  'electorates_total',
  'votes_cast',
]);

export function groupOfValue({ name, unit }: Pick<FactValue, 'name' | 'unit'>): Group {
  if (COUNT.has(name)) return 'count';
  return unit === 'seats' ? 'seats' : 'votes';
}

const keyOf = ({ name, year }: FactValue): string => `${name}/${year ?? ''}`;

/**
 * The groups in which two versions differ.
 * @param isWorded its words are made from its figures: they say nothing of their own
 */
export function changedGroups(before: FactContent, after: FactContent, isWorded: boolean): Set<Group> {
  const groups = new Set<Group>();
  for (const field of FIELDS) {
    if (isWorded && GROUP[field] === 'text') continue;
    if (!sameJson(before[field], after[field])) groups.add(GROUP[field]);
  }
  const old = new Map(before.values.map((value) => [keyOf(value), value]));
  for (const value of after.values) {
    if (!sameJson(old.get(keyOf(value)), value)) groups.add(groupOfValue(value));
    old.delete(keyOf(value));
  }
  for (const value of old.values()) groups.add(groupOfValue(value));
  return groups;
}

/** The new version with every field that the rules ignore as it was; not for facts of results (see `mergeNews`). */
export function keepIgnored(before: FactContent, after: FactContent, rules: FeedRules): FactContent {
  const kept: FactContent = { ...after };
  const keep = <F extends Field>(field: F) => {
    if (rules[GROUP[field]] === 'ignore') kept[field] = before[field];
  };
  FIELDS.forEach(keep);
  const isIgnored = (value: FactValue) => rules[groupOfValue(value)] === 'ignore';
  if (![...before.values, ...after.values].some(isIgnored)) return kept;
  const old = new Map(before.values.filter(isIgnored).map((value) => [keyOf(value), value]));
  const values = after.values.flatMap((value) => {
    if (!isIgnored(value)) return [value];
    const was = old.get(keyOf(value));
    old.delete(keyOf(value));
    return was ? [was] : [];
  });
  return { ...kept, values: [...values, ...old.values()] };
}
