/** Several cues at once: one step of undo, one patch to the order, nothing on air moves. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { companyPlan } from '../../core/companions.ts';
import { MAX_CUE_NUMBER } from '../../core/schema/cue.ts';
import { allRows, getRow } from '../../core/table.ts';
import { cueId, makeCue, makeStation, type FakeStation } from '../support/builders.ts';

const some = (n: number, over: (i: number) => Record<string, unknown> = () => ({})) => ({
  cues: Array.from({ length: n }, (_, i) =>
    makeCue({ id: `c${i + 1}`, number: i + 1, name: `Cue ${i + 1}`, ...over(i + 1) }),
  ),
});
const cueOf = ({ state }: FakeStation, id: string) => {
  const cue = getRow(state.show.cues, id);
  if (!cue) throw new Error(`no cue ${id}`);
  return cue;
};
const orderOf = ({ state }: FakeStation) => state.show.rundown;
const last = ({ world }: FakeStation) => world.history.done.at(-1);

describe('cue.editMany', () => {
  it('changes what is named of all, as one step that says which', () => {
    const station = makeStation(some(4));
    station.do({ type: 'cue.editMany', cueIds: ['c3', 'c2'], changes: { colour: 'blue', skip: true } });
    expect(cueOf(station, 'c2')).toMatchObject({ colour: 'blue', skip: true, name: 'Cue 2' });
    expect(cueOf(station, 'c4').colour).toBe('none');
    expect(last(station)).toMatchObject({ title: 'Edit cues', detail: '2 Cue 2 + 1' });
    station.do({ type: 'show.undo' });
    expect(station.state.show).toEqual(makeStation(some(4)).state.show);
  });

  it('changes none where one is not there, and leaves no trace where nothing changes', () => {
    const station = makeStation(some(2));
    const refused = station.no({ type: 'cue.editMany', cueIds: ['c1', 'c9'], changes: { colour: 'red' } });
    expect(refused.code).toBe('cue_unknown');
    station.do({ type: 'cue.editMany', cueIds: ['c1', 'c2'], changes: { colour: 'none' } });
    expect(station.world.history.done).toEqual([]);
  });
});

describe('cue.moveMany', () => {
  it.each([
    [['c2', 'c4'], 0, ['c2', 'c4', 'c1', 'c3', 'c5']],
    [['c4', 'c2'], 1, ['c1', 'c2', 'c4', 'c3', 'c5']],
    [['c1', 'c2'], 99, ['c3', 'c4', 'c5', 'c1', 'c2']],
  ])('%j to %d, in their own order', (cueIds, index, order) => {
    const station = makeStation(some(5));
    const { patches } = station.do({ type: 'cue.moveMany', cueIds, index });
    expect(orderOf(station)).toEqual(order);
    expect(patches).toHaveLength(1);
  });

  it('lets them join a segment in the same step', () => {
    const station = makeStation(some(3, (i) => ({ segment: i === 1 ? 'A' : 'B' })));
    station.do({ type: 'cue.moveMany', cueIds: ['c2'], index: 1, segment: 'A' });
    expect(orderOf(station)).toEqual(['c1', 'c2', 'c3']);
    expect(cueOf(station, 'c2').segment).toBe('A');
    station.do({ type: 'show.undo' });
    expect(cueOf(station, 'c2').segment).toBe('B');
  });
});

describe('cue.duplicate', () => {
  it('puts copies with new numbers after the last of them, whose company are the copies', () => {
    const station = makeStation(
      some(4, (i) =>
        i === 1 ? { with: [{ cue: 'c2' }, { cue: 'c4' }] } : { layer: i === 2 ? 'bug' : 'ticker' },
      ),
    );
    const { answer, patches } = station.do({ type: 'cue.duplicate', cueIds: ['c2', 'c1'] });
    const [lead, copy] = answer['cueIds'] as string[];
    expect(orderOf(station)).toEqual(['c1', 'c2', lead, copy, 'c3', 'c4']);
    expect(cueOf(station, String(lead))).toMatchObject({ name: 'Cue 1', number: 5 });
    expect(cueOf(station, String(lead)).with.map(({ cue }) => cue)).toEqual([copy, 'c4']);
    expect(patches.filter(({ path }) => path[1] === 'rundown')).toHaveLength(1);
  });

  it('keeps what was made in rehearsal of the rehearsal, by its name too', () => {
    const station = makeStation(some(1, () => ({ origin: 'rehearsal' })));
    const { answer } = station.do({ type: 'cue.duplicate', cueIds: ['c1'] });
    const [copy = ''] = answer['cueIds'] as string[];
    expect(copy).toMatch(/^rh-/);
    expect(cueOf(station, copy).origin).toBe('rehearsal');
  });
});

describe('cue.renumber', () => {
  it('numbers them from a number in their order, unless one of those is another’s', () => {
    const station = makeStation(some(4));
    station.do({ type: 'cue.renumber', cueIds: ['c3', 'c1', 'c2'], from: 2, step: 10 });
    expect(['c1', 'c2', 'c3'].map((id) => cueOf(station, id).number)).toEqual([2, 12, 22]);
    const taken = station.no({ type: 'cue.renumber', cueIds: ['c1', 'c2'], from: 3 });
    expect(taken).toMatchObject({ code: 'number_taken', detail: 'The number 4 belongs to the cue “Cue 4”.' });
    const high = station.no({ type: 'cue.renumber', cueIds: ['c1', 'c2'], from: MAX_CUE_NUMBER });
    expect(high.code).toBe('number_taken');
  });
});

describe('company', () => {
  const parts = some(4, (i) => ({ layer: ['lower-third', 'bug', 'ticker', 'bug'][i - 1] }));
  const edit = (id: string, company: object[]) => ({
    type: 'cue.edit',
    cueId: id,
    changes: { with: company },
  });

  it.each([
    ['itself', edit('c1', [{ cue: 'c1' }]), 'A cue cannot take itself along: cue 1.'],
    ['one that is not there', edit('c1', [{ cue: 'c9' }]), 'There is no cue "c9" to take along with cue 1.'],
    [
      'one twice',
      edit('c1', [{ cue: 'c2' }, { cue: 'c2', afterMs: 9 }]),
      'Cue 2 is taken along with cue 1 twice.',
    ],
    [
      'two at once on one layer',
      edit('c1', [{ cue: 'c2' }, { cue: 'c4' }]),
      'Cue 4 and cue 2 would come up on the layer “bug” at the same moment: give one of them a delay or another layer.',
    ],
    [
      'its own layer at once',
      edit('c2', [{ cue: 'c4' }]),
      'Cue 4 and cue 2 would come up on the layer “bug” at the same moment: give one of them a delay or another layer.',
    ],
  ])('is refused: %s', (_what, command, detail) => {
    expect(makeStation(parts).no(command)).toMatchObject({ code: 'companion_wrong', detail });
  });

  it('goes one level deep, from either end', () => {
    const station = makeStation(parts);
    station.do(edit('c1', [{ cue: 'c2' }]));
    expect(station.no(edit('c3', [{ cue: 'c1' }])).detail).toContain('takes others along itself');
    expect(station.no(edit('c2', [{ cue: 'c3' }])).detail).toContain('takes others along itself');
    const made = station.no({
      type: 'cue.create',
      graphic: 'strap',
      layer: 'fullframe',
      with: [{ cue: 'c1' }],
    });
    expect(made.code).toBe('companion_wrong');
  });

  it('is refused where a layer changes under it, of one cue or of many', () => {
    const station = makeStation(parts);
    station.do(edit('c1', [{ cue: 'c2' }, { cue: 'c4', afterMs: 500 }]));
    const moved = { layer: 'lower-third' };
    expect(station.no({ type: 'cue.edit', cueId: 'c2', changes: moved }).code).toBe('companion_wrong');
    expect(station.no({ type: 'cue.editMany', cueIds: ['c2', 'c4'], changes: moved }).code).toBe(
      'companion_wrong',
    );
    station.do({ type: 'cue.edit', cueId: 'c4', changes: moved });
  });

  it('loses who is deleted, in the same step', () => {
    const station = makeStation(parts);
    station.do(edit('c1', [{ cue: 'c2' }, { cue: 'c3', afterMs: 5 }]));
    const before = station.state.show;
    station.do({ type: 'cue.delete', cueId: 'c2' });
    expect(cueOf(station, 'c1').with).toEqual([{ cue: 'c3', afterMs: 5 }]);
    station.do({ type: 'show.undo' });
    expect(station.state.show).toEqual(before);
    station.do({ type: 'cue.deleteMany', cueIds: ['c2', 'c3'] });
    expect(cueOf(station, 'c1').with).toEqual([]);
  });

  it('is shown with its layers, and with what clashes', () => {
    const station = makeStation(parts);
    const lead = {
      layer: 'lower-third' as const,
      with: [
        { cue: cueId('c2'), afterMs: 0 },
        { cue: cueId('c4'), afterMs: 0 },
      ],
    };
    const plan = companyPlan(lead, (id) => getRow(station.state.show.cues, id));
    expect(plan.map(({ cue, clash }) => [cue.number, clash])).toEqual([
      [2, true],
      [4, true],
    ]);
  });
});

const ids = fc
  .uniqueArray(fc.integer({ min: 1, max: 8 }), { minLength: 1, maxLength: 6 })
  .map((list) => list.map((n) => `c${n}`));
const step = fc.oneof(
  fc.record({ type: fc.constant('cue.moveMany'), cueIds: ids, index: fc.nat(10) }),
  fc.record({ type: fc.constant('cue.duplicate'), cueIds: ids }, { requiredKeys: ['type', 'cueIds'] }),
  fc.record({ type: fc.constant('cue.deleteMany'), cueIds: ids }),
  fc.record({
    type: fc.constant('cue.editMany'),
    cueIds: ids,
    changes: fc.record({
      segment: fc.constantFrom('', 'A', 'B'),
      colour: fc.constantFrom('none', 'red'),
      hold: fc.boolean(),
    }),
  }),
  fc.record({ type: fc.constant('cue.renumber'), cueIds: ids, from: fc.integer({ min: 1, max: 30 }) }),
);

describe('for any sequence of these', () => {
  it('numbers are unique, the order is a permutation, air is as it was, and undo gives the very same show', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        const station = makeStation(some(8, (i) => (i === 1 ? { with: [{ cue: 'c2', afterMs: 10 }] } : {})));
        station.air('c3');
        const onAir = station.on();
        const before = station.state.show;
        let done = 0;
        for (const command of steps) {
          try {
            station.do(command);
            done = station.world.history.done.length;
          } catch {
            // refused: another one deleted what it names
          }
          const { show } = station.state;
          const rows = allRows(show.cues);
          expect(new Set(rows.map(({ number }) => number)).size).toBe(rows.length);
          expect(show.rundown.toSorted()).toEqual(rows.map(({ id }) => id).toSorted());
          for (const cue of rows)
            for (const one of cue.with) expect(getRow(show.cues, one.cue)).toBeDefined();
          expect(station.on()).toEqual(onAir);
        }
        for (; done > 0; done -= 1) station.do({ type: 'show.undo' });
        expect(station.state.show).toEqual(before);
      }),
      { numRuns: 150 },
    );
  });
});
