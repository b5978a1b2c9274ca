/** Moves on layers: cueing up, taking, taking off. Every function works on a draft or only reads. */
import { original } from 'immer';
import type { Context } from './commands/command.ts';
import { gate, type Gated } from './gate.ts';
import { graphicsOfItem } from './graphic-versions.ts';
import { InstanceId, type CueId } from './ids.ts';
import { sameJson, type JsonObject } from './json.ts';
import { LAYERS, type ChannelId, type LayerId, type Mode } from './layers.ts';
import { companionsAtOnce } from './look.ts';
import { isRehearsed } from './rehearsal/origin.ts';
import type { Air } from './schema/air.ts';
import { plainOutput } from './schema/output.ts';
import type { Item, LayerAir, LayerState } from './schema/layer-air.ts';
import type { Cue } from './schema/cue.ts';
import type { Fact } from './schema/fact.ts';
import type { Graphic } from './schema/manifest.ts';
import { emptyAir, type State } from './state.ts';
import type { Show } from './schema/show.ts';
import { getRow } from './table.ts';

/** Where takes go in this mode. Rehearsal never touches program. */
export const targetOf = (mode: Mode): ChannelId => (mode === 'live' ? 'program' : 'rehearsal');

export const layerOf = (air: Air, channel: ChannelId, layer: LayerId): LayerAir =>
  air.channels[channel].layers[layer];

/** The one word for a layer that the desk and the stage show. */
export function layerState({ current, armed, leaving }: LayerAir): LayerState {
  if (current) return current.phase === 'loading' || current.phase === 'armed' ? 'coming' : current.phase;
  if (leaving) return 'going';
  if (!armed) return 'off';
  return armed.phase === 'armed' || armed.phase === 'fault' ? armed.phase : 'off';
}

/** True while anything is, or may still be, seen on the channel. */
export const isShowing = (air: Air, channel: ChannelId): boolean =>
  LAYERS.some((id) => {
    const layer = layerOf(air, channel, id);
    return layer.current !== null || layer.leaving !== null;
  });

interface Drawable extends Gated {
  graphic: Graphic;
  data: JsonObject;
}

export const isDrawable = (gated: Gated): gated is Drawable => gated.graphic !== null && gated.data !== null;

const originOf = (cue: Cue, facts: readonly Fact[]): Mode =>
  [cue, ...facts].some(isRehearsed) ? 'rehearsal' : 'live';

/** What a showing keeps of its template. */
export const graphicRef = ({
  id,
  name,
  version,
  hash,
  main,
  stepCount,
  network,
}: Graphic): Item['graphic'] => ({ id, name, version, hash, main, stepCount, network });

/** A showing of a cue: told to load, not yet seen by anyone. */
export function newItem(
  cue: Cue,
  { graphic, data, facts }: Drawable,
  cut: boolean,
  frameRate: number,
  context: Context,
): Item {
  return {
    instance: InstanceId.parse(context.newId('i')),
    cue: { id: cue.id, number: cue.number, name: cue.name },
    layer: cue.layer,
    graphic: graphicRef(graphic),
    frameRate,
    data,
    dataVersion: 1,
    facts: facts.map((fact) => ({ id: fact.id, revision: fact.revision })),
    step: 0,
    phase: 'loading',
    origin: originOf(cue, facts),
    cut,
    takenAt: null,
    takenBy: null,
    shownAt: null,
    outAt: null,
    leftAt: null,
    problem: null,
  };
}

/** Nothing is on preview, and nothing is armed. */
export function clearStandby(air: Air): void {
  for (const id of LAYERS) {
    emptyLayer(layerOf(air, 'preview', id));
    layerOf(air, 'program', id).armed = null;
    layerOf(air, 'rehearsal', id).armed = null;
  }
  air.cued = null;
}

/** Off at once. Slot by slot, so that what was empty already makes no patch. */
export function emptyLayer(layer: LayerAir): void {
  layer.current = null;
  layer.armed = null;
  layer.leaving = null;
}

/** A cue and those that come with it at once, each with what the gate says; whether all of them may go on air. */
function standbyOf(show: Show, cue: Cue, context: Context, mode: Mode) {
  const { cues, wrong } = companionsAtOnce(show, cue);
  const parts = [cue, ...cues].map((one) => ({
    cue: one,
    gated: gate(show, one, context.graphics, mode, context.now),
  }));
  const mayArm = wrong.length === 0 && parts.every(({ gated }) => gated.problems.length === 0);
  return { parts, mayArm };
}

