/** Cues on the clipboard, in a rundown template, on their way to another show: with the facts that they are bound to. */
import { z } from 'zod';
import { CueId } from './ids.ts';
import { Cue, CueContent } from './schema/cue.ts';
import { Fact } from './schema/fact.ts';

export const CLIP_FORMAT = 1;

export const ClipCue = CueContent.extend({
  /** What its companions in the same clip call it. */
  id: CueId,
  number: Cue.shape.number,
});
export type ClipCue = z.infer<typeof ClipCue>;

export const Clip = z.object({
  tallydesk: z.literal('cues'),
  format: z.literal(CLIP_FORMAT),
  from: z.object({ show: z.string(), title: z.string() }),
  cues: z.array(ClipCue).min(1).max(2000),
  facts: z.array(Fact).max(10_000).default([]),
});
export type Clip = z.infer<typeof Clip>;
