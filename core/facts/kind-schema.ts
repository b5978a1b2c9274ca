/**
 * What a fact of each kind may hold, as a schema made from the table of kinds: wrong types, units and ranges. What is
 * merely missing is no issue here: a draft may lack anything (notices.ts says what).
 */
import { z } from 'zod';
import { plainIssue } from '../plain-issue.ts';
import { FactKind, type FactContent, type FactValue } from '../schema/fact.ts';
import { KINDS, fieldTitle, unitOf, type KindField } from './kinds.ts';

export interface KindIssue {
  /** Path in the fact, as in `KindField`. */
  field: string;
  /** To be read after the field's title: "must be a whole number". */
  detail: string;
}

const whole = (least: number, most: number) => z.int().min(least).max(most);

/** Units that mean one thing only. Others are free, for facts nobody has foreseen. */
const UNITS: Readonly<Record<string, z.ZodType>> = {
  percent: z.number().min(0).max(100),
  percentage_points: z.number().min(-100).max(100),
  votes: whole(0, Number.MAX_SAFE_INTEGER),
  seats: whole(0, 1000),
  year: whole(1, 9999),
};

type Amount = Pick<FactValue, 'value' | 'unit'>;

const UNIT_WORDS: Readonly<Record<string, string>> = { percent: 'per cent', year: 'a year' };

/** @param unit the unit that it must have; null for any */
const amount = (unit: string | null) =>
  z.custom<Amount>().check((context) => {
    const { value, unit: given } = context.value;
    const complain = (message: string) => context.issues.push({ code: 'custom', message, input: value });
    if (unit !== null && given !== unit) {
      complain(`is in ${UNIT_WORDS[unit] ?? unit}, not in ${given}`);
      return;
    }
    const issue = Object.hasOwn(UNITS, given) ? UNITS[given]?.safeParse(value).error?.issues[0] : undefined;
    if (issue) complain(plainIssue(issue));
  });

const TEXT = z.string().max(2000).nullish();
const YEAR = z
  .union(
    [whole(1, 9999), z.string().regex(/^\d{4}$/, 'must be a year of four digits'), z.null()],
    'must be a year of four digits',
  )
  .optional();

interface Branch {
  [key: string]: Branch | z.ZodType;
}

/** Fields by their path, as nested objects that let other keys pass. */
function nested(branch: Branch): z.ZodType {
  const shape = Object.fromEntries(
    Object.entries(branch).map(([key, inner]) => [key, inner instanceof z.ZodType ? inner : nested(inner)]),
  );
  return z.looseObject(shape).nullish();
}

function subjectSchema(fields: readonly KindField[]): z.ZodType {
  const root: Branch = {};
  for (const { path, input } of fields) {
    const [head, ...rest] = path.split('.');
    const last = rest.pop();
    if (head !== 'subject' || last === undefined) continue;
    let at = root;
    for (const key of rest) {
      const inner = at[key];
      at = inner === undefined || inner instanceof z.ZodType ? (at[key] = {}) : inner;
    }
    at[last] = input === 'year' ? YEAR : TEXT;
  }
  return nested(root);
}

function valuesSchema(fields: readonly KindField[]): z.ZodType {
  const shape = Object.fromEntries(
    fields.flatMap(({ path, input }) =>
      path.startsWith('values.')
        ? [[path.slice('values.'.length), amount(unitOf(input)).optional()] as const]
        : [],
    ),
  );
  return z.object(shape).catchall(amount(null));
}

const schemaOf = (kind: FactKind): z.ZodType =>
  z.object({
    subject: subjectSchema(KINDS[kind].fields),
    values: valuesSchema(KINDS[kind].fields),
  });

/** One schema a kind. Over `{subject, values}`, the values by their names. */
export const KIND_SCHEMAS = Object.fromEntries(
  FactKind.options.map((kind) => [kind, schemaOf(kind)]),
) as Record<FactKind, z.ZodType>;

/** What is wrong with a fact of its kind: types, units and ranges. Empty where all that is there is right. */
export function kindIssues(content: Pick<FactContent, 'kind' | 'subject' | 'values'>): KindIssue[] {
  const { kind, subject, values } = content;
  const names = values.map(({ name }) => name);
  const twice = names.filter((name, index) => names.indexOf(name) !== index);
  const byName = Object.fromEntries(values.map((value) => [value.name, value]));
  const parsed = KIND_SCHEMAS[kind].safeParse({ subject, values: byName });
  return [
    ...(parsed.error?.issues ?? []).map((issue) => ({
      field: issue.path.map(String).join('.'),
      detail: plainIssue(issue),
    })),
    ...[...new Set(twice)].map((name) => ({ field: `values.${name}`, detail: 'is given twice' })),
  ];
}

/** The first issue as a sentence's end: "Majority must be a whole number". */
export const issueText = (kind: FactKind, { field, detail }: KindIssue): string =>
  `${fieldTitle(kind, field)} (${field}) ${detail}`;