/**
 * Puts a cue on preview with what comes with it at once and, where the gate lets all of them through, loads them hidden
 * on the channel that Space would take them to. A cue that may not go on air can still be read on preview: that is
 * where one finds out why.
 */
export function cueUp(draft: State, cueId: CueId | null, context: Context): void {
  const { air } = draft;
  clearStandby(air);
  const show = plainShow(draft);
  const cued = cueId && getRow(show.cues, cueId);
  if (!cued) return;
  air.cued = cued.id;
  const { frameRate } = show.settings;
  const { parts, mayArm } = standbyOf(show, cued, context, air.mode);
  for (const { cue, gated } of parts) {
    if (!isDrawable(gated)) continue;
    air.channels.preview.layers[cue.layer].current = newItem(cue, gated, true, frameRate, context);
    if (mayArm)
      layerOf(air, targetOf(air.mode), cue.layer).armed = newItem(cue, gated, false, frameRate, context);
  }
}

/**
 * The show as it stood when the command began, for commands and steps that do not change it. Reading rows through
 * the draft would copy each bucket on the way.
 */
export function plainShow(draft: State): Show {
  return original(draft.show) ?? draft.show;
}

/** True where the current item took the place of the leaving one, and nobody has seen it do so yet. */
export const isCovered = ({ current, leaving }: LayerAir): boolean =>
  current !== null &&
  current.phase !== 'fault' &&
  current.shownAt === null &&
  leaving?.leftAt === current.takenAt;

/**
 * Tells what is on the layer to leave, animated. What was still leaving before it is dropped, unless it is all
 * that viewers see because its replacement never came up: then the replacement is dropped and it leaves instead.
 */
export function sendOff(layer: LayerAir, now: number): void {
  const { current, leaving } = layer;
  if (!current) return;
  // however it came on, and whatever was to take its place: it leaves like any other
  if (leaving && current.shownAt === null) {
    if (isCovered(layer)) Object.assign(leaving, { leftAt: now, cut: false });
  } else layer.leaving = { ...current, phase: 'going', leftAt: now, cut: false };
  layer.current = null;
}

/**
 * Tells a layer to leave, and remembers what was on it for “recall last out”.
 * @param next the cue that takes its place; the same cue again is no leaving
 */
export function leave(air: Air, channel: ChannelId, id: LayerId, now: number, next?: CueId): void {
  const layer = layerOf(air, channel, id);
  const { current } = layer;
  sendOff(layer, now);
  if (current && channel !== 'preview' && current.cue.id !== next)
    air.lastOut = { cue: current.cue.id, layer: id, at: now };
}

/** Gives an item what its cue says now. Returns whether a viewer would see the difference. */
export function replaceData(item: Item, cue: Cue, { data, facts, problems }: Drawable): boolean {
  // what the gate lets through needs no excuse and no correction any more
  if (problems.length === 0) {
    if (item.override) delete item.override;
    if (item.awaitsCorrection) delete item.awaitsCorrection;
  }
  const sources = facts.map(({ id, revision }) => ({ id, revision }));
  if (!sameJson(item.facts, sources)) item.facts = sources;
  item.origin = originOf(cue, facts);
  item.cue.name = cue.name;
  item.cue.number = cue.number;
  if (sameJson(item.data, data)) return false;
  item.data = data;
  item.dataVersion += 1;
  return true;
}

/**
 * After any edit of the show, and when an embargo lifts: what is on preview or armed is drawn from it anew; what is on
 * air under a cue that follows its facts, or waits for a correction, is updated in place. Nothing else on air moves.
 */
export function followShow(draft: State, context: Context): void {
  const { air } = draft;
  const target = targetOf(air.mode);
  for (const id of LAYERS) {
    const { current } = layerOf(air, target, id);
    if (current) followFacts(draft, current, context);
  }
  followStandby(draft, context);
}

/** As `followShow`, with air left as it is. */
export function followStandby(draft: State, context: Context): void {
  pruneDue(draft);
  if (draft.air.cued) refreshStandby(draft, draft.air.cued, context);
}

function followFacts(draft: State, item: Item, context: Context): void {
  if (item.awaitsCorrection) {
    correctInPlace(draft, item, context);
    return;
  }
  const redrawn = redraw(draft, item, context);
  if (redrawn?.cue.follow && isNewer(item, redrawn.gated)) replaceData(item, redrawn.cue, redrawn.gated);
}

