/**
 * One election as the file of elections has it: votes and electorates. Seats that stand beside them are never read, so
 * that what comes out is worked out, whatever the file claims.
 */
import { z } from 'zod';
import { firstIssue } from '../plain-issue.ts';
import { contestProblems, NEW_ZEALAND, totalVotes, type Contest } from './contest.ts';

const count = z.int().min(0);

export const RecordParty = z.looseObject({
  id: z.string().min(1).max(80),
  name: z.string().min(1).optional(),
  short: z.string().min(1).optional(),
  party_votes: count,
  electorate_seats: count.default(0),
});
export type RecordParty = z.infer<typeof RecordParty>;

/** Every other field may be there and is not looked at: `list_seats`, `total_seats`, `house_seats`, `majority`, …. */
export const ElectionRecord = z.looseObject({
  id: z.string().min(1).max(80),
  year: z.int().optional(),
  date: z.string().optional(),
  base_seats: z.int().min(1).default(NEW_ZEALAND.baseSeats),
  electorates_total: count.optional(),
  electorates_filled: count.optional(),
  electorates_vacant: count.default(0),
  independents_elected: count.default(0),
  valid_party_votes: count.optional(),
  parties: z.array(RecordParty).min(1).max(500),
});
export type ElectionRecord = z.infer<typeof ElectionRecord>;

export type RecordReading =
  { ok: true; record: ElectionRecord; contest: Contest; warnings: string[] } | { ok: false; problem: string };

/** A record's contest, under New Zealand's threshold. It may still have `contestProblems`. */
export const contestOfRecord = (record: ElectionRecord): Contest => ({
  ...NEW_ZEALAND,
  baseSeats: record.base_seats,
  parties: record.parties.map(({ id, party_votes, electorate_seats }) => ({
    id,
    votes: party_votes,
    electorates: electorate_seats,
  })),
  independents: record.independents_elected,
  vacancies: record.electorates_vacant,
});

const electoratesOf = (record: ElectionRecord): number =>
  record.parties.reduce((sum, party) => sum + party.electorate_seats, record.independents_elected);

/** What cannot be true of the fields together; null where nothing is wrong. */
function recordProblem(record: ElectionRecord): string | null {
  const seen = new Map<string, number>();
  for (const [index, { id }] of record.parties.entries()) {
    const before = seen.get(id);
    if (before !== undefined) {
      return `"parties.${index}.id": the party "${id}" is there already, as "parties.${before}.id"`;
    }
    seen.set(id, index);
  }
  const won = electoratesOf(record);
  const { electorates_total: all, electorates_vacant: vacant, independents_elected: independents } = record;
  if (all !== undefined && won + vacant > all) {
    const without = vacant > 0 ? `, the vacant ones to ${vacant}` : '';
    return `"parties": the electorates won come to ${won}${without}, but "electorates_total" is ${all}`;
  }
  if (independents > record.base_seats) {
    return `"independents_elected": ${independents} are more than the ${record.base_seats} seats`;
  }
  return contestProblems(contestOfRecord(record))[0] ?? null;
}

function warningsOf(record: ElectionRecord): string[] {
  const { valid_party_votes: stated, electorates_filled: filled } = record;
  const votes = totalVotes(contestOfRecord(record).parties);
  const won = electoratesOf(record);
  return [
    stated !== undefined && stated !== votes
      ? `"valid_party_votes" says ${stated}, but the parties' votes come to ${votes}, which is what counts`
      : null,
    filled !== undefined && filled !== won
      ? `"electorates_filled" says ${filled}, but the parties and independents have ${won}`
      : null,
  ].filter((line) => line !== null);
}

/** Reads one election. A refusal names the field. */
export function readRecord(value: unknown): RecordReading {
  const parsed = ElectionRecord.safeParse(value);
  if (!parsed.success) return { ok: false, problem: firstIssue(parsed.error, 'the election') };
  const problem = recordProblem(parsed.data);
  if (problem !== null) return { ok: false, problem };
  return {
    ok: true,
    record: parsed.data,
    contest: contestOfRecord(parsed.data),
    warnings: warningsOf(parsed.data),
  };
}
