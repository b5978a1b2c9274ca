/**
 * Takes that come by themselves: the later parts of a timed sequence, and the next cue where one advances. They are
 * gated when they come, and never with an override. Whatever a person does that could be meant otherwise calls them off.
 */
import { z } from 'zod';
import type { CueId } from '../ids.ts';
import { plainShow } from '../playout.ts';
import { refuse, refuseFor } from '../refusal.ts';
import type { Air } from '../schema/air.ts';
import type { State } from '../state.ts';
import { getRow } from '../table.ts';
import { faultRefusal, label, planTake, takeAll, takePart, type Plan } from '../take.ts';
import { defineCommand, type Context } from './command.ts';

type Due = Air['due'][number];

/** A station that slept must not take by itself what nobody waits for any more. Milliseconds. */
export const LATE_MS = 5000;

/** A person chose another cue: the next one does not come by itself. What comes with the last take still does. */
export function callOffAdvance(air: Air): void {
  if (air.due.some(({ kind }) => kind === 'advance'))
    air.due = air.due.filter(({ kind }) => kind !== 'advance');
}

/** @param after those that come after this cue; absent: all */
export function callOff(air: Air, after?: CueId): void {
  const stays = after === undefined ? [] : air.due.filter((due) => due.after !== after);
  if (stays.length < air.due.length) air.due = stays;
}

export const airCallOff = defineCommand({
  type: 'air.calloff',
  title: 'Call off what comes by itself',
  schema: z.object({}),
  undo: 'never',
  access: 'open',
  check: ({ air }) =>
    air.due.length > 0
      ? null
      : refuse('nothing_due', 'Nothing comes by itself just now: there is nothing to call off.'),
  apply({ air }) {
    const cues = air.due.map(({ cue }) => cue);
    callOff(air);
    return { cues };
  },
});

function miss(air: Air, { cue }: Due, at: number, detail: string): void {
  air.missed = { cue, at, detail };
}

/** Then nobody knows when anything is due: it would come long after anybody waits for it. */
const isSetBack = ({ lastTake }: Air, now: number): boolean =>
  lastTake !== null && lastTake.at - now > LATE_MS;

/** What keeps it off air now, as a sentence; null where nothing does. */
function whyNot(draft: State, plan: Plan, due: Due, now: number): string | null {
  if (now - due.at > LATE_MS) return 'the station could not take it in time';
  if (isSetBack(draft.air, now)) return 'the clock of this machine was set back';
  const refusal = refuseFor('', plan.problems) ?? faultRefusal(draft, plan);
  return refusal && refusal.detail.replace(/^: /, '');
}

function takeOne(draft: State, due: Due, context: Context): void {
  const { air } = draft;
  const show = plainShow(draft);
  const cue = getRow(show.cues, due.cue);
  if (!cue) return miss(air, due, context.now, 'A cue that was to come by itself has been deleted.');
  const whole = planTake(show, cue, context, air.mode);
  const [own] = whole.parts;
  const isLead = due.kind === 'advance';
  // what comes with another cue brings nothing along itself
  const plan: Plan = isLead || !own ? whole : { parts: [own], problems: own.gated.problems };
  const reason = whyNot(draft, plan, due, context.now);
  if (reason !== null || !own)
    return miss(air, due, context.now, `${label(cue)} did not come by itself: ${reason ?? ''}`);
  if (isLead) {
    takeAll(draft, plan, context, { by: due.by });
    return;
  }
  takePart(draft, own, context, { by: due.by });
  // the second half of a bounced key is still one
  const next = air.lastTake && context.now - air.lastTake.at < 300 ? air.lastTake.next : undefined;
  air.lastTake = {
    cue: cue.id,
    layer: cue.layer,
    at: context.now,
    by: due.by,
    ...(next === undefined ? {} : { next }),
  };
}

/** Takes what has come due. One that is refused leaves air as it is, and is said in `air.missed`. */
export function takeDue(draft: State, context: Context): void {
  const { air } = draft;
  for (;;) {
    const [first, ...rest] = air.due;
    if (!first || (first.at > context.now && !isSetBack(air, context.now))) return;
    air.due = rest;
    takeOne(draft, { ...first }, context);
  }
}
