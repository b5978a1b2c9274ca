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
  kind: 'text' | 'multiline' | 'color' | 'colorAlpha';
  minLength: number;
  maxLength: number | null;
};
export type NumberField = Base & {
  kind: 'number' | 'integer' | 'percentage' | 'duration';
  min: number | null;
  max: number | null;
};
export type ChoiceField = Base & { kind: 'select' | 'multi'; options: Option[] };
export type FileField = Base & {
  kind: 'file';
  isImage: boolean;
  /** Endings without the dot, in lower case; empty for any. */
  extensions: string[];
};
export type ListField = Base & { kind: 'list'; item: Field; minItems: number; maxItems: number | null };
export type ObjectField = Base & { kind: 'object' | 'party'; fields: Field[] };
export type Field =
  | TextField
  | NumberField
  | ChoiceField
  | FileField
  | ListField
  | ObjectField
  | (Base & { kind: 'boolean' })
  /** A model that no other field can show: edited as JSON. */
  | (Base & { kind: 'json' });

const TEXT_TYPES: Record<string, TextField['kind']> = {
  'multi-line': 'multiline',
  'color-rrggbb': 'color',
  'color-rrggbbaa': 'colorAlpha',
};
const NUMBER_TYPES: Record<string, NumberField['kind']> = {
  percentage: 'percentage',
  'duration-ms': 'duration',
};
const IMAGES = ['png', 'jpg', 'jpeg', 'webp', 'avif', 'gif', 'svg'];

const textOf = (value: Json | undefined): string => (typeof value === 'string' ? value : '');
const numberOf = (value: Json | undefined): number | null => (typeof value === 'number' ? value : null);

function typeOf({ type, properties, items }: JsonObject): string {
  if (Array.isArray(type)) return textOf(type.find((one) => one !== 'null'));
  if (type === undefined && isObject(properties)) return 'object';
  if (type === undefined && isObject(items)) return 'array';
  return textOf(type);
}

/** `file-path/image-path` is tried whole first, then as `file-path`. */
function gddTypes({ gddType }: JsonObject): string[] {
  const parts = textOf(gddType).split('/');
  return parts.map((_, i) => parts.slice(0, parts.length - i).join('/'));
}

const optionsIn = ({ gddOptions }: JsonObject): JsonObject => (isObject(gddOptions) ? gddOptions : {});

/** @param outer where the labels may stand instead: on the list whose items these are */
function optionsOf(model: JsonObject, outer: JsonObject = {}): Option[] {
  const values = Array.isArray(model['enum']) ? model['enum'] : [];
  const labels = [optionsIn(model)['labels'], optionsIn(outer)['labels']].find(isObject) ?? {};
  return values.map((value) => {
    const plain = typeof value === 'string' ? value : JSON.stringify(value);
    return { value, label: (Object.hasOwn(labels, plain) && textOf(labels[plain])) || plain };
  });
}

/** What a party is to graphics: an object that has at least these. */
const PARTY_KEYS = ['name', 'short', 'colour'];
export const isPartyModel = (model: JsonObject): boolean => {
  const { properties } = model;
  return isObject(properties) && PARTY_KEYS.every((key) => Object.hasOwn(properties, key));
};

function fileOf(base: Base, model: JsonObject, isImage: boolean): FileField {
  const { extensions } = optionsIn(model);
  const given = Array.isArray(extensions) ? extensions.map(textOf).filter(Boolean) : [];
  const plain = given.map((one) => one.toLowerCase().replace(/^\*?\./, ''));
  return { ...base, kind: 'file', isImage, extensions: plain.length > 0 ? plain : isImage ? IMAGES : [] };
}

function stringOf(base: Base, model: JsonObject, gdd: string[]): Field {
  if (gdd.includes('file-path')) return fileOf(base, model, gdd.includes('file-path/image-path'));
  return {
    ...base,
    kind: gdd.map((one) => TEXT_TYPES[one]).find(Boolean) ?? 'text',
    minLength: numberOf(model['minLength']) ?? 0,
    maxLength: numberOf(model['maxLength']),
  };
}

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
      return stringOf(base, model, gdd);
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
    case 'object': {
      const fields = fieldsOf(model);
      if (fields.length === 0) return { ...base, kind: 'json' };
      return { ...base, kind: isPartyModel(model) ? 'party' : 'object', fields };
    }
    case 'array':
      return listOf(base, model, gdd);
    default:
      return { ...base, kind: 'json' };
  }
}

function listOf(base: Base, model: JsonObject, gdd: string[]): Field {
  const items = isObject(model['items']) ? model['items'] : null;
  if (!items) return { ...base, kind: 'json' };
  // where a value may come twice, ticks cannot say so
  const isSet = gdd.includes('select-multiple') || model['uniqueItems'] === true;
  if (isSet && Array.isArray(items['enum']))
    return { ...base, kind: 'multi', options: optionsOf(items, model) };
  return {
    ...base,
    kind: 'list',
    item: fieldOf('', items, true),
    minItems: numberOf(model['minItems']) ?? 0,
    maxItems: numberOf(model['maxItems']),
  };
}

/** The theme is the show's, not a cue's (core/theme.ts). */
const isTheirs = (model: JsonObject): boolean => model['hidden'] !== true && model['v_tallydesk'] !== 'theme';

/** The fields of an object model, hidden ones left out, in their order. */
export function fieldsOf(model: JsonObject): Field[] {
  const properties = isObject(model['properties']) ? model['properties'] : {};
  const required = Array.isArray(model['required']) ? model['required'] : [];
  return Object.entries(properties)
    .flatMap(([key, value], at) => {
      if (!isObject(value) || !isTheirs(value)) return [];
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
      return [];
    case 'list':
      return Array.from({ length: field.minItems }, () => blankOf(field.item));
    case 'color':
      return '#000000';
    case 'colorAlpha':
      return '#000000ff';
    case 'object':
    case 'party':
      // what may be left out is, so that an empty text does not fail a pattern that nobody has to meet
      return Object.fromEntries(
        field.fields.filter((one) => one.required).map((one) => [one.key, blankOf(one)]),
      );
    case 'json':
      return null;
    default:
      return '';
  }
}

/** True for a list whose rows can stand in a table: every cell is one line. */
export const isTable = ({ item }: ListField): boolean =>
  (item.kind === 'object' || item.kind === 'party') &&
  item.fields.every(({ kind }) => !['object', 'list', 'multiline', 'multi', 'json'].includes(kind));
