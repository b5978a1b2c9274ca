/** The earlier election that a night is compared with: votes and seats as they were declared. */
import { z } from 'zod';
import { PartyId } from '../ids.ts';

const count = z.int().min(0);

export const Baseline = z.object({
  /** What it is called on the desk and, where it is shown, on air: "2005", "2020 general election". */
  label: z.string().min(1).max(80),
  validVotes: count,
  house: count.nullable().default(null),
  parties: z.array(
    z.object({
      /** Null for a party that this show does not have. */
      party: PartyId.nullable(),
      name: z.string(),
      votes: count,
      seats: count.nullable().default(null),
    }),
  ),
  /** Who held each electorate. */
  electorates: z
    .array(
      z.object({
        name: z.string(),
        party: PartyId.nullable(),
        member: z.string().nullable().default(null),
        majority: count.nullable().default(null),
      }),
    )
    .default([]),
});
export type Baseline = z.infer<typeof Baseline>;
