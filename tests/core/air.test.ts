/** Whole channels: clear, panic, the mode and its barrier, and graphics that a stopped station left on air. */
import { describe, expect, it } from 'vitest';
import { LAYERS } from '../../core/layers.ts';
import { afterRestart, isShowing } from '../../core/playout.ts';
import { worldOf } from '../../core/reduce.ts';
import {
  graphicsOf,
  GRAPHICS,
  makeBoundCue,
  makeCue,
  makeFact,
  makeStation,
  type FakeStation,
} from '../support/builders.ts';

const night = () =>
  makeStation({
    facts: [makeFact()],
    cues: [
      makeBoundCue(),
      makeCue({ id: 'c2', number: 2, layer: 'ticker' }),
      makeCue({ id: 'c3', number: 3, layer: 'bug' }),
    ],
  });

const restart = (station: FakeStation) => {
  const { state } = station;
  station.world = worldOf({ ...state, air: afterRestart(state.air) });
};

const empty = { current: null, armed: null, leaving: null };

describe('air.clear', () => {
  it('sends off everything on air and keeps what stands by', () => {
    const station = night();
    station.air('c1');
    station.air('c2');
    station.do({ type: 'cue.recall', number: 3 });
    expect(station.do({ type: 'air.clear' }).answer).toEqual({ channel: 'program' });
    for (const layer of ['lower-third', 'ticker'] as const) {
      expect(station.layer(layer)).toMatchObject({ current: null, leaving: { phase: 'going' } });
    }
    expect(station.layer('bug').armed?.cue.id).toBe('c3');
    expect(station.do({ type: 'air.clear' }).patches).toEqual([]);
  });

  it('on preview, nothing stands by afterwards', () => {
    const station = night();
    station.do({ type: 'cue.recall', number: 3 });
    station.do({ type: 'air.clear', channel: 'preview' });
    expect(station.state.air.cued).toBeNull();
    expect(station.layer('bug', 'preview')).toEqual(empty);
    expect(station.layer('bug')).toEqual(empty);
  });
});

describe('air.panic', () => {
  it('takes everything off at once and loads the standby anew', () => {
    const station = night();
    station.air('c1');
    station.air('c2');
    station.do({ type: 'layer.out' });
    station.do({ type: 'cue.recall', number: 3 });
    const stale = station.layer('bug').armed?.instance;
    station.do({ type: 'air.panic' });
    expect(isShowing(station.state.air, 'program')).toBe(false);
    expect(station.layer('bug').armed).toMatchObject({ phase: 'loading' });
    expect(station.layer('bug').armed?.instance).not.toBe(stale);
    station.do({ type: 'cue.take' });
  });

  it('on an empty air makes no patch', () => {
    expect(night().do({ type: 'air.panic' }).patches).toEqual([]);
  });
});

describe('mode.set', () => {
  it('refuses while anything is on air or leaving', () => {
    const station = night();
    const refusal = {
      code: 'on_air',
      detail: 'Something is still on air: clear it before changing between live and rehearsal.',
    };
    const { instance } = station.air('c1');
    const rehearse = { type: 'mode.set', mode: 'rehearsal' };
    expect(station.no(rehearse)).toMatchObject(refusal);
    station.do({ type: 'mode.set', mode: 'live' });
    station.do({ type: 'air.clear' });
    expect(station.no(rehearse)).toMatchObject(refusal);
    station.report('off', instance);
    station.do(rehearse);
    station.do({ type: 'cue.take', cueId: 'c1' });
    expect(station.no({ type: 'mode.set', mode: 'live' })).toMatchObject(refusal);
  });

  it('moves the standby to the other channel', () => {
    const station = night();
    station.do({ type: 'cue.recall', number: 1 });
    station.do({ type: 'mode.set', mode: 'rehearsal' });
    expect(station.layer()).toEqual(empty);
    expect(station.layer('lower-third', 'rehearsal').armed?.cue.id).toBe('c1');
    expect(station.state.air).toMatchObject({ mode: 'rehearsal', cued: 'c1', lastTake: null });
  });

  it('waits for what a stopped station left on air', () => {
    const station = night();
    station.air('c1');
    restart(station);
    expect(station.no({ type: 'mode.set', mode: 'rehearsal' })).toMatchObject({
      code: 'on_air',
      detail:
        'Graphics were on air when the station stopped: put them back or forget them before changing the mode.',
    });
    station.do({ type: 'air.discard' });
    station.do({ type: 'mode.set', mode: 'rehearsal' });
  });
});

