/** Recall, arm and take: from the rundown to air. */
import { z } from 'zod';
import { gate } from '../gate.ts';
import { CueId } from '../ids.ts';
import { dropTestCards } from '../outputs/look.ts';
import {
  cueAfter,
  cueUp,
  isDrawable,
  layerOf,
  newItem,
  plainShow,
  replaceData,
  sendOff,
  targetOf,
} from '../playout.ts';
import { refuse, refuseFor, type Problem, type Refusal, type RefusalCode } from '../refusal.ts';
import type { Air } from '../schema/air.ts';
import type { Cue } from '../schema/cue.ts';
import type { State } from '../state.ts';
import { allRows, getRow } from '../table.ts';
import { defineCommand, type Context } from './command.ts';

/** A second take of one cue within this time is a bounced key, not a wish. Milliseconds. */
const BOUNCE_MS = 300;

const cueByNumber = (state: State, number: number): Cue | undefined =>
  allRows(state.show.cues).find((cue) => cue.number === number);

const label = (cue: Cue): string => `Cue ${cue.number}${cue.name ? ` “${cue.name}”` : ''}`;

const unknownCue = (id: string): Refusal => refuse('cue_unknown', `There is no cue "${id}" in this show.`);

function notForAir(state: State, cue: Cue, context: Context): Refusal | null {
  return refuseFor(label(cue), gate(state.show, cue, context.graphics, state.air.mode, context.now).problems);
}

/** A person chose what is on preview: taking it is no bounce of the last take. */
const wish = (air: Air): void => {
  if (air.lastTake) delete air.lastTake.next;
};

const Recall = z.object({ number: z.int().min(1).optional(), cueId: CueId.optional() });

const recalled = (state: State, { number, cueId }: z.infer<typeof Recall>): Cue | undefined =>
  cueId !== undefined ? getRow(state.show.cues, cueId) : cueByNumber(state, number ?? 0);

export const cueRecall = defineCommand({
  type: 'cue.recall',
  title: 'Recall a cue to preview',
  schema: Recall,
  undo: 'never',
  access: 'open',
  check: (state, command) =>
    recalled(state, command)
      ? null
      : refuse(
          'cue_unknown',
          `There is no cue ${command.cueId ?? command.number ?? '(give a number or a cueId)'}.`,
        ),
  apply(draft, command, context) {
    const show = plainShow(draft);
    const cue = recalled({ ...draft, show }, command);
    if (!cue) return {};
    wish(draft.air);
    cueUp(draft, cue.id, context);
    const { problems } = gate(show, cue, context.graphics, draft.air.mode, context.now);
    const reasons = problems.map(({ code, detail }) => ({ code, detail }));
    return { cueId: cue.id, takeable: reasons.length === 0, problems: reasons };
  },
});

export const cueArm = defineCommand({
  type: 'cue.arm',
  title: 'Arm a cue',
  schema: z.object({ cueId: CueId }),
  undo: 'never',
  access: 'open',
  check(state, { cueId }, context) {
    const cue = getRow(state.show.cues, cueId);
    return cue ? notForAir(state, cue, context) : unknownCue(cueId);
  },
  apply(draft, { cueId }, context) {
    wish(draft.air);
    cueUp(draft, cueId, context);
    return { cueId };
  },
});

/**
 * The cue that a take merely repeats: the same again, or “what is on preview” where nobody but the take before it
 * has put anything there.
 */
function bouncedOn({ show, air }: State, asked: CueId | undefined, now: number): string | null {
  const last = air.lastTake;
  // a clock set back must not block takes, so the past begins at the last take
  if (!last || now < last.at || now - last.at >= BOUNCE_MS) return null;
  if ((asked ?? air.cued) !== last.cue && (asked !== undefined || air.cued !== last.next)) return null;
  const cue = getRow(show.cues, last.cue);
  return cue ? label(cue) : 'A cue';
}

/**
 * What somebody may answer for: that a fact is not cleared. Nobody can answer for a House that does not add up, for
 * data that cannot be drawn, or for rehearsal data on program.
 */
export const OVERRIDABLE: ReadonlySet<RefusalCode> = new Set<RefusalCode>([
  'fact_draft',
  'fact_withdrawn',
  'fact_superseded',
  'fact_embargoed',
  'fact_stale',
  'fact_do_not_air',
  'fact_context_only',
  'fact_quote_only',
  'label_missing',
]);

