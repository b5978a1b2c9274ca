/** The show on disk: `show.json` in its folder, with the journal of later changes beside it. */
import { z } from 'zod';
import { State } from '../state.ts';
import { SHOW_FORMAT } from './show.ts';

export const ShowFile = State.extend({
  format: z.literal(SHOW_FORMAT),
  revision: z.int().min(0),
  /** ISO 8601. */
  savedAt: z.string(),
});
export type ShowFile = z.infer<typeof ShowFile>;

/** One line of `journal.jsonl`: a command that was carried out, and what it changed. */
export const JournalLine = z.object({
  revision: z.int().min(1),
  at: z.number(),
  by: z.string(),
  command: z.looseObject({ type: z.string() }),
  patches: z.array(
    z.object({
      op: z.enum(['add', 'replace', 'remove']),
      path: z.array(z.union([z.string(), z.number()])),
      value: z.unknown().optional(),
    }),
  ),
});
export type JournalLine = z.infer<typeof JournalLine>;
