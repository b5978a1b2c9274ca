/** The stage's diff and view: what is called for in every state, and that no order of events leaves a hole on air. */
import fc from 'fast-check';
import { applyPatches, enablePatches } from 'immer';
import { describe, expect, it } from 'vitest';
import { InstanceId } from '../../core/ids.ts';
import type { Item, ItemAction, LayerAir } from '../../core/schema/layer-air.ts';
import { actualState, diffLayer, type Actual, type ActualPhase, type Call } from '../../core/stage/diff.ts';
import { stagePatches, stageView } from '../../core/stage/view.ts';
import { makeCue, makeStation, T0 } from '../support/builders.ts';

enablePatches();

const id = (name: string): InstanceId => InstanceId.parse(name);

/** An item as the station makes it, under a name of ours. */
function makeItem(name: string, over: Partial<Item> = {}): Item {
  const station = makeStation({ cues: [makeCue({ id: 'c1' })] });
  station.do({ type: 'cue.take', cueId: 'c1' });
  return { ...station.on(), instance: id(name), ...over };
}

const EMPTY: LayerAir = { current: null, armed: null, leaving: null };
const NONE: ReadonlySet<InstanceId> = new Set();
const is = (name: string, phase: ActualPhase, over: Partial<Actual> = {}): Actual => ({
  instance: id(name),
  phase,
  dataVersion: 1,
  step: 0,
  at: null,
  action: 0,
  ...over,
});
const short = (calls: readonly Call[]): string[] =>
  calls.map((call) => `${call.do} ${'instance' in call ? call.instance : call.item.instance}`);

const A = makeItem('a');
const B = makeItem('b');
const C = makeItem('c');

describe('what a layer calls for', () => {
  it('loads what is armed, and does no more', () => {
    expect(short(diffLayer({ ...EMPTY, armed: A }, [], NONE))).toEqual(['load a']);
    expect(diffLayer({ ...EMPTY, armed: A }, [is('a', 'loading')], NONE)).toEqual([]);
    expect(diffLayer({ ...EMPTY, armed: A }, [is('a', 'ready')], NONE)).toEqual([]);
  });

  it('plays what is taken, with its entrance', () => {
    expect(diffLayer({ ...EMPTY, current: A }, [is('a', 'ready')], NONE)).toEqual([
      { do: 'play', instance: 'a', step: 0, cut: false, reason: 'is taken' },
    ]);
  });

  it('brings back what was on air without an entrance, at its step', () => {
    const current = { ...A, step: 2 };
    expect(diffLayer({ ...EMPTY, current }, [is('a', 'ready')], new Set([id('a')]))).toEqual([
      { do: 'play', instance: 'a', step: 2, cut: true, reason: 'was on air before' },
    ]);
  });

  it('plays before it stops: the new one is there when the old one goes', () => {
    const calls = diffLayer({ current: B, armed: null, leaving: A }, [is('a', 'on'), is('b', 'ready')], NONE);
    expect(short(calls)).toEqual(['play b', 'stop a']);
    expect(calls[1]).toMatchObject({ cut: false, reason: 'is replaced' });
  });

  it.each(['loading', 'fault'] as const)('keeps the old one while the new one is %s', (phase) => {
    const actual = [is('a', 'on'), is('b', phase)];
    expect(diffLayer({ current: B, armed: null, leaving: A }, actual, NONE)).toEqual([]);
  });

  it('updates data before it plays, and only what can take it', () => {
    const current = { ...A, dataVersion: 2 };
    expect(short(diffLayer({ ...EMPTY, current }, [is('a', 'ready')], NONE))).toEqual(['update a', 'play a']);
    expect(short(diffLayer({ ...EMPTY, current }, [is('a', 'on')], NONE))).toEqual(['update a']);
    expect(diffLayer({ ...EMPTY, current }, [is('a', 'loading')], NONE)).toEqual([]);
    expect(diffLayer({ ...EMPTY, current }, [is('a', 'fault')], NONE)).toEqual([]);
  });

  it('steps a graphic that is up, without playing it again', () => {
    const current = { ...A, step: 1 };
    expect(short(diffLayer({ ...EMPTY, current }, [is('a', 'on')], NONE))).toEqual(['step a']);
    expect(diffLayer({ ...EMPTY, current }, [is('a', 'on', { step: 1 })], NONE)).toEqual([]);
  });

  it('stops what leaves, once, and cuts what was never seen', () => {
    const leaving: LayerAir = { ...EMPTY, leaving: A };
    expect(diffLayer(leaving, [is('a', 'on')], NONE)).toMatchObject([{ do: 'stop', cut: false }]);
    expect(diffLayer(leaving, [is('a', 'ready')], NONE)).toMatchObject([{ do: 'stop', cut: true }]);
    expect(diffLayer(leaving, [is('a', 'fault')], NONE)).toMatchObject([{ do: 'stop', cut: true }]);
    expect(diffLayer(leaving, [is('a', 'going')], NONE)).toEqual([]);
    expect(diffLayer(leaving, [], NONE)).toEqual([]);
  });

  it('drops at once what nobody wants any more', () => {
    expect(short(diffLayer(EMPTY, [is('a', 'on'), is('b', 'loading')], NONE))).toEqual(['drop a', 'drop b']);
  });
});

