/** What a report of a rehearsal says. Times are milliseconds; moments are epoch milliseconds of the station's clock. */
import { z } from 'zod';
import { CueId, GraphicId } from '../ids.ts';
import { LayerId } from '../layers.ts';

const cue = z.object({ id: CueId, number: z.int(), name: z.string() });

/** A take and what came of it. */
export const ReportTake = z.object({
  at: z.number(),
  by: z.string(),
  cue,
  graphic: z.object({ id: GraphicId, name: z.string() }),
  layer: LayerId,
  /** When a stage said that it was seen; null: none did. */
  shownAt: z.number().nullable(),
  /** Null while it is up, and where no stage said so. */
  outAt: z.number().nullable(),
  /** From seen to gone, or to the rehearsal's end; null where no stage saw it. */
  onAirMs: z.number().nullable(),
  /** From its recall to its take; null where nobody recalled it. */
  waitMs: z.number().nullable(),
  /** Why it was taken past the gate; null where it was not. */
  override: z.string().nullable(),
  /** Which time the night was played; null without a night. */
  round: z.int().nullable(),
});
export type ReportTake = z.infer<typeof ReportTake>;

/** A cue with a planned time, when it was taken first in one round of the night. */
export const PlanEntry = z.object({
  cue,
  planned: z.string(),
  at: z.number(),
  /** Above 0 is late, below early; null where it cannot be told. */
  lateMs: z.number().nullable(),
  /** How fast the night was played then; null without a night. */
  speed: z.number().nullable(),
  round: z.int().nullable(),
  /** How long it was planned to be up, and was. */
  plannedMs: z.number().nullable(),
  onAirMs: z.number().nullable(),
});
export type PlanEntry = z.infer<typeof PlanEntry>;

/**
 * What the report cannot know, or is only half of. `eyes`: always; nobody measured what people saw or said.
 * `unseen`: takes that no stage reported. `speed`: the night ran faster than a clock. `shifted`: it was rehearsed at
 * another time of day, so lateness is from the first planned cue. `no_plan`: no cue has a planned time.
 * `running`: the rehearsal is not over. `damaged`: lines of the log could not be read. `cut`: the log has no end.
 */
export const Unknown = z.enum(['eyes', 'unseen', 'speed', 'shifted', 'no_plan', 'running', 'damaged', 'cut']);
export type Unknown = z.infer<typeof Unknown>;

export const Report = z.object({
  id: z.string(),
  show: z.object({ id: z.string(), title: z.string() }),
  timeZone: z.string(),
  startedAt: z.number(),
  startedBy: z.string(),
  /** Null while it runs. */
  endedAt: z.number().nullable(),
  lastsMs: z.number(),
  nights: z.array(z.object({ id: z.string(), title: z.string(), rounds: z.int(), fastest: z.number() })),
  takes: z.array(ReportTake),
  /** By reason, the most frequent first. */
  refusals: z.array(
    z.object({
      code: z.string(),
      count: z.int(),
      rows: z.array(z.object({ at: z.number(), by: z.string(), command: z.string(), detail: z.string() })),
    }),
  ),
  plan: z.object({
    /** What planned times are held against: the night's clock, the station's, or the first planned cue. */
    against: z.enum(['night', 'clock', 'first']).nullable(),
    rows: z.array(PlanEntry),
    notTaken: z.array(cue.extend({ planned: z.string() })),
  }),
  graphics: z.array(z.object({ id: GraphicId, name: z.string(), takes: z.int(), onAirMs: z.number() })),
  cues: z.array(z.object({ cue, takes: z.int(), onAirMs: z.number() })),
  edits: z.int(),
  /** Edits that were undone within a minute. */
  undone: z.array(
    z.object({
      at: z.number(),
      by: z.string(),
      title: z.string(),
      detail: z.string(),
      afterMs: z.number(),
    }),
  ),
  /** Taken off by somebody within seconds of its take. */
  pulled: z.array(z.object({ at: z.number(), by: z.string(), cue, afterMs: z.number() })),
  /** One item took another's place, and between them the layer was empty. */
  blanks: z.array(z.object({ at: z.number(), layer: LayerId, ms: z.number(), before: cue, after: cue })),
  /** Two were seen at once where there should be one. */
  doubled: z.array(z.object({ at: z.number(), layer: LayerId, ms: z.number(), before: cue, after: cue })),
  longestWait: z.object({ cue, ms: z.number(), at: z.number() }).nullable(),
  unknown: z.array(Unknown),
  /** How many takes no stage reported; how many lines could not be read. */
  unseen: z.int(),
  damaged: z.int(),
});
export type Report = z.infer<typeof Report>;

/** A rehearsal that there is a log of. */
export const ReportHead = z.object({
  id: z.string(),
  startedAt: z.number(),
  startedBy: z.string(),
  endedAt: z.number().nullable(),
  takes: z.int(),
});
export type ReportHead = z.infer<typeof ReportHead>;
