/** What seats are allocated from: votes and electorates, never seats that somebody else has worked out. */

export interface Threshold {
  /** Integer per cent of all votes; exactly reaching it qualifies. */
  percent: number;
  /** An electorate lifts it. */
  waiver: boolean;
}

export interface ContestParty {
  id: string;
  /** Valid party votes. */
  votes: number;
  /** Electorates won, or led while counting. */
  electorates: number;
}

export interface Contest {
  /** Seats before any overhang. */
  baseSeats: number;
  /** Every listed party, also those without a chance: their votes count towards the threshold. */
  parties: readonly ContestParty[];
  /** Electorates won by independents or by candidates of parties without a list. */
  independents: number;
  /** Electorates in which nobody has been elected because no poll was held. */
  vacancies: number;
  threshold: Threshold;
  /** What the threshold is a share of; the sum of the parties' votes where it is absent. */
  thresholdOf?: number;
}

/** New Zealand: Electoral Act 1993, ss 191–193 (5 % or one electorate; 120 seats by quotients). */
export const NEW_ZEALAND: Pick<Contest, 'baseSeats' | 'threshold'> = {
  baseSeats: 120,
  threshold: { percent: 5, waiver: true },
};

/** The most votes of all parties together. With `MAX_SEATS`, no product of votes and a divisor leaves 2^53. */
export const MAX_VOTES = 1_000_000_000_000;
export const MAX_SEATS = 1000;

export const totalVotes = (parties: readonly { votes: number }[]): number =>
  parties.reduce((sum, { votes }) => sum + votes, 0);

const isCount = (value: number): boolean => Number.isSafeInteger(value) && value >= 0;

/** What keeps a contest from being allocated, one sentence each; empty where it can be. */
export function contestProblems(contest: Contest): string[] {
  const { baseSeats, parties, independents, vacancies, threshold } = contest;
  const problems: string[] = [];
  const seen = new Set<string>();
  for (const { id, votes, electorates } of parties) {
    if (seen.has(id)) problems.push(`the party "${id}" is listed twice`);
    seen.add(id);
    if (!isCount(votes)) problems.push(`the votes of "${id}" must be a whole number, 0 at least`);
    if (!isCount(electorates) || electorates > MAX_SEATS) {
      problems.push(`the electorates of "${id}" must be a whole number from 0 to ${MAX_SEATS}`);
    }
  }
  const basis = contest.thresholdOf ?? 0;
  if (!isCount(basis) || Math.max(basis, totalVotes(parties)) > MAX_VOTES) {
    problems.push(`more than ${MAX_VOTES.toLocaleString('en')} votes cannot be reckoned exactly`);
  }
  if (!isCount(baseSeats) || baseSeats < 1 || baseSeats > MAX_SEATS) {
    problems.push(`the seats must be a whole number from 1 to ${MAX_SEATS}`);
  }
  if (!isCount(independents) || independents > baseSeats) {
    problems.push('independents cannot hold more seats than there are');
  }
  if (!isCount(vacancies)) problems.push('the vacancies must be a whole number, 0 at least');
  if (!isCount(threshold.percent) || threshold.percent > 100) {
    problems.push('the threshold must be a whole per cent from 0 to 100');
  }
  return problems;
}
