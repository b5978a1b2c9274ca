/** Continue, update and out: what can be done to a graphic while it is on air. */
import { z } from 'zod';
import { gate } from '../gate.ts';
import { graphicsOfItem } from '../graphic-versions.ts';
import { LayerId } from '../layers.ts';
import { isDrawable, layerOf, leave, plainShow, replaceData, targetOf } from '../playout.ts';
import { refuse, refuseFor, type Refusal } from '../refusal.ts';
import type { Item } from '../schema/layer-air.ts';
import type { State } from '../state.ts';
import { getRow } from '../table.ts';
import { defineCommand } from './command.ts';
import { callOff } from './due.ts';

const current = (state: State, layer: LayerId): Item | null =>
  layerOf(state.air, targetOf(state.air.mode), layer).current;

const nothingOn = (layer: LayerId): Refusal =>
  refuse('nothing_on_layer', `Nothing is on air on the ${layer} layer.`);

const OnLayer = z.object({ layer: LayerId });

export const layerContinue = defineCommand({
  type: 'layer.continue',
  title: 'Continue to the next step',
  schema: OnLayer,
  undo: 'never',
  access: 'open',
  needsRight: true,
  check(state, { layer }) {
    const item = current(state, layer);
    if (!item) return nothingOn(layer);
    const { stepCount, name } = item.graphic;
    // -1 is a dynamic step count: only the graphic knows where it ends
    if (stepCount >= 0 && item.step + 1 >= stepCount) {
      return refuse('no_next_step', `${name} has no further step: take it off with Out.`);
    }
    return null;
  },
  apply(draft, { layer }) {
    const item = current(draft, layer);
    if (!item) return {};
    item.step += 1;
    return { step: item.step };
  },
});

export const layerUpdate = defineCommand({
  type: 'layer.update',
  title: 'Update the graphic on air',
  schema: OnLayer,
  undo: 'never',
  access: 'open',
  needsRight: true,
  check(state, { layer }, context) {
    const item = current(state, layer);
    if (!item) return nothingOn(layer);
    const cue = getRow(state.show.cues, item.cue.id);
    if (!cue)
      return refuse(
        'cue_unknown',
        `Cue ${item.cue.number} has been deleted: there is nothing to update from.`,
      );
    const gated = gate(state.show, cue, graphicsOfItem(context, item), state.air.mode, context.now);
    // the same template in another version counts too: the data would be checked against what is not on air
    if (cue.graphic !== item.graphic.id || (gated.graphic && gated.graphic.hash !== item.graphic.hash)) {
      return refuse('graphic_missing', `Cue ${cue.number} now uses another template: take it again instead.`);
    }
    return refuseFor(`Cue ${cue.number}`, gated.problems);
  },
  apply(draft, { layer }, context) {
    const item = current(draft, layer);
    const show = plainShow(draft);
    const cue = item && getRow(show.cues, item.cue.id);
    const gated = item && cue && gate(show, cue, graphicsOfItem(context, item), draft.air.mode, context.now);
    if (!item || !gated || !isDrawable(gated))
      throw new Error('update of an item that passed its check and is gone');
    return { changed: replaceData(item, cue, gated) };
  },
});

export const layerOut = defineCommand({
  type: 'layer.out',
  title: 'Out',
  schema: z.object({ layer: LayerId.optional() }),
  undo: 'never',
  access: 'open',
  needsRight: true,
  check(state, command) {
    const layer = command.layer ?? state.air.lastTake?.layer;
    if (!layer) return refuse('nothing_on_layer', 'Nothing has been taken yet.');
    return current(state, layer) ? null : nothingOn(layer);
  },
  apply(draft, command, context) {
    const layer = command.layer ?? draft.air.lastTake?.layer;
    if (!layer) return {};
    const { air } = draft;
    const target = targetOf(air.mode);
    const { current: item } = layerOf(air, target, layer);
    // what was to come after it does not come without it
    if (item) callOff(air, item.cue.id);
    leave(air, target, layer, context.now);
    return { layer };
  },
});
