/** Correction: who uses a fact, and what becomes of each use; replaced in place, pulled or kept, and logged. */
import { describe, expect, it } from 'vitest';
import { asRunLines, showingsOf } from '../../core/as-run.ts';
import { usesOf } from '../../core/facts/uses.ts';
import { afterRestart } from '../../core/playout.ts';
import { getRow } from '../../core/table.ts';
import { cueId, factId, makeBoundCue, makeCue, makeFact, makeStation, T0 } from '../support/builders.ts';

const night = () =>
  makeStation({
    facts: [
      makeFact(),
      makeFact({ id: 'f2', seq: 2, statement: 'National leads.' }),
      makeFact({ id: 'f3', seq: 3, approval: 'draft', approvedBy: null, statement: 'Nobody leads.' }),
    ],
    cues: [
      makeBoundCue('f1', { id: 'c1' }),
      makeBoundCue('f1', { id: 'c2', number: 2, layer: 'ticker' }),
      makeCue({ id: 'c3', number: 3, layer: 'bug' }),
      makeBoundCue('f1', { id: 'c4', number: 4, layer: 'background' }),
    ],
  });

const f1 = factId('f1');
const uses = (...all: [string, string][]) => all.map(([cue, action]) => ({ cueId: cue, action }));
const withdraw = (more: object = {}) => ({ type: 'fact.withdraw', factId: 'f1', ...more });

describe('usesOf', () => {
  it('names every cue that binds the fact, and where each is', () => {
    const station = night();
    station.air('c2');
    station.do({ type: 'cue.recall', cueId: 'c1' });
    const [first, second, third, ...more] = usesOf(station.state, f1);
    expect(more).toEqual([]);
    expect(first).toMatchObject({ cueId: 'c1', bound: true, armed: true, preview: true, air: [] });
    expect(second).toMatchObject({
      cueId: 'c2',
      number: 2,
      armed: false,
      air: [
        {
          channel: 'program',
          layer: 'ticker',
          since: T0,
          revision: 1,
          leaving: false,
          awaitsCorrection: false,
        },
      ],
    });
    expect(third).toMatchObject({ cueId: 'c4', armed: false, preview: false, air: [], interrupted: false });
  });

  it('names what is on air although its cue was deleted, or draws on something else now', () => {
    const station = night();
    station.air('c1');
    station.air('c2');
    station.do({ type: 'cue.delete', cueId: 'c1' });
    station.do({ type: 'cue.edit', cueId: 'c2', changes: { bindings: {} } });
    const on = usesOf(station.state, f1).filter(({ air }) => air.length > 0);
    expect(on.map((use) => [use.cueId, use.bound])).toEqual([
      ['c1', false],
      ['c2', false],
    ]);
  });

  it('names what was on air when the station stopped, and what is on its way off', () => {
    const station = night();
    station.air('c1');
    station.do({ type: 'layer.out' });
    expect(usesOf(station.state, f1)[0]?.air).toMatchObject([{ leaving: true }]);
    station.air('c2');
    const stopped = { ...station.state, air: afterRestart(station.state.air) };
    expect(usesOf(stopped, f1).find((use) => use.cueId === 'c2')).toMatchObject({
      air: [],
      interrupted: true,
    });
  });

  it('is empty for a fact that nothing uses', () => expect(usesOf(night().state, factId('f3'))).toEqual([]));
});

describe('decisions are refused as a whole', () => {
  it.each([
    ['a cue that is not there', withdraw({ uses: uses(['c1', 'pull'], ['c404', 'pull']) }), 'cue_unknown'],
    ['a cue that does not use the fact', withdraw({ uses: uses(['c3', 'keep']) }), 'cue_unknown'],
    ['to replace with nothing', withdraw({ uses: uses(['c1', 'replace']) }), 'replacement_missing'],
    [
      'to replace with what is not there',
      withdraw({ replacement: 'f404', uses: uses(['c1', 'replace']) }),
      'replacement_missing',
    ],
    [
      'to replace with itself',
      withdraw({ replacement: 'f1', uses: uses(['c1', 'replace']) }),
      'replacement_missing',
    ],
  ])('%s', (_name, command, code) => expect(night().no(command).code).toBe(code));

  it('to replace what a deleted cue shows', () => {
    const station = night();
    station.air('c1');
    station.do({ type: 'cue.delete', cueId: 'c1' });
    expect(station.no(withdraw({ replacement: 'f2', uses: uses(['c1', 'replace']) })).code).toBe(
      'cue_unknown',
    );
    expect(station.do(withdraw({ uses: uses(['c1', 'pull']) })).answer).toMatchObject({ pulled: ['c1'] });
    expect(station.layer().current).toBeNull();
  });
});