describe('the state that a layer shows', () => {
  it.each<[string, LayerAir, Actual[]]>([
    ['off', EMPTY, []],
    ['off', { ...EMPTY, armed: A }, [is('a', 'loading')]],
    ['armed', { ...EMPTY, armed: A }, [is('a', 'ready')]],
    ['fault', { ...EMPTY, armed: A }, [is('a', 'fault')]],
    ['coming', { ...EMPTY, current: A }, [is('a', 'loading')]],
    ['coming', { ...EMPTY, current: A }, [is('a', 'coming')]],
    ['on', { ...EMPTY, current: A }, [is('a', 'on')]],
    ['coming', { current: B, armed: null, leaving: A }, [is('a', 'on'), is('b', 'loading')]],
    ['on', { ...EMPTY, leaving: A }, [is('a', 'on')]],
    ['coming', { current: B, armed: null, leaving: A }, [is('a', 'going'), is('b', 'coming')]],
    ['going', { ...EMPTY, leaving: A, armed: B }, [is('a', 'going'), is('b', 'ready')]],
    ['fault', { ...EMPTY, current: A }, [is('a', 'fault')]],
  ])('%s', (state, desired, actual) => {
    expect(actualState(desired, actual)).toBe(state);
  });
});

const told = (n: number): ItemAction => ({
  n,
  id: 'blink',
  payload: {},
  skipAnimation: false,
  at: T0,
  by: 'olive',
});
const items: Item[] = [
  A,
  B,
  C,
  { ...A, dataVersion: 2 },
  { ...B, step: 1 },
  { ...C, cut: true },
  { ...A, action: told(2) },
];
const slot = fc.option(fc.constantFrom(...items));
const anyLayer: fc.Arbitrary<LayerAir> = fc
  .record({ current: slot, armed: slot, leaving: slot })
  .filter(({ current, armed, leaving }) => {
    const names = [current, armed, leaving].flatMap((item) => item?.instance ?? []);
    return new Set(names).size === names.length;
  });
const anyActual: fc.Arbitrary<Actual[]> = fc.uniqueArray(
  fc.record({
    instance: fc.constantFrom(id('a'), id('b'), id('c')),
    phase: fc.constantFrom<ActualPhase>('loading', 'ready', 'coming', 'on', 'going', 'fault'),
    dataVersion: fc.constantFrom(1, 2),
    step: fc.constantFrom(0, 1),
    at: fc.constantFrom(null, 0, 1),
    action: fc.constantFrom(0, 1, 2),
  }),
  { selector: ({ instance }) => instance },
);

/** What a stage is after these calls, where every graphic does as it is told but none has answered yet. */
function carryOut(actual: readonly Actual[], calls: readonly Call[]): Actual[] {
  const next = new Map(actual.map((one) => [one.instance, { ...one }]));
  for (const call of calls) {
    if (call.do === 'load') {
      const { instance, dataVersion, step, action } = call.item;
      next.set(instance, { instance, phase: 'loading', dataVersion, step, at: null, action: action?.n ?? 0 });
      continue;
    }
    const one = next.get(call.instance);
    if (!one) throw new Error(`${call.do} of a graphic that is not there`);
    if (call.do === 'drop') next.delete(call.instance);
    else if (call.do === 'stop') one.phase = 'going';
    else if (call.do === 'update') one.dataVersion = call.item.dataVersion;
    else if (call.do === 'act') one.action = call.action.n;
    else {
      if (call.do === 'play') one.phase = 'coming';
      Object.assign(one, { step: call.step, at: null });
    }
  }
  return [...next.values()];
}

