// Imports as commands: drafts only, nothing written over that may not be, one step of undo.
import { describe, expect, it } from 'vitest';
import type { Show } from '../../../core/schema/show.ts';
import { getRow } from '../../../core/table.ts';
import { makeFact, makeStation, type FakeStation } from '../../support/builders.ts';

const fact = (station: FakeStation, id: string) => getRow(station.state.show.facts, id);

/** Revision numbers that an undo has used up stay used up. */
const withoutSpent = ({ spentRevisions: _, ...rest }: Show) => rest;

describe('importing', () => {
  const chunk = (...rows: object[]) => ({ type: 'fact.import', group: 'g1', items: rows });
  const row = (factId: string, statement: string) => ({ factId, content: { kind: 'headline', statement } });

  it('creates drafts and edits into drafts, and leaves alone what says the same; one undo for all chunks', () => {
    const station = makeStation({ facts: [makeFact({ id: 'f1' }), makeFact({ id: 'f2', seq: 2 })] });
    const before = station.state.show;
    const same = row('f1', 'Labour leads in Auckland Central.');
    expect(station.do(chunk(same, row('n1', 'New.'))).answer).toEqual({ written: 1 });
    expect(station.do(chunk(row('f2', 'Changed.'))).answer).toEqual({ written: 1 });
    expect(fact(station, 'f1')).toMatchObject({ revision: 1, approval: 'approved' });
    expect(fact(station, 'f2')).toMatchObject({ revision: 2, approval: 'draft', author: 'olive' });
    expect(fact(station, 'n1')).toMatchObject({ revision: 1, approval: 'draft', seq: 3, via: null });
    const after = station.state.show;
    station.do({ type: 'show.undo' });
    expect(withoutSpent(station.state.show)).toEqual(withoutSpent(before));
    station.do({ type: 'show.redo' });
    expect(withoutSpent(station.state.show)).toEqual(withoutSpent(after));
  });

  it('refuses what may not be written over', () => {
    const station = makeStation({
      facts: [
        makeFact({ id: 'gone', approval: 'withdrawn' }),
        makeFact({ id: 'shut', seq: 2, lockedBy: 'ana' }),
        makeFact({ id: 'live', seq: 3 }),
      ],
    });
    expect(station.no(chunk(row('gone', 'x'))).code).toBe('fact_is_withdrawn');
    expect(station.no(chunk(row('shut', 'x'))).code).toBe('fact_locked');
    station.do({ type: 'mode.set', mode: 'rehearsal' });
    expect(station.no(chunk(row('live', 'x'))).code).toBe('live_data_in_rehearsal');
    station.do(chunk(row('mine', 'x')));
    expect(fact(station, 'mine')?.origin).toBe('rehearsal');
  });

  it('remembers how the columns were matched, for the last fifty tables', () => {
    const station = makeStation();
    for (let n = 0; n < 52; n += 1) {
      const remember = { header: `a\tb${n}`, columns: { statement: `b${n}` } };
      station.do({ ...chunk(row(`f${n}`, 'x')), remember });
    }
    const maps = station.state.show.columnMaps;
    expect(Object.keys(maps)).toHaveLength(50);
    expect(maps['a\tb51']).toEqual({ statement: 'b51' });
  });
});