describe('withdrawing', () => {
  it('without decisions keeps everything, as ever', () => {
    const station = night();
    station.air('c1');
    const before = station.layer();
    expect(station.do(withdraw()).answer).toEqual({ factId: 'f1' });
    expect(station.layer()).toBe(before);
  });

  it('replaces in place, pulls and keeps, all at once, and says so', () => {
    const station = night();
    const shown = station.air('c1');
    station.air('c2');
    station.air('c4');
    const command = withdraw({
      replacement: 'f2',
      uses: uses(['c1', 'replace'], ['c2', 'pull'], ['c4', 'keep']),
    });
    expect(station.do(command).answer).toEqual({
      factId: 'f1',
      replaced: ['c1'],
      waiting: [],
      pulled: ['c2'],
      kept: ['c4'],
    });
    expect(station.on()).toMatchObject({
      instance: shown.instance,
      phase: 'on',
      data: { headline: 'National leads.' },
      dataVersion: 2,
      facts: [{ id: 'f2', revision: 1 }],
    });
    expect(station.on()).not.toHaveProperty('awaitsCorrection');
    expect(station.layer('ticker')).toMatchObject({ current: null, leaving: { phase: 'going' } });
    expect(station.on('background').facts).toEqual([{ id: 'f1', revision: 1 }]);
    const bound = (id: string) => getRow(station.state.show.cues, id)?.bindings['headline'];
    expect([bound('c1'), bound('c2')]).toMatchObject([{ fact: 'f2' }, { fact: 'f1' }]);
  });

  it('undone, the cues are as they were and air is not touched', () => {
    const station = night();
    station.air('c1');
    station.air('c2');
    const { cues, facts } = station.state.show;
    station.do(withdraw({ replacement: 'f2', uses: uses(['c1', 'replace'], ['c2', 'pull']) }));
    const { layers } = station.state.air.channels.program;
    station.do({ type: 'show.undo' });
    expect(station.state.show).toMatchObject({ cues, facts });
    expect(station.state.air.channels.program.layers).toBe(layers);
    station.do({ type: 'show.redo' });
    expect(station.on().facts).toEqual([{ id: 'f2', revision: 1 }]);
  });

  it('by a draft waits for its approval, and then goes to air in place', () => {
    const station = night();
    const { instance } = station.air('c1');
    const command = withdraw({ replacement: 'f3', uses: uses(['c1', 'replace']) });
    expect(station.do(command).answer).toMatchObject({ replaced: [], waiting: ['c1'] });
    expect(station.on()).toMatchObject({ awaitsCorrection: true, data: { headline: makeFact().statement } });
    const waiting = usesOf(station.state, f1).find((use) => use.cueId === 'c1');
    expect(waiting).toMatchObject({ bound: false, air: [{ awaitsCorrection: true }] });
    station.do({ type: 'fact.approve', factId: 'f3' });
    expect(station.on()).toMatchObject({ instance, data: { headline: 'Nobody leads.' } });
    expect(station.on()).not.toHaveProperty('awaitsCorrection');
  });

  it('pulls what an output would otherwise put back', () => {
    const station = night();
    const { instance } = station.air('c1');
    const { state } = station;
    station.world = { ...station.world, state: { ...state, air: afterRestart(state.air) } };
    station.do(withdraw({ uses: uses(['c1', 'pull']) }));
    station.do({ type: 'stage.claims', channel: 'program', instances: [instance] });
    expect(station.layer().current).toBeNull();
  });

  it('pulls what leaves for another graphic: it does not come back where that one fails', () => {
    const station = night();
    const second = { type: 'cue.create', graphic: 'strap', layer: 'lower-third', data: { headline: 'B' } };
    const { answer: made } = station.do(second);
    const first = station.air('c1');
    station.now += 1000;
    const { answer } = station.do({ type: 'cue.take', cueId: made['cueId'] });
    station.do(withdraw({ uses: uses(['c1', 'pull']) }));
    station.report('fault', String(answer['instance']));
    expect(station.layer().current?.instance).not.toBe(first.instance);
  });

  it('refuses two decisions for one cue, and a rehearsal fact in a live one’s place', () => {
    const station = night();
    expect(station.no(withdraw({ uses: uses(['c1', 'pull'], ['c1', 'keep']) })).code).toBe('bad_command');
    station.do({ type: 'mode.set', mode: 'rehearsal' });
    station.do({ type: 'fact.create', factId: 'r1', kind: 'headline', statement: 'x' });
    station.do({ type: 'mode.set', mode: 'live' });
    const keep = { type: 'rehearsal.keep', items: [{ kind: 'fact', id: 'r1' }] };
    const [replacement] = station.do(keep).answer['facts'] as string[];
    expect(station.no(withdraw({ replacement })).code).toBe('rehearsal_data');
  });

  it('disarms what stands by', () => {
    const station = night();
    station.do({ type: 'cue.recall', cueId: 'c1' });
    expect(station.layer().armed).not.toBeNull();
    station.do(withdraw());
    expect(station.layer().armed).toBeNull();
  });
});