/** Why this cue may not be taken past the gate; null where it may, with a reason that is logged. */
function overrideRefusal(
  { show }: State,
  cue: Cue,
  problems: readonly Problem[],
  seen: readonly string[] | undefined,
): Refusal | null {
  if (!show.settings.allowOverride) {
    return refuse(
      'override_off',
      `${label(cue)} would be refused, and this show does not allow a take past the gate.`,
    );
  }
  const fixed = problems.find(({ code }) => !OVERRIDABLE.has(code));
  const unseen = seen && problems.find(({ code }) => !seen.includes(code));
  if (!fixed && !unseen) return null;
  const refusal = fixed
    ? refuse('override_not_possible', `${label(cue)}: nobody can override this: ${fixed.detail}.`)
    : refuse('override_outdated', `${label(cue)}: there is more against it now: ${unseen?.detail ?? ''}.`);
  return { ...refusal, problems: [...problems] };
}

const takeTarget = (state: State, cueId: CueId | undefined): CueId | null => cueId ?? state.air.cued;

export const cueTake = defineCommand({
  type: 'cue.take',
  title: 'Take',
  schema: z.object({
    cueId: CueId.optional(),
    /** Takes it although the gate says no, where the show allows that. */
    override: z
      .object({
        reason: z.string().trim().min(1).max(500),
        /** The codes of the problems that the person was shown: a new one is refused. */
        problems: z.array(z.string()).exactOptional(),
      })
      .exactOptional(),
  }),
  undo: 'never',
  access: 'open',
  check(state, command, context) {
    const id = takeTarget(state, command.cueId);
    if (id === null)
      return refuse('nothing_on_preview', 'Nothing is on preview to take: recall a cue first.');
    const cue = getRow(state.show.cues, id);
    if (!cue) return unknownCue(id);
    const bounced = bouncedOn(state, command.cueId, context.now);
    if (bounced) {
      return refuse('too_soon', `${bounced} was taken a moment ago: a second take within 0.3 s is ignored.`);
    }
    const { problems } = gate(state.show, cue, context.graphics, state.air.mode, context.now);
    // with nothing to override it is a take like any other
    const refusal =
      command.override && problems.length > 0
        ? overrideRefusal(state, cue, problems, command.override.problems)
        : refuseFor(label(cue), problems);
    if (refusal) return refusal;
    const { armed } = layerOf(state.air, targetOf(state.air.mode), cue.layer);
    if (armed?.cue.id === id && armed.phase === 'fault') {
      return refuse('graphic_fault', `${label(cue)}: ${armed.problem ?? 'its template failed to load'}`);
    }
    return null;
  },
  apply(draft, command, context) {
    const { air } = draft;
    const show = plainShow(draft);
    const id = takeTarget(draft, command.cueId);
    const cue = id && getRow(show.cues, id);
    if (!cue) throw new Error('take of a cue that passed its check and is gone');
    const gated = gate(show, cue, context.graphics, air.mode, context.now);
    if (!isDrawable(gated)) throw new Error('take of a cue that passed its gate and cannot be drawn');
    const layer = layerOf(air, targetOf(air.mode), cue.layer);
    const { armed } = layer;
    const isArmed =
      armed?.cue.id === cue.id &&
      armed.graphic.hash === gated.graphic.hash &&
      armed.graphic.network === gated.graphic.network;
    const item = isArmed ? armed : newItem(cue, gated, false, show.settings.frameRate, context);
    replaceData(item, cue, gated);
    sendOff(layer, context.now);
    dropTestCards(draft, targetOf(air.mode));
    // another cue that stands by on this layer stays warm
    if (armed?.cue.id === cue.id) layer.armed = null;
    const problems = gated.problems.map(({ code, detail }) => ({ code, detail }));
    const { override } = command;
    layer.current = {
      ...item,
      ...(override && problems.length > 0
        ? { override: { by: context.actor, reason: override.reason, problems } }
        : {}),
      phase: 'coming',
      takenAt: context.now,
      takenBy: context.actor,
      outAt: cue.autoOutMs === null ? null : context.now + cue.autoOutMs,
    };
    air.lastTake = { cue: cue.id, layer: cue.layer, at: context.now, by: context.actor };
    if (air.cued === cue.id) {
      cueUp(draft, cueAfter(show, cue.id), context);
      if (air.cued) air.lastTake.next = air.cued;
    }
    return { cueId: cue.id, instance: item.instance, layer: cue.layer };
  },
});
