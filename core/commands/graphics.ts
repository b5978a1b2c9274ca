/** Versions and custom actions of templates: what an operator does to the one on air, and what new files on disk do. */
import { z } from 'zod';
import { requirementProblem } from '../gate.ts';
import { checkData, type Checked } from '../graphic-data.ts';
import { asTaken } from '../graphic-versions.ts';
import { InstanceId } from '../ids.ts';
import { JsonObject } from '../json.ts';
import { ChannelId, LayerId } from '../layers.ts';
import { followStandby, graphicRef, layerOf, plainShow, sendOff, targetOf } from '../playout.ts';
import { refuse, refuseFor, type Problem, type Refusal } from '../refusal.ts';
import type { Item, ItemAction } from '../schema/layer-air.ts';
import type { CustomAction, Graphic } from '../schema/manifest.ts';
import type { State } from '../state.ts';
import { withTheme } from '../theme.ts';
import { defineCommand, type Context } from './command.ts';

const nothingOn = (layer: LayerId): Refusal =>
  refuse('nothing_on_layer', `Nothing is on air on the ${layer} layer.`);

const onAir = (state: State, layer: LayerId): Item | null =>
  layerOf(state.air, targetOf(state.air.mode), layer).current;

/** The data that is on air, as the new version's model has it. */
const dataFor = (graphic: Graphic, { show }: Pick<State, 'show'>, item: Item): Checked =>
  checkData(graphic, withTheme(graphic.schema, item.data, show.theme));

function upgradeProblems(state: State, item: Item, graphic: Graphic): Problem[] {
  const checked = dataFor(graphic, state, item);
  const unmet = requirementProblem(graphic, state.show);
  return [...(checked.ok ? [] : checked.problems), ...(unmet ? [unmet] : [])];
}

export const layerUpgrade = defineCommand({
  type: 'layer.upgrade',
  title: 'Update to the new version of the template',
  schema: z.object({ layer: LayerId }),
  undo: 'never',
  access: 'open',
  needsRight: true,
  check(state, { layer }, { graphics }) {
    const item = onAir(state, layer);
    if (!item) return nothingOn(layer);
    const { id, hash, name } = item.graphic;
    // its exit would be cut off
    if (layerOf(state.air, targetOf(state.air.mode), layer).leaving) {
      return refuse(
        'too_soon',
        `What was on the ${layer} layer before is still leaving: try again in a moment.`,
      );
    }
    const graphic = graphics.get(id);
    if (!graphic) return refuse('graphic_missing', `The template “${name}” is not installed any more.`);
    if (graphic.hash === hash) {
      return refuse('nothing_newer', `“${name}” is on air in the version that is in use: nothing is newer.`);
    }
    if (graphic.stepCount > 0 && item.step >= graphic.stepCount) {
      return refuse(
        'no_next_step',
        `The new version of “${name}” has no step ${item.step + 1}: take it again.`,
      );
    }
    return refuseFor(`The new version of “${name}”`, upgradeProblems(state, item, graphic));
  },
  apply(draft, { layer: id }, context) {
    const layer = layerOf(draft.air, targetOf(draft.air.mode), id);
    const item = layer.current;
    const show = plainShow(draft);
    const graphic = item && context.graphics.get(item.graphic.id);
    const checked = graphic && dataFor(graphic, { show }, item);
    if (!item || !graphic || !checked?.ok)
      throw new Error('upgrade of an item that passed its check and is gone');
    const { action: _action, earlier: _earlier, acted: _acted, asked: _asked, ...kept } = item;
    const instance = InstanceId.parse(context.newId('i'));
    sendOff(layer, context.now);
    const wasSeen = item.shownAt !== null;
    // a cut: the old picture goes when the new one, which is the same to viewers, has been on for a moment
    if (layer.leaving && wasSeen) layer.leaving.cut = true;
    layer.current = {
      ...kept,
      instance,
      graphic: graphicRef(graphic),
      frameRate: show.settings.frameRate,
      data: checked.data,
      dataVersion: 1,
      phase: 'coming',
      // what nobody has seen yet comes on as it was to
      cut: wasSeen || item.cut,
      takenAt: context.now,
      takenBy: context.actor,
      shownAt: null,
      leftAt: null,
      problem: null,
    };
    return { instance, layer: id, version: graphic.version, hash: graphic.hash };
  },
});