describe('the rehearsal barrier', () => {
  const rehearsing = () => {
    const station = night();
    station.do({ type: 'mode.set', mode: 'rehearsal' });
    return station;
  };

  it('takes go to the rehearsal channel and never to program', () => {
    const station = rehearsing();
    station.do({ type: 'cue.take', cueId: 'c1' });
    expect(station.on('lower-third', 'rehearsal').phase).toBe('coming');
    expect(isShowing(station.state.air, 'program')).toBe(false);
    station.do({ type: 'layer.out' });
    expect(station.layer('lower-third', 'rehearsal').leaving?.phase).toBe('going');
  });

  it.each([
    { type: 'fact.edit', factId: 'f1', changes: { statement: 'x' } },
    { type: 'fact.withdraw', factId: 'f1' },
    { type: 'cue.edit', cueId: 'c1', changes: { name: 'x' } },
    { type: 'cue.move', cueId: 'c1', index: 2 },
    { type: 'cue.delete', cueId: 'c1' },
    { type: 'show.edit', fourEyes: false },
    { type: 'fact.create', kind: 'headline', statement: 'x' },
  ])('what is done in rehearsal is done in a fork, and the show comes back as it was: $type', (command) => {
    const station = night();
    const { show } = station.state;
    station.do({ type: 'mode.set', mode: 'rehearsal' });
    station.do(command);
    expect(station.state.show).not.toEqual(show);
    expect(station.state.held).toBe(show);
    station.do({ type: 'mode.set', mode: 'live' });
    expect(station.state.show).toBe(show);
    expect(station.state.held).toBeNull();
    expect(station.world.history.done).toEqual([]);
  });

  it('knows a live cue by its rehearsal facts', () => {
    const station = rehearsing();
    station.do({ type: 'fact.create', factId: 'r1', kind: 'headline', statement: 'Test' }, 'ana');
    station.do({ type: 'fact.approve', factId: 'r1' }, 'ben');
    const made = { type: 'cue.create', graphic: 'strap', layer: 'bug', data: { headline: 'x' } };
    const cueId = String(station.do(made).answer['cueId']);
    station.do({ type: 'cue.recall', cueId });
    const bindings = { headline: { fact: 'r1', path: 'statement' } };
    station.do({ type: 'cue.edit', cueId, changes: { bindings } });
    expect(station.layer('bug', 'rehearsal').armed).toMatchObject({
      origin: 'rehearsal',
      facts: [{ id: 'r1', revision: 1 }],
    });
  });

  it('a live edit is not undone from rehearsal', () => {
    const station = night();
    station.do({ type: 'cue.edit', cueId: 'c1', changes: { name: 'x' } });
    station.do({ type: 'mode.set', mode: 'rehearsal' });
    expect(station.no({ type: 'show.undo' })).toMatchObject({
      code: 'live_data_in_rehearsal',
      detail: '“Edit a cue” was done live: return to live before undoing it.',
    });
  });
});

describe('after a restart', () => {
  const stopped = () => {
    const station = night();
    station.air('c1');
    station.air('c2');
    restart(station);
    return station;
  };

  it('nothing is on air until somebody says so', () => {
    const station = stopped();
    for (const layer of LAYERS) expect(station.layer(layer)).toEqual(empty);
    expect(station.state.air.interrupted.map(({ item }) => item.cue.id)).toEqual(['c1', 'c2']);
  });

  it('restore brings it back without an entrance, seen only once a stage says so', () => {
    const station = stopped();
    expect(station.do({ type: 'air.restore' }).answer).toEqual({ restored: ['c1', 'c2'], refused: [] });
    expect(station.on()).toMatchObject({ phase: 'coming', cut: true, shownAt: null });
    station.now += 1000;
    station.report('on', station.on().instance);
    expect(station.on()).toMatchObject({ phase: 'on', cut: false, shownAt: station.now });
    expect(station.state.air.interrupted).toEqual([]);
    expect(station.no({ type: 'air.restore' })).toMatchObject({
      code: 'nothing_interrupted',
      detail: 'Nothing was on air when the station stopped.',
    });
  });

  it.each<[string, (station: FakeStation) => void]>([
    ['a fact withdrawn since', (s) => s.do({ type: 'fact.withdraw', factId: 'f1' })],
    [
      'a fact corrected since, even where the cue now draws on another',
      (s) => {
        s.do({ type: 'fact.edit', factId: 'f1', changes: { statement: 'Corrected.' } }, 'ana');
        s.do({ type: 'fact.approve', factId: 'f1' }, 'ben');
        const changes = { bindings: {}, data: { headline: 'Literal' } };
        s.do({ type: 'cue.edit', cueId: 'c1', changes });
      },
    ],
    ['a layer taken since', (s) => s.air('c1')],
    [
      'a template changed since',
      (s) => {
        const newer = GRAPHICS.map((graphic) => ({ ...graphic, hash: 'newer' }));
        s.graphics = graphicsOf(newer);
      },
    ],
  ])('restore leaves off %s', (_what, happens) => {
    const station = stopped();
    happens(station);
    expect(station.do({ type: 'air.restore' }).answer['refused']).toContain('c1');
  });

  it('discard forgets it', () => {
    const station = stopped();
    station.do({ type: 'air.discard' });
    expect(station.state.air.interrupted).toEqual([]);
    expect(station.no({ type: 'air.discard' }).code).toBe('nothing_interrupted');
  });

  it('a running output’s claim is the truth', () => {
    const station = stopped();
    const instance = station.state.air.interrupted[0]?.item.instance ?? '';
    const claim = { type: 'stage.claims', channel: 'program', instances: [instance, 'i-unknown'] };
    expect(station.do({ ...claim, channel: 'rehearsal' }).answer).toEqual({ claimed: 0 });
    expect(station.do(claim).answer).toEqual({ claimed: 1 });
    expect(station.on()).toMatchObject({ instance, phase: 'on' });
    expect(station.state.air.interrupted.map(({ item }) => item.cue.id)).toEqual(['c2']);
    expect(station.do(claim).answer).toEqual({ claimed: 0 });
  });

  it('a claim does not push aside what was taken since', () => {
    const station = stopped();
    const instance = station.state.air.interrupted[0]?.item.instance ?? '';
    station.air('c1');
    const taken = station.on();
    station.do({ type: 'stage.claims', channel: 'program', instances: [instance] });
    expect(station.on()).toBe(taken);
  });

  it('a graphic that had failed is not put back', () => {
    const station = night();
    const { instance } = station.air('c1');
    station.report('fault', instance);
    restart(station);
    expect(station.state.air.interrupted).toEqual([]);
  });
});
