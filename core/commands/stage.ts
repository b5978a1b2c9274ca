/** What stages and the station's clock tell: the only way a layer's state moves from "told" to "seen". */
import { z } from 'zod';
import { InstanceId } from '../ids.ts';
import { ChannelId, LAYERS } from '../layers.ts';
import { isCovered, layerOf, sendOff } from '../playout.ts';
import type { Item, LayerAir } from '../schema/layer-air.ts';
import type { State } from '../state.ts';
import { defineCommand } from './command.ts';

/** After this long without an answer a leaving graphic is taken for gone: stages drop its frame. Milliseconds. */
export const LEAVE_LIMIT_MS = 10_000;

export const StageReport = z.object({
  channel: ChannelId,
  instance: InstanceId,
  event: z.enum(['armed', 'coming', 'on', 'off', 'fault']),
  detail: z.string().max(500).nullable().default(null),
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

/** A graphic that failed before it was seen gives the layer back to what it was to replace. */
function fail(layer: LayerAir, slot: Slot, item: Item, detail: string | null): void {
  const problem = detail ?? 'the template failed';
  if (slot === 'armed') layer.armed = { ...item, phase: 'fault', problem };
  else if (slot === 'leaving') layer.leaving = null;
  else if (layer.leaving && isCovered(layer)) {
    const { leaving } = layer;
    layer.current = { ...leaving, phase: leaving.shownAt === null ? 'coming' : 'on', leftAt: null };
    layer.leaving = null;
  }
  // nothing of it is seen any more: the stage has dropped it
  else layer.current = { ...item, phase: 'fault', shownAt: null, problem };
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
  apply(draft, { channel, instance, event, detail }, context) {
    const found = findInstance(draft, channel, instance);
    if (!found) return { known: false };
    const [layer, slot, item] = found;
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
        // put back without its entrance, it leaves like any other
        if (channel !== 'preview') item.cut = false;
        seen(slot, item, context.now);
        break;
      case 'off':
        if (slot === 'leaving') layer.leaving = null;
        // a graphic with stepCount 0 plays once and leaves by itself
        else if (slot === 'current' && item.graphic.stepCount === 0) layer.current = null;
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

/** The station's clock: takes off what is due. `now` is the anchor that came due, so late timers change nothing. */
export const airTick = defineCommand({
  type: 'air.tick',
  title: 'The clock',
  schema: z.object({}),
  undo: 'never',
  access: 'internal',
  check: () => null,
  apply({ air }, _command, { now }) {
    for (const channel of ['program', 'rehearsal', 'preview'] as const) {
      for (const id of LAYERS) {
        const layer = layerOf(air, channel, id);
        if (layer.current?.outAt != null && layer.current.outAt <= now) sendOff(layer, now);
        if (layer.leaving?.leftAt != null && layer.leaving.leftAt + LEAVE_LIMIT_MS <= now)
          layer.leaving = null;
      }
    }
    return {};
  },
});

/** When `air.tick` has something to do next: epoch ms, or null while nothing is due. */
export function nextDue({ air }: State): number | null {
  const due = Object.values(air.channels).flatMap((channel) =>
    LAYERS.flatMap((id) => {
      const { current, leaving } = channel.layers[id];
      return [current?.outAt ?? null, leaving?.leftAt != null ? leaving.leftAt + LEAVE_LIMIT_MS : null];
    }),
  );
  return due.reduce((min, at) => (at === null ? min : min === null ? at : Math.min(min, at)), null);
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
