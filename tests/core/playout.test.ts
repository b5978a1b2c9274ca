/** Recall, arm, take and standby: from the rundown to air. */
import { describe, expect, it } from 'vitest';
import { layerState } from '../../core/playout.ts';
import {
  graphicsOf,
  GRAPHICS,
  makeBoundCue,
  makeCue,
  makeFact,
  makeStation,
  T0,
} from '../support/builders.ts';

const night = () =>
  makeStation({
    facts: [makeFact(), makeFact({ id: 'f2', seq: 2, approval: 'draft', approvedBy: null })],
    cues: [
      makeCue(),
      makeBoundCue('f1', { id: 'c2', number: 2, name: 'Bound' }),
      makeCue({ id: 'c3', number: 3, name: 'Ticker', layer: 'ticker', autoOutMs: 5000 }),
      makeBoundCue('f2', { id: 'c4', number: 4, name: 'Unapproved' }),
    ],
  });

describe('cue.recall', () => {
  it('puts the cue on preview without animation and arms it on program', () => {
    const station = night();
    expect(station.do({ type: 'cue.recall', number: 2 }).answer).toEqual({
      cueId: 'c2',
      takeable: true,
      problems: [],
    });
    expect(station.state.air.cued).toBe('c2');
    expect(station.on('lower-third', 'preview')).toMatchObject({
      phase: 'loading',
      cut: true,
      takenAt: null,
    });
    const { armed, current } = station.layer();
    expect(current).toBeNull();
    expect(armed).toMatchObject({ phase: 'loading', cut: false, facts: [{ id: 'f1', revision: 1 }] });
    expect(armed?.instance).not.toBe(station.on('lower-third', 'preview').instance);
  });

  it('shows on preview what may not go on air, says why, and arms nothing', () => {
    const station = night();
    const { answer } = station.do({ type: 'cue.recall', cueId: 'c4' });
    expect(answer).toMatchObject({ takeable: false, problems: [{ code: 'fact_draft' }] });
    expect(station.on('lower-third', 'preview').data).toMatchObject({ headline: makeFact().statement });
    expect(station.layer().armed).toBeNull();
  });

  it('replaces what stood by before', () => {
    const station = night();
    station.do({ type: 'cue.recall', number: 3 });
    station.do({ type: 'cue.recall', number: 1 });
    expect(station.layer('ticker').armed).toBeNull();
    expect(station.layer('ticker', 'preview').current).toBeNull();
    expect(station.layer().armed?.cue.id).toBe('c1');
  });

  it('writes only the layers that change', () => {
    const station = night();
    station.do({ type: 'cue.recall', number: 1 });
    const { patches } = station.do({ type: 'cue.recall', number: 2 });
    expect(patches.map(({ path }) => path.join('.')).sort()).toEqual([
      'air.channels.preview.layers.lower-third.current',
      'air.channels.program.layers.lower-third.armed',
      'air.cued',
    ]);
  });

  it.each([
    [{ number: 9 }, 'There is no cue 9.'],
    [{ cueId: 'c9' }, 'There is no cue c9.'],
    [{}, 'There is no cue (give a number or a cueId).'],
  ])('refuses %j', (which, detail) => {
    expect(night().no({ type: 'cue.recall', ...which })).toMatchObject({ code: 'cue_unknown', detail });
  });
});

describe('cue.arm', () => {
  it('stands by like recall, and refuses what may not go on air', () => {
    const station = night();
    station.do({ type: 'cue.arm', cueId: 'c1' });
    expect(station.no({ type: 'cue.arm', cueId: 'c4' }).code).toBe('fact_draft');
    expect(station.no({ type: 'cue.arm', cueId: 'c9' }).code).toBe('cue_unknown');
    expect(station.state.air.cued).toBe('c1');
  });
});

