/** Facts as files, made in slices: a show may have ten thousand of them. */
import { csvRow } from '../../core/csv.ts';
import { columnsFor, flatFact } from '../../core/facts/table-columns.ts';
import type { Fact } from '../../core/schema/fact.ts';
import { slices } from '../slices.ts';

/** How many facts are turned into text between two looks at the clock. */
const BATCH = 20;

async function inBatches<T>(facts: readonly T[], each: (batch: readonly T[]) => void): Promise<void> {
  const breathe = slices();
  for (let at = 0; at < facts.length; at += BATCH) {
    each(facts.slice(at, at + BATCH));
    await breathe();
  }
}

/** A table that this program reads back without loss, and that a spreadsheet shows without running any of it. */
export async function factsCsv(facts: readonly Fact[]): Promise<string> {
  const { columns, names } = columnsFor(facts);
  const parts = ['\ufeff', csvRow(columns)];
  await inBatches(facts, (batch) => {
    for (const fact of batch) {
      const cells = flatFact(fact.id, fact, names);
      parts.push(csvRow(columns.map((field) => cells.get(field) ?? '')));
    }
  });
  return parts.join('');
}

/** Whole records, with who wrote and approved them. */
export async function factsJson(facts: readonly Fact[]): Promise<string> {
  const parts: string[] = [];
  await inBatches(facts, (batch) => parts.push(...batch.map((fact) => JSON.stringify(fact))));
  return `{"facts":[\n${parts.join(',\n')}\n]}\n`;
}
