/** Files of facts, as tables or JSON: for feeds of facts and for imports. Every row is read or says why not. */
import { rowToFact } from '../../../core/facts/table-rows.ts';
import { guessColumns, isField } from '../../../core/facts/table-columns.ts';
import { isObject, type Json, type JsonObject } from '../../../core/json.ts';
import { plainIssue } from '../../../core/plain-issue.ts';
import { FactContent } from '../../../core/schema/fact.ts';
import type { ColumnMap, FeedProblem } from '../../../core/schema/feed.ts';
import { readTable, type Table } from './csv.ts';
import { parseJson } from './results-json.ts';
import { reading, refused, type SourceFile } from './source.ts';

export interface FactRow {
  row: number;
  /** As the row gives it; null where it gives none. */
  id: string | null;
  content: FactContent | null;
  /** Why it cannot be used, with the name of the column. */
  problems: FeedProblem[];
}

/** What there is to be read of a file: rows, not facts yet, because columns may still have to be matched. */
export type FactsFile = { kind: 'csv'; table: Table } | { kind: 'json'; rows: readonly Json[] };

/** @returns null with a refused problem where nothing of the file can be used */
export async function openFacts(
  file: SourceFile,
  format: 'csv' | 'json',
): Promise<{ facts: FactsFile | null; problems: FeedProblem[] }> {
  if (format === 'csv') {
    const { table, problems } = await readTable(file.name, file.bytes);
    return { facts: table && { kind: 'csv', table }, problems };
  }
  const read = reading(() => parseJson(file));
  if (!read.ok) return { facts: null, problems: [read.problem] };
  const json = read.value as Json;
  const rows = Array.isArray(json)
    ? json
    : isObject(json) && Array.isArray(json['facts'])
      ? json['facts']
      : null;
  if (rows) return { facts: { kind: 'json', rows }, problems: [] };
  const detail = 'This is no list of facts: a JSON array is wanted, or an object with "facts".';
  return { facts: null, problems: [refused(file.name, detail)] };
}

/** The columns as somebody matched them, completed by their names. */
export const matchColumns = (header: readonly string[], matched: ColumnMap): ColumnMap =>
  guessColumns(
    header,
    Object.fromEntries(Object.entries(matched).filter(([field, column]) => isField(field) && column !== '')),
  );

export interface RowReader {
  length: number;
  read(index: number): FactRow;
}

/**
 * @param present the content of the fact that a row with this id is about: what the row does not say stays
 */
export function rowReader(
  file: string,
  facts: FactsFile,
  columns: ColumnMap,
  present: (id: string) => FactContent | null,
): RowReader {
  if (facts.kind === 'json')
    return {
      length: facts.rows.length,
      read: (index) => jsonRow(file, facts.rows[index] ?? null, index + 1, present),
    };
  const { header, rows } = facts.table;
  const indexes = new Map(header.map((name, index) => [name, index]));
  return {
    length: rows.length,
    read(index) {
      const { row = 0, cells = [] } = rows[index] ?? {};
      const cellOf = (column: string) => cells[indexes.get(column) ?? -1];
      const { id, content, issues } = rowToFact(columns, cellOf, present);
      const problems = issues.map(({ field, detail }) => refused(file, detail, row, field));
      return { row, id, content, problems };
    },
  };
}

function jsonRow(
  file: string,
  json: Json,
  row: number,
  present: (id: string) => FactContent | null,
): FactRow {
  if (!isObject(json))
    return { row, id: null, content: null, problems: [refused(file, 'This is not a fact.', row)] };
  const id = typeof json['id'] === 'string' ? json['id'].trim() || null : null;
  const before = id === null ? null : present(id);
  const given: JsonObject = Object.fromEntries(
    Object.entries(json).filter(([key]) => key in FactContent.shape),
  );
  const parsed = FactContent.safeParse({ ...before, ...given });
  if (parsed.success) return { row, id, content: parsed.data, problems: [] };
  const problems = parsed.error.issues.map((issue) => {
    const field = issue.path.map(String).join('.');
    return refused(file, `${field || 'The fact'} ${plainIssue(issue)}.`, row, field || null);
  });
  return { row, id, content: null, problems };
}
