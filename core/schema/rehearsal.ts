/**
 * A rehearsal works in a fork: the whole show is put aside as it is, and comes back untouched. What was made or changed
 * meanwhile can be looked through afterwards; it keeps its origin for ever, and never goes on program.
 */
import { z } from 'zod';
import { CueId, FactId } from '../ids.ts';
import { Cue } from './cue.ts';
import { Fact } from './fact.ts';

const of = <I extends z.ZodType, R extends z.ZodType>(id: I, row: R) => ({
  id,
  what: z.enum(['made', 'changed', 'removed']),
  /** In the live show; null for what was made. */
  before: row.nullable(),
  /** In the fork when it ended; null for what was removed. */
  after: row.nullable(),
});

/** One thing that a rehearsal did to facts and cues. Its key is its kind and id. */
export const ReviewItem = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('fact'), ...of(FactId, Fact) }),
  z.object({ kind: z.literal('cue'), ...of(CueId, Cue) }),
]);
export type ReviewItem = z.infer<typeof ReviewItem>;

const begun = { id: z.string().min(1).max(80), startedAt: z.number(), startedBy: z.string() };

export const Rehearsal = z.discriminatedUnion('phase', [
  z.object({
    ...begun,
    phase: z.literal('running'),
    /** What stood by when it began: it stands by again afterwards. */
    cued: CueId.nullable().default(null),
    /** A night is or was played in it: the live show's own feeds stand aside until it ends. */
    night: z.boolean().default(false),
  }),
  z.object({
    ...begun,
    phase: z.literal('review'),
    endedAt: z.number(),
    items: z.array(ReviewItem),
    /** How many facts a feed of the rehearsal, or a night, changed besides: nobody looks through them one by one. */
    ofFeeds: z.int().min(0).default(0),
    /** What else was changed and is gone: `title`, `settings`, `parties`, `rundown`, `feeds`, `theme`, `media`, `baseline`. */
    dropped: z.array(z.string()),
  }),
]);
export type Rehearsal = z.infer<typeof Rehearsal>;