const ANSWERED: Record<ActualPhase, ActualPhase | null> = {
  loading: 'ready',
  ready: 'ready',
  coming: 'on',
  on: 'on',
  going: null,
  fault: 'fault',
};

const answered = (actual: readonly Actual[]): Actual[] =>
  actual.flatMap((one) => {
    const phase = ANSWERED[one.phase];
    return phase === null ? [] : [{ ...one, phase }];
  });

const isSeen = ({ phase }: Actual): boolean => phase === 'coming' || phase === 'on';

describe('a custom action', () => {
  const on = (action: number) => [is('a', 'on', { action })];

  it('is carried out once, where the graphic plays', () => {
    const desired = { ...EMPTY, current: { ...A, action: told(1) } };
    expect(short(diffLayer(desired, on(0), NONE))).toEqual(['act a']);
    expect(diffLayer(desired, on(1), NONE)).toEqual([]);
    expect(short(diffLayer(desired, [is('a', 'coming')], NONE))).toEqual(['act a']);
    expect(short(diffLayer(desired, [is('a', 'ready')], NONE))).toEqual(['play a', 'act a']);
    expect(diffLayer(desired, [is('a', 'fault')], NONE)).toEqual([]);
  });

  it('is never carried out by what only stands by, nor by what leaves', () => {
    const acting = { ...A, action: told(1) };
    expect(diffLayer({ ...EMPTY, armed: acting }, [is('a', 'ready')], NONE)).toEqual([]);
    expect(diffLayer({ ...EMPTY, leaving: acting }, [is('a', 'going')], NONE)).toEqual([]);
  });
});

describe('a step that the graphic itself names', () => {
  it('is no reason to send it there', () => {
    const desired = { ...EMPTY, current: { ...A, step: 4 } };
    expect(diffLayer(desired, [is('a', 'on', { step: 1, at: 4 })], NONE)).toEqual([]);
    expect(short(diffLayer(desired, [is('a', 'on', { step: 1, at: 3 })], NONE))).toEqual(['step a']);
  });
});