describe('cue.take', () => {
  it('plays the armed instance and stands by the next cue', () => {
    const station = night();
    station.do({ type: 'cue.recall', number: 1 });
    const armed = station.layer().armed?.instance;
    const { answer } = station.do({ type: 'cue.take' });
    expect(answer).toEqual({ cueId: 'c1', instance: armed, layer: 'lower-third' });
    expect(station.on()).toMatchObject({
      instance: armed,
      phase: 'coming',
      takenAt: T0,
      takenBy: 'olive',
      shownAt: null,
      outAt: null,
    });
    expect(station.state.air.cued).toBe('c2');
    expect(station.layer().armed?.cue.id).toBe('c2');
    expect(station.state.air.lastTake).toEqual({
      cue: 'c1',
      layer: 'lower-third',
      at: T0,
      by: 'olive',
      next: 'c2',
    });
  });

  it('has nothing on preview after the last cue', () => {
    const station = makeStation({ cues: [makeCue()] });
    station.do({ type: 'cue.recall', number: 1 });
    station.do({ type: 'cue.take' });
    station.now += 1000;
    expect(station.state.air.cued).toBeNull();
    expect(station.no({ type: 'cue.take' })).toMatchObject({
      code: 'nothing_on_preview',
      detail: 'Nothing is on preview to take: recall a cue first.',
    });
  });

  it('keeps what stands by warm when another cue is taken on its layer', () => {
    const station = night();
    station.do({ type: 'cue.recall', number: 2 });
    const { armed } = station.layer();
    station.do({ type: 'cue.take', cueId: 'c1' });
    expect(station.state.air.cued).toBe('c2');
    expect(station.layer().armed).toEqual(armed);
  });

  it('sends off what was on the layer', () => {
    const station = night();
    const first = station.air('c1');
    station.now += 1000;
    station.do({ type: 'cue.take', cueId: 'c2' });
    expect(station.layer().leaving).toMatchObject({
      instance: first.instance,
      phase: 'going',
      leftAt: station.now,
    });
  });

  it('keeps what viewers see until the newest cue is up, however fast the takes', () => {
    const station = night();
    const seen = station.air('c1');
    station.now += 1000;
    station.do({ type: 'cue.take', cueId: 'c2' });
    station.now += 1000;
    station.do({ type: 'cue.take', cueId: 'c1' });
    expect(station.layer().leaving?.instance).toBe(seen.instance);
  });

  it('sets the auto-out from the take', () => {
    const station = night();
    station.do({ type: 'cue.take', cueId: 'c3' });
    expect(station.on('ticker').outAt).toBe(T0 + 5000);
  });

  it('refuses an unknown cue, and a template that failed to load until the cue is recalled again', () => {
    const station = night();
    expect(station.no({ type: 'cue.take', cueId: 'c9' }).code).toBe('cue_unknown');
    station.do({ type: 'cue.recall', number: 1 });
    station.report('fault', String(station.layer().armed?.instance), 'program', 'boom');
    expect(layerState(station.layer())).toBe('fault');
    expect(station.no({ type: 'cue.take' })).toMatchObject({
      code: 'graphic_fault',
      detail: 'Cue 1 “First”: boom',
    });
    station.do({ type: 'cue.recall', number: 1 });
    station.do({ type: 'cue.take' });
  });

  it('loads anew when the template changed since it was armed', () => {
    const station = night();
    station.do({ type: 'cue.recall', number: 1 });
    const old = station.layer().armed?.instance;
    station.graphics = graphicsOf(GRAPHICS.map((graphic) => ({ ...graphic, hash: 'newer' })));
    station.do({ type: 'cue.take' });
    expect(station.on().instance).not.toBe(old);
    expect(station.on().graphic.hash).toBe('newer');
  });
});

