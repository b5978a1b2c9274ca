/** Random commands over a small show, most of them sensible and some not, for the property tests. */
import fc from 'fast-check';
import { usesOf } from '../../core/facts/uses.ts';
import type { FactId } from '../../core/ids.ts';
import { CHANNELS, LAYERS } from '../../core/layers.ts';
import type { State } from '../../core/state.ts';
import { allRows } from '../../core/table.ts';
import { makeBoundCue, makeCue, makeFact, T0, type ShowParts } from './builders.ts';
import { ALL_AUTO, FEED } from './feed.ts';

/** A command whose instance is still to be looked up: `pick` of all that the air holds. */
export interface Step {
  command: { type: string } & Record<string, unknown>;
  actor: string;
  /** Milliseconds that pass before it. */
  wait: number;
  pick: number;
  /** The station stops and comes back before it. */
  restart: boolean;
}

const SOON = new Date(T0 + 2000).toISOString();

export const randomShow = (): ShowParts => ({
  allowOverride: true,
  facts: [
    makeFact({ id: 'f1', seq: 1 }),
    makeFact({ id: 'f2', seq: 2, approval: 'draft', approvedBy: null }),
    makeFact({ id: 'f3', seq: 3, embargoUntil: SOON }),
    makeFact({ id: 'f4', seq: 4, onAir: { advice: 'do_not_air_as_worded' } }),
    makeFact({ id: 'f5', seq: 5, approval: 'withdrawn' }),
    makeFact({ id: 'f6', seq: 6, staleAfter: SOON }),
  ],
  cues: [
    makeCue({ id: 'c1', number: 1 }),
    makeBoundCue('f1', { id: 'c2', number: 2, follow: true }),
    makeBoundCue('f2', { id: 'c3', number: 3, layer: 'ticker', autoOutMs: 1000 }),
    makeBoundCue('f3', { id: 'c4', number: 4 }),
    makeBoundCue('f4', { id: 'c5', number: 5, layer: 'bug' }),
    makeBoundCue('f6', { id: 'c8', number: 8, layer: 'ticker' }),
    makeCue({ id: 'c6', number: 6, layer: 'bug', graphic: 'sting', data: {} }),
    makeCue({
      id: 'c7',
      number: 99_999,
      layer: 'fullframe',
      graphic: 'arc',
      data: { house: 120, majority: 61, parties: [] },
    }),
  ],
});

const made = { live: ['n1', 'n2'] };
const factId = fc.constantFrom('f1', 'f2', 'f3', 'f4', 'f5', 'f6', ...made.live, 'f404');
/** A cue of the show by its place, so that cues made on the way are meant too. */
const cueId = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom('c1', 'c2', 'c3', 'c4', 'c5', 'c6', 'c7', 'c8') },
  { weight: 2, arbitrary: fc.nat(9).map((place) => `#${place}`) },
  { weight: 1, arbitrary: fc.constant('c404') },
);
const layer = fc.constantFrom(...LAYERS);
const channel = fc.constantFrom(...CHANNELS);
const words = fc.constantFrom('Labour leads', 'National leads', 'Te Pāti Māori', '', 'x'.repeat(80));
const boundTo = factId.map((fact) => ({ headline: { fact, path: 'statement' } }));
const advice = fc.constantFrom('ok', 'context_only', 'ok_as_quote_only', 'ok_with_label');

const changesOfCue = fc.record(
  {
    name: words,
    number: fc.constantFrom(1, 2, 8, 99_999),
    layer,
    data: words.map((headline) => ({ headline })),
    bindings: boundTo,
    follow: fc.boolean(),
    autoOutMs: fc.constantFrom(null, 1000),
    graphic: fc.constantFrom('strap', 'sting', 'quotation', 'nope'),
  },
  { requiredKeys: [] },
);

const changesOfFact = fc.record(
  {
    statement: words,
    note: fc.constantFrom('a', null),
    embargoUntil: fc.constantFrom(null, SOON),
    staleAfter: fc.constantFrom(null, SOON),
    onAir: advice.map((word) => ({ advice: word, label: 'LABEL' })),
  },
  { requiredKeys: [] },
);

/** Decisions on the uses of a fact: `*` is for every cue that has one. */
const uses = fc.constantFrom('replace', 'pull', 'keep').map((action) => [{ cueId: '*', action }]);
const override = fc.constant({ reason: 'The editor says so' });

/** An output of the show by its place, so that those made on the way are meant too. */
const outputId = fc.constantFrom('program', '#0', '#1', '#2', 'o404');
const outputName = fc.constantFrom('Wall', 'Studio', 'Program');
const outputMode = fc.constantFrom(
  { kind: 'black' },
  { kind: 'key-fill' },
  { kind: 'chroma', colour: '#00b140' },
);
const display = fc
  .constantFrom(1, 2, 3)
  .map((id) => ({ id, label: '', size: { width: 1, height: 1 }, origin: { x: id, y: 0 }, others: [] }));
