/** Data as it is typed, and what is wrong with it by its line: the JSON itself first, then what the model says. Pure. */
import { readJson } from '../../core/graphics-check/json-lines.ts';
import { isObject, type JsonObject } from '../../core/json.ts';
import type { Problem } from '../../core/refusal.ts';
import { text } from '../text.ts';

const { workbench: words } = text;

export interface Mark {
  /** From 1. */
  line: number;
  text: string;
}

/** Problems name a field with dots, and the rows of a list by number. */
const pathOf = (field: string): (string | number)[] =>
  field === '' ? [] : field.split('.').map((key) => (/^\d+$/.test(key) ? Number(key) : key));

/** @returns null where it cannot be read, or is no object */
export function readData(typed: string): JsonObject | null {
  const read = readJson(typed);
  return read.ok && isObject(read.value) ? read.value : null;
}

export function marksOf(typed: string, problems: readonly Problem[]): Mark[] {
  const read = readJson(typed);
  if (!read.ok) return [{ line: read.line, text: read.why }];
  if (!isObject(read.value)) return [{ line: 1, text: words.notAnObject }];
  return problems.map(({ field, detail }) => ({
    line: read.lineOf(pathOf(field ?? '')) ?? 1,
    text: detail,
  }));
}
