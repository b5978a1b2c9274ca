/** Once more, back again, the one for the other: what an operator does with what was on air a moment ago. */
import { z } from 'zod';
import { cueUp, layerOf, plainShow, targetOf } from '../playout.ts';
import { refuse, type Refusal } from '../refusal.ts';
import type { Cue } from '../schema/cue.ts';
import type { State } from '../state.ts';
import { getRow } from '../table.ts';
import { defineCommand } from './command.ts';
import { bouncedRefusal, recallCue, takeCue, takeRefusal, unknownCue } from './playout.ts';

const Nothing = z.object({});

const lastTaken = ({ show, air }: State): Cue | undefined =>
  air.lastTake ? getRow(show.cues, air.lastTake.cue) : undefined;

export const airRetake = defineCommand({
  type: 'air.retake',
  title: 'Retake',
  schema: Nothing,
  undo: 'never',
  access: 'open',
  needsRight: true,
  check(state, _command, context) {
    const { lastTake } = state.air;
    if (!lastTake) return refuse('nothing_on_layer', 'Nothing has been taken yet.');
    const cue = lastTaken(state);
    return cue ? takeRefusal(state, cue, cue.id, undefined, context) : unknownCue(lastTake.cue);
  },
  apply(draft, _command, context) {
    const cue = lastTaken({ ...draft, show: plainShow(draft) });
    if (!cue) throw new Error('retake of a cue that passed its check and is gone');
    return takeCue(draft, cue, undefined, context);
  },
});

export const airRecallLastOut = defineCommand({
  type: 'air.recallLastOut',
  title: 'Recall what went out last',
  schema: Nothing,
  undo: 'never',
  access: 'open',
  needsRight: true,
  check({ show, air: { lastOut } }) {
    if (!lastOut) return refuse('nothing_went_out', 'Nothing has gone out yet.');
    return getRow(show.cues, lastOut.cue) ? null : unknownCue(lastOut.cue);
  },
  apply(draft, _command, context) {
    const { lastOut } = draft.air;
    const cue = lastOut && getRow(plainShow(draft).cues, lastOut.cue);
    return cue ? recallCue(draft, cue, context) : {};
  },
});

/** The cue on preview and the one that is on air where it would go. */
function pairOf({ show, air }: State): { ok: true; cue: Cue; aired: Cue['id'] } | Refusal {
  const cue = air.cued && getRow(show.cues, air.cued);
  if (!cue) return refuse('nothing_to_swap', 'Nothing is on preview to swap with: recall a cue first.');
  const { current } = layerOf(air, targetOf(air.mode), cue.layer);
  return current
    ? { ok: true, cue, aired: current.cue.id }
    : refuse('nothing_to_swap', `Nothing is on air on the ${cue.layer} layer to swap with: take it instead.`);
}

export const airSwap = defineCommand({
  type: 'air.swap',
  title: 'Swap preview and program',
  schema: Nothing,
  undo: 'never',
  access: 'open',
  needsRight: true,
  check(state, _command, context) {
    const pair = pairOf(state);
    if (!pair.ok) return pair;
    // twice would be back again
    return (
      bouncedRefusal(state, context.now) ?? takeRefusal(state, pair.cue, pair.cue.id, undefined, context)
    );
  },
  apply(draft, _command, context) {
    const pair = pairOf({ ...draft, show: plainShow(draft) });
    if (!pair.ok) throw new Error('a swap that passed its check and cannot be done');
    const answer = takeCue(draft, pair.cue, undefined, context);
    cueUp(draft, pair.aired, context);
    const { air } = draft;
    if (air.lastTake && air.cued) air.lastTake.next = air.cued;
    return { ...answer, preview: air.cued };
  },
});
