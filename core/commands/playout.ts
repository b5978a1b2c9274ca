/** Recall, arm and take: from the rundown to air. */
import { z } from 'zod';
import { CueId } from '../ids.ts';
import { cueUp, layerOf, plainShow, targetOf } from '../playout.ts';
import { refuse, refuseFor, type Problem, type Refusal, type RefusalCode } from '../refusal.ts';
import type { Air } from '../schema/air.ts';
import type { Cue } from '../schema/cue.ts';
import type { State } from '../state.ts';
import { allRows, getRow } from '../table.ts';
import { faultRefusal, label, planTake, takeAll, type Plan } from '../take.ts';
import { defineCommand, type Context } from './command.ts';
import { callOffAdvance } from './due.ts';

/** A second take of one cue within this time is a bounced key, not a wish. Milliseconds. */
const BOUNCE_MS = 300;

const cueByNumber = (state: State, number: number): Cue | undefined =>
  allRows(state.show.cues).find((cue) => cue.number === number);

export const unknownCue = (id: string): Refusal =>
  refuse('cue_unknown', `There is no cue "${id}" in this show.`);

const planOf = ({ show, air }: State, cue: Cue, context: Context): Plan =>
  planTake(show, cue, context, air.mode);

/** A person chose what is on preview: taking it is no bounce of the last take, and nothing else is next by itself. */
const wish = (air: Air): void => {
  if (air.lastTake) delete air.lastTake.next;
  callOffAdvance(air);
};

/** Puts a cue on preview, and says what would be against taking it. */
export function recallCue(draft: State, cue: Cue, context: Context) {
  wish(draft.air);
  cueUp(draft, cue.id, context);
  const { problems } = planOf({ ...draft, show: plainShow(draft) }, cue, context);
  const reasons = problems.map(({ code, detail }) => ({ code, detail }));
  return { cueId: cue.id, takeable: reasons.length === 0, problems: reasons };
}

const Recall = z.object({ number: z.int().min(1).optional(), cueId: CueId.optional() });

const recalled = (state: State, { number, cueId }: z.infer<typeof Recall>): Cue | undefined =>
  cueId !== undefined ? getRow(state.show.cues, cueId) : cueByNumber(state, number ?? 0);

export const cueRecall = defineCommand({
  type: 'cue.recall',
  title: 'Recall a cue to preview',
  schema: Recall,
  undo: 'never',
  access: 'open',
  // what is on preview is what the next take means
  needsRight: true,
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
    return recallCue(draft, cue, context);
  },
});

export const cueArm = defineCommand({
  type: 'cue.arm',
  title: 'Arm a cue',
  schema: z.object({ cueId: CueId }),
  undo: 'never',
  access: 'open',
  needsRight: true,
  check(state, { cueId }, context) {
    const cue = getRow(state.show.cues, cueId);
    return cue ? refuseFor(label(cue), planOf(state, cue, context).problems) : unknownCue(cueId);
  },
  apply(draft, { cueId }, context) {
    wish(draft.air);
    cueUp(draft, cueId, context);
    return { cueId };
  },
});

const isBounce = (at: number, now: number): boolean =>
  // a clock set back must not block takes, so the past begins at the last take
  now >= at && now - at < BOUNCE_MS;

/**
 * The cue that a take merely repeats: the same again, whoever took it, or “what is on preview” where nobody but the
 * take before it has put anything there.
 */
function bouncedOn({ show, air }: State, asked: CueId | undefined, cue: Cue, now: number): string | null {
  const { current } = layerOf(air, targetOf(air.mode), cue.layer);
  if (current?.cue.id === cue.id && current.takenAt !== null && isBounce(current.takenAt, now))
    return label(cue);
  const last = air.lastTake;
  if (!last || !isBounce(last.at, now)) return null;
  if (cue.id !== last.cue && (asked !== undefined || air.cued !== last.next)) return null;
  const taken = getRow(show.cues, last.cue);
  return taken ? label(taken) : 'A cue';
}

const tooSoon = (what: string): Refusal =>
  refuse('too_soon', `${what} was taken a moment ago: a second take within 0.3 s is ignored.`);

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

/** @param seen the codes of the problems that the person was shown: a new one is refused */
interface Past {
  reason: string;
  problems?: string[];
}

/** Why the cue may not be taken now, all that comes with it included; null where it may. */
export function takeRefusal(
  state: State,
  cue: Cue,
  asked: CueId | undefined,
  past: Past | undefined,
  context: Context,
): Refusal | null {
  const bounced = bouncedOn(state, asked, cue, context.now);
  if (bounced) return tooSoon(bounced);
  const plan = planOf(state, cue, context);
  const { problems } = plan;
  // with nothing to override it is a take like any other
  const refusal =
    past && problems.length > 0
      ? overrideRefusal(state, cue, problems, past.problems)
      : refuseFor(label(cue), problems);
  return refusal ?? faultRefusal(state, plan);
}

/** Any take within this time of the last one is a bounced key, for keys that mean another thing each time. */
export function bouncedRefusal({ show, air: { lastTake } }: State, now: number): Refusal | null {
  if (!lastTake || !isBounce(lastTake.at, now)) return null;
  const cue = getRow(show.cues, lastTake.cue);
  return tooSoon(cue ? label(cue) : 'A cue');
}

/** Takes a cue that nothing is against. */
export function takeCue(draft: State, cue: Cue, past: Past | undefined, context: Context) {
  const plan = planOf({ ...draft, show: plainShow(draft) }, cue, context);
  const reason = past ? { reason: past.reason } : {};
  const [first, ...others] = takeAll(draft, plan, context, { by: context.actor, ...reason });
  if (!first) throw new Error('a take of nothing');
  const along = others.map((item) => ({ cueId: item.cue.id, instance: item.instance, layer: item.layer }));
  return {
    cueId: cue.id,
    instance: first.instance,
    layer: cue.layer,
    ...(along.length > 0 ? { with: along } : {}),
  };
}

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
  needsRight: true,
  check(state, command, context) {
    const id = takeTarget(state, command.cueId);
    if (id === null)
      return refuse('nothing_on_preview', 'Nothing is on preview to take: recall a cue first.');
    const cue = getRow(state.show.cues, id);
    return cue ? takeRefusal(state, cue, command.cueId, command.override, context) : unknownCue(id);
  },
  apply(draft, command, context) {
    const id = takeTarget(draft, command.cueId);
    const cue = id && getRow(plainShow(draft).cues, id);
    if (!cue) throw new Error('take of a cue that passed its check and is gone');
    return takeCue(draft, cue, command.override, context);
  },
});
