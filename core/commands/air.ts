/** Whole channels: clear, panic, the mode, and what to do with graphics that a stopped station left on air. */
import { original } from 'immer';
import { z } from 'zod';
import { mayReturn } from '../gate.ts';
import { graphicsOfItem } from '../graphic-versions.ts';
import { ChannelId, LAYERS, Mode } from '../layers.ts';
import { dropTestCards, frozenOnAir } from '../outputs/look.ts';
import { cueUp, emptyLayer, isShowing, layerOf, plainShow, sendOff, targetOf } from '../playout.ts';
import { enter, leave } from '../rehearsal/fork.ts';
import { refuse, type Refusal } from '../refusal.ts';
import type { State } from '../state.ts';
import { defineCommand } from './command.ts';
import { callOff } from './due.ts';

const onChannel = z.object({ channel: ChannelId.optional() });

export const airClear = defineCommand({
  type: 'air.clear',
  title: 'Clear all, animated',
  schema: onChannel,
  undo: 'never',
  access: 'open',
  check: () => null,
  apply(draft, command, context) {
    const { air } = draft;
    const channel = command.channel ?? targetOf(air.mode);
    // what stands by is read on preview: without it nothing stands by
    if (channel === 'preview') cueUp(draft, null, context);
    else callOff(air);
    for (const id of LAYERS) sendOff(layerOf(air, channel, id), context.now);
    return { channel };
  },
});

export const airPanic = defineCommand({
  type: 'air.panic',
  title: 'Panic: everything off at once',
  schema: z.object({}),
  undo: 'never',
  access: 'open',
  check: () => null,
  apply(draft, _command, context) {
    for (const channel of ['program', 'rehearsal'] as const) {
      for (const id of LAYERS) emptyLayer(layerOf(draft.air, channel, id));
    }
    callOff(draft.air);
    if (draft.air.interrupted.length > 0) draft.air.interrupted = [];
    // loads the standby anew, so that Space works right after a panic
    cueUp(draft, draft.air.cued, context);
    return {};
  },
});

export const modeSet = defineCommand({
  type: 'mode.set',
  title: 'Change between live and rehearsal',
  schema: z.object({ mode: Mode }),
  undo: 'never',
  access: 'open',
  needsRight: true,
  check(state, { mode }) {
    const { air } = state;
    if (mode === air.mode) return null;
    if (air.interrupted.length > 0) {
      return refuse(
        'on_air',
        'Graphics were on air when the station stopped: put them back or forget them before changing the mode.',
      );
    }
    if (isShowing(air, 'program') || isShowing(air, 'rehearsal')) {
      return refuse(
        'on_air',
        'Something is still on air: clear it before changing between live and rehearsal.',
      );
    }
    const frozen = frozenOnAir(state);
    return frozen
      ? refuse(
          'on_air',
          `“${frozen.name}” is frozen with a graphic on it: let it follow before changing the mode.`,
        )
      : null;
  },
  apply(draft, { mode }, context) {
    if (mode === draft.air.mode) return { mode };
    const { now, actor: by } = context;
    const plain = original(draft);
    if (!plain) throw new Error('the mode is changed on a draft');
    if (mode === 'live') leave(draft, plain, now);
    else enter(draft, plain.show, { id: context.newId('rehearsal'), now, by });
    return { mode };
  },
});

const nothingInterrupted = ({ air }: State): Refusal | null =>
  air.interrupted.length > 0
    ? null
    : refuse('nothing_interrupted', 'Nothing was on air when the station stopped.');

export const airRestore = defineCommand({
  type: 'air.restore',
  title: 'Put back what was on air',
  schema: z.object({}),
  undo: 'never',
  access: 'open',
  needsRight: true,
  check: nothingInterrupted,
  apply(draft, _command, context) {
    const { air } = draft;
    const { now } = context;
    const show = plainShow(draft);
    const restored: string[] = [];
    const refused: string[] = [];
    for (const { channel, item } of air.interrupted) {
      const layer = layerOf(air, channel, item.layer);
      const passes =
        channel === targetOf(air.mode) && mayReturn(show, item, graphicsOfItem(context, item), air.mode, now);
      if (layer.current || !passes) refused.push(item.cue.id);
      else {
        layer.current = { ...item, phase: 'coming', cut: true, shownAt: null };
        restored.push(item.cue.id);
      }
    }
    air.interrupted = [];
    if (restored.length > 0) dropTestCards(draft, targetOf(air.mode));
    return { restored, refused };
  },
});

export const airDiscard = defineCommand({
  type: 'air.discard',
  title: 'Forget what was on air',
  schema: z.object({}),
  undo: 'never',
  access: 'open',
  needsRight: true,
  check: nothingInterrupted,
  apply({ air }) {
    air.interrupted = [];
    return {};
  },
});