const target = fc.oneof(
  fc.constantFrom({ kind: 'window' }, { kind: 'browser' }, { kind: 'display', display: null, key: null }),
  fc.record({ kind: fc.constant('display'), display, key: fc.option(display) }),
);

/** Without `always` every field is always there. */
const of = (type: string, fields: Record<string, fc.Arbitrary<unknown>> = {}, always = Object.keys(fields)) =>
  fc.record({ type: fc.constant(type), ...fields } as Record<string, fc.Arbitrary<unknown>>, {
    requiredKeys: ['type', ...always],
  });

type Weighted = [number, fc.Arbitrary<Record<string, unknown>>];

const weighted: readonly Weighted[] = [
  [6, of('cue.recall', { cueId })],
  [2, of('cue.recall', { number: fc.constantFrom(1, 2, 3, 4, 5, 6, 99_999, 404) })],
  [2, of('cue.arm', { cueId })],
  [8, of('cue.take', { cueId }, [])],
  [4, of('cue.take')],
  [4, of('cue.take', { cueId, override }, ['override'])],
  [3, of('layer.continue', { layer })],
  [3, of('layer.update', { layer })],
  [3, of('layer.out', { layer }, [])],
  [1, of('air.clear', { channel }, [])],
  [1, of('air.panic')],
  [2, of('air.restore')],
  [1, of('air.discard')],
  [3, of('mode.set', { mode: fc.constantFrom('live', 'rehearsal') })],
  [14, of('stage.report', { channel, event: fc.constantFrom('armed', 'coming', 'on', 'off', 'fault') })],
  [4, of('stage.report', { channel: fc.constant('program'), event: fc.constantFrom('coming', 'on', 'off') })],
  [1, of('stage.claims', { channel, instances: fc.constant(['#']) })],
  [3, of('air.tick')],
  [
    2,
    of('fact.create', {
      factId: fc.constantFrom(...made.live),
      kind: fc.constant('headline'),
      statement: words,
    }),
  ],
  [4, of('fact.edit', { factId, changes: changesOfFact, uses }, ['factId', 'changes'])],
  [4, of('fact.approve', { factId })],
  [2, of('fact.withdraw', { factId, replacement: factId, uses }, ['factId'])],
  [3, of('fact.supersede', { factId, by: factId, uses }, ['factId', 'by'])],
  [2, of('fact.approveMany', { factIds: fc.array(factId, { minLength: 1, maxLength: 4 }) })],
  [1, of('fact.lock', { factId, locked: fc.boolean() })],
  [
    2,
    of('cue.create', { graphic: fc.constant('strap'), layer, bindings: boundTo, index: fc.nat(9) }, [
      'graphic',
      'layer',
      'bindings',
    ]),
  ],
  [4, of('cue.edit', { cueId, changes: changesOfCue })],
  [1, of('cue.delete', { cueId })],
  [1, of('cue.move', { cueId, index: fc.nat(9) })],
  [2, of('output.create', { name: outputName, channel, mode: outputMode }, ['name', 'channel'])],
  [4, of('output.edit', { outputId, channel, open: fc.boolean(), target, mode: outputMode }, ['outputId'])],
  [1, of('output.delete', { outputId })],
  [6, of('output.picture', { outputId, picture: fc.constantFrom('show', 'black', 'test') })],
  [3, of('output.guides', { outputId, on: fc.boolean() })],
  [3, of('output.freeze', { outputId, on: fc.boolean() })],
  [1, of('output.restart', { outputId })],
  [2, of('show.edit', { title: words, fourEyes: fc.boolean(), allowOverride: fc.boolean() }, [])],
  [8, of('show.undo')],
  [3, of('show.redo')],
  [1, fc.constantFrom({ type: 'nope' }, { type: 'cue.take', cueId: 5 }, { type: 'mode.set' })],
];

const stepOf = (commands: readonly Weighted[]): fc.Arbitrary<Step> =>
  fc.record({
    command: fc.oneof(...commands.map(([weight, arbitrary]) => ({ weight, arbitrary }))) as fc.Arbitrary<
      Step['command']
    >,
    actor: fc.constantFrom('ana', 'ben', 'olive'),
    wait: fc.constantFrom(0, 0, 50, 299, 1000, 11_000),
    pick: fc.nat(20),
    restart: fc.nat(15).map((n) => n === 0),
  });

export const randomSteps = fc.array(stepOf(weighted), { minLength: 5, maxLength: 30 });

