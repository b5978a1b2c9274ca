/** A row of a table as a fact: every cell read or complained of by the name of its column. */
import { z } from 'zod';
import { unguarded } from '../csv.ts';
import { readNumber } from '../feeds/numbers.ts';
import { plainIssue } from '../plain-issue.ts';
import { isObject, type Json, type JsonObject } from '../json.ts';
import { FactContent, FactValue } from '../schema/fact.ts';
import type { ColumnMap } from '../schema/feed.ts';
import { at, FIELDS, isJsonLike, type Kind } from './table-columns.ts';

const Values = z.array(FactValue);

export interface RowIssue {
  /** The column's name, as the table has it. */
  field: string;
  detail: string;
}

export interface RowRead {
  /** As the row has it; null where it gives none. */
  id: string | null;
  /** Null where something is wrong. */
  content: FactContent | null;
  issues: RowIssue[];
}

const unitOf = (name: string): string => {
  if (/share|percent|counted|left_to_count/.test(name)) return 'percent';
  if (/seats?$|seats_/.test(name)) return 'seats';
  return /year|since$/.test(name) ? 'year' : 'votes';
};

function parsedJson(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** What a cell says, in the form that the schema takes; `undefined` with a reason where it cannot be read. */
function cellValue(kind: Kind, text: string): { ok: true; value: Json } | { ok: false; why: string } {
  const trimmed = text.trim();
  switch (kind) {
    case 'text':
      return { ok: true, value: text };
    case 'name':
      return { ok: true, value: trimmed };
    case 'time':
      return { ok: true, value: trimmed };
    case 'percent': {
      const read = readNumber(trimmed.replace(/\s*%$/, ''));
      return read.ok ? { ok: true, value: read.value } : read;
    }
    case 'flag': {
      if (/^(yes|true|1|y)$/i.test(trimmed)) return { ok: true, value: true };
      if (/^(no|false|0|n)$/i.test(trimmed)) return { ok: true, value: false };
      return { ok: false, why: `“${trimmed.slice(0, 40)}” is neither yes nor no` };
    }
    case 'list': {
      const json = trimmed.startsWith('[') ? parsedJson(trimmed) : undefined;
      return {
        ok: true,
        value:
          json ??
          trimmed
            .split('|')
            .map((item) => item.trim())
            .filter(Boolean),
      };
    }
    case 'json': {
      const json = parsedJson(trimmed);
      return json === undefined ? { ok: false, why: 'this is not JSON' } : { ok: true, value: json };
    }
    default:
      throw new Error(`no such cell: ${String(kind satisfies never)}`);
  }
}

function setAt(json: JsonObject, path: readonly string[], value: Json): void {
  const [key = '', ...rest] = path;
  if (rest.length === 0) {
    json[key] = value;
    return;
  }
  const inner = json[key];
  // copied on the way: what it is part of may be the show's
  const next: JsonObject = isObject(inner) ? { ...inner } : {};
  json[key] = next;
  setAt(next, rest, value);
}

/** Fields that are nothing rather than an empty text when their cell is empty. */
const NULLABLE = new Set([
  'subtype',
  'asOf.countPercent',
  'asOf.at',
  'asOf.text',
  'onAir.headline',
  'onAir.detail',
  'onAir.label',
  'quote.role',
  'quote.occasion',
  'note',
  'embargoUntil',
  'staleAfter',
  'tally',
  'externalCheck',
]);

const subjectValue = (text: string): Json => {
  const trimmed = text.trim();
  const json = isJsonLike(trimmed) ? parsedJson(trimmed) : undefined;
  return typeof json === 'number' || typeof json === 'boolean' ? json : trimmed;
};

function readValue(
  values: FactValue[],
  name: string,
  text: string,
  unit: string,
  issue: (why: string) => void,
): void {
  const index = values.findIndex((value) => value.name === name);
  if (text.trim() === '') {
    if (index !== -1) values.splice(index, 1);
    return;
  }
  const read = readNumber(text);
  if (!read.ok) return issue(read.why);
  const before = values[index];
  const value: FactValue = {
    name,
    value: read.value,
    unit: unit.trim() || before?.unit || unitOf(name),
    qualifier: before?.qualifier ?? null,
    year: before?.year ?? null,
    derived: before?.derived ?? false,
  };
  if (index === -1) values.push(value);
  else values[index] = value;
}

/** Which fields a row writes, by column; made once a table. */
export type CellOf = (column: string) => string | undefined;

/**
 * Reads a row over the fact that it is about: a field without a column stays as it is.
 * @param cellOf the row's cell in a column
 * @param present the fact with the row's id, where there is one
 */
export function rowToFact(
  columns: ColumnMap,
  cellOf: CellOf,
  present: (id: string) => FactContent | null,
): RowRead {
  const issues: RowIssue[] = [];
  const textOf = (field: string): string | undefined => {
    const column = columns[field];
    const cell = column === undefined ? undefined : cellOf(column);
    return cell === undefined ? undefined : unguarded(cell).normalize('NFC');
  };
  const id = textOf('id')?.trim() || null;
  const before = id === null ? null : present(id);
  const json: JsonObject = { ...before };
  for (const [field, kind] of FIELDS) {
    const text = field === 'id' ? undefined : textOf(field);
    if (text === undefined) continue;
    if (text.trim() === '') {
      emptied(json, field, kind);
      continue;
    }
    const read = cellValue(kind, text);
    if (read.ok) setAt(json, field.split('.'), read.value);
    else issues.push({ field: columns[field] ?? field, detail: `${read.why}.` });
  }
  // no words, no quotation: an empty cell beside a speaker's name is a person, not a quotation of nothing
  if (isObject(json['quote']) && !json['quote']['text']) json['quote'] = null;
  const given = Values.safeParse(json['values'] ?? []);
  if (!given.success)
    issues.push({ field: columns['values'] ?? 'values', detail: 'This is not a list of values.' });
  const values = given.data ?? [];
  const subject: JsonObject = isObject(json['subject']) ? { ...json['subject'] } : {};
  for (const [field, column] of Object.entries(columns)) {
    const text = textOf(field);
    if (text === undefined) continue;
    const [head = '', ...rest] = field.split('.');
    if (head === 'subject' && rest.length > 0) {
      if (text.trim() !== '') setAt(subject, rest, subjectValue(text));
      else if (rest.length === 1) delete subject[rest[0] ?? ''];
    } else if (head === 'values' && rest.length === 1) {
      const issue = (why: string) => issues.push({ field: column, detail: `${why}.` });
      readValue(values, rest[0] ?? '', text, textOf(`${field}.unit`) ?? '', issue);
    }
  }
  const parsed = FactContent.safeParse({ ...json, values, subject });
  if (!parsed.success) {
    for (const issue of parsed.error.issues) {
      const field = issue.path.map(String).join('.');
      issues.push({ field: columns[field] ?? field, detail: cellIssue(issue, at(json, field)) });
    }
  }
  return { id, content: parsed.success && issues.length === 0 ? parsed.data : null, issues };
}

function emptied(json: JsonObject, field: string, kind: Kind): void {
  const path = field.split('.');
  const [head = ''] = path;
  // fields of a quotation that is not there need not be made for an empty cell
  if (path.length > 1 && head === 'quote' && !isObject(json[head])) return;
  if (NULLABLE.has(field)) setAt(json, path, null);
  else if (kind === 'list') setAt(json, path, []);
  else if (field.startsWith('source.') || field === 'quote.attribution' || field === 'quote.text')
    setAt(json, path, '');
}

function cellIssue(issue: z.core.$ZodIssue, value: Json): string {
  const field = issue.path.map(String).join('.');
  if (value === null || value === '') return `${field} is missing.`;
  const shown = typeof value === 'string' ? `“${value.slice(0, 40)}”: ` : '';
  return `${shown}${field} ${plainIssue(issue)}.`;
}
