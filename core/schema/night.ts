/** A whole night's count, recorded or simulated, played into a rehearsal at a speed of one's own. */
import { z } from 'zod';

export const NightStatus = z.object({
  /** Which of the nights that are offered. */
  id: z.string(),
  title: z.string(),
  kind: z.enum(['recorded', 'simulated']),
  state: z.enum(['playing', 'paused', 'ended']),
  /** Times as fast as it was: 1 to 60. */
  speed: z.number().min(1).max(60),
  /** Where in the night it is, and how long that is. Milliseconds of the night. */
  at: z.number().min(0),
  length: z.number().min(0),
  /** Percent of the expected votes at this point; null where the source says none. */
  counted: z.number().min(0).max(100).nullable(),
  /** Which time it is played in this rehearsal, from 1. */
  round: z.int().min(1),
  /** What went wrong last, as a sentence; null while all is well. */
  problem: z.string().nullable(),
});
export type NightStatus = z.infer<typeof NightStatus>;
