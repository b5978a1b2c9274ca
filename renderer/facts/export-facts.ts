/** Facts as a file, from a desk in a browser: the station writes the table, the browser saves it. */
import { saveFile } from '../client/save-file.ts';
import { z } from 'zod';
import { csvRow } from '../../core/csv.ts';
import { columnsFor, flatFact } from '../../core/facts/table-columns.ts';
import { factsInOrder } from '../../core/rundown.ts';
import type { Fact } from '../../core/schema/fact.ts';
import { allRows } from '../../core/table.ts';
import type { Desk } from '../client/desk.ts';
import { textOf } from '../client/rest.ts';
import { text } from '../text.ts';
import { inChunks } from './bulk.ts';

/** Characters of ids that fit into an address: a server takes 16 kB of headers. */
const LONGEST = 12_000;

export type ExportFormat = 'csv' | 'json';

const TYPES: Record<ExportFormat, string> = {
  csv: 'text/csv;charset=utf-8',
  json: 'application/json',
};

/** Ids in pieces that each fit into an address. */
export function inPieces(ids: readonly string[], longest: number): string[][] {
  const pieces: string[][] = [];
  let room = 0;
  for (const id of ids) {
    if (id.length + 1 > room) {
      pieces.push([]);
      room = longest;
    }
    pieces.at(-1)?.push(id);
    room -= id.length + 1;
  }
  return pieces;
}

const Facts = z.object({ facts: z.array(z.json()) });

/** One list of several. */
export const joinJson = (lists: readonly string[]): string => {
  const facts = lists.flatMap((list) => Facts.parse(JSON.parse(list)).facts);
  return `${JSON.stringify({ facts }, null, 1)}\n`;
};

/** Facts that are written between two looks of the page at its keys. */
const BATCH = 50;

/** The table as the station writes it, made here: an address has no room for so many ids. */
export async function tableOf(facts: readonly Fact[]): Promise<string> {
  const { columns, names } = columnsFor(facts);
  const parts = ['\ufeff', csvRow(columns)];
  for (const some of inChunks(facts, BATCH)) {
    for (const fact of some) {
      const cells = flatFact(fact.id, fact, names);
      parts.push(csvRow(columns.map((field) => cells.get(field) ?? '')));
    }
    await new Promise((next) => setTimeout(next));
  }
  return parts.join('');
}

/** Saves those facts, in the order of the station, and says so. */
export async function exportFacts(desk: Desk, facts: readonly Fact[], format: ExportFormat): Promise<void> {
  const { state } = desk.client.store.get();
  if (!state) return;
  const isAll = facts.length === allRows(state.show.facts).length;
  const pieces = isAll
    ? []
    : inPieces(
        facts.map(({ id }) => id),
        LONGEST,
      );
  const name = `facts-${state.show.id}.${format}`;
  if (format === 'csv' && pieces.length > 1) {
    // the columns of a table are those that its facts need: tables in pieces would not fit together
    const wanted = new Set(facts.map(({ id }) => id));
    saveFile(name, TYPES.csv, await tableOf(factsInOrder(state.show).filter(({ id }) => wanted.has(id))));
    return desk.tell(text.facts.exported(facts.length, name));
  }
  const queries = isAll ? [''] : pieces.map((some) => `?ids=${some.join(',')}`);
  const parts: string[] = [];
  for (const query of queries) {
    const part = await textOf(desk, `/facts.${format}${query}`);
    if (part === null) return desk.say('not_exported', text.facts.exportFailed);
    parts.push(part);
  }
  saveFile(name, TYPES[format], format === 'csv' ? (parts[0] ?? '') : joinJson(parts));
  desk.tell(text.facts.exported(facts.length, name));
}
