/** From a source's results, mid-count or final, to what can be allocated: who leads where, and which leads are declared. */
import type { Contest } from './contest.ts';
import { NEW_ZEALAND } from './contest.ts';
import type { Results, ResultsCandidate, ResultsElectorate } from './results.ts';

/** The id under which electorates of independents and of parties without a list are counted. */
export const INDEPENDENT = 'independent';

export interface Standing {
  electorate: string;
  final: boolean;
  vacant: boolean;
  /** The candidate with the most votes; null while there are none, or where several have as many. */
  leader: ResultsCandidate | null;
  /** The next; null where there is no leader or no other candidate. */
  trailing: ResultsCandidate | null;
  /** Votes between the two; null where there is no leader. */
  lead: number | null;
  /** Those who share the first place, where more than one does. */
  tied: ResultsCandidate[];
  /** Whose electorate it would be: a listed party's id, `independent`, or null where nobody leads. */
  holder: string | null;
}

export interface Counted {
  contest: Contest;
  standings: Standing[];
  /** Declared electorates by the id of who holds them; independents under `independent`. */
  declared: Record<string, number>;
  /** Electorates in which nobody leads because several have as many votes. */
  tied: string[];
  /** Electorates without a vote so far. */
  unreported: number;
  /** Whether every electorate is declared or vacant, and none is tied. */
  complete: boolean;
  /** What in the results does not fit together, one sentence each. */
  problems: string[];
}

function standingOf(electorate: ResultsElectorate, holderOf: (party: string | null) => string): Standing {
  const { name, final, vacant, candidates } = electorate;
  const ranked = vacant ? [] : candidates.filter(({ votes }) => votes > 0).sort((a, b) => b.votes - a.votes);
  const [first, second] = ranked;
  const base = { electorate: name, final, vacant };
  if (!first) return { ...base, leader: null, trailing: null, lead: null, tied: [], holder: null };
  if (first.votes === second?.votes) {
    const tied = ranked.filter(({ votes }) => votes === first.votes);
    return { ...base, leader: null, trailing: null, lead: null, tied, holder: null };
  }
  // somebody without a vote so far is still who comes next
  const trailing = second ?? candidates.find((one) => one !== first) ?? null;
  const lead = first.votes - (trailing?.votes ?? 0);
  return { ...base, leader: first, trailing, lead, tied: [], holder: holderOf(first.party) };
}

const count = <T>(list: readonly T[], keep: (item: T) => boolean): number => list.filter(keep).length;

/**
 * The contest of a source's results: an electorate goes to who leads in it, and to nobody where the lead is shared.
 * The result may have `contestProblems`: ask before it is allocated.
 * @param idOf a party's id by its name in the source; must give every name an id
 */
export function contestOf(
  results: Results,
  idOf: (party: string) => string,
  law: Pick<Contest, 'baseSeats' | 'threshold'> = NEW_ZEALAND,
): Counted {
  const problems: string[] = [];
  const names = new Map<string, string>();
  const votes = new Map<string, number>();
  for (const party of results.parties) {
    const id = idOf(party.name);
    const other = names.get(id);
    if (other !== undefined)
      problems.push(`${other} and ${party.name} are both read as "${id}": votes added up`);
    names.set(id, party.name);
    votes.set(id, (votes.get(id) ?? 0) + party.votes);
  }
  const holderOf = (party: string | null): string => {
    const id = party === null ? INDEPENDENT : idOf(party);
    return votes.has(id) ? id : INDEPENDENT;
  };
  const standings = results.electorates.map((electorate) => standingOf(electorate, holderOf));
  const electoratesOf = (id: string) => count(standings, ({ holder }) => holder === id);
  const declared: Record<string, number> = {};
  for (const { holder, final } of standings) {
    if (holder !== null && final) declared[holder] = (declared[holder] ?? 0) + 1;
  }
  const contest: Contest = {
    ...law,
    parties: [...votes].map(([id, n]) => ({ id, votes: n, electorates: electoratesOf(id) })),
    independents: votes.has(INDEPENDENT) ? 0 : electoratesOf(INDEPENDENT),
    vacancies: count(standings, ({ vacant }) => vacant),
  };
  const all = results.electoratesTotal ?? standings.length;
  return {
    contest,
    standings,
    declared,
    tied: standings.filter(({ tied }) => tied.length > 0).map(({ electorate }) => electorate),
    unreported: count(
      standings,
      ({ vacant, leader, tied }) => !vacant && leader === null && tied.length === 0,
    ),
    complete:
      standings.length > 0 &&
      standings.length >= all &&
      standings.every(({ vacant, final, holder }) => vacant || (final && holder !== null)),
    problems,
  };
}
