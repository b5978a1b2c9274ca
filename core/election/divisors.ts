/** Seats by highest averages, in exact integers: the one place where quotients are compared. */
import { MAX_SEATS, MAX_VOTES, totalVotes } from './contest.ts';

/** Sainte-Laguë divides by 1, 3, 5, …; D'Hondt by 1, 2, 3, …. */
export type Method = 'sainte-lague' | 'dhondt';

/** @param seat which of a party's seats the divisor is for, from 1 */
export const divisorOf = (method: Method, seat: number): number =>
  method === 'dhondt' ? seat : 2 * seat - 1;

export interface Quotient {
  votes: number;
  divisor: number;
}

/**
 * Below 0 where `a` is the smaller quotient, 0 where they are equal. By cross multiplication, which is exact up to
 * 10^12 votes and 1000 seats: the product then stays below 2^53.
 */
export const compareQuotients = (a: Quotient, b: Quotient): number =>
  a.votes * b.divisor - b.votes * a.divisor;

/** Seats for which more parties have the same quotient than there are seats left. */
export interface SeatTie {
  /** How many seats are to be drawn for. */
  seats: number;
  /** The parties between which they are, in the order given. */
  parties: string[];
}

export interface Award {
  /** Seats of each party, without those that are tied. */
  seats: ReadonlyMap<string, number>;
  tie: SeatTie | null;
  /** Seats that nobody has: tied ones, and all of them where there are no votes. */
  undecided: number;
}

export interface Voted {
  id: string;
  votes: number;
}

/**
 * Gives so many seats to the highest quotients. A tie for the last of them is reported and not decided.
 * @throws RangeError beyond 10^12 votes or 1000 seats
 */
export function award(parties: readonly Voted[], seats: number, method: Method): Award {
  if (totalVotes(parties) > MAX_VOTES || seats > MAX_SEATS) throw new RangeError('too large to be exact');
  const running = parties
    .filter(({ votes }) => votes > 0)
    .map(({ id, votes }) => ({ id, votes, held: 0, divisor: divisorOf(method, 1) }));
  let left = seats;
  let tie: SeatTie | null = null;
  while (left > 0) {
    let best = running[0];
    if (!best) break;
    for (const party of running) if (compareQuotients(party, best) > 0) best = party;
    const highest = best;
    const first = running.filter((party) => compareQuotients(party, highest) === 0);
    if (first.length > left) {
      tie = { seats: left, parties: first.map(({ id }) => id) };
      break;
    }
    for (const party of first) {
      party.held += 1;
      party.divisor = divisorOf(method, party.held + 1);
    }
    left -= first.length;
  }
  return { seats: new Map(running.map(({ id, held }) => [id, held])), tie, undecided: left };
}
