// Readers that turn unknown data into typed values or a Refusal that names the field. Pure.
import { inkOn, isHex, keylineOn } from './contrast.ts';
import { Refusal } from './refusal.ts';
import type { Theme } from './theme.ts';

export type Data = Readonly<Record<string, unknown>>;

/** A colour ready to be drawn. */
export interface Paint {
  colour: string;
  /** Of text on the colour: at least 4.5:1. */
  ink: string;
  /** Alpha (0 to 1) of the line, in the colour of text, that it needs on the theme's ground. */
  keyline: number;
}

/** A party ready to be drawn in a theme. */
export interface Party extends Paint {
  id: string;
  name: string;
  short: string;
}

const isRecord = (value: unknown): value is Data =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Trimmed, NFC text with single spaces; '' when absent. Anything but text or a number is refused. */
export function text(data: Data, field: string): string {
  const value = data[field];
  if (value === undefined || value === null) return '';
  if (typeof value !== 'string' && !(typeof value === 'number' && Number.isFinite(value)))
    throw new Refusal(`${field}: must be text.`);
  return String(value).normalize('NFC').replace(/\s+/gu, ' ').trim();
}

/** Like {@link text}, refused when empty. */
export function required(data: Data, field: string): string {
  const value = text(data, field);
  if (value === '') throw new Refusal(`${field}: is required and is empty.`);
  return value;
}

/** A whole number from `min` up, or null when absent. */
export function integer(data: Data, field: string, min = 0): number | null {
  const value = data[field];
  if (value === undefined || value === null || value === '') return null;
  if (typeof value !== 'number' || !Number.isInteger(value) || value < min)
    throw new Refusal(`${field}: must be a whole number of at least ${min}.`);
  return value;
}

/** One of `choices`, or `fallback` when absent or empty. */
export function choice<T extends string>(data: Data, field: string, choices: readonly T[], fallback: T): T {
  const value = text(data, field);
  if (value === '') return choices.includes('' as T) ? ('' as T) : fallback;
  const found = choices.find((c) => c === value);
  if (found === undefined) throw new Refusal(`${field}: “${value}” is not one of ${choices.join(', ')}.`);
  return found;
}

/** The object under `field`, or null when absent. */
export function object(data: Data, field: string): Data | null {
  const value = data[field];
  if (value === undefined || value === null) return null;
  if (!isRecord(value)) throw new Refusal(`${field}: must be an object.`);
  return value;
}

/** The objects listed under `field`; [] when absent. */
export function list(data: Data, field: string): Data[] {
  const value = data[field];
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) throw new Refusal(`${field}: must be a list.`);
  return value.map((item: unknown, i) => {
    if (!isRecord(item)) throw new Refusal(`${field}: entry ${i + 1} must be an object.`);
    return item;
  });
}

/** A party from its own fields; `where` names it in refusals. */
export function partyFrom(data: Data, where: string, theme: Theme): Party {
  const name = text(data, 'name');
  const short = text(data, 'short') || name;
  if (short === '') throw new Refusal(`${where}: a party needs a name.`);
  const colour = text(data, 'colour').toLowerCase();
  if (!isHex(colour)) throw new Refusal(`${where}: the colour of ${short} must be written #rrggbb.`);
  return {
    id: text(data, 'id') || short,
    name: name || short,
    short,
    colour,
    ink: inkOn(colour, text(data, 'ink')),
    keyline: keylineOn(colour, theme.colours.ground),
  };
}

/** The party under `field`, or null when absent or wholly empty (an untouched form). */
export function party(data: Data, field: string, theme: Theme): Party | null {
  const found = object(data, field);
  if (!found || (text(found, 'name') === '' && text(found, 'short') === '')) return null;
  return partyFrom(found, field, theme);
}

/** Letters of scripts that run from right to left. */
const RTL = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/u;

/** A value to be put into a sentence of ours: one that runs the other way does not turn the words around it. */
export function isolate(value: string): string {
  return RTL.test(value) ? `\u2068${value}\u2069` : value;
}

/** A whole number as it is written on air: 2,154. */
export function figure(n: number): string {
  return n.toLocaleString('en-NZ');
}
