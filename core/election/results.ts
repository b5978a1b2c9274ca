/**
 * The results of one election as a source states them, at one moment: what every reader of a feed makes, whatever
 * the file's format. Names are the source's own (NFC); seats that a source states are kept to be compared with ours.
 */
import { z } from 'zod';

const count = z.int().min(0);
const percent = z.number().min(0).max(100);

export const ResultsCandidate = z.object({
  name: z.string().min(1),
  /** The party's name in the source; null for an independent. */
  party: z.string().nullable(),
  votes: count,
});
export type ResultsCandidate = z.infer<typeof ResultsCandidate>;

export const ResultsElectorate = z.object({
  name: z.string().min(1),
  /** All its votes are counted and declared, in the source's words "final". */
  final: z.boolean(),
  updated: z.string().nullable().default(null),
  /** Share of voting places counted. */
  countPercent: percent.nullable(),
  votesCast: count.nullable().default(null),
  enrolled: count.nullable().default(null),
  /** No poll is held: nobody is elected here tonight. */
  vacant: z.boolean().default(false),
  parties: z.array(z.object({ party: z.string(), votes: count })),
  candidates: z.array(ResultsCandidate),
});
export type ResultsElectorate = z.infer<typeof ResultsElectorate>;

export const Results = z.object({
  election: z.string(),
  /** When the source says it was last changed. ISO 8601 with a zone. */
  updated: z.string().nullable(),
  simulated: z.boolean().default(false),
  countPercent: percent.nullable(),
  votesCast: count.nullable().default(null),
  electoratesFinal: count.nullable().default(null),
  /** How many electorates the election has; null where the source does not say. */
  electoratesTotal: count.nullable().default(null),
  /** Electorates of independents, where the source lists no electorates but says how many. */
  independents: count.optional(),
  /** Electorates without a poll, where the source lists no electorates but says how many. */
  vacancies: count.optional(),
  parties: z.array(
    z.object({
      name: z.string().min(1),
      short: z.string().nullable().default(null),
      votes: count,
      /** Its share of the party vote, as the source has it. Ours is computed. */
      percent: percent.nullable().default(null),
      /** As the source has them. Ours are computed. */
      stated: z
        .object({ electorates: count.nullable(), list: count.nullable(), total: count.nullable() })
        .nullable()
        .default(null),
    }),
  ),
  electorates: z.array(ResultsElectorate),
});
export type Results = z.infer<typeof Results>;

/** By the source's own numbers: one in which no poll was held is never final. */
export const isAllFinal = ({ electoratesFinal, electoratesTotal, vacancies = 0 }: Results): boolean =>
  electoratesFinal !== null && electoratesTotal !== null && electoratesFinal + vacancies >= electoratesTotal;