/** Gives what is on air the facts that its cue has now. Returns false where the gate does not let it through. */
export function correctInPlace(draft: State, item: Item, context: Context): boolean {
  const redrawn = redraw(draft, item, context);
  if (redrawn) replaceData(item, redrawn.cue, redrawn.gated);
  return redrawn !== null;
}

/** What is on air with its facts as they are now, where it could be taken like that; null where it could not. */
function redraw(draft: State, item: Item, context: Context): { cue: Cue; gated: Drawable } | null {
  const show = plainShow(draft);
  const cue = getRow(show.cues, item.cue.id);
  if (!cue || cue.graphic !== item.graphic.id || !(cue.follow || item.awaitsCorrection)) return null;
  // over the data as taken: an edit of the cue itself waits for an update or the next take
  const asTaken = { ...cue, data: item.data };
  const gated = gate(show, asTaken, graphicsOfItem(context, item), draft.air.mode, context.now);
  const mayPass =
    isDrawable(gated) && gated.problems.length === 0 && gated.graphic.hash === item.graphic.hash;
  return mayPass ? { cue, gated } : null;
}

/** The same facts, of which at least one has moved on and none back, as by an undo. */
function isNewer({ facts }: Item, gated: Drawable): boolean {
  const revisions = new Map(gated.facts.map(({ id, revision }) => [id, revision]));
  const moved = facts.map(({ id, revision }) => (revisions.get(id) ?? 0) - revision);
  return facts.length === revisions.size && moved.every((by) => by >= 0) && moved.some((by) => by > 0);
}

function refreshStandby(draft: State, cueId: CueId, context: Context): void {
  const { air } = draft;
  const show = plainShow(draft);
  const cued = getRow(show.cues, cueId);
  const standby = cued && standbyOf(show, cued, context, air.mode);
  const fits = (item: Item | null, { cue, gated }: { cue: Cue; gated: Gated }) =>
    item?.cue.id === cue.id &&
    item.graphic.hash === gated.graphic?.hash &&
    item.graphic.network === gated.graphic.network &&
    item.frameRate === show.settings.frameRate &&
    // what failed with the old data gets a new chance with the new
    (item.phase !== 'fault' || sameJson(item.data, gated.data));
  const isKept = LAYERS.every((id) => {
    const seen = air.channels.preview.layers[id].current;
    const { armed } = layerOf(air, targetOf(air.mode), id);
    const part = standby?.parts.find(({ cue }) => cue.layer === id);
    if (!standby || !part) return seen === null && armed === null;
    if (!isDrawable(part.gated)) return seen === null && armed === null;
    return fits(seen, part) && (standby.mayArm ? fits(armed, part) : armed === null);
  });
  if (!standby || !isKept) {
    cueUp(draft, cueId, context);
    return;
  }
  for (const { cue, gated } of standby.parts) {
    if (!isDrawable(gated)) continue;
    const seen = air.channels.preview.layers[cue.layer].current;
    const { armed } = layerOf(air, targetOf(air.mode), cue.layer);
    if (seen) replaceData(seen, cue, gated);
    if (armed) replaceData(armed, cue, gated);
  }
}

/** What is due goes where its cue is gone, or is set to be skipped or held since. */
function pruneDue(draft: State): void {
  const { air } = draft;
  if (air.due.length === 0) return;
  const { cues } = plainShow(draft);
  const stays = air.due.filter(({ cue: id }) => {
    const cue = getRow(cues, id);
    return cue !== undefined && !cue.skip && !cue.hold;
  });
  if (stays.length < air.due.length) air.due = stays;
}

/**
 * The air after the station was stopped or killed: nothing is on air until an output says that it still shows it
 * (stage.claims) or an operator puts it back (air.restore).
 */
export function afterRestart(air: Air): Air {
  const fresh = emptyAir();
  const shown = (['program', 'rehearsal'] as const).flatMap((channel) =>
    LAYERS.flatMap((id) => {
      const { current } = layerOf(air, channel, id);
      return current && current.phase !== 'fault' ? [{ channel, item: current }] : [];
    }),
  );
  const { mode, cued, lastTake, lastOut } = air;
  // black was somebody's wish and stays; test cards, guides and frozen pictures end with the pages that drew them
  const outputs = Object.fromEntries(
    Object.entries(air.outputs).flatMap(([id, { picture }]) =>
      picture === 'black' ? [[id, { ...plainOutput, picture }]] : [],
    ),
  );
  // what was taken last is still what Out means, once an output has claimed it
  return { ...fresh, mode, outputs, cued, lastTake, lastOut, interrupted: [...air.interrupted, ...shown] };
}
