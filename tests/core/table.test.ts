/** The two-level table behaves as a Map, whatever the ids are. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { allRows, emptyTable, getRow, putRow, removeRow, tableFrom } from '../../core/table.ts';

const id = fc.oneof(
  fc.nat(30).map((n) => `fact-${n}`),
  fc.constantFrom('toString', 'hasOwnProperty', 'valueOf', 'Ā'),
);
const operation = fc.record({ id, value: fc.option(fc.nat()) });

it('is a Map', () => {
  fc.assert(
    fc.property(fc.array(operation), (operations) => {
      const table = emptyTable<{ value: number }>();
      const map = new Map<string, { value: number }>();
      for (const { id, value } of operations) {
        if (value === null) {
          removeRow(table, id);
          map.delete(id);
        } else {
          putRow(table, id, { value });
          map.set(id, { value });
        }
        expect(getRow(table, id)).toEqual(map.get(id));
      }
      const sorted = (rows: { value: number }[]) => rows.map(({ value }) => value).sort((a, b) => a - b);
      expect(sorted(allRows(table))).toEqual(sorted([...map.values()]));
    }),
  );
});

it('spreads ids that differ in one digit, and finds nothing that was not put there', () => {
  const rows = Array.from({ length: 10_000 }, (_, i) => ({ id: `fact-${i}` }));
  const table = tableFrom(rows);
  const sizes = Object.values(table.buckets).map((bucket) => Object.keys(bucket).length);
  expect(sizes).toHaveLength(64);
  expect(Math.max(...sizes)).toBeLessThan(250);
  expect(getRow(table, 'constructor')).toBeUndefined();
  expect(getRow(emptyTable(), 'x')).toBeUndefined();
});
