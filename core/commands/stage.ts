/** What stages and the station's clock tell: the only way a layer's state moves from "told" to "seen". */
import { z } from 'zod';
import { factsOf } from '../bindings.ts';
import { turnsOf } from '../facts/times.ts';
import { InstanceId } from '../ids.ts';
import { ChannelId, LAYERS } from '../layers.ts';
import { followShow, isCovered, layerOf, leave, targetOf } from '../playout.ts';
import type { Cue } from '../schema/cue.ts';
import { ActionResult, type Item, type LayerAir } from '../schema/layer-air.ts';
import type { State } from '../state.ts';
import { getRow } from '../table.ts';
import { defineCommand } from './command.ts';
import { takeDue } from './due.ts';

/** After this long without an answer a leaving graphic is taken for gone: stages drop its frame. Milliseconds. */
export const LEAVE_LIMIT_MS = 10_000;

export const StageReport = z.object({
  channel: ChannelId,
  instance: InstanceId,
  /** `acted`: a custom action was answered. `asked`: it asked for `detail`, an address, and was refused. */
  event: z.enum(['armed', 'coming', 'on', 'off', 'fault', 'acted', 'asked']),
  detail: z.string().max(500).nullable().default(null),
  /** With `on`, of a template that knows its steps alone: sent to `asked`, it says that it is at `is`. */
  step: z.object({ asked: z.int(), is: z.int() }).exactOptional(),
  /** With `acted`. */
  acted: ActionResult.exactOptional(),
});
export type StageReport = z.infer<typeof StageReport>;

type Slot = 'current' | 'armed' | 'leaving';

function findInstance(state: State, channel: ChannelId, instance: InstanceId): [LayerAir, Slot, Item] | null {
  for (const id of LAYERS) {
    const layer = layerOf(state.air, channel, id);
    for (const slot of ['current', 'armed', 'leaving'] as const) {
      const item = layer[slot];
      if (item?.instance === instance) return [layer, slot, item];
    }
  }
  return null;
}

/** True while what the current item replaces is still there in full: of an old version until the new one is on. */
const isBehind = (layer: LayerAir): boolean => {
  const { current, leaving } = layer;
  const isOldVersion = leaving?.cut === true && leaving.leftAt === current?.takenAt;
  return isCovered(layer) || (isOldVersion && current?.phase === 'coming');
};

/** A graphic that failed before it was seen gives the layer back to what it was to replace. */
function fail(layer: LayerAir, slot: Slot, item: Item, detail: string | null): void {
  const problem = detail ?? 'the template failed';
  if (slot === 'armed') layer.armed = { ...item, phase: 'fault', problem };
  else if (slot === 'leaving') layer.leaving = null;
  else if (layer.leaving && isBehind(layer)) {
    const { leaving } = layer;
    const phase = leaving.shownAt === null ? 'coming' : 'on';
    layer.current = { ...leaving, phase, leftAt: null, cut: false };
    layer.leaving = null;
  }
  // nothing of it is seen any more: the stage has dropped it
  else layer.current = { ...item, phase: 'fault', shownAt: null, problem };
}

/** More addresses than these tell nobody anything. */
const MAX_ASKED = 20;

/** What came of a custom action, and what was refused to the graphic: it stays as it is. */
function note(item: Item, acted: ActionResult | undefined, address: string | null): void {
  if (acted && acted.n === item.action?.n) item.acted = acted;
  if (acted && item.earlier) item.earlier = item.earlier.filter(({ n }) => n !== acted.n);
  const asked = item.asked ?? [];
  if (address !== null && asked.length < MAX_ASKED && !asked.includes(address))
    item.asked = [...asked, address];
}

/** Nothing armed can be seen, whatever a stage says. */
function seen(slot: Slot, item: Item, now: number): void {
  if (slot === 'armed') return;
  item.shownAt ??= now;
}