describe('the bounce of a key', () => {
  const tooSoon = {
    code: 'too_soon',
    detail: 'Cue 1 “First” was taken a moment ago: a second take within 0.3 s is ignored.',
  };

  it('refuses the same cue within 300 ms and no longer', () => {
    const station = night();
    station.do({ type: 'cue.take', cueId: 'c1' });
    station.now += 299;
    expect(station.no({ type: 'cue.take', cueId: 'c1' })).toMatchObject(tooSoon);
    station.now += 1;
    station.do({ type: 'cue.take', cueId: 'c1' });
  });

  it('does not take the next cue with the second half of a bounced Space', () => {
    const station = night();
    station.do({ type: 'cue.recall', number: 1 });
    station.do({ type: 'cue.take' });
    station.now += 40;
    expect(station.no({ type: 'cue.take' })).toMatchObject(tooSoon);
    station.now += 260;
    expect(station.do({ type: 'cue.take' }).answer['cueId']).toBe('c2');
  });

  it('lets another cue be chosen and taken at once', () => {
    const station = night();
    station.do({ type: 'cue.recall', number: 1 });
    station.do({ type: 'cue.take' });
    station.do({ type: 'cue.recall', number: 2 });
    expect(station.do({ type: 'cue.take' }).answer['cueId']).toBe('c2');
    station.do({ type: 'cue.take', cueId: 'c3' });
  });

  it('does not block takes when the clock is set back', () => {
    const station = night();
    station.do({ type: 'cue.take', cueId: 'c1' });
    station.now -= 3_600_000;
    station.do({ type: 'cue.take', cueId: 'c1' });
  });
});

describe('standby after edits', () => {
  it('draws preview and armed anew, in place', () => {
    const station = night();
    station.do({ type: 'cue.recall', number: 1 });
    const { armed } = station.layer();
    station.do({
      type: 'cue.edit',
      cueId: 'c1',
      changes: { name: 'Renamed', data: { headline: 'Counting' } },
    });
    expect(station.layer().armed).toMatchObject({
      instance: armed?.instance,
      dataVersion: 2,
      data: { headline: 'Counting' },
      cue: { name: 'Renamed' },
    });
    expect(station.on('lower-third', 'preview').data).toMatchObject({ headline: 'Counting' });
  });

  it('disarms when an edit makes the cue unfit for air, and arms again when it is approved', () => {
    const station = night();
    station.do({ type: 'cue.recall', number: 2 });
    station.do({ type: 'fact.edit', factId: 'f1', changes: { statement: 'National leads.' } });
    expect(station.layer().armed).toBeNull();
    expect(station.on('lower-third', 'preview').data).toMatchObject({ headline: 'National leads.' });
    station.do({ type: 'fact.approve', factId: 'f1' }, 'ben');
    expect(station.layer().armed).toMatchObject({ facts: [{ id: 'f1', revision: 2 }] });
  });

  it('tells the newest revision on take, even where no word on screen changed', () => {
    const station = night();
    station.do({ type: 'cue.recall', number: 2 });
    station.do({ type: 'fact.edit', factId: 'f1', changes: { note: 'checked twice' } });
    station.do({ type: 'fact.approve', factId: 'f1' }, 'ben');
    station.do({ type: 'cue.take' });
    expect(station.on().facts).toEqual([{ id: 'f1', revision: 2 }]);
  });

  it('follows the cue to another layer, and goes with it', () => {
    const station = night();
    station.do({ type: 'cue.recall', number: 1 });
    station.do({ type: 'cue.edit', cueId: 'c1', changes: { layer: 'bug' } });
    expect(station.layer().armed).toBeNull();
    expect(station.layer('bug').armed?.cue.id).toBe('c1');
    station.do({ type: 'cue.delete', cueId: 'c1' });
    expect(station.state.air.cued).toBeNull();
    expect(station.layer('bug').armed).toBeNull();
    expect(station.layer('bug', 'preview').current).toBeNull();
  });

  it('gives a failed template a new chance with new data only', () => {
    const station = night();
    station.do({ type: 'cue.recall', number: 1 });
    const failed = String(station.layer().armed?.instance);
    station.report('fault', failed);
    station.do({ type: 'cue.edit', cueId: 'c3', changes: { name: 'Elsewhere' } });
    expect(station.layer().armed).toMatchObject({ instance: failed, phase: 'fault' });
    station.do({ type: 'cue.edit', cueId: 'c1', changes: { data: { headline: 'Shorter' } } });
    expect(station.layer().armed).toMatchObject({ phase: 'loading', problem: null });
  });
});