describe('superseding', () => {
  it('puts the newer fact in its place', () => {
    const station = night();
    station.air('c1');
    const command = { type: 'fact.supersede', factId: 'f1', by: 'f2', uses: uses(['c1', 'replace']) };
    expect(station.do(command).answer).toMatchObject({ by: 'f2', replaced: ['c1'] });
    expect(station.on().facts).toEqual([{ id: 'f2', revision: 1 }]);
  });
});

describe('editing', () => {
  const edit = (more: object) => ({
    type: 'fact.edit',
    factId: 'f1',
    changes: { statement: 'Corrected.' },
    reason: 'Misheard',
    ...more,
  });

  it('waits for the approval of the new words, also where the cue does not follow', () => {
    const station = night();
    station.air('c1');
    const { answer } = station.do(edit({ uses: uses(['c1', 'replace']) }), 'ana');
    expect(answer).toMatchObject({ revision: 2, waiting: ['c1'], replaced: [] });
    station.do({ type: 'fact.approve', factId: 'f1' });
    expect(station.on()).toMatchObject({ data: { headline: 'Corrected.' }, facts: [{ revision: 2 }] });
  });

  it('waits for an embargo too, and the clock brings it', () => {
    const station = night();
    station.air('c1');
    const embargoUntil = new Date(station.now + 5000).toISOString();
    station.do(
      edit({ changes: { statement: 'Later.', embargoUntil }, uses: uses(['c1', 'replace']) }),
      'ana',
    );
    station.do({ type: 'fact.approve', factId: 'f1' });
    expect(station.on()).toMatchObject({ awaitsCorrection: true });
    station.now += 5000;
    station.do({ type: 'air.tick' });
    expect(station.on().data).toMatchObject({ headline: 'Later.' });
  });

  it('pulls although nothing else changes', () => {
    const station = night();
    station.air('c1');
    const { done } = station.world.history;
    station.do({ type: 'fact.edit', factId: 'f1', changes: {}, uses: uses(['c1', 'pull']) });
    expect(station.layer()).toMatchObject({ current: null, leaving: { phase: 'going' } });
    expect(station.world.history.done).toBe(done);
  });
});

it('where a fact was shown: also where another has taken its place since', () => {
  const station = night();
  const lines: ReturnType<typeof asRunLines> = [];
  const note = (run: () => void) => {
    const { air } = station.state;
    run();
    lines.push(...asRunLines(air, station.state.air, station.now, 'olive'));
  };
  note(() => station.air('c1'));
  station.now += 1000;
  note(() => station.do(withdraw({ replacement: 'f2', uses: uses(['c1', 'replace']) })));
  station.now += 1000;
  note(() => station.do({ type: 'cue.take', cueId: 'c3' }));
  expect(showingsOf(lines, f1)).toMatchObject([
    { cue: { id: 'c1' }, inAt: T0, facts: [{ id: 'f2' }], revisions: [{ revision: 1, at: T0 }] },
  ]);
  expect(showingsOf(lines, factId('f2'))).toMatchObject([{ revisions: [{ revision: 1, at: T0 + 1000 }] }]);
  expect(showingsOf(lines, factId('f3'))).toEqual([]);
  expect(cueId('c1')).toBe('c1');
});
