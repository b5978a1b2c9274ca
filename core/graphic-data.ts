/** A graphic's data model (GDD, a JSON Schema subset): checking data against it, filling in defaults, reading it. */
import { z } from 'zod';
import { joinPath } from './data-path.ts';
import { isObject, type Json, type JsonObject } from './json.ts';
import { patternRisk } from './pattern-risk.ts';
import { plainIssue } from './plain-issue.ts';
import type { Problem } from './refusal.ts';
import type { Graphic } from './schema/manifest.ts';

const validators = new WeakMap<JsonObject, z.ZodType>();

function validatorOf(schema: JsonObject): z.ZodType {
  const known = validators.get(schema);
  if (known) return known;
  const made = z.fromJSONSchema(schema as Parameters<typeof z.fromJSONSchema>[0]);
  validators.set(schema, made);
  return made;
}

/** The first pattern, wherever it stands in the model, that must not run here. */
function riskIn(model: Json): string | null {
  if (Array.isArray(model)) return firstRisk(model.map(riskIn));
  if (!isObject(model)) return null;
  const { pattern, patternProperties } = model;
  return firstRisk([
    typeof pattern === 'string' ? patternRisk(pattern) : null,
    ...(isObject(patternProperties) ? Object.keys(patternProperties).map(patternRisk) : []),
    ...Object.values(model).map(riskIn),
  ]);
}

const firstRisk = (risks: (string | null)[]): string | null => risks.find((risk) => risk !== null) ?? null;

/** Says whether a package's data model can be understood at all. Returns the reason when it cannot. */
export function schemaProblem(schema: JsonObject): string | null {
  const risk = riskIn(schema);
  if (risk !== null) return risk;
  try {
    validatorOf(schema);
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/**
 * Defaults that the model itself would refuse, as path and reason. Whoever leaves the field alone gets to know at the
 * gate; the template is offered all the same.
 */
export function defaultProblems(schema: JsonObject, path = 'schema'): string[] {
  const { properties, items } = schema;
  const own = schema['default'];
  // a part of a model may point to another part of it, which it does not carry along
  // an empty default of a field that must be filled in says just that
  const isEmpty = own === undefined || own === null || own === '' || (Array.isArray(own) && own.length === 0);
  const hasOwn = !isEmpty && schemaProblem(schema) === null;
  const checked = hasOwn ? validatorOf(schema).safeParse(own) : null;
  const issue = checked?.error?.issues[0];
  const below = isObject(properties)
    ? Object.entries(properties).flatMap(([key, model]) =>
        isObject(model) ? defaultProblems(model, `${path}.properties.${key}`) : [],
      )
    : [];
  return [
    ...(issue ? [`${path}.default: ${plainIssue(issue)}`] : []),
    ...below,
    ...(isObject(items) ? defaultProblems(items, `${path}.items`) : []),
  ];
}

/**
 * A null in a field whose model does not allow null means "no value": the key is left out, so that a
 * fact without a margin does not fail a graphic that merely can show one.
 */
function withoutNulls(value: Json, model: Json | undefined): Json {
  if (!isObject(model)) return value;
  if (Array.isArray(value)) return value.map((item) => withoutNulls(item, model['items']));
  if (!isObject(value)) return value;
  const properties = isObject(model['properties']) ? model['properties'] : {};
  const kept = Object.entries(value).flatMap(([key, inner]): [string, Json][] => {
    const field = properties[key];
    if (inner === null && isObject(field) && !allowsNull(field)) return [];
    return [[key, withoutNulls(inner, field)]];
  });
  return Object.fromEntries(kept);
}

function allowsNull(model: JsonObject): boolean {
  const { type } = model;
  if (Array.isArray(model['enum'])) return model['enum'].includes(null);
  return type === undefined || type === 'null' || (Array.isArray(type) && type.includes('null'));
}

export type Checked = { ok: true; data: JsonObject } | { ok: false; problems: Problem[] };

/** Data complete with defaults, or every field that is wrong, each as a sentence. */
export function checkData(graphic: Pick<Graphic, 'schema'>, data: JsonObject): Checked {
  const validator = validatorOf(graphic.schema);
  const filled = validator.safeParse(withoutNulls(normalise(data), graphic.schema));
  // a second time: a default is filled in unchecked, and an empty one must not pass for a title that is needed
  const result = filled.success ? validator.safeParse(normalise(filled.data as Json)) : filled;
  if (result.success) return { ok: true, data: result.data as JsonObject };
  const problems = result.error.issues.map((issue): Problem => {
    const field = joinPath(issue.path);
    return {
      code: 'data_invalid',
      detail: `${titleOf(graphic.schema, issue.path)}: ${plainIssue(issue)}`,
      field,
    };
  });
  return { ok: false, problems };
}

/** NFC throughout: a macron typed as two characters would be drawn from another font. */
function normalise(value: Json): Json {
  if (typeof value === 'string') return value.normalize('NFC');
  if (Array.isArray(value)) return value.map(normalise);
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, normalise(inner)]));
}

/** The model of one property, following a path through objects and arrays. */
export function modelAt(schema: JsonObject, path: readonly PropertyKey[]): JsonObject | null {
  let model: Json | undefined = schema;
  for (const key of path) {
    if (!isObject(model)) return null;
    const properties: Json | undefined = model['properties'];
    model =
      typeof key === 'number' ? model['items'] : isObject(properties) ? properties[String(key)] : undefined;
  }
  return isObject(model) ? model : null;
}

function titleOf(schema: JsonObject, path: readonly PropertyKey[]): string {
  const model = modelAt(schema, path);
  const title = model?.['title'] ?? model?.['label'];
  return typeof title === 'string' ? title : path.length > 0 ? path.join('.') : 'the data';
}

/** A colour or a file is seen, and not read. */
const isWords = (model: Json | undefined): boolean =>
  !(isObject(model) && typeof model['gddType'] === 'string' && /^(color|file-path)/.test(model['gddType']));

/**
 * The words a viewer will read, in the order of the data model. For lists on the desk, where "what will be
 * seen" matters more than which fields it came from.
 */
export function seenText(graphic: Pick<Graphic, 'schema'> | undefined, data: JsonObject): string {
  const properties = graphic && isObject(graphic.schema['properties']) ? graphic.schema['properties'] : data;
  const words = Object.keys(properties).flatMap((key): string[] => {
    const value = data[key];
    const model = properties[key];
    const hasChoices = isObject(model) && Array.isArray(model['enum']);
    if (typeof value === 'string' && value.trim() && !hasChoices && isWords(model)) return [value.trim()];
    if (isObject(value) && typeof value['name'] === 'string' && value['name']) return [value['name']];
    return [];
  });
  return words.join(' · ');
}
