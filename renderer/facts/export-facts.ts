/** Facts as a file, from a desk in a browser: the station writes the table, the browser saves it. */
import { z } from 'zod';
import { FactId } from '../../core/ids.ts';
import type { Fact } from '../../core/schema/fact.ts';
import type { Desk } from '../client/desk.ts';
import { textOf } from '../client/rest.ts';
import { text } from '../text.ts';

/** As many ids as fit into an address: each may have 80 characters, and a server takes 16 kB of headers. */
const AT_ONCE = 100;

export type ExportFormat = 'csv' | 'json';

const TYPES: Record<ExportFormat, string> = {
  csv: 'text/csv;charset=utf-8',
  json: 'application/json',
};

export function inPieces<T>(all: readonly T[], size: number): T[][] {
  const pieces: T[][] = [];
  for (let at = 0; at < all.length; at += size) pieces.push(all.slice(at, at + size));
  return pieces;
}

/** One table of several: the names of the columns only once. A name has no line break in it. */
export const joinCsv = (tables: readonly string[]): string =>
  tables.map((table, i) => (i === 0 ? table : table.slice(table.indexOf('\n') + 1))).join('');

const Facts = z.object({ facts: z.array(z.json()) });

/** One list of several. */
export const joinJson = (lists: readonly string[]): string => {
  const facts = lists.flatMap((list) => Facts.parse(JSON.parse(list)).facts);
  return `${JSON.stringify({ facts }, null, 1)}\n`;
};

function save(name: string, type: string, content: string): void {
  const address = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}

/** Saves those facts, in the order of the station, and says so. */
export async function exportFacts(desk: Desk, facts: readonly Fact[], format: ExportFormat): Promise<void> {
  const { state } = desk.client.store.get();
  if (!state) return;
  const ids = facts.map(({ id }) => FactId.parse(id));
  const parts: string[] = [];
  for (const some of inPieces(ids, AT_ONCE)) {
    const part = await textOf(desk, `/facts.${format}?ids=${some.join(',')}`);
    if (part === null) return desk.say('not_exported', text.facts.exportFailed);
    parts.push(part);
  }
  const name = `facts-${state.show.id}.${format}`;
  save(name, TYPES[format], format === 'csv' ? joinCsv(parts) : joinJson(parts));
  desk.tell(text.facts.exported(facts.length, name));
}
