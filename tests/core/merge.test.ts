/** Two people edit one cue: what they did to different fields goes together, and the same field is never written over. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Json, JsonObject } from '../../core/json.ts';
import { merge } from '../../core/merge.ts';
import { getRow } from '../../core/table.ts';
import { makeCue, makeStation } from '../support/builders.ts';

const leaf = fc.oneof(fc.constantFrom<Json>('a', 'b', 1, null, true), fc.constant<Json>([1, { x: 'y' }]));
const object = fc.dictionary(
  fc.constantFrom('p', 'q', 'r'),
  fc.oneof(leaf, fc.dictionary(fc.constantFrom('x', 'y'), leaf)),
) as fc.Arbitrary<JsonObject>;

describe('merge', () => {
  it('takes over what only one has changed, whoever it was', () => {
    fc.assert(
      fc.property(object, object, (was, changed) => {
        expect(merge(was, changed, was)).toEqual({ value: changed, conflicts: [] });
        expect(merge(was, was, changed)).toEqual({ value: changed, conflicts: [] });
        expect(merge(was, changed, changed)).toEqual({ value: changed, conflicts: [] });
      }),
    );
  });

  it('finds the same conflicts from either side, and without one the same outcome', () => {
    fc.assert(
      fc.property(object, object, object, (was, mine, theirs) => {
        const one = merge(was, mine, theirs);
        const other = merge(was, theirs, mine);
        expect(new Set(one.conflicts.map(String))).toEqual(new Set(other.conflicts.map(String)));
        if (one.conflicts.length === 0) expect(one.value).toEqual(other.value);
      }),
    );
  });

  it('goes into objects and not into lists', () => {
    const was = { a: { x: 1, y: 1 }, rows: [1, 2] };
    expect(merge(was, { a: { x: 2, y: 1 }, rows: [1, 2] }, { a: { x: 1, y: 3 }, rows: [1] })).toEqual({
      value: { a: { x: 2, y: 3 }, rows: [1] },
      conflicts: [],
    });
    expect(merge(was, { ...was, rows: [1, 2, 3] }, { ...was, rows: [0, 1, 2] }).conflicts).toEqual([
      ['rows'],
    ]);
    expect(merge({ a: 1 }, {}, { a: 2 }).conflicts).toEqual([['a']]);
  });
});

describe('cue.edit with what was seen', () => {
  const night = () =>
    makeStation({ cues: [makeCue({ name: 'Strap', data: { headline: 'Polls close', kicker: 'Live' } })] });
  const edit = (changes: object, was: object) => ({ type: 'cue.edit', cueId: 'c1', changes, was });
  const seen = { data: { headline: 'Polls close', kicker: 'Live' } };

  it('lets two people change two fields of the data', () => {
    const station = night();
    station.do(edit({ data: { ...seen.data, headline: 'Polls have closed' } }, seen), 'ana');
    station.do(edit({ data: { ...seen.data, kicker: 'Now' } }, seen), 'ben');
    expect(getRow(station.state.show.cues, 'c1')?.data).toEqual({
      headline: 'Polls have closed',
      kicker: 'Now',
    });
  });

  it('refuses the same field, and says who changed it to what', () => {
    const station = night();
    station.do(edit({ data: { ...seen.data, headline: 'Polls have closed' } }, seen), 'ana');
    const before = station.state;
    expect(station.no(edit({ data: { ...seen.data, headline: 'Closed' } }, seen), 'ben')).toEqual({
      ok: false,
      code: 'changed_since',
      detail: 'ana has changed “Headline” of cue 1 Strap meanwhile: it says “Polls have closed” now.',
    });
    expect(station.state).toBe(before);
    station.do(edit({ name: 'Closed' }, { name: 'Strap' }), 'ana');
    expect(station.no(edit({ name: 'Shut' }, { name: 'Strap' })).detail).toContain('ana has changed “name”');
    // whoever has read it may write over it, and both may say the same
    station.do(edit({ name: 'Shut' }, { name: 'Closed' }), 'ben');
    station.do(edit({ name: 'Shut' }, { name: 'Strap' }), 'ana');
  });

  it('without it the last one wins, as a script expects', () => {
    const station = night();
    station.do({ type: 'cue.edit', cueId: 'c1', changes: { name: 'A' } });
    station.do({ type: 'cue.edit', cueId: 'c1', changes: { name: 'B' } });
    expect(getRow(station.state.show.cues, 'c1')?.name).toBe('B');
  });
});
