/** A cue: one rundown entry that puts a graphic with its data on a layer. */
import { z } from 'zod';
import { CueId, FactId, GraphicId, PartyId } from '../ids.ts';
import { JsonObject } from '../json.ts';
import { LayerId, Mode } from '../layers.ts';

/**
 * Where a field of the graphic's data comes from. `path` walks the fact: `onAir.headline`, `quote.text`,
 * `values.lead_votes` (a value by its name), `subject.winner.name`, `tally.house`, `tally.majority`.
 * A party binding gives the party's name, short name and colours as an object, or one `part` of them. `colour` shows
 * the party that a value names by its colour.
 */
export const Binding = z.union([
  z.object({
    fact: FactId,
    path: z.string().min(1),
    as: z.enum(['value', 'text', 'upper', 'party', 'colour', 'seats', 'counted']).default('value'),
  }),
  z.object({ party: PartyId, part: z.enum(['name', 'short', 'colour', 'ink']).exactOptional() }),
]);
export type Binding = z.infer<typeof Binding>;

/** Field in the graphic's data (`headline`, `from.party`, `rows.0.name`; see data-path.ts) to where its value comes from. */
export const Bindings = z.record(z.string().min(1), Binding);
export type Bindings = z.infer<typeof Bindings>;

/** So that a cue is found at a glance. Never the only sign of anything. */
export const CueColour = z.enum(['none', 'red', 'orange', 'yellow', 'green', 'blue', 'purple', 'grey']);
export type CueColour = z.infer<typeof CueColour>;

/** A cue that is taken along with another: at once, or so long after it. Its own companions stay where they are. */
export const Companion = z.object({ cue: CueId, afterMs: z.int().min(0).max(3_600_000).default(0) });
export type Companion = z.infer<typeof Companion>;

export const MAX_COMPANIONS = 12;

export const CueContent = z.object({
  name: z.string().max(200).default(''),
  graphic: GraphicId,
  layer: LayerId,
  data: JsonObject.default({}),
  bindings: Bindings.default({}),
  segment: z.string().max(100).default(''),
  notes: z.string().max(2000).default(''),
  /** Leaves by itself this long after the take; null stays until told. Milliseconds, 1 s to 1 h. */
  autoOutMs: z.int().min(1000).max(3_600_000).nullable().default(null),
  /** Push approved newer revisions of its facts to air in place. */
  follow: z.boolean().default(false),
  colour: CueColour.default('none'),
  /** When it is meant to go up: a time of day in the show's zone. A night runs over midnight, so order decides the day. */
  planned: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/, 'a time is like 19:05 or 19:05:30')
    .nullable()
    .default(null),
  /** How long it is meant to be up. Milliseconds; for the plan alone, nothing happens by itself. */
  plannedMs: z.int().min(1000).max(3_600_000).nullable().default(null),
  /** Taken along with this one: a look where they come at once, a sequence where they come later. */
  with: z.array(Companion).max(MAX_COMPANIONS).default([]),
  /** The next cue is taken by itself this long after this one. Milliseconds, 1 s to 1 h; null waits for a person. */
  advanceMs: z.int().min(1000).max(3_600_000).nullable().default(null),
  /** Passed over: it is not next, and nothing takes it by itself. */
  skip: z.boolean().default(false),
  /** Nothing takes it by itself: what advances stops before it. */
  hold: z.boolean().default(false),
});
export type CueContent = z.infer<typeof CueContent>;

/** The highest recall number: five digits on the keypad. */
export const MAX_CUE_NUMBER = 99_999;

export const Cue = CueContent.extend({
  id: CueId,
  /** The recall number, unique in the show. */
  number: z.int().min(1).max(MAX_CUE_NUMBER),
  origin: Mode.default('live'),
});
export type Cue = z.infer<typeof Cue>;
