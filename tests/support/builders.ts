/** Small shows, facts, cues and templates for tests, and a station made of the core alone with a clock that one sets. */
import { CueId, FactId, GraphicId, PartyId } from '../../core/ids.ts';
import type { Context } from '../../core/commands/command.ts';
import type { JsonObject } from '../../core/json.ts';
import type { ChannelId, LayerId } from '../../core/layers.ts';
import { layerOf } from '../../core/playout.ts';
import { parseCommand, run, worldOf, type Applied, type Outcome, type World } from '../../core/reduce.ts';
import type { Refusal } from '../../core/refusal.ts';
import type { Item, LayerAir } from '../../core/schema/layer-air.ts';
import { Cue } from '../../core/schema/cue.ts';
import { Fact } from '../../core/schema/fact.ts';
import type { Graphic } from '../../core/schema/manifest.ts';
import type { Party, Show } from '../../core/schema/show.ts';
import { stateOf, emptyShow, type State } from '../../core/state.ts';
import { tableFrom } from '../../core/table.ts';

/** Polls closed in 2023: 14 October, 19:00 NZDT. */
export const T0 = Date.UTC(2023, 9, 14, 6, 0, 0);

const text = (title: string, more: JsonObject = {}): JsonObject => ({ type: 'string', title, ...more });

export const makeGraphic = (id: string, over: Partial<Graphic> = {}): Graphic => ({
  id: GraphicId.parse(id),
  name: id,
  description: '',
  version: '1.0.0',
  hash: `${id}-hash`,
  main: 'graphic.js',
  stepCount: 1,
  schema: { type: 'object', properties: {} },
  thumbnail: null,
  stopMs: null,
  author: '',
  customActions: [],
  durations: [],
  supportsNonRealTime: false,
  renderRequirements: [],
  fixtures: [],
  source: 'folder',
  network: false,
  warnings: [],
  versions: [],
  pinned: false,
  asked: [],
  ...over,
});

/** Four templates that between them have every kind of field: texts, a quotation, a House, a one-shot. */
export const GRAPHICS: readonly Graphic[] = [
  makeGraphic('strap', {
    name: 'Strap',
    schema: {
      type: 'object',
      required: ['headline'],
      properties: {
        kicker: text('Kicker', { maxLength: 40, default: '' }),
        headline: text('Headline', { minLength: 1, maxLength: 60 }),
        label: text('Label', { default: '' }),
        party: {
          type: 'object',
          title: 'Party',
          properties: { name: text('Name of the party', { maxLength: 48 }), colour: text('Colour') },
        },
      },
    },
  }),
  makeGraphic('quotation', {
    name: 'Quotation',
    schema: {
      type: 'object',
      required: ['quote', 'speaker'],
      properties: {
        quote: text('Quotation', { minLength: 1 }),
        speaker: text('Speaker', { minLength: 1 }),
        aside: text('Aside', { default: '' }),
      },
    },
  }),
  makeGraphic('arc', {
    name: 'Seat arc',
    stepCount: 3,
    schema: {
      type: 'object',
      required: ['house', 'majority', 'parties'],
      properties: {
        house: { type: 'integer', title: 'Seats in the House', minimum: 1 },
        majority: { type: 'integer', title: 'Seats to govern' },
        vacant: { type: 'integer', title: 'Vacant', default: 0 },
        parties: {
          type: 'array',
          title: 'Parties',
          items: {
            type: 'object',
            properties: { name: text('Name'), seats: { type: 'integer', title: 'Seats' } },
          },
        },
      },
    },
  }),
  makeGraphic('sting', { name: 'Sting', stepCount: 0 }),
];

export const makeParty = (id: string, over: Partial<Party> = {}): Party => ({
  id: PartyId.parse(id),
  name: `The ${id} party`,
  short: id,
  colour: '#aa2233',
  ink: '#ffffff',
  side: 'left',
  ...over,
});

/** An approved live fact, unless told otherwise. */
export const makeFact = (over: Record<string, unknown> = {}): Fact =>
  Fact.parse({
    id: 'f1',
    kind: 'headline',
    statement: 'Labour leads in Auckland Central.',
    seq: 1,
    revision: 1,
    approval: 'approved',
    author: 'ana',
    approvedBy: 'ben',
    changedAt: T0 - 1000,
    ...over,
  });

/** A strap of literal text with the recall number 1, unless told otherwise. */
export const makeCue = (over: Record<string, unknown> = {}): Cue =>
  Cue.parse({
    id: 'c1',
    number: 1,
    name: 'First',
    graphic: 'strap',
    layer: 'lower-third',
    data: { headline: 'Polls have closed' },
    ...over,
  });

/** A cue whose headline is the fact's statement. */
export const makeBoundCue = (factId = 'f1', over: Record<string, unknown> = {}): Cue =>
  makeCue({ data: {}, bindings: { headline: { fact: factId, path: 'statement' } }, ...over });