const news = fc.record({
  factId: fc.constantFrom('ec.a', 'ec.b', 'f1'),
  key: fc.constant('a'),
  content: fc.record({ kind: fc.constant('headline'), statement: fc.constantFrom('A leads', 'B leads') }),
  odd: fc.constant([]),
});
const review = fc.constantFrom(['*'], ['?']);

/** What happens around rehearsals besides all else: feeds, and what was left. */
const aroundRehearsals: Weighted[] = [
  ...weighted,
  [4, of('mode.set', { mode: fc.constantFrom('live', 'rehearsal', 'rehearsal') })],
  [
    6,
    of('feed.create', {
      ...Object.fromEntries(Object.entries(FEED).map(([k, v]) => [k, fc.constant(v)])),
      rules: fc.constant(ALL_AUTO),
    }),
  ],
  [8, of('feed.deliver', { feedId: fc.constant('ec'), items: fc.array(news, { maxLength: 3 }) })],
  [2, of('feed.delete', { feedId: fc.constant('ec') })],
  [6, of('rehearsal.keep', { items: review })],
  [2, of('rehearsal.discard', { items: review }, [])],
  [3, of('cue.duplicate', { cueIds: cueId.map((one) => [one]) })],
  [2, of('show.stepTo', { id: fc.nat(20) })],
  [1, of('keys.reset')],
];

const plain = (command: Step['command']): Step => ({
  command,
  actor: 'olive',
  wait: 400,
  pick: 0,
  restart: false,
});

/** Into the mode whatever is on air. */
const into = (mode: 'live' | 'rehearsal'): Step[] => [
  plain({ type: 'air.panic' }),
  plain({ type: 'output.freeze', outputId: '#0', on: false }),
  plain({ type: 'mode.set', mode }),
];

export const rehearsalSteps = fc
  .array(
    fc.oneof(
      { weight: 14, arbitrary: stepOf(aroundRehearsals).map((one) => [one]) },
      { weight: 2, arbitrary: fc.constant(into('rehearsal')) },
      { weight: 1, arbitrary: fc.constant(into('live')) },
      {
        weight: 1,
        arbitrary: fc.constant([...into('live'), plain({ type: 'rehearsal.keep', items: ['*'] })]),
      },
    ),
    { minLength: 10, maxLength: 40 },
  )
  .map((parts) => parts.flat());

/** Fills in what only the state knows: which instance a stage speaks of, which cue is in that place. */
export function aim({ command, pick }: Step, state: State): Step['command'] {
  const { air, show } = state;
  const filled: Step['command'] = { ...command };
  if (command.type === 'stage.report' && typeof command['channel'] === 'string') {
    const { layers } = air.channels[command['channel'] as 'program'];
    const items = Object.values(layers).flatMap(({ current, armed, leaving }) =>
      [current, armed, leaving].flatMap((item) => (item ? [item.instance] : [])),
    );
    filled['instance'] = items[pick % Math.max(1, items.length)] ?? 'i-404';
  }
  if (command.type === 'stage.claims') {
    filled['instances'] = air.interrupted.map(({ item }) => item.instance).slice(0, pick);
  }
  const place = command['outputId'];
  if (typeof place === 'string' && place.startsWith('#')) {
    filled['outputId'] =
      show.outputs[Number(place.slice(1)) % Math.max(1, show.outputs.length)]?.id ?? 'o404';
  }
  if (Array.isArray(command['uses']) && typeof command['factId'] === 'string') {
    const { action } = command['uses'][0] as { action: string };
    const using = usesOf(state, command['factId'] as FactId);
    filled['uses'] = using.map((use) => ({ cueId: use.cueId, action }));
  }
  if (command.type.startsWith('rehearsal.') && Array.isArray(command['items'])) {
    const items = state.rehearsal?.phase === 'review' ? state.rehearsal.items : [];
    const there = items.filter(({ after }) => after !== null).map(({ kind, id }) => ({ kind, id }));
    filled['items'] = command['items'][0] === '*' ? there : there.slice(pick % 5, (pick % 5) + 1);
  }
  const [first] = Array.isArray(command['cueIds']) ? (command['cueIds'] as string[]) : [];
  if (first?.startsWith('#')) {
    const cues = allRows(show.cues);
    filled['cueIds'] = [cues[Number(first.slice(1)) % Math.max(1, cues.length)]?.id ?? 'c404'];
  }
  const named = command['cueId'];
  if (typeof named === 'string' && named.startsWith('#')) {
    const cues = allRows(show.cues);
    filled['cueId'] = cues[Number(named.slice(1)) % Math.max(1, cues.length)]?.id ?? 'c404';
  }
  return filled;
}