export const stageReport = defineCommand({
  type: 'stage.report',
  title: 'A stage reports',
  schema: StageReport,
  undo: 'never',
  access: 'internal',
  check: () => null,
  apply(draft, { channel, instance, event, detail, step, acted }, context) {
    const found = findInstance(draft, channel, instance);
    if (!found) return { known: false };
    const [layer, slot, item] = found;
    if (event === 'acted' || event === 'asked') {
      note(item, acted, event === 'asked' ? detail : null);
      return { known: true };
    }
    // a graphic that goes on may still have complained: of data that it did not take, of an error of its own
    if (slot !== 'armed' || item.phase !== 'fault') item.problem = detail;
    switch (event) {
      case 'armed':
        if (item.phase === 'loading') item.phase = 'armed';
        break;
      case 'coming':
        if (slot === 'current' && item.phase !== 'on') item.phase = 'coming';
        seen(slot, item, context.now);
        break;
      case 'on':
        if (slot === 'current') item.phase = 'on';
        // somebody may have continued meanwhile: then its word is of yesterday
        if (step && item.step === step.asked) item.step = step.is;
        // put back without its entrance, it leaves like any other
        if (channel !== 'preview') item.cut = false;
        seen(slot, item, context.now);
        break;
      case 'off':
        if (slot === 'leaving') layer.leaving = null;
        // a graphic with stepCount 0 plays once and leaves by itself, one with -1 after a last step that only it knows
        else if (slot === 'current' && item.graphic.stepCount < 1) {
          layer.current = null;
          if (channel !== 'preview')
            draft.air.lastOut = { cue: item.cue.id, layer: item.layer, at: context.now };
        }
        break;
      case 'fault':
        fail(layer, slot, item, detail);
        break;
      default:
        event satisfies never;
    }
    return { known: true };
  },
});

/**
 * The station's clock: takes off and takes what is due, arms what an embargo no longer holds back, disarms what went stale.
 * What went stale on air stays there: the desk says so. `now` is no anchor, so late timers change nothing.
 */
export const airTick = defineCommand({
  type: 'air.tick',
  title: 'The clock',
  schema: z.object({}),
  undo: 'never',
  access: 'internal',
  check: () => null,
  apply(draft, _command, context) {
    const { air } = draft;
    const { now } = context;
    for (const channel of ['program', 'rehearsal', 'preview'] as const) {
      for (const id of LAYERS) {
        const layer = layerOf(air, channel, id);
        if (layer.current?.outAt != null && layer.current.outAt <= now) leave(air, channel, id, now);
        if (layer.leaving?.leftAt != null && layer.leaving.leftAt + LEAVE_LIMIT_MS <= now)
          layer.leaving = null;
      }
    }
    takeDue(draft, context);
    followShow(draft, context);
    return {};
  },
});

/** The cues that move by the clock alone: the one that stands by, and those on air that take newer facts by themselves. */
function watchedCues({ show, air }: State): Cue[] {
  const onAir = LAYERS.flatMap((id) => {
    const { current } = layerOf(air, targetOf(air.mode), id);
    const cue = current && getRow(show.cues, current.cue.id);
    return cue && (cue.follow || current.awaitsCorrection) ? [cue] : [];
  });
  const cued = air.cued && getRow(show.cues, air.cued);
  return cued ? [...onAir, cued] : onAir;
}

/**
 * When `air.tick` has something to do next: epoch ms, or null while nothing is due.
 * @param since the last tick, epoch ms: an embargo that lifted, or a fact that went stale, up to then has been seen to
 */
export function nextDue(state: State, since: number): number | null {
  const leaving = Object.values(state.air.channels).flatMap((channel) =>
    LAYERS.flatMap((id) => {
      const { current, leaving: going } = channel.layers[id];
      return [current?.outAt ?? null, going?.leftAt != null ? going.leftAt + LEAVE_LIMIT_MS : null];
    }),
  );
  const turns = watchedCues(state).flatMap((cue) =>
    factsOf(cue).flatMap((id) => {
      const fact = getRow(state.show.facts, id);
      return fact ? turnsOf(fact).filter((at) => at > since) : [];
    }),
  );
  const taking = state.air.due.slice(0, 1).map(({ at }) => at);
  const due = [...leaving, ...turns, ...taking].filter((at) => at !== null);
  return due.length === 0 ? null : Math.min(...due);
}

/** A running output still shows these after the station came back: they are on air, whatever the file says. */
export const stageClaims = defineCommand({
  type: 'stage.claims',
  title: 'A stage says what it still shows',
  schema: z.object({ channel: ChannelId, instances: z.array(InstanceId) }),
  undo: 'never',
  access: 'internal',
  check: () => null,
  apply({ air }, { channel, instances }, { now }) {
    const claimed = air.interrupted.filter(
      (one) => one.channel === channel && instances.includes(one.item.instance),
    );
    for (const { item } of claimed) {
      const layer = layerOf(air, channel, item.layer);
      if (!layer.current) layer.current = { ...item, phase: 'on', shownAt: item.shownAt ?? now };
    }
    if (claimed.length > 0) air.interrupted = air.interrupted.filter((one) => !claimed.includes(one));
    return { claimed: claimed.length };
  },
});
