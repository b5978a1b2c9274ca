/** A show as text, made in slices: putting ten thousand facts into text at once would hold up a take. */
import { z } from 'zod';
import { JsonObject } from '../../core/json.ts';
import { Show } from '../../core/schema/show.ts';
import { emptyTable } from '../../core/table.ts';
import { slices } from '../slices.ts';

const Bucket = z.object({ table: z.enum(['facts', 'cues']), bucket: z.string(), rows: JsonObject });

/** The show without its large tables, then each bucket of them, a line each. */
export async function showLines(show: Show): Promise<string> {
  const breathe = slices();
  const lines = [JSON.stringify({ ...show, facts: emptyTable(), cues: emptyTable() })];
  for (const table of ['facts', 'cues'] as const) {
    for (const [bucket, rows] of Object.entries<object>(show[table].buckets)) {
      lines.push(JSON.stringify({ table, bucket, rows }));
      await breathe();
    }
  }
  return lines.join('\n');
}

/** @throws where it is no such text */
export function showOfLines(text: string): Show {
  const [head = '', ...rest] = text.split('\n');
  const tables = { facts: emptyTable(), cues: emptyTable() };
  for (const line of rest) {
    const { table, bucket, rows } = Bucket.parse(JSON.parse(line));
    tables[table].buckets[bucket] = rows;
  }
  return Show.parse({ ...JsonObject.parse(JSON.parse(head)), ...tables });
}
