/** Between a field's value and the text that one types. Pure. */
import type { Json } from '../../core/json.ts';
import { text } from '../text.ts';
import type { NumberField, TextField } from './form-model.ts';

/** `undefined` as a value means: leave the key out. */
export type Typed = { ok: true; value: Json | undefined } | { ok: false; why: string };

/** What one unit as typed is in the data: 25 (%) is 0.25, 1.5 (s) is 1500. */
const UNIT: Record<NumberField['kind'], number> = { number: 1, integer: 1, percentage: 0.01, duration: 1000 };

const tidy = (value: number): number => Number(value.toPrecision(12));

export const showNumber = (kind: NumberField['kind'], value: Json | undefined): string =>
  typeof value === 'number' ? String(tidy(value / UNIT[kind])) : '';

export const unitOf = (kind: NumberField['kind']): string =>
  kind === 'percentage' ? text.inspector.percent : kind === 'duration' ? text.inspector.seconds : '';

export function readNumber({ kind, min, max, required }: NumberField, typed: string): Typed {
  // a comma is a decimal point on half of the world's keyboards
  const plain = typed.trim().replace(',', '.');
  if (plain === '')
    return required ? { ok: false, why: text.inspector.required } : { ok: true, value: undefined };
  if (!/^-?\d+(\.\d+)?$/.test(plain)) return { ok: false, why: text.inspector.notANumber };
  const value = tidy(Number(plain) * UNIT[kind]);
  if (kind === 'integer' && !Number.isInteger(value)) return { ok: false, why: text.inspector.notWhole };
  if (min !== null && value < min) return { ok: false, why: text.inspector.atLeast(tidy(min / UNIT[kind])) };
  if (max !== null && value > max) return { ok: false, why: text.inspector.atMost(tidy(max / UNIT[kind])) };
  return { ok: true, value };
}

/** Text is taken as it is typed: what does not fit is said, and the gate keeps it off air. */
export function readText({ required }: Pick<TextField, 'required'>, typed: string): Typed {
  return { ok: true, value: typed === '' && !required ? undefined : typed.normalize('NFC') };
}
