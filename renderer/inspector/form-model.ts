/**
 * From a graphic's data model (GDD, a JSON Schema subset) to the fields of a form. Pure. An unknown gddType
 * falls back from the right at each "/" to what it is based on, and in the end to its plain type.
 */
import { isObject, type Json, type JsonObject } from '../../core/json.ts';

export interface Option {
  value: Json;
  label: string;
}

interface Base {
  /** The key in its object; '' for the item of a list. */
  key: string;
  title: string;
  description: string;
  required: boolean;
  default: Json | undefined;
}

export type TextField = Base & {
  kind: 'text' | 'multiline' | 'color';
  minLength: number;
  maxLength: number | null;
};
export type NumberField = Base & {
  kind: 'number' | 'integer' | 'percentage' | 'duration';
  min: number | null;
  max: number | null;
};
export type ChoiceField = Base & { kind: 'select' | 'multi'; options: Option[] };
export type ListField = Base & { kind: 'list'; item: Field; minItems: number; maxItems: number | null };
export type ObjectField = Base & { kind: 'object' | 'party'; fields: Field[] };
export type Field =
  | TextField
  | NumberField
  | ChoiceField
  | ListField
  | ObjectField
  | (Base & { kind: 'boolean' })
  /** A model that no form can show. */
  | (Base & { kind: 'unknown' });

const TEXT_TYPES: Record<string, TextField['kind']> = {
  'multi-line': 'multiline',
  'color-rrggbb': 'color',
  'color-rrggbbaa': 'color',
};
const NUMBER_TYPES: Record<string, NumberField['kind']> = {
  percentage: 'percentage',
  'duration-ms': 'duration',
};

const textOf = (value: Json | undefined): string => (typeof value === 'string' ? value : '');
const numberOf = (value: Json | undefined): number | null => (typeof value === 'number' ? value : null);

function typeOf({ type }: JsonObject): string {
  if (Array.isArray(type)) return textOf(type.find((one) => one !== 'null'));
  return textOf(type);
}

/** `file-path/image-path` is tried whole first, then as `file-path`. */
function gddTypes({ gddType }: JsonObject): string[] {
  const parts = textOf(gddType).split('/');
  return parts.map((_, i) => parts.slice(0, parts.length - i).join('/'));
}

function optionsOf(model: JsonObject): Option[] {
  const values = Array.isArray(model['enum']) ? model['enum'] : [];
  const gdd = isObject(model['gddOptions']) ? model['gddOptions'] : {};
  const labels = isObject(gdd['labels']) ? gdd['labels'] : {};
  return values.map((value) => {
    const plain = typeof value === 'string' ? value : JSON.stringify(value);
    return { value, label: textOf(labels[plain]) || plain };
  });
}

/** What a party is to graphics: an object that has at least these. */
const PARTY_KEYS = ['name', 'short', 'colour'];
export const isPartyModel = (model: JsonObject): boolean => {
  const { properties } = model;
  return isObject(properties) && PARTY_KEYS.every((key) => Object.hasOwn(properties, key));
};

function fieldOf(key: string, model: JsonObject, required: boolean): Field {
  const base: Base = {
    key,
    title: textOf(model['title']) || textOf(model['label']) || key,
    description: textOf(model['description']),
    required,
    default: model['default'],
  };
  const type = typeOf(model);
  const gdd = gddTypes(model);
  if (Array.isArray(model['enum'])) return { ...base, kind: 'select', options: optionsOf(model) };
  switch (type) {
    case 'string':
      return {
        ...base,
        kind: gdd.map((one) => TEXT_TYPES[one]).find(Boolean) ?? 'text',
        minLength: numberOf(model['minLength']) ?? 0,
        maxLength: numberOf(model['maxLength']),
      };
    case 'number':
    case 'integer':
      return {
        ...base,
        kind: gdd.map((one) => NUMBER_TYPES[one]).find(Boolean) ?? type,
        min: numberOf(model['minimum']),
        max: numberOf(model['maximum']),
      };
    case 'boolean':
      return { ...base, kind: 'boolean' };
    case 'object':
      return { ...base, kind: isPartyModel(model) ? 'party' : 'object', fields: fieldsOf(model) };
    case 'array':
      return listOf(base, model);
    default:
      return { ...base, kind: 'unknown' };
  }
}

function listOf(base: Base, model: JsonObject): Field {
  const items = isObject(model['items']) ? model['items'] : null;
  if (!items) return { ...base, kind: 'unknown' };
  if (Array.isArray(items['enum'])) return { ...base, kind: 'multi', options: optionsOf(items) };
  return {
    ...base,
    kind: 'list',
    item: fieldOf('', items, true),
    minItems: numberOf(model['minItems']) ?? 0,
    maxItems: numberOf(model['maxItems']),
  };
}

/** The fields of an object model, hidden ones left out, in their order. */
export function fieldsOf(model: JsonObject): Field[] {
  const properties = isObject(model['properties']) ? model['properties'] : {};
  const required = Array.isArray(model['required']) ? model['required'] : [];
  return Object.entries(properties)
    .flatMap(([key, value], at) => {
      if (!isObject(value) || value['hidden'] === true) return [];
      const order = numberOf(value['order']) ?? Number.MAX_SAFE_INTEGER;
      return [{ at, order, field: fieldOf(key, value, required.includes(key)) }];
    })
    .sort((a, b) => a.order - b.order || a.at - b.at)
    .map(({ field }) => field);
}

/** What a new row of a list starts with. */
export function blankOf(field: Field): Json {
  if (field.default !== undefined) return field.default;
  switch (field.kind) {
    case 'number':
    case 'integer':
    case 'percentage':
    case 'duration':
      return field.min ?? 0;
    case 'boolean':
      return false;
    case 'select':
      return field.options[0]?.value ?? '';
    case 'multi':
    case 'list':
      return [];
    case 'object':
    case 'party':
      return Object.fromEntries(field.fields.map((one) => [one.key, blankOf(one)]));
    default:
      return '';
  }
}
