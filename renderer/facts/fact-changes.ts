/** From what is typed in one field of the fact form to the change of the fact that it is. Pure. */
import { factEdit } from '../../core/commands/facts.ts';
import { unitOf, type KindField } from '../../core/facts/kinds.ts';
import type { Json, JsonObject } from '../../core/json.ts';
import { isObject } from '../../core/json.ts';
import { plainIssue } from '../../core/plain-issue.ts';
import type { Fact } from '../../core/schema/fact.ts';
import { setIn } from '../inspector/paths.ts';
import type { Change } from './correction/request.ts';

/** The values with that one set, added, or taken out where it is null. */
function withValue(values: Fact['values'], name: string, value: string | number | null, unit: string): Json {
  const present = values.find((one) => one.name === name);
  if (value === null) return values.filter((one) => one !== present);
  // a figure that somebody types is no longer the one that was worked out
  const next = { ...(present ?? { name, qualifier: null, year: null }), value, unit, derived: false };
  return present ? values.map((one) => (one === present ? next : one)) : [...values, next];
}

/**
 * @param path as in KindField; the rest of the fact stays
 * @param value null takes it away
 * @param unit for `values.NAME`
 * @returns what cannot be right, in words, before it is sent
 */
export function changeAt(fact: Fact, path: string, value: Json, unit = ''): Change {
  const [head = '', ...rest] = path.split('.');
  let next: Json;
  if (head === 'values') {
    const amount = typeof value === 'string' || typeof value === 'number' ? value : null;
    next = withValue(fact.values, rest.join('.'), amount, unit);
  } else if (rest.length === 0) next = value;
  else {
    const whole = fact as unknown as JsonObject;
    const before = isObject(whole[head]) ? whole[head] : {};
    // in a subject what is not there is absent; everywhere else it is null
    next = setIn(before, rest, head === 'subject' && value === null ? undefined : value);
  }
  const parsed = factEdit.schema.safeParse({ factId: fact.id, changes: { [head]: next } });
  if (parsed.success) return { ok: true, changes: parsed.data.changes };
  const issue = parsed.error.issues[0];
  return { ok: false, detail: issue ? plainIssue(issue) : '' };
}

/** As it stands in the field: numbers without grouping, so that they can be typed over. */
export const typedText = (value: Json): string =>
  typeof value === 'number' || typeof value === 'string' ? String(value) : '';

const NUMBER = /^-?\d+(?:\.\d+)?$/;

/** What was typed, as the field keeps it; a text where a number was meant is left for the check to refuse. */
export function typedValue(typed: string, input: KindField['input']): Json {
  const text = typed.trim();
  if (text === '') return null;
  if (unitOf(input) === null) return text;
  const plain = text.replace(/(?<=\d)[, \u00a0](?=\d{3}(?!\d))/g, '').replace(/%$/, '');
  return NUMBER.test(plain) ? Number(plain) : text;
}
