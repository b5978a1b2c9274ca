// Imports as commands: drafts only, nothing written over that may not be, one step of undo.
import { describe, expect, it } from 'vitest';
import type { Show } from '../../../core/schema/show.ts';
import { getRow } from '../../../core/table.ts';
import { makeFact, makeStation, type FakeStation } from '../../support/builders.ts';

const fact = (station: FakeStation, id: string) => getRow(station.state.show.facts, id);

/** Numbers that an undo has used up stay used up. */
const withoutSpent = ({ spentRevisions: _, factSeq: __, ...rest }: Show) => rest;

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
    station.do(chunk(row('live', 'x')));
    station.do(chunk(row('mine', 'x')));
    expect(fact(station, 'live')?.origin).toBe('rehearsal');
    expect(fact(station, 'mine')?.origin).toBe('rehearsal');
  });

  it('refuses what nobody could type in, and what has moved on since it was read', () => {
    const station = makeStation({
      facts: [
        makeFact({ id: 'f1' }),
        makeFact({ id: 'old', seq: 2, approval: 'superseded', supersededBy: 'f1' }),
      ],
    });
    const content = { ...row('n1', 'x').content, values: [{ name: 'votes', value: -1, unit: 'votes' }] };
    expect(station.no(chunk({ factId: 'n1', content })).code).toBe('fact_invalid');
    expect(station.no(chunk({ ...row('f1', 'x'), base: 2 })).code).toBe('fact_changed');
    expect(station.no(chunk({ ...row('f1', 'x'), base: null })).code).toBe('fact_changed');
    station.do(chunk({ ...row('f1', 'x'), base: 1 }, { ...row('n1', 'x'), base: null }, row('old', 'x')));
    expect(fact(station, 'old')).toMatchObject({ approval: 'draft', supersededBy: null });
  });

  it('is one undo step although others edit between its chunks', () => {
    const station = makeStation({ facts: [makeFact({ id: 'f1' })] });
    station.do(chunk(row('n1', 'x')));
    station.do({ type: 'fact.edit', factId: 'f1', changes: { note: 'mine' } }, 'ana');
    station.do(chunk(row('n2', 'x')));
    station.do({ type: 'show.undo', group: 'g1' });
    expect([fact(station, 'n1'), fact(station, 'n2'), fact(station, 'f1')?.note]).toEqual([
      undefined,
      undefined,
      'mine',
    ]);
    expect(station.no({ type: 'show.undo', group: 'g1' }).code).toBe('changed_since');
    station.do({ type: 'show.redo' });
    expect([fact(station, 'n1')?.statement, fact(station, 'n2')?.statement]).toEqual(['x', 'x']);
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
