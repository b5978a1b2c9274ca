/** Rules about the data model (GDD): what a form is made from, and what data is held against. */
import { z } from 'zod';
import { schemaProblem } from '../graphic-data.ts';
import { isObject, type Json, type JsonObject } from '../json.ts';
import { plainIssue } from '../plain-issue.ts';
import { manifestRule, told, type Hit, type Rule } from './rule.ts';

/** The types of GDD with the JSON types each may be of. */
const GDD: Record<string, readonly string[]> = {
  'single-line': ['string'],
  'multi-line': ['string'],
  'file-path': ['string'],
  'file-path/image-path': ['string'],
  select: ['string', 'number', 'integer'],
  'select-multiple': ['array'],
  'color-rrggbb': ['string'],
  'color-rrggbbaa': ['string'],
  percentage: ['number'],
  'duration-ms': ['integer', 'number'],
};

const COLOURS: Record<string, RegExp> = {
  'color-rrggbb': /^#[0-9a-f]{6}$/,
  'color-rrggbbaa': /^#[0-9a-f]{8}$/,
};

const compiles = (pattern: string): boolean => {
  try {
    return new RegExp(pattern, 'u') instanceof RegExp;
  } catch {
    return false;
  }
};

const badPattern = ({ pattern }: JsonObject): boolean => typeof pattern === 'string' && !compiles(pattern);

/** An empty default of a field that must be filled in is no default at all. */
const isEmpty = (value: Json, model: JsonObject): boolean =>
  (value === '' && Number(model['minLength'] ?? 0) > 0) ||
  (Array.isArray(value) && value.length === 0 && Number(model['minItems'] ?? 0) > 0);

/** Why a default does not fit its own field, or null. */
function defaultProblem(model: JsonObject): string | null {
  const value = model['default'];
  if (value === undefined || isEmpty(value, model) || schemaProblem(model) !== null) return null;
  const result = z.fromJSONSchema(model as Parameters<typeof z.fromJSONSchema>[0]).safeParse(value);
  const issue = result.error?.issues[0];
  return issue ? `${JSON.stringify(value)} ${plainIssue(issue)}` : null;
}

/** The choices of a field, and what they are called. */
function choices(model: JsonObject): { values: Json[]; labels: JsonObject | null } | null {
  const of = isObject(model['items']) && model['gddType'] === 'select-multiple' ? model['items'] : model;
  if (!Array.isArray(of['enum'])) return null;
  const options = isObject(model['gddOptions']) ? model['gddOptions'] : {};
  return { values: of['enum'], labels: isObject(options['labels']) ? options['labels'] : null };
}

function labelProblem(model: JsonObject): string | null {
  const found = choices(model);
  if (!found || found.values.every((value) => value === null)) return null;
  if (!found.labels) return 'its choices have no labels: people see the values themselves';
  const { labels } = found;
  const bare = found.values.filter((value) => value !== null && !Object.hasOwn(labels, told(value)));
  if (bare.length > 0) return `has no label for ${bare.map((one) => JSON.stringify(one)).join(', ')}`;
  const known = found.values.map(told);
  const lost = Object.keys(labels).filter((key) => !known.includes(key));
  return lost.length > 0 ? `has labels for what is no choice: ${lost.join(', ')}` : null;
}

/** What a GDD type degrades to: from the right, at "/". */
function baseOf(type: string): string | null {
  let name = type;
  while (name !== '') {
    if (Object.hasOwn(GDD, name)) return name;
    name = name.split('/').slice(0, -1).join('/');
  }
  return null;
}

const LIMITS = [
  ['minimum', 'maximum'],
  ['minLength', 'maxLength'],
  ['minItems', 'maxItems'],
] as const;

/** One hit for each field of which `why` has something to say. */
const perField =
  (key: string, why: (model: JsonObject) => string | null) =>
  (_: JsonObject, pkg: { fields(): { path: readonly (string | number)[]; model: JsonObject }[] }): Hit[] =>
    pkg.fields().flatMap(({ path, model }) => {
      const message = why(model);
      return message === null ? [] : [{ path: key === '' ? path : [...path, key], message }];
    });

const typesOf = ({ type }: JsonObject): Json[] =>
  Array.isArray(type) ? type : type === undefined ? [] : [type];

export const MODEL_RULES: readonly Rule[] = [
  manifestRule('pattern-wrong', 'error', 'Every pattern is a regular expression.', (m, pkg) =>
    perField('pattern', (model) =>
      badPattern(model) ? `${JSON.stringify(model['pattern'])} is not a regular expression` : null,
    )(m, pkg),
  ),
  manifestRule('model-wrong', 'error', 'The data model can be understood.', (_, pkg) => {
    if (pkg.fields().some(({ model }) => badPattern(model))) return [];
    return pkg.models().flatMap(({ path, model }) => {
      if (model['type'] !== 'object') return [{ path, message: 'must be of the type "object"' }];
      const why = schemaProblem(model);
      return why === null ? [] : [{ path, message: why }];
    });
  }),
  manifestRule('required-unknown', 'error', 'Every required field exists.', (_, pkg) =>
    [...pkg.models(), ...pkg.fields()].flatMap(({ path, model }) => {
      const { required, properties } = model;
      const fields = isObject(properties) ? properties : {};
      return (Array.isArray(required) ? required : [])
        .filter((name) => typeof name === 'string' && !Object.hasOwn(fields, name))
        .map((name) => ({
          path: [...path, 'required'],
          message: `the field "${told(name)}" is required, but there is none: no data could ever fit`,
        }));
    }),
  ),
  manifestRule(
    'default-wrong',
    'warning',
    'A default fits its own field.',
    perField('default', defaultProblem),
  ),
  manifestRule(
    'colour-form',
    'warning',
    'A colour is written in lower-case hex.',
    perField('default', (model) => {
      const { gddType, default: value } = model;
      const form = typeof gddType === 'string' ? COLOURS[gddType] : undefined;
      return !form || typeof value !== 'string' || value === '' || form.test(value)
        ? null
        : `"${value}" is not as ${told(gddType)} has it (lower-case hex, such as ${gddType === 'color-rrggbb' ? '#1e90ff' : '#1e90ffcc'})`;
    }),
  ),
  manifestRule(
    'gdd-unknown',
    'warning',
    'Every gddType is one of GDD’s.',
    perField('gddType', ({ gddType }) => {
      if (typeof gddType !== 'string' || Object.hasOwn(GDD, gddType)) return null;
      const base = baseOf(gddType);
      return `"${gddType}" is not known: ${base === null ? 'the field is shown as its plain type' : `it is taken for "${base}"`}`;
    }),
  ),
  manifestRule(
    'gdd-type',
    'warning',
    'A gddType stands on the type it is made for.',
    perField('gddType', (model) => {
      const base = typeof model['gddType'] === 'string' ? baseOf(model['gddType']) : null;
      const may = base === null ? [] : (GDD[base] ?? []);
      const types = typesOf(model).filter((type) => type !== 'null');
      return may.length === 0 || types.length === 0 || types.every((type) => may.includes(told(type)))
        ? null
        : `"${told(model['gddType'])}" needs the type ${may.join(' or ')}`;
    }),
  ),
  manifestRule('enum-labels', 'warning', 'Every choice has a label.', perField('gddOptions', labelProblem)),
  manifestRule(
    'limits-crossed',
    'warning',
    'The least is not above the most.',
    perField('', (model) => {
      const crossed = LIMITS.find(([least, most]) => Number(model[least]) > Number(model[most]));
      return crossed ? `${crossed[0]} is above ${crossed[1]}: no value could ever fit` : null;
    }),
  ),
];
