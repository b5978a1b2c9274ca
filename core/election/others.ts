/** Other countries' ways: lists by highest averages without electorates, and first past the post. */
import { award, type Method, type SeatTie, type Voted } from './divisors.ts';

export interface ListResult {
  parties: { id: string; votes: number; seats: number }[];
  ties: SeatTie[];
  /** Seats that nobody has: tied ones, or all of them where nobody has a vote. */
  undecided: number;
}

/**
 * Plain D'Hondt or Sainte-Laguë: no threshold, no electorates. A tie for the last seats is reported, not decided.
 * @throws RangeError beyond 10^12 votes or 1000 seats
 */
export function listSeats(parties: readonly Voted[], seats: number, method: Method): ListResult {
  const awarded = award(parties, seats, method);
  return {
    parties: parties.map(({ id, votes }) => ({ id, votes, seats: awarded.seats.get(id) ?? 0 })),
    ties: awarded.tie ? [awarded.tie] : [],
    undecided: awarded.undecided,
  };
}

export interface Race {
  name: string;
  candidates: readonly Voted[];
}

export interface RaceTally {
  /** Races won or led, by the candidates' ids (their parties'). */
  seats: Record<string, number>;
  ties: { race: string; parties: string[] }[];
  /** Races without a vote so far. */
  unreported: string[];
}

/** First past the post: the most votes win, and as many for two is a tie that nobody wins. */
export function firstPastThePost(races: readonly Race[]): RaceTally {
  const tally: RaceTally = { seats: {}, ties: [], unreported: [] };
  for (const { name, candidates } of races) {
    const most = Math.max(0, ...candidates.map(({ votes }) => votes));
    const first = most > 0 ? candidates.filter(({ votes }) => votes === most) : [];
    const [winner] = first;
    if (!winner) tally.unreported.push(name);
    else if (first.length > 1) tally.ties.push({ race: name, parties: first.map(({ id }) => id) });
    else tally.seats[winner.id] = (tally.seats[winner.id] ?? 0) + 1;
  }
  return tally;
}
