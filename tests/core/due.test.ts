/** Looks, timed sequences and auto-advance: what comes with a cue, what comes by itself, and what calls it off. */
import { describe, expect, it } from 'vitest';
import { nextDue } from '../../core/commands/stage.ts';
import { LATE_MS } from '../../core/commands/due.ts';
import { makeBoundCue, makeCue, makeFact, makeStation, T0 } from '../support/builders.ts';

const night = (over: { c1?: object; c2?: object; c3?: object } = {}) =>
  makeStation({
    allowOverride: true,
    facts: [makeFact(), makeFact({ id: 'f2', seq: 2, approval: 'draft', approvedBy: null })],
    cues: [
      makeCue({ id: 'c1', number: 1, name: 'Arc', layer: 'fullframe', ...over.c1 }),
      makeCue({ id: 'c2', number: 2, name: 'Strap', ...over.c2 }),
      makeCue({ id: 'c3', number: 3, name: 'Bug', layer: 'bug', ...over.c3 }),
      makeBoundCue('f2', { id: 'c4', number: 4, name: 'Draft', layer: 'ticker' }),
      makeCue({ id: 'c5', number: 5, name: 'Last' }),
    ],
  });

const cues = (station: ReturnType<typeof night>) => station.state.air.due.map(({ cue }) => cue);
const tick = (station: ReturnType<typeof night>, ms: number) => {
  station.now += ms;
  return station.do({ type: 'air.tick' });
};

it('nothing comes by itself an hour later, because the clock was set back meanwhile', () => {
  const station = night({ c1: { with: [{ cue: 'c3', afterMs: 2000 }], advanceMs: 3000 } });
  station.do({ type: 'cue.take', cueId: 'c1' });
  // a little is no reason
  tick(station, -1000);
  expect(cues(station)).toEqual(['c3', 'c2']);
  tick(station, -3_600_000);
  expect(cues(station)).toEqual([]);
  expect(station.state.air.missed).toMatchObject({
    cue: 'c2',
    detail: expect.stringContaining('clock') as string,
  });
  tick(station, 3_605_000);
  expect(station.layer('bug').current).toBeNull();
  expect(nextDue(station.state, station.now)).toBeNull();
});

it('after a cue that a file edited by hand has in no place nothing is next, and nothing comes by itself', () => {
  const station = night({ c2: { advanceMs: 1000 } });
  const { show } = station.state;
  station.world.state = {
    ...station.state,
    show: { ...show, rundown: show.rundown.filter((id) => id !== 'c2') },
  };
  station.do({ type: 'cue.recall', cueId: 'c2' });
  station.do({ type: 'cue.take' });
  expect(station.state.air).toMatchObject({ cued: null, due: [] });
});

describe('a look', () => {
  const look = { c1: { with: [{ cue: 'c2' }, { cue: 'c3' }] } };

  it('stands by as a whole, and is taken in one revision', () => {
    const station = night(look);
    station.do({ type: 'cue.recall', number: 1 });
    for (const layer of ['fullframe', 'lower-third', 'bug'] as const) {
      expect(station.on(layer, 'preview').cut).toBe(true);
      expect(station.layer(layer).armed).not.toBeNull();
    }
    const armed = station.layer('bug').armed?.instance;
    const { answer } = station.do({ type: 'cue.take' });
    expect(answer).toMatchObject({ cueId: 'c1', with: [{ cueId: 'c2' }, { cueId: 'c3', instance: armed }] });
    for (const layer of ['fullframe', 'lower-third', 'bug'] as const)
      expect(station.on(layer)).toMatchObject({ phase: 'coming', takenBy: 'olive' });
    // what came along is not next
    expect(station.state.air).toMatchObject({ cued: 'c4', lastTake: { cue: 'c1', layer: 'fullframe' } });
  });

  it('is refused as a whole where one of it is, which is named, and can be overridden as a whole', () => {
    const station = night({ c1: { with: [{ cue: 'c4' }] } });
    station.do({ type: 'cue.recall', number: 1 });
    expect(station.layer('fullframe').armed).toBeNull();
    const { code, detail } = station.no({ type: 'cue.take' });
    expect(code).toBe('fact_draft');
    expect(detail).toMatch(/^Cue 1 “Arc”: cue 4, which comes with it: the fact .* is not approved yet$/);
    station.do({ type: 'cue.take', override: { reason: 'The editor says so', problems: ['fact_draft'] } });
    expect(station.on('ticker').override).toMatchObject({ by: 'olive', problems: [{ code: 'fact_draft' }] });
    expect(station.on('fullframe').override).toBeUndefined();
  });

  it.each([
    [
      'two on one layer',
      { c1: { layer: 'bug', with: [{ cue: 'c3' }] } },
      /cue 3 and cue 1 would be on the same layer/,
    ],
    ['one that is gone', { c1: { with: [{ cue: 'c404' }] } }, /has been deleted/],
  ])('%s is refused', (_name, over, detail) => {
    const refusal = night(over).no({ type: 'cue.take', cueId: 'c1' });
    expect(refusal).toMatchObject({
      code: 'companion_wrong',
      detail: expect.stringMatching(detail) as string,
    });
  });

  it('leaves out what is set to be skipped', () => {
    const station = night({ ...look, c3: { skip: true } });
    expect(station.do({ type: 'cue.take', cueId: 'c1' }).answer['with']).toHaveLength(1);
    expect(station.layer('bug').current).toBeNull();
  });
});