describe('in any state', () => {
  it('asks nothing twice: after its calls there is nothing left to call', () => {
    fc.assert(
      fc.property(anyLayer, anyActual, (desired, actual) => {
        const after = carryOut(actual, diffLayer(desired, actual, NONE));
        expect(diffLayer(desired, after, NONE)).toEqual([]);
      }),
      { numRuns: 2000 },
    );
  });

  it('comes to rest on exactly what is wanted, however it starts', () => {
    fc.assert(
      fc.property(anyLayer, anyActual, (desired, start) => {
        let actual: Actual[] = start.filter(({ phase }) => phase !== 'fault');
        for (let round = 0; round < 6; round += 1) {
          actual = answered(carryOut(actual, diffLayer(desired, actual, NONE)));
        }
        const { current, armed } = desired;
        const phaseOf = (item: Item | null) => actual.find((one) => one.instance === item?.instance)?.phase;
        if (current) expect(phaseOf(current)).toBe('on');
        // what stands by may be on air still, from before: it is not for the diff to undo that
        if (armed) expect(phaseOf(armed)).toMatch(/^(ready|on)$/);
        expect(actual).toHaveLength([current, armed].filter(Boolean).length);
        for (const item of [current, armed]) {
          const one = actual.find(({ instance }) => instance === item?.instance);
          if (item) expect(one?.dataVersion).toBe(item.dataVersion);
        }
        const shown = current && actual.find((one) => one.instance === current.instance);
        if (current) expect([shown?.step, shown?.at]).toContain(current.step);
      }),
      { numRuns: 2000 },
    );
  });

  it('never stops what is seen while its replacement cannot be', () => {
    fc.assert(
      fc.property(anyLayer, anyActual, (desired, actual) => {
        const { current, leaving } = desired;
        const calls = diffLayer(desired, actual, NONE);
        const stops = calls.some((call) =>
          call.do === 'stop' || call.do === 'drop' ? call.instance === leaving?.instance : false,
        );
        if (!current || !stops) return;
        const after = carryOut(actual, calls).find((one) => one.instance === current.instance);
        expect(after && (isSeen(after) || after.phase === 'going')).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it('plays only what is current, without delay, and gives every reason', () => {
    fc.assert(
      fc.property(anyLayer, anyActual, (desired, actual) => {
        const calls = diffLayer(desired, actual, new Set([id('b')]));
        for (const call of calls) {
          expect(call.reason).not.toBe('');
          if (call.do !== 'play') continue;
          expect(call.instance).toBe(desired.current?.instance);
          if (call.instance === 'b') expect(call.cut).toBe(true);
        }
        const ready = actual.some(
          (one) => one.phase === 'ready' && one.instance === desired.current?.instance,
        );
        expect(calls.some((call) => call.do === 'play')).toBe(ready);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('the view of a stage', () => {
  const night = () =>
    makeStation({ cues: [makeCue({ id: 'c1' }), makeCue({ id: 'c2', number: 2, name: 'B' })] });

  it('follows by patches alone, whatever is done', () => {
    const commands = [
      { type: 'cue.recall', number: 1 },
      { type: 'cue.take', cueId: 'c1' },
      { type: 'cue.take', cueId: 'c2' },
      { type: 'layer.out' },
      { type: 'air.clear' },
      { type: 'air.panic' },
      { type: 'cue.edit', cueId: 'c2', changes: { name: 'changed' } },
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...commands), { maxLength: 12 }), (script) => {
        const station = night();
        const views = {
          program: stageView(station.state, 'program'),
          preview: stageView(station.state, 'preview'),
        };
        for (const command of script) {
          station.now += 1000;
          try {
            const { patches } = station.do(command);
            for (const channel of ['program', 'preview'] as const) {
              const mine = stagePatches(patches, channel);
              views[channel] = mine ? applyPatches(views[channel], mine) : stageView(station.state, channel);
            }
          } catch (error) {
            // a refusal changes nothing, and that is what is compared below
            if (!String(error).includes('was refused')) throw error;
          }
          expect(views.program).toEqual(stageView(station.state, 'program'));
          expect(views.preview).toEqual(stageView(station.state, 'preview'));
        }
      }),
      { numRuns: 100 },
    );
  });

  it('holds its own channel and nothing of the show', () => {
    const station = night();
    const { patches } = station.do({ type: 'cue.take', cueId: 'c1' });
    expect(stagePatches(patches, 'rehearsal')).toEqual([]);
    for (const { path } of stagePatches(patches, 'program') ?? []) expect(path[0]).toBe('layers');
    expect(Object.keys(stageView(station.state, 'program')).sort()).toEqual(['layers', 'mode', 'output']);
  });

  it('asks for a snapshot where a patch replaces more than a channel', () => {
    const value = night().state.air;
    expect(stagePatches([{ op: 'replace', path: ['air'], value }], 'program')).toBeNull();
    expect(stagePatches([{ op: 'replace', path: ['air', 'channels'], value: {} }], 'program')).toBeNull();
    expect(
      stagePatches([{ op: 'replace', path: ['air', 'channels', 'program'], value: {} }], 'program'),
    ).toBeNull();
    expect(
      stagePatches([{ op: 'replace', path: ['air', 'channels', 'preview'], value: {} }], 'program'),
    ).toEqual([]);
    expect(stagePatches([{ op: 'replace', path: ['air', 'cued'], value: null }], 'program')).toEqual([]);
    expect(stagePatches([{ op: 'replace', path: ['air', 'mode'], value: 'rehearsal' }], 'program')).toEqual([
      { op: 'replace', path: ['mode'], value: 'rehearsal' },
    ]);
  });
});

describe('what a graphic complains of while it goes on', () => {
  it('is kept with it, and forgotten when it is well again', () => {
    const station = makeStation({ cues: [makeCue({ id: 'c1' })] });
    const { instance } = station.air('c1');
    expect(station.on().problem).toBeNull();
    station.now = T0 + 1000;
    station.report('on', instance, 'program', 'it did not take the new data');
    expect(station.on()).toMatchObject({ phase: 'on', problem: 'it did not take the new data' });
    station.report('on', instance);
    expect(station.on().problem).toBeNull();
  });
});
