/** How near a party is to its next seat, and how safe its last one is, in its own party votes while others' stay as they are. */
import { allocate, reachesThreshold } from './allocate.ts';
import { MAX_VOTES, totalVotes, type Contest } from './contest.ts';
import type { Method } from './divisors.ts';

export interface Gap {
  id: string;
  /** Votes it lacks to reach the threshold, its own new votes making the total larger; 0 where it is over. Null: cannot. */
  toThreshold: number | null;
  /** Votes it lacks for one more seat without a draw; null where no number of votes gives it one. */
  toNext: number | null;
  /** Votes it can lose and keep all its seats; null where it holds none, or none that hangs on votes. */
  safeBy: number | null;
}

/** The smallest whole number in (low, high] for which `holds`, which must be false at `low` and stay true once it is. */
function smallest(low: number, high: number, holds: (n: number) => boolean): number {
  while (high - low > 1) {
    const middle = low + Math.floor((high - low) / 2);
    if (holds(middle)) high = middle;
    else low = middle;
  }
  return high;
}

function votesToThreshold(votes: number, total: number, percent: number): number | null {
  if (reachesThreshold(votes, total, percent)) return 0;
  // (votes + n) · 100 ≥ percent · (total + n)
  if (percent === 100) return total === 0 ? 1 : null;
  const lacking = percent * total - votes * 100;
  const rest = lacking % (100 - percent);
  return Math.max(1, (lacking - rest) / (100 - percent) + (rest > 0 ? 1 : 0));
}

/**
 * Each party's gaps, found by allocating again with more or fewer votes: so thresholds that others cross because the
 * total has changed are in it. More votes for a party never cost it a seat, so halving the range finds the least number.
 * (Without the waiver they can, where another party falls below the threshold and its electorates come off the base: then
 * that many votes still give the seat and one less does not, but fewer might have.)
 */
export function gapsOf(contest: Contest, method?: Method): Gap[] {
  const total = totalVotes(contest.parties);
  const seatsWith = (id: string, votes: number): number => {
    const parties = contest.parties.map((party) =>
      party.id === id ? { id, votes, electorates: party.electorates } : party,
    );
    const found = allocate({ ...contest, parties }, method).parties.find((party) => party.id === id);
    return found?.total ?? 0;
  };
  return contest.parties.map(({ id, votes, electorates }): Gap => {
    const now = seatsWith(id, votes);
    const more = (n: number) => seatsWith(id, votes + n) > now;
    const fewer = (n: number) => seatsWith(id, votes - n) < now;
    const most = MAX_VOTES - Math.max(total, contest.thresholdOf ?? 0);
    const basis = contest.thresholdOf ?? total;
    return {
      id,
      toThreshold: votesToThreshold(votes, basis, contest.threshold.percent),
      toNext: most > 0 && more(most) ? smallest(0, nearEnough(more, most), more) : null,
      safeBy: now > electorates && votes > 0 && fewer(votes) ? smallest(0, votes, fewer) - 1 : null,
    };
  });
}

/** A number for which `holds`, found by doubling: few parties lack billions of votes. */
function nearEnough(holds: (n: number) => boolean, most: number): number {
  let n = 1024;
  while (n < most && !holds(n)) n *= 2;
  return Math.min(n, most);
}
