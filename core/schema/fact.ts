/**
 * A fact: one curated statement, where it comes from, how sure it is, and who approved it.
 * The words for certainty and status are those of the seed facts' sources and the NIST results format.
 */
import { z } from 'zod';
import { FactId, FeedId, PartyId } from '../ids.ts';
import { JsonObject } from '../json.ts';
import { Mode } from '../layers.ts';

export const FactKind = z.enum([
  'seat_tally',
  'party_vote',
  'seat_projection',
  'electorate_result',
  'electorate_flip',
  'seat_loss',
  'quote',
  'concession',
  'threshold',
  'count_progress',
  'person',
  'headline',
  'context',
]);
export type FactKind = z.infer<typeof FactKind>;

export const FactStatus = z.enum([
  'pre-election',
  'unofficial-partial',
  'unofficial-complete',
  'recount',
  'certified',
  'correction',
  'partial_count',
  'projected',
  'possible',
  'leading',
  'too_close',
  'declared_by_source',
  'stated_by_candidate',
  'conceded',
  'historical',
  'trend',
  'stated',
]);
export type FactStatus = z.infer<typeof FactStatus>;

export const Certainty = z.enum([
  'stated',
  'attributed',
  'hedged',
  'projected',
  'provisional',
  'leading',
  'called',
  'declared',
  'conceded',
]);
export type Certainty = z.infer<typeof Certainty>;

/** What an editor says of putting the fact on air. The gate enforces every word of it. */
export const Advice = z.enum([
  'ok',
  'ok_with_label',
  'ok_as_quote_only',
  'do_not_air_as_worded',
  'context_only',
]);
export type Advice = z.infer<typeof Advice>;

export const Approval = z.enum(['draft', 'approved', 'superseded', 'withdrawn']);
export type Approval = z.infer<typeof Approval>;

export const FactValue = z.object({
  name: z.string().min(1),
  value: z.union([z.number(), z.string()]),
  unit: z.string().min(1),
  qualifier: z.string().nullable().default(null),
  year: z.int().nullable().default(null),
  /** True where an editor computed it from other stated values. */
  derived: z.boolean().default(false),
});
export type FactValue = z.infer<typeof FactValue>;

const seats = z.int().min(0).max(1000);

/** A whole House, or as much of one as is known. The majority is computed, never stored (see election/house.ts). */
export const Tally = z
  .object({
    house: z.int().min(1).max(1000),
    vacant: seats.default(0),
    overhang: seats.default(0),
    rows: z.array(
      z.object({
        party: PartyId,
        seats,
        electorate: seats.nullable().default(null),
        list: seats.nullable().default(null),
        leading: seats.default(0),
        projected: seats.default(0),
        overhang: seats.default(0),
        side: z.enum(['left', 'right']).default('left'),
      }),
    ),
  })
  .refine((t) => t.rows.reduce((n, r) => n + r.seats + r.leading + r.projected, 0) + t.vacant <= t.house, {
    message: 'the parties hold more seats than the House has',
    path: ['rows'],
  });
export type Tally = z.infer<typeof Tally>;

const text = z.string().max(2000);

/** What a person writes of a fact. */
export const FactContent = z.object({
  kind: FactKind,
  statement: text.min(1),
  subtype: z.string().nullable().default(null),
  subject: JsonObject.default({}),
  values: z.array(FactValue).default([]),
  status: FactStatus.default('stated'),
  certainty: Certainty.default('stated'),
  /** Words of doubt in the source which must not be dropped ("likely", "about"). */
  hedges: z.array(z.string()).default([]),
  asOf: z
    .object({
      /** Share of the vote counted, 0 to 100; null where the source ties the fact to no count. */
      countPercent: z.number().min(0).max(100).nullable().default(null),
      basis: z.string().default('not stated'),
      approximate: z.boolean().default(false),
      text: z.string().nullable().default(null),
      /** ISO 8601 with a zone. */
      at: z.iso.datetime({ offset: true }).nullable().default(null),
    })
    .prefault({}),
  source: z
    .object({
      name: z.string().default(''),
      place: z.string().default(''),
      /** Exactly as the source has it. */
      sentence: text.default(''),
    })
    .prefault({}),
  quote: z
    .object({
      text: text.min(1),
      speaker: z.string().min(1),
      role: z.string().nullable().default(null),
      occasion: z.string().nullable().default(null),
      attribution: z.string().default(''),
      /** A fragment of a sentence rather than a whole one. */
      partial: z.boolean().default(false),
    })
    .nullable()
    .default(null),
  tally: Tally.nullable().default(null),
  onAir: z
    .object({
      headline: z.string().nullable().default(null),
      detail: z.string().nullable().default(null),
      label: z.string().nullable().default(null),
      advice: Advice.default('ok'),
    })
    .prefault({}),
  /** For the editor's eyes only: a comparison with other records. Never bound to a graphic. */
  externalCheck: z.object({ source: text, finding: text }).nullable().default(null),
  note: text.nullable().default(null),
  related: z.array(FactId).default([]),
  /** ISO 8601 with a zone: not on air before this. */
  embargoUntil: z.iso.datetime({ offset: true }).nullable().default(null),
  /** ISO 8601 with a zone: too old for air from then on. */
  staleAfter: z.iso.datetime({ offset: true }).nullable().default(null),
});
export type FactContent = z.infer<typeof FactContent>;

export const Fact = FactContent.extend({
  id: FactId,
  /** Order of creation within the show, from 1. */
  seq: z.int().min(1),
  /** Grows with every edit; an approval is of one revision. */
  revision: z.int().min(1),
  approval: Approval,
  author: z.string(),
  approvedBy: z.string().nullable(),
  /** Epoch milliseconds. */
  changedAt: z.number(),
  supersededBy: FactId.nullable().default(null),
  withdrawnReason: z.string().nullable().default(null),
  /** Who locked it against edits; null while anyone may edit it. */
  lockedBy: z.string().nullable().default(null),
  /** The feed that this revision came from; null where a person wrote it. */
  via: z
    .object({
      feed: FeedId,
      /** What it is within the feed: `party/national`, `electorate/Auckland Central`, `count`, `house`, or a row's id. */
      key: z.string(),
      /** When the feed was read, epoch milliseconds. */
      at: z.number(),
    })
    .nullable()
    .default(null),
  /** Where it was made. A fact made in rehearsal can never reach program. */
  origin: Mode.default('live'),
});
export type Fact = z.infer<typeof Fact>;
