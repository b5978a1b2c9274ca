/**
 * A take: a cue and what comes with it at once go on air in one revision, or nothing does; what comes later is noted as
 * due. Every function works on a draft or only reads. Who asks, and what calls it off, is in core/commands.
 */
import type { Context } from './commands/command.ts';
import { gate, type Gated } from './gate.ts';
import { dropTestCards } from './outputs/look.ts';
import { companionsAtOnce, companionsLater, cueAfter } from './look.ts';
import { cueUp, isDrawable, layerOf, leave, newItem, plainShow, replaceData, targetOf } from './playout.ts';
import { refuse, type Problem, type Refusal } from './refusal.ts';
import type { Air } from './schema/air.ts';
import type { Cue } from './schema/cue.ts';
import type { Item } from './schema/layer-air.ts';
import type { Show } from './schema/show.ts';
import type { State } from './state.ts';

export const label = (cue: Pick<Cue, 'number' | 'name'>): string =>
  `Cue ${cue.number}${cue.name ? ` “${cue.name}”` : ''}`;

/** One cue of a take, with what the gate says of it. */
export interface Part {
  cue: Cue;
  gated: Gated;
}

export interface Plan {
  /** The cue that is meant first, then those that come with it at once. */
  parts: Part[];
  /** What keeps any of them off air; those of a companion name it. */
  problems: Problem[];
}

/** A problem of a cue that comes with another one, as that one's. */
export const besides = ({ number }: Pick<Cue, 'number'>, problem: Problem): Problem => ({
  ...problem,
  detail: `cue ${number}, which comes with it: ${problem.detail}`,
});

/**
 * What a take of the cue would put on air, and everything against it.
 * @param graphics those installed
 */
export function planTake(
  show: Show,
  lead: Cue,
  { graphics, now }: Pick<Context, 'graphics' | 'now'>,
  mode: Air['mode'],
): Plan {
  const of = (cue: Cue): Part => ({ cue, gated: gate(show, cue, graphics, mode, now) });
  const first = of(lead);
  const { cues, wrong } = companionsAtOnce(show, lead);
  const others = cues.map(of);
  const problems = [
    ...first.gated.problems,
    ...wrong,
    ...others.flatMap(({ cue, gated }) => gated.problems.map((problem) => besides(cue, problem))),
  ];
  return { parts: [first, ...others], problems };
}

/** A part whose template failed while it was loaded; null where all are well. */
export function faultRefusal({ air }: State, { parts }: Plan): Refusal | null {
  for (const { cue } of parts) {
    const { armed } = layerOf(air, targetOf(air.mode), cue.layer);
    if (armed?.cue.id === cue.id && armed.phase === 'fault')
      return refuse('graphic_fault', `${label(cue)}: ${armed.problem ?? 'its template failed to load'}`);
  }
  return null;
}

export interface TakeOptions {
  /** Who is to answer for it. */
  by: string;
  /** Past the gate, and why. */
  reason?: string;
}

/** Puts one cue on its layer, in place of what is there. */
export function takePart(
  draft: State,
  { cue, gated }: Part,
  context: Context,
  { by, reason }: TakeOptions,
): Item {
  if (!isDrawable(gated)) throw new Error('take of a cue that passed its gate and cannot be drawn');
  const { air } = draft;
  const target = targetOf(air.mode);
  const layer = layerOf(air, target, cue.layer);
  const { armed } = layer;
  const isArmed =
    armed?.cue.id === cue.id &&
    armed.graphic.hash === gated.graphic.hash &&
    armed.graphic.network === gated.graphic.network;
  const item = isArmed ? armed : newItem(cue, gated, false, plainShow(draft).settings.frameRate, context);
  replaceData(item, cue, gated);
  leave(air, target, cue.layer, context.now, cue.id);
  // another cue that stands by on this layer stays warm
  if (armed?.cue.id === cue.id) layer.armed = null;
  const problems = gated.problems.map(({ code, detail }) => ({ code, detail }));
  layer.current = {
    ...item,
    ...(reason !== undefined && problems.length > 0 ? { override: { by, reason, problems } } : {}),
    phase: 'coming',
    takenAt: context.now,
    takenBy: by,
    outAt: cue.autoOutMs === null ? null : context.now + cue.autoOutMs,
  };
  return item;
}

/** What comes by itself after a take of the cue, in its order in time. */
function dueAfter(show: Show, lead: Cue, now: number, by: string): Air['due'] {
  const later = companionsLater(show, lead).map(({ cue, afterMs }) => ({
    cue: cue.id,
    at: now + afterMs,
    by,
    after: lead.id,
    kind: 'with' as const,
  }));
  const next = lead.advanceMs === null ? null : cueAfter(show, lead.id);
  const advance =
    next !== null && lead.advanceMs !== null && !next.hold
      ? [{ cue: next.id, at: now + lead.advanceMs, by, after: lead.id, kind: 'advance' as const }]
      : [];
  return [...later, ...advance].sort((a, b) => a.at - b.at);
}

/** Carries a plan out that may go on air: all its parts, what is due after them, and the next cue on preview. */
export function takeAll(draft: State, { parts }: Plan, context: Context, options: TakeOptions): Item[] {
  const { air } = draft;
  const [first] = parts;
  if (!first) throw new Error('a take of nothing');
  const show = plainShow(draft);
  const { cue } = first;
  const items = parts.map((part) => takePart(draft, part, context, options));
  dropTestCards(draft, targetOf(air.mode));
  air.lastTake = { cue: cue.id, layer: cue.layer, at: context.now, by: options.by };
  air.due = dueAfter(show, cue, context.now, options.by);
  air.missed = null;
  if (air.cued === cue.id) {
    cueUp(draft, cueAfter(show, cue.id)?.id ?? null, context);
    if (air.cued) air.lastTake.next = air.cued;
  }
  return items;
}