describe('a timed sequence', () => {
  const sequence = {
    c1: {
      with: [
        { cue: 'c3', afterMs: 8000 },
        { cue: 'c2', afterMs: 3000 },
      ],
    },
  };

  it('comes in its order in time, each by whoever took the first', () => {
    const station = night(sequence);
    station.do({ type: 'cue.take', cueId: 'c1' }, 'ana');
    expect(cues(station)).toEqual(['c2', 'c3']);
    expect(nextDue(station.state, T0)).toBe(T0 + 3000);
    tick(station, 2999);
    expect(station.layer().current).toBeNull();
    tick(station, 1);
    expect(station.on()).toMatchObject({ cue: { id: 'c2' }, takenBy: 'ana', takenAt: T0 + 3000 });
    expect(station.state.air.lastTake).toMatchObject({ cue: 'c2', by: 'ana' });
    tick(station, 5000);
    expect(station.on('bug').cue.id).toBe('c3');
    expect(nextDue(station.state, station.now)).toBeNull();
  });

  it('says what was refused when it came, and leaves air as it was', () => {
    const station = night({ c1: { with: [{ cue: 'c4', afterMs: 1000 }] } });
    station.do({ type: 'cue.take', cueId: 'c1' });
    tick(station, 1000);
    expect(station.layer('ticker').current).toBeNull();
    expect(station.state.air.missed).toMatchObject({
      cue: 'c4',
      at: T0 + 1000,
      detail: expect.stringMatching(
        /^Cue 4 “Draft” did not come by itself: the fact .* is not approved yet$/,
      ) as string,
    });
    station.do({ type: 'cue.take', cueId: 'c5' });
    expect(station.state.air.missed).toBeNull();
  });

  it('is never overridden by the override of the take before it', () => {
    const station = night({ c1: { with: [{ cue: 'c4', afterMs: 1000 }] } });
    station.do({ type: 'cue.take', cueId: 'c1', override: { reason: 'all of it' } });
    tick(station, 1000);
    expect(station.layer('ticker').current).toBeNull();
  });

  it('does not come where the station slept past it', () => {
    const station = night(sequence);
    station.do({ type: 'cue.take', cueId: 'c1' });
    tick(station, 8000 + LATE_MS + 1);
    expect(station.layer('bug').current).toBeNull();
    expect(station.state.air.missed?.detail).toContain('could not take it in time');
    expect(station.state.air.due).toEqual([]);
  });

  it.each([
    ['a take', { type: 'cue.take', cueId: 'c5' }],
    ['out of what it comes after', { type: 'layer.out', layer: 'fullframe' }],
    ['clear', { type: 'air.clear' }],
    ['panic', { type: 'air.panic' }],
    ['a hand', { type: 'air.calloff' }],
    ['holding it', { type: 'cue.edit', cueId: 'c2', changes: { hold: true } }],
    ['skipping it', { type: 'cue.edit', cueId: 'c2', changes: { skip: true } }],
  ])('%s calls it off', (_name, command) => {
    const station = night(sequence);
    station.do({ type: 'cue.take', cueId: 'c1' });
    station.now += 1000;
    station.do(command);
    expect(cues(station)).not.toContain('c2');
  });

  it('is not called off by out of another layer, nor by a recall: it belongs to what is on air', () => {
    const station = night(sequence);
    station.air('c5');
    station.now += 1000;
    station.do({ type: 'cue.take', cueId: 'c1' });
    station.do({ type: 'layer.out', layer: 'lower-third' });
    station.do({ type: 'cue.recall', number: 5 });
    expect(cues(station)).toEqual(['c2', 'c3']);
  });
});

describe('auto-advance', () => {
  const advancing = { c1: { advanceMs: 4000 }, c2: { advanceMs: 4000 } };

  it('takes the next cue by itself, and goes on from there', () => {
    const station = night(advancing);
    station.do({ type: 'cue.recall', number: 1 });
    station.do({ type: 'cue.take' });
    tick(station, 4000);
    expect(station.on().cue.id).toBe('c2');
    expect(station.state.air.cued).toBe('c3');
    expect(cues(station)).toEqual(['c3']);
    // Space at the very moment that it came is not for the cue after it
    station.now += 100;
    expect(station.no({ type: 'cue.take' }).code).toBe('too_soon');
  });

  it('passes over what is skipped, stops before what is held, and is called off by a recall', () => {
    const skipping = night({ ...advancing, c2: { skip: true } });
    skipping.do({ type: 'cue.take', cueId: 'c1' });
    expect(cues(skipping)).toEqual(['c3']);
    const held = night({ ...advancing, c2: { hold: true } });
    held.do({ type: 'cue.take', cueId: 'c1' });
    expect(cues(held)).toEqual([]);
    const recalled = night(advancing);
    recalled.do({ type: 'cue.take', cueId: 'c1' });
    recalled.do({ type: 'cue.recall', number: 5 });
    expect(cues(recalled)).toEqual([]);
  });

  it('stops where the next is refused, and says so', () => {
    const station = night({ c3: { advanceMs: 1000 } });
    station.do({ type: 'cue.take', cueId: 'c3' });
    tick(station, 1000);
    expect(station.state.air).toMatchObject({ due: [], missed: { cue: 'c4' } });
  });
});

describe('calling off', () => {
  it('has nothing to do where nothing is due', () => {
    expect(night().no({ type: 'air.calloff' }).code).toBe('nothing_due');
  });
});
