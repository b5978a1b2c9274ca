/**
 * Data made from a graphic's model, to see how it takes the ordinary, the longest, the least and the most. Only what
 * fits the model is used, so that a graphic is never blamed for data that it would not get.
 */
import { checkData } from '../graphic-data.ts';
import { isObject, type Json, type JsonObject } from '../json.ts';

export type SampleKind = 'plain' | 'longest' | 'bare' | 'many';
export const SAMPLE_KINDS: readonly SampleKind[] = ['plain', 'longest', 'bare', 'many'];

/** Where a model sets no limit. Characters, rows. */
const LONG_TEXT = 120;
const MANY_ROWS = 40;
const WORDS = 'Whangamōmona Ōtautahi Müller-Wrześniewski Wellington ';

const numberOf = (value: Json | undefined): number | null => (typeof value === 'number' ? value : null);

function text(model: JsonObject, kind: SampleKind): string {
  const { gddType, default: usual, minLength, maxLength } = model;
  const base = typeof gddType === 'string' ? gddType.split('/')[0] : '';
  if (base === 'color-rrggbb') return '#1e90ff';
  if (base === 'color-rrggbbaa') return '#1e90ffff';
  if (base === 'file-path') return typeof usual === 'string' ? usual : '';
  const least = numberOf(minLength) ?? 0;
  if (kind === 'bare') return 'A'.repeat(least);
  if (typeof model['pattern'] === 'string') return typeof usual === 'string' ? usual : '';
  const most = numberOf(maxLength) ?? LONG_TEXT;
  if (kind === 'longest')
    return WORDS.repeat(Math.ceil(most / WORDS.length))
      .slice(0, most)
      .trim();
  if (typeof usual === 'string' && usual !== '') return usual;
  const label = model['label'] ?? model['title'];
  return (typeof label === 'string' ? label : 'Words').padEnd(least, '.').slice(0, most);
}

function amount(model: JsonObject, kind: SampleKind): number {
  const least = numberOf(model['minimum']) ?? 0;
  const most = numberOf(model['maximum']);
  if (kind === 'longest' || kind === 'many') return most ?? Math.max(least, 999_999);
  return numberOf(model['default']) ?? least;
}

function rows(model: JsonObject, kind: SampleKind): Json[] {
  const least = numberOf(model['minItems']) ?? 0;
  const most = numberOf(model['maxItems']) ?? MANY_ROWS;
  const count = kind === 'bare' ? least : kind === 'many' ? most : Math.min(most, Math.max(least, 3));
  return Array.from({ length: count }, () => valueOf(model['items'], kind));
}

function valueOf(model: Json | undefined, kind: SampleKind): Json {
  if (!isObject(model)) return '';
  const { enum: choices, type } = model;
  if (Array.isArray(choices)) return model['default'] ?? choices.find((one) => one !== null) ?? null;
  const [name] = (Array.isArray(type) ? type : [type]).filter((one) => one !== 'null');
  if (name === 'object') return record(model, kind);
  if (name === 'array') return rows(model, kind);
  if (name === 'number' || name === 'integer') return amount(model, kind);
  if (name === 'boolean') return kind === 'bare' ? false : (model['default'] ?? true);
  return text(model, kind);
}

function record(model: JsonObject, kind: SampleKind): JsonObject {
  const properties = isObject(model['properties']) ? model['properties'] : {};
  const required = Array.isArray(model['required']) ? model['required'] : [];
  return Object.fromEntries(
    Object.entries(properties)
      .filter(([key]) => kind !== 'bare' || required.includes(key))
      .map(([key, field]): [string, Json] => [key, valueOf(field, kind)]),
  );
}

/** Data of that kind, complete with defaults; null where none can be made that fits the model. */
export function sampleOf(schema: JsonObject, kind: SampleKind): JsonObject | null {
  const checked = checkData({ schema }, record(schema, kind));
  return checked.ok ? checked.data : null;
}
