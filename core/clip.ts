/** Cues on the clipboard, in a rundown template, on their way to another show: with the facts that they are bound to. */
import { z } from 'zod';
import { factsOf } from './bindings.ts';
import { CueId } from './ids.ts';
import { Mode } from './layers.ts';
import { Cue, CueContent } from './schema/cue.ts';
import { Fact } from './schema/fact.ts';
import type { Show } from './schema/show.ts';
import { getRow } from './table.ts';

export const CLIP_FORMAT = 1;

export const MAX_CLIP_CUES = 2000;

export const ClipCue = CueContent.extend({
  /** What its companions in the same clip call it. */
  id: CueId,
  number: Cue.shape.number,
  /** What was made in rehearsal stays that, wherever it is pasted. */
  origin: Mode.default('live'),
});
export type ClipCue = z.infer<typeof ClipCue>;

export const Clip = z.object({
  tallydesk: z.literal('cues'),
  format: z.literal(CLIP_FORMAT),
  from: z.object({ show: z.string(), title: z.string() }),
  cues: z.array(ClipCue).min(1).max(MAX_CLIP_CUES),
  facts: z.array(Fact).max(10_000).default([]),
});
export type Clip = z.infer<typeof Clip>;

/**
 * The cues with all the facts that they are bound to, in the order of the rundown; null where none of them is there.
 * @param ids at most `MAX_CLIP_CUES`, or what is made of them is no clip
 */
export function clipOf(
  { id, title, rundown, cues, facts }: Pick<Show, 'id' | 'title' | 'rundown' | 'cues' | 'facts'>,
  ids: Iterable<CueId>,
): Clip | null {
  const copied = inOrder(rundown, ids).flatMap((one) => getRow(cues, one) ?? []);
  if (copied.length === 0) return null;
  const bound = new Set(copied.flatMap((cue) => factsOf(cue)));
  return {
    tallydesk: 'cues',
    format: CLIP_FORMAT,
    from: { show: id, title },
    cues: copied,
    facts: [...bound].flatMap((one) => getRow(facts, one) ?? []),
  };
}

/** Each once, in the order of the rundown; those that are not there are left out. */
export const inOrder = (rundown: readonly CueId[], ids: Iterable<CueId>): CueId[] => {
  const wanted = new Set(ids);
  return rundown.filter((id) => wanted.has(id));
};

export type ReadClip = { ok: true; clip: Clip } | { ok: false; why: 'not_cues' | 'newer' | 'damaged' };

/** @param value as it came from the clipboard, a file, a wire */
export function readClip(value: unknown): ReadClip {
  const head = z.object({ tallydesk: z.literal('cues'), format: z.int() }).safeParse(value);
  if (!head.success) return { ok: false, why: 'not_cues' };
  if (head.data.format > CLIP_FORMAT) return { ok: false, why: 'newer' };
  const clip = Clip.safeParse(value);
  return clip.success ? { ok: true, clip: clip.data } : { ok: false, why: 'damaged' };
}
