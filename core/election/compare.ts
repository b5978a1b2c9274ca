/** A count beside an earlier election: change of votes, shares and seats, and swing. */
import { totalVotes } from './contest.ts';
import { rounded, shareOf } from './fractions.ts';
import type { Baseline } from '../schema/baseline.ts';

export interface Votes {
  id: string;
  votes: number;
  seats?: number;
}

/** Shares are in hundredths of a per cent, changes of them in hundredths of a percentage point. */
export interface Comparison {
  id: string;
  votes: number;
  share: number | null;
  seats: number | null;
  /** The earlier election's, and the change since; null where it does not have the party, or not that figure. */
  before: { votes: number; share: number | null; seats: number | null } | null;
  votesChange: number | null;
  /** From the votes, rounded once (halves away from zero): it may differ from the difference of two rounded shares. */
  shareChange: number | null;
  seatsChange: number | null;
}

interface Share {
  votes: number;
  of: number;
}

/** The difference of two shares in hundredths of a point times two totals: a fraction of integers, not yet rounded. */
function shareStep(now: Share, before: Share): { above: bigint; below: bigint } {
  const above = BigInt(now.votes) * BigInt(before.of) - BigInt(before.votes) * BigInt(now.of);
  return { above: above * 10_000n, below: BigInt(now.of) * BigInt(before.of) };
}

/** Every party now, in the order given, then those that only the earlier election has. */
export function compareWith(baseline: Baseline, parties: readonly Votes[]): Comparison[] {
  const total = totalVotes(parties);
  const earlier = new Map<string, Baseline['parties'][number]>();
  for (const row of baseline.parties) if (row.party !== null) earlier.set(row.party, row);
  const gone = [...earlier.keys()].filter((id) => !parties.some((party) => party.id === id));
  const rows: readonly Votes[] = [...parties, ...gone.map((id) => ({ id, votes: 0, seats: 0 }))];
  return rows.map(({ id, votes, seats = null }): Comparison => {
    const then = earlier.get(id);
    const now = { id, votes, share: shareOf(votes, total), seats };
    if (!then) return { ...now, before: null, votesChange: null, shareChange: null, seatsChange: null };
    const whole = baseline.validVotes;
    const step =
      total > 0 && whole > 0 ? shareStep({ votes, of: total }, { votes: then.votes, of: whole }) : null;
    return {
      ...now,
      before: { votes: then.votes, share: shareOf(then.votes, whole), seats: then.seats },
      votesChange: votes - then.votes,
      shareChange: step && rounded(step.above, step.below),
      seatsChange: seats === null || then.seats === null ? null : seats - then.seats,
    };
  });
}

/**
 * Butler's swing from one party to another: half the sum of what one lost and the other gained, in hundredths of a
 * percentage point, from the votes and rounded once. Below 0 it is a swing the other way; null where a total is missing.
 * Source: D. Butler and S. D. Van Beek, “Why Not Swing? Measuring Electoral Change”, PS: Political Science & Politics
 * 23 (1990), 178–184.
 */
export function swingOf(
  baseline: Baseline,
  parties: readonly Votes[],
  from: string,
  to: string,
): number | null {
  const total = totalVotes(parties);
  const whole = baseline.validVotes;
  const votes = (id: string) => parties.find((party) => party.id === id)?.votes;
  const then = (id: string) => baseline.parties.find((row) => row.party === id)?.votes;
  const [fromNow, toNow, fromThen, toThen] = [votes(from), votes(to), then(from), then(to)];
  if (total === 0 || whole === 0) return null;
  if (fromNow === undefined || toNow === undefined || fromThen === undefined || toThen === undefined)
    return null;
  const gain = shareStep({ votes: toNow, of: total }, { votes: toThen, of: whole });
  const change = shareStep({ votes: fromNow, of: total }, { votes: fromThen, of: whole });
  return rounded(gain.above - change.above, 2n * gain.below);
}
