/** Who can govern: every coalition that reaches the majority and can spare none of its members. */

export interface Seated {
  id: string;
  seats: number;
}

export interface Coalition {
  /** Most seats first. */
  parties: string[];
  seats: number;
  /** Seats more than the majority needs. */
  spare: number;
}

export interface Coalitions {
  /** Fewest parties first, then most seats. */
  coalitions: Coalition[];
  /** False where there were more ways than could be tried: then some are missing. */
  complete: boolean;
}

/** How many choices are tried at most: enough for all of any eighteen parties. */
export const MOST_STEPS = 300_000;

/**
 * All minimal coalitions. Work is bounded by `MOST_STEPS` choices of a party; a House of ten parties needs under 2,000.
 * @param refusals pairs of parties that will not sit together, either way round
 */
export function coalitionsOf(
  parties: readonly Seated[],
  majority: number,
  refusals: readonly (readonly [string, string])[] = [],
): Coalitions {
  if (majority < 1) throw new RangeError('a majority is 1 seat at least');
  // largest first: whoever is added last is the smallest, so a coalition that is just reached can spare nobody
  const seated = parties.filter(({ seats }) => seats > 0).sort((a, b) => b.seats - a.seats);
  const refuses = (a: string, b: string) =>
    refusals.some(([x, y]) => (x === a && y === b) || (x === b && y === a));
  /** Seats of this party and all after it. */
  const rest = seated.map((_, i) => seated.slice(i).reduce((n, { seats }) => n + seats, 0));
  const found: Coalition[] = [];
  let steps = 0;
  const grow = (members: readonly Seated[], held: number, from: number): void => {
    for (let i = from; i < seated.length; i += 1) {
      const party = seated[i];
      if (!party || held + (rest[i] ?? 0) < majority) return;
      steps += 1;
      if (steps > MOST_STEPS) return;
      if (members.some(({ id }) => refuses(id, party.id))) continue;
      const seats = held + party.seats;
      const grown = [...members, party];
      if (seats < majority) grow(grown, seats, i + 1);
      else found.push({ parties: grown.map(({ id }) => id), seats, spare: seats - majority });
    }
  };
  grow([], 0, 0);
  found.sort((a, b) => a.parties.length - b.parties.length || b.seats - a.seats);
  return { coalitions: found, complete: steps <= MOST_STEPS };
}