const actionOf = (context: Context, item: Item, id: string): CustomAction | undefined =>
  asTaken(context, item.graphic)?.customActions.find((action) => action.id === id);

const payloadFor = ({ schema }: CustomAction, payload: JsonObject): Checked =>
  schema === null ? { ok: true, data: {} } : checkData({ schema }, payload);

const actionTarget = (
  { air }: State,
  { layer, channel }: { layer: LayerId; channel?: ChannelId | undefined },
): Item | null => {
  const target = targetOf(air.mode);
  // what is told to the other air channel would be said of nothing: only one of them is in use
  return channel === undefined || channel === target || channel === 'preview'
    ? layerOf(air, channel ?? target, layer).current
    : null;
};

/** After this long without an answer an action is taken for lost, as stages do. Milliseconds. */
const ACTION_LIMIT_MS = 10_000;
const MOST_OPEN = 8;

/** What was asked of it and is not answered yet, in order. */
const openActions = ({ action, earlier = [], acted }: Item, now: number): ItemAction[] =>
  [...earlier, ...(action && acted?.n !== action.n ? [action] : [])].filter(
    ({ at }) => now - at < ACTION_LIMIT_MS,
  );

export const layerAction = defineCommand({
  type: 'layer.action',
  title: 'A custom action of the graphic',
  schema: z.object({
    layer: LayerId,
    /** Id of one of the template's custom actions. */
    action: z.string(),
    payload: JsonObject.default({}),
    skipAnimation: z.boolean().default(false),
    /** Where its graphic is: on air unless told otherwise. */
    channel: ChannelId.optional(),
  }),
  undo: 'never',
  access: 'open',
  needsRight: true,
  check(state, command, context) {
    const item = actionTarget(state, command);
    if (!item) return nothingOn(command.layer);
    if (item.phase === 'fault') {
      return refuse('graphic_fault', `“${item.graphic.name}” has failed: take it again.`);
    }
    const action = actionOf(context, item, command.action);
    if (!action) {
      return refuse('action_unknown', `“${item.graphic.name}” has no action “${command.action}”.`);
    }
    if (openActions(item, context.now).length >= MOST_OPEN) {
      const why = `“${item.graphic.name}” has not carried out its last ${MOST_OPEN} actions yet: try again in a moment.`;
      return refuse('too_soon', why);
    }
    const checked = payloadFor(action, command.payload);
    return checked.ok ? null : refuseFor(action.name, checked.problems);
  },
  apply(draft, command, context) {
    const item = actionTarget(draft, command);
    const action = item && actionOf(context, item, command.action);
    const checked = action && payloadFor(action, command.payload);
    if (!item || !checked?.ok) throw new Error('action of an item that passed its check and is gone');
    const earlier = openActions(item, context.now);
    if (earlier.length > 0) item.earlier = earlier;
    else delete item.earlier;
    item.action = {
      n: (item.action?.n ?? 0) + 1,
      id: command.action,
      payload: checked.data,
      skipAnimation: command.skipAnimation,
      at: context.now,
      by: context.actor,
    };
    delete item.acted;
    return { instance: item.instance, n: item.action.n };
  },
});

/** Files of templates have changed, or a person chose another version: what stands by is drawn anew, air is left. */
export const graphicsChanged = defineCommand({
  type: 'graphics.changed',
  title: 'Templates have changed on disk',
  schema: z.object({}),
  undo: 'never',
  access: 'internal',
  check: () => null,
  apply(draft, _command, context) {
    followStandby(draft, context);
    return {};
  },
});
