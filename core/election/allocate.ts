/**
 * Seats under a mixed-member proportional system, by the Electoral Act 1993 (New Zealand), ss 191–193: threshold or
 * electorate, Sainte-Laguë, electorates of independents off the top, overhang on top.
 */
import { contestProblems, totalVotes, type Contest, type ContestParty } from './contest.ts';
import { award, type Method, type SeatTie } from './divisors.ts';
import { majorityOf } from './house.ts';

export interface AllocatedParty extends ContestParty {
  /** What lets it share in the seats; null where it has neither the votes nor an electorate. */
  qualifies: 'votes' | 'electorate' | null;
  /** Its quotients among the highest: all the seats that its votes give it. */
  entitlement: number;
  list: number;
  /** Electorates above its entitlement. */
  overhang: number;
  total: number;
}

/** Always: the parties' totals + independents + undecided = house. */
export interface Allocation {
  method: Method;
  baseSeats: number;
  /** Seats given by quotients: the base without the electorates that came off it first. */
  quotaSeats: number;
  /** All seats: base + overhang, the undecided ones among them. A vacant electorate is no part of it. */
  house: number;
  /** What the House comes to where a tied seat goes to a party that has it as overhang already; else the same. */
  houseLeast: number;
  /** Seats to govern. */
  majority: number;
  overhang: number;
  listSeats: number;
  independents: number;
  /** Electorates without a member. They are not overhang, and every one of the base seats is given all the same. */
  vacancies: number;
  validVotes: number;
  /** Seats that belong to nobody: tied ones, and all of them where no party with votes qualifies. */
  undecided: number;
  ties: SeatTie[];
  /** In the order given. */
  parties: AllocatedParty[];
}

/** Whether the votes alone are enough. Without a vote nobody is over a threshold, not even one of 0 %. */
export const reachesThreshold = (votes: number, total: number, percent: number): boolean =>
  votes > 0 && votes * 100 >= percent * total;

/**
 * Allocates a House. A tie for the last seats is reported and those seats stay undecided.
 * Electorates of a party that does not qualify (only where no waiver lifts the threshold) come off the base first, as
 * an independent's do, and its members keep them.
 * @throws RangeError where `contestProblems` has something to say: ask it first of what came from outside
 */
export function allocate(contest: Contest, method: Method = 'sainte-lague'): Allocation {
  const [problem] = contestProblems(contest);
  if (problem !== undefined) throw new RangeError(problem);
  const { baseSeats, independents, vacancies, threshold } = contest;
  const validVotes = totalVotes(contest.parties);
  // spelled out rather than spread: gaps allocate hundreds of times, and a spread is most of the time of one
  const qualified = contest.parties.map(({ id, votes, electorates }) => {
    const byVotes = reachesThreshold(votes, contest.thresholdOf ?? validVotes, threshold.percent);
    const byElectorate = threshold.waiver && electorates > 0;
    const qualifies = byVotes ? ('votes' as const) : byElectorate ? ('electorate' as const) : null;
    return { id, votes, electorates, qualifies };
  });
  const outside = qualified.reduce((n, party) => n + (party.qualifies ? 0 : party.electorates), independents);
  const quotaSeats = Math.max(0, baseSeats - outside);
  const awarded = award(
    qualified.filter(({ qualifies }) => qualifies !== null),
    quotaSeats,
    method,
  );
  const parties = qualified.map(({ id, votes, electorates, qualifies }): AllocatedParty => {
    const entitlement = awarded.seats.get(id) ?? 0;
    const overhang = qualifies ? Math.max(0, electorates - entitlement) : 0;
    const list = Math.max(0, entitlement - electorates);
    return { id, votes, electorates, qualifies, entitlement, list, overhang, total: electorates + list };
  });
  const sum = (field: 'overhang' | 'list') => parties.reduce((n, party) => n + party[field], 0);
  const overhang = sum('overhang');
  const house = quotaSeats + outside + overhang;
  // a tied seat may fall to a party that keeps it as overhang: then it is no longer one seat more
  const tied = new Set(awarded.tie?.parties);
  const absorbing = parties.filter(({ id, overhang: over }) => tied.has(id) && over > 0).length;
  return {
    method,
    baseSeats,
    quotaSeats,
    house,
    houseLeast: house - Math.min(absorbing, awarded.tie?.seats ?? 0),
    majority: majorityOf(house),
    overhang,
    listSeats: sum('list'),
    independents,
    vacancies,
    validVotes,
    undecided: awarded.undecided,
    ties: awarded.tie ? [awarded.tie] : [],
    parties,
  };
}
