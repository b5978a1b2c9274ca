/** Matching a table's columns to our fields: shown column by column, kept field by field. Pure. */
import type { ColumnMap } from '../../core/schema/feed.ts';

/** Our field that a column holds; '' where it is not used. */
export const fieldOf = (columns: ColumnMap, column: string): string =>
  Object.entries(columns).find(([, from]) => from === column)?.[0] ?? '';

/** @param field '' leaves the column out. A field that another column held is taken from it. */
export function match(columns: ColumnMap, column: string, field: string): ColumnMap {
  const rest = Object.fromEntries(
    Object.entries(columns).filter(([name, from]) => from !== column && name !== field),
  );
  return field === '' ? rest : { ...rest, [field]: column };
}

export const unusedColumns = (header: readonly string[], columns: ColumnMap): string[] => {
  const used = new Set(Object.values(columns));
  return header.filter((column) => !used.has(column));
};

/** Fields without which a row says nothing, and no column holds. */
export const missingFields = (columns: ColumnMap, needed: readonly string[]): string[] =>
  needed.filter((field) => !Object.hasOwn(columns, field));
