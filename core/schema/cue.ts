/** A cue: one rundown entry that puts a graphic with its data on a layer. */
import { z } from 'zod';
import { CueId, FactId, GraphicId, PartyId } from '../ids.ts';
import { JsonObject } from '../json.ts';
import { LayerId, Mode } from '../layers.ts';

/**
 * Where a field of the graphic's data comes from. `path` walks the fact: `onAir.headline`, `quote.text`,
 * `values.lead_votes` (a value by its name), `subject.winner.name`, `tally.house`, `tally.majority`.
 * A party binding gives the party's name, short name and colours as an object.
 */
export const Binding = z.union([
  z.object({
    fact: FactId,
    path: z.string().min(1),
    as: z.enum(['value', 'text', 'upper', 'party', 'seats', 'counted']).default('value'),
  }),
  z.object({ party: PartyId }),
]);
export type Binding = z.infer<typeof Binding>;

/** Field path in the graphic's data (`headline`, `from.party`, `races.0.votes`) to where its value comes from. */
export const Bindings = z.record(z.string().min(1), Binding);
export type Bindings = z.infer<typeof Bindings>;

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
