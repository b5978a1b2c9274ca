/** Retake, swap and recall last out; two operators at once; what a layer holds while a swap is not over. */
import { describe, expect, it } from 'vitest';
import { makeBoundCue, makeCue, makeFact, makeStation } from '../support/builders.ts';

const night = () =>
  makeStation({
    facts: [makeFact({ approval: 'draft', approvedBy: null })],
    cues: [
      makeCue(),
      makeCue({ id: 'c2', number: 2, name: 'Second', autoOutMs: 2000 }),
      makeBoundCue('f1', { id: 'c3', number: 3, name: 'Draft' }),
      makeCue({ id: 'c4', number: 4, name: 'Bug', layer: 'bug' }),
    ],
  });

describe('air.retake', () => {
  it('plays the last taken cue again, as another showing, and not within 300 ms', () => {
    const station = night();
    expect(station.no({ type: 'air.retake' }).code).toBe('nothing_on_layer');
    const first = station.air('c1');
    station.now += 299;
    expect(station.no({ type: 'air.retake' }).code).toBe('too_soon');
    station.now += 1;
    station.do({ type: 'air.retake' });
    expect(station.on().instance).not.toBe(first.instance);
    expect(station.on()).toMatchObject({ cue: { id: 'c1' }, phase: 'coming', cut: false });
    expect(station.layer().leaving?.instance).toBe(first.instance);
    // the same cue again is no leaving
    expect(station.state.air.lastOut).toBeNull();
  });

  it('is gated like any take', () => {
    const station = night();
    station.air('c1');
    station.now += 1000;
    station.do({ type: 'cue.edit', cueId: 'c1', changes: { data: {} } });
    expect(station.no({ type: 'air.retake' }).code).toBe('data_invalid');
  });
});

describe('air.recallLastOut', () => {
  const last = (station: ReturnType<typeof night>) => station.state.air.lastOut?.cue;

  it('knows what went out, was replaced, or left by itself', () => {
    const station = night();
    expect(station.no({ type: 'air.recallLastOut' }).code).toBe('nothing_went_out');
    station.air('c1');
    station.now += 1000;
    station.air('c2');
    expect(last(station)).toBe('c1');
    station.now += 2000;
    station.do({ type: 'air.tick' });
    expect(last(station)).toBe('c2');
    station.air('c4');
    station.do({ type: 'layer.out' });
    expect(station.do({ type: 'air.recallLastOut' }).answer).toMatchObject({ cueId: 'c4', takeable: true });
    expect(station.state.air.cued).toBe('c4');
  });

  it('does not count clear and panic, which are there to be rid of things', () => {
    const station = night();
    station.air('c1');
    station.do({ type: 'air.clear' });
    station.air('c4');
    station.do({ type: 'air.panic' });
    expect(last(station)).toBeUndefined();
  });
});

describe('air.swap', () => {
  it('puts the one in the place of the other, and back', () => {
    const station = night();
    station.air('c1');
    station.now += 1000;
    station.do({ type: 'cue.recall', number: 2 });
    station.do({ type: 'air.swap' });
    expect(station.on().cue.id).toBe('c2');
    expect(station.state.air.cued).toBe('c1');
    expect(station.layer().armed?.cue.id).toBe('c1');
    station.now += 100;
    expect(station.no({ type: 'air.swap' }).code).toBe('too_soon');
    expect(station.no({ type: 'cue.take' }).code).toBe('too_soon');
    station.now += 1000;
    station.do({ type: 'air.swap' });
    expect([station.on().cue.id, station.state.air.cued]).toEqual(['c1', 'c2']);
  });

  it('is refused with nothing on preview, nothing on its layer, or what may not go on air', () => {
    const station = night();
    expect(station.no({ type: 'air.swap' }).code).toBe('nothing_to_swap');
    station.do({ type: 'cue.recall', number: 1 });
    expect(station.no({ type: 'air.swap' })).toMatchObject({
      code: 'nothing_to_swap',
      detail: expect.stringContaining('lower-third') as string,
    });
    station.air('c2');
    station.now += 1000;
    station.do({ type: 'cue.recall', number: 3 });
    expect(station.no({ type: 'air.swap' }).code).toBe('fact_draft');
    expect(station.on().cue.id).toBe('c2');
  });
});

describe('at once', () => {
  it('two people who take the same cue take it once', () => {
    const station = night();
    station.do({ type: 'cue.take', cueId: 'c1' }, 'ana');
    station.do({ type: 'cue.take', cueId: 'c4' }, 'ben');
    expect(station.no({ type: 'cue.take', cueId: 'c1' }, 'ben').code).toBe('too_soon');
    expect(station.on().takenBy).toBe('ana');
  });

  it('takes during a swap leave one current, and what viewers see until the newest is up', () => {
    const station = night();
    const seen = station.air('c1');
    station.now += 1000;
    station.do({ type: 'cue.take', cueId: 'c2' }, 'ana');
    const dropped = station.on().instance;
    station.now += 10;
    station.do({ type: 'cue.recall', number: 1 }, 'ben');
    station.do({ type: 'cue.take' }, 'ben');
    expect(station.layer().leaving?.instance).toBe(seen.instance);
    expect([station.on().instance, station.layer().armed?.instance]).not.toContain(dropped);
    station.do({ type: 'layer.out' });
    expect(station.layer()).toMatchObject({ current: null, leaving: { instance: seen.instance } });
  });

  it('a hung outgoing graphic holds up neither the next take nor panic', () => {
    const station = night();
    station.air('c1');
    station.do({ type: 'layer.out' });
    station.now += 1000;
    const next = station.air('c2');
    expect(station.layer().current?.instance).toBe(next.instance);
    station.do({ type: 'air.panic' });
    expect(station.layer()).toMatchObject({ current: null, leaving: null });
  });
});
