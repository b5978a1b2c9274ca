// Facts as files, as a desk in a browser makes them.
import { describe, expect, test } from 'vitest';
import { factsCsv } from '../../main/imports/export.ts';
import { inPieces, joinJson, tableOf } from '../../renderer/facts/export-facts.ts';
import { makeFact } from '../support/builders.ts';

describe('facts as a file', () => {
  test('ids in pieces that fit into an address, and their lists joined', () => {
    expect(inPieces(['aa', 'bb', 'cc'], 6)).toEqual([['aa', 'bb'], ['cc']]);
    expect(inPieces([], 6)).toEqual([]);
    expect(JSON.parse(joinJson(['{"facts":[1]}', '{"facts":[2,3]}']))).toEqual({ facts: [1, 2, 3] });
  });
});

test('the table that the page makes is the one that the station makes', async () => {
  const facts = [
    makeFact({ id: 'f1', statement: '=1+1', values: [{ name: 'votes', value: 7, unit: 'votes' }] }),
    makeFact({ id: 'f2', subject: { electorate: 'Tauranga' } }),
  ];
  expect(await tableOf(facts)).toBe(await factsCsv(facts));
});