export interface ShowParts {
  facts?: readonly Fact[];
  cues?: readonly Cue[];
  parties?: readonly Party[];
  fourEyes?: boolean;
  allowOverride?: boolean;
}

export function makeShow({
  facts = [],
  cues = [],
  parties = [],
  fourEyes = true,
  allowOverride = false,
}: ShowParts = {}): Show {
  return {
    ...emptyShow('test-night', 'Test night'),
    settings: { fourEyes, frameRate: 50, allowOverride },
    parties: {
      byId: Object.fromEntries(parties.map((party) => [party.id, party])),
      order: parties.map((party) => party.id),
    },
    facts: tableFrom(facts),
    factSeq: facts.reduce((max, fact) => Math.max(max, fact.seq), 0),
    cues: tableFrom(cues),
    rundown: cues.map((cue) => cue.id),
  };
}

export const makeState = (parts: ShowParts = {}): State => stateOf(makeShow(parts));

export const makeWorld = (parts: ShowParts = {}): World => worldOf(makeState(parts));

/** Ids that count: `cue-1`, `i-2`, … */
export function fakeIds(): (prefix: string) => string {
  let last = 0;
  return (prefix) => `${prefix}-${(last += 1)}`;
}

export const graphicsOf = (graphics: readonly Graphic[] = GRAPHICS): ReadonlyMap<string, Graphic> =>
  new Map(graphics.map((graphic) => [graphic.id, graphic]));

export const makeContext = (over: Partial<Context> = {}): Context => ({
  now: T0,
  newId: fakeIds(),
  actor: 'olive',
  graphics: graphicsOf(),
  waiveFourEyes: false,
  ...over,
});

/** Parses and runs one command, as the station does. */
export function send(world: World, command: unknown, context: Context): Outcome {
  const parsed = parseCommand(command);
  return parsed.ok ? run(world, parsed, context) : parsed;
}

export interface FakeStation {
  world: World;
  /** Epoch milliseconds; only the test moves it. */
  now: number;
  graphics: ReadonlyMap<string, Graphic>;
  /** Versions beside those in use; none unless the test says so. */
  versionOf: (id: string, hash: string) => Graphic | undefined;
  readonly state: State;
  /** Carries the command out, or throws with the refusal's own words. */
  do(command: { type: string } & Record<string, unknown>, actor?: string): Applied;
  /** Expects a refusal and gives it; the state must be the very same object as before. */
  no(command: { type: string } & Record<string, unknown>, actor?: string): Refusal;
  layer(layer?: LayerId, channel?: ChannelId): LayerAir;
  /** What is on the layer, or throws. */
  on(layer?: LayerId, channel?: ChannelId): Item;
  /** A stage's word about an instance. */
  report(event: string, instance: string, channel?: ChannelId, detail?: string): Applied;
  /** Takes a cue and reports that it is seen. */
  air(cueId: string): Item;
}

export function makeStation(parts: ShowParts = {}): FakeStation {
  const newId = fakeIds();
  const station: FakeStation = {
    world: makeWorld(parts),
    now: T0,
    graphics: graphicsOf(),
    versionOf: () => undefined,
    get state() {
      return station.world.state;
    },
    do(command, actor = 'olive') {
      const outcome = attempt(command, actor);
      if (!outcome.ok) throw new Error(`${command.type} was refused: ${outcome.code}: ${outcome.detail}`);
      station.world = outcome.world;
      return outcome;
    },
    no(command, actor = 'olive') {
      const outcome = attempt(command, actor);
      if (outcome.ok) throw new Error(`${command.type} was not refused`);
      return outcome;
    },
    layer: (layer = 'lower-third', channel = 'program') => layerOf(station.state.air, channel, layer),
    on(layer = 'lower-third', channel = 'program') {
      const { current } = station.layer(layer, channel);
      if (!current) throw new Error(`nothing is on ${channel} ${layer}`);
      return current;
    },
    report: (event, instance, channel = 'program', detail) =>
      station.do({ type: 'stage.report', channel, instance, event, ...(detail ? { detail } : {}) }),
    air(cueId) {
      const { answer } = station.do({ type: 'cue.take', cueId });
      const instance = String(answer['instance']);
      station.report('coming', instance);
      station.report('on', instance);
      return station.on(answer['layer'] as LayerId);
    },
  };
  const attempt = (command: unknown, actor: string): Outcome =>
    send(
      station.world,
      command,
      makeContext({
        now: station.now,
        newId,
        actor,
        graphics: station.graphics,
        versionOf: (id, hash) => station.versionOf(id, hash),
      }),
    );
  return station;
}

export const factId = (id: string): FactId => FactId.parse(id);
export const cueId = (id: string): CueId => CueId.parse(id);
