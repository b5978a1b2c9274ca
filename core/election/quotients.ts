/** Why a seat went where it did: every party's quotients with their ranks, and those on both sides of the last seat. */
import type { Allocation } from './allocate.ts';
import { compareQuotients, divisorOf, type Quotient } from './divisors.ts';
import { rounded } from './fractions.ts';

export interface RankedQuotient extends Quotient {
  party: string;
  /** Which of the party's seats this quotient is for, from 1. */
  seat: number;
  /** 1 is the highest. Equal quotients have the same rank. */
  rank: number;
  outcome: 'seat' | 'tied' | 'missed';
  /** The quotient in hundredths, halves rounded up: to show, never to compare. */
  hundredths: number;
}

export interface QuotientTable {
  /** How many seats the quotients were for. */
  seats: number;
  /** By rank; of each party, all that got a seat and the next `beyond`. */
  quotients: RankedQuotient[];
  /** The last that got a seat, the lowest at the end. */
  last: RankedQuotient[];
  /** Those between which the last seats are tied. */
  tied: RankedQuotient[];
  /** The next that got none, the highest first. */
  next: RankedQuotient[];
}

/**
 * @param around how many quotients to show on each side of the last seat
 * @param beyond how many quotients of each party to rank below its last seat
 */
export function quotientTable(allocation: Allocation, around = 5, beyond = 2): QuotientTable {
  const { method, parties, ties, quotaSeats } = allocation;
  const tiedParties = new Set(ties.flatMap((tie) => tie.parties));
  const all = parties.flatMap((party) => {
    if (party.qualifies === null || party.votes === 0) return [];
    return Array.from({ length: party.entitlement + Math.max(1, beyond) }, (_, i) => {
      const divisor = divisorOf(method, i + 1);
      const tied = i === party.entitlement && tiedParties.has(party.id);
      const outcome =
        i < party.entitlement ? ('seat' as const) : tied ? ('tied' as const) : ('missed' as const);
      const hundredths = rounded(BigInt(party.votes) * 100n, BigInt(divisor));
      return { party: party.id, seat: i + 1, votes: party.votes, divisor, outcome, hundredths };
    });
  });
  all.sort((a, b) => compareQuotients(b, a));
  let rank = 0;
  const quotients = all.map((quotient, i): RankedQuotient => {
    const before = all[i - 1];
    if (!before || compareQuotients(before, quotient) !== 0) rank = i + 1;
    return { ...quotient, rank };
  });
  const of = (outcome: RankedQuotient['outcome']) => quotients.filter((one) => one.outcome === outcome);
  return {
    seats: quotaSeats,
    quotients,
    last: around > 0 ? of('seat').slice(-around) : [],
    tied: of('tied'),
    next: of('missed').slice(0, around),
  };
}
