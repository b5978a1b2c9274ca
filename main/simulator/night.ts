/**
 * A night that could have been: how each electorate votes, when its voting places report and which way its early places
 * lean, made up so that the end is exactly the stored result. The same seed makes the same night.
 */
import { INDEPENDENT } from '../../core/election/counting.ts';
import type { ElectionRecord } from '../../core/election/record.ts';
import { electoratesOf, type Electorate } from './electorates.ts';
import { hashOf, randomOf, type Random } from './random.ts';

/** What is counted of one party or candidate in one electorate. */
export interface Heap {
  /** At the end. */
  votes: number;
  /** −1 to 1: above 0 the places that report first have more of it than the rest. */
  lean: number;
}

export interface NightCandidate extends Heap {
  /** Number on the list of all candidates, from 1. */
  number: number;
  name: string;
  /** A party's id, or `independent`. */
  party: string;
}

export interface NightElectorate {
  /** From 1. */
  number: number;
  name: string;
  vacant: boolean;
  /** Voting places. */
  places: number;
  enrolled: number;
  /** Party votes that were not valid, at the end. */
  informal: number;
  /** When its count begins and ends, as shares of the night. */
  from: number;
  until: number;
  /** In the order of the night's parties. */
  parties: Heap[];
  candidates: NightCandidate[];
}

export interface NightParty {
  /** From 1. */
  number: number;
  id: string;
  name: string;
  short: string;
}

export interface Night {
  record: ElectionRecord;
  /** ISO date of election day. */
  date: string;
  parties: NightParty[];
  electorates: NightElectorate[];
}

/** Shares a whole number out by weights, exactly: the largest remainders get what is left. */
function shareOut(whole: number, weights: readonly number[]): number[] {
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  const exact = weights.map((weight) => (all > 0 ? (whole * weight) / all : 0));
  const shares = exact.map(Math.floor);
  let left = whole - shares.reduce((sum, share) => sum + share, 0);
  const order = exact.map((value, i) => [value - Math.floor(value), i] as const).sort((a, b) => b[0] - a[0]);
  for (let i = 0; left > 0; i = (i + 1) % order.length, left -= 1) {
    const index = order[i]?.[1] ?? 0;
    shares[index] = (shares[index] ?? 0) + 1;
  }
  return shares;
}

/** Leans so that they cancel out: the electorate's total reports as fast as its places do. */
function balanced<T extends Heap>(heaps: readonly T[]): T[] {
  const votes = heaps.reduce((sum, heap) => sum + heap.votes, 0);
  const mean = votes > 0 ? heaps.reduce((sum, heap) => sum + heap.votes * heap.lean, 0) / votes : 0;
  return heaps.map((heap) => ({ ...heap, lean: Math.max(-0.95, Math.min(0.95, heap.lean - mean)) }));
}

/** How much more than elsewhere a party is voted for in an electorate. */
function affinity(party: string, electorate: Electorate, random: Random): number {
  const wins = electorate.winner === party ? 1.4 : 1;
  const chance = Math.exp(0.25 * random.normal());
  if (!electorate.maori) return wins * chance;
  const there = { maori: 25, mana: 12, national: 0.2, act: 0.15, labour: 1.5 }[party] ?? 1;
  return wins * chance * there;
}

/** Early places are small and rural: National's people vote there. */
const LEANS: Readonly<Record<string, number>> = {
  national: 0.16,
  labour: -0.14,
  green: -0.25,
  nzfirst: 0.12,
};

const CONTESTING = 5;

interface Field {
  party: string;
  weight: number;
}

/** Who stands: the parties with the most votes, who is known to have stood, and here and there somebody alone. */
function fieldOf(
  electorate: Electorate,
  votes: readonly (readonly [string, number])[],
  random: Random,
): Field[] {
  const ranked = [...votes].sort((a, b) => b[1] - a[1]);
  const ids = new Set(ranked.slice(0, CONTESTING).map(([id]) => id));
  for (const id of [electorate.winner, ...Object.keys(electorate.named)]) if (id !== null) ids.add(id);
  if (random.next() < 0.3) ids.add(INDEPENDENT);
  const most = ranked[0]?.[1] ?? 1;
  return [...ids].map((party) => {
    const own = votes.find(([id]) => id === party)?.[1] ?? most * 0.03;
    return { party, weight: own * random.between(0.7, 1.1) + 1 };
  });
}

/** Votes of an electorate's candidates: the winner first, ahead by the margin; nobody else above the second. */
function candidateVotes(
  electorate: Electorate,
  field: readonly Field[],
  total: number,
  random: Random,
): [string, number][] {
  const { winner, runnerUp, margin: known } = electorate;
  const others = field.filter(({ party }) => party !== winner).sort((a, b) => b.weight - a.weight);
  const second = runnerUp ?? others.find(({ party }) => party !== INDEPENDENT)?.party ?? null;
  const rest = others.filter(({ party }) => party !== second);
  const forRest = second === null ? 0 : total * random.between(0.15, 0.24);
  const forTwo = total - forRest;
  const close = random.next() < 0.35;
  const made = forTwo * (close ? random.between(0.004, 0.06) : random.between(0.08, 0.45));
  const margin = known ?? Math.max(1, Math.round(made));
  const trailing = Math.floor((forTwo - margin) / 2);
  const weights = rest.reduce((sum, { weight }) => sum + weight, 0);
  return [
    ...(winner === null ? [] : [[winner, trailing + margin] as [string, number]]),
    ...(second === null ? [] : [[second, trailing] as [string, number]]),
    ...rest.map(({ party, weight }): [string, number] => [
      party,
      Math.min(Math.floor((forRest * weight) / weights), Math.floor(trailing * 0.8)),
    ]),
  ];
}

function candidatesOf(
  electorate: Electorate,
  parties: readonly NightParty[],
  heaps: readonly Heap[],
  random: Random,
) {
  if (electorate.winner === null) return [];
  const votes = parties.map(({ id }, i) => [id, heaps[i]?.votes ?? 0] as const);
  const valid = heaps.reduce((sum, heap) => sum + heap.votes, 0);
  const total = Math.floor(valid * random.between(0.955, 0.985));
  const shares = candidateVotes(electorate, fieldOf(electorate, votes, random), total, random);
  const [first, second] = shares;
  const near = first && second && first[1] - second[1] < 0.12 * first[1];
  // where it is close, the places that report first are mostly the loser's: the lead changes hands
  const turns = near ? [-0.35, 0.35] : [0.05, -0.05];
  const rows = shares.map(([party, n], i) => {
    const short = parties.find(({ id }) => id === party)?.short ?? 'Independent';
    const name = electorate.named[party] ?? `CANDIDATE, ${short} ${electorate.name}`;
    return { name, party, votes: n, lean: (turns[i] ?? 0) + 0.05 * random.normal() };
  });
  return balanced(rows).sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** @param seed any whole number */
export function planNight(record: ElectionRecord, seed: number): Night {
  const random = randomOf(hashOf(`${record.id} ${seed}`));
  const places = electoratesOf(record);
  const parties = record.parties
    .map(({ id, name, short }) => ({ id, name: name ?? short ?? id, short: short ?? name ?? id }))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map((party, i): NightParty => ({ ...party, number: i + 1 }));
  const sizes = places.map(({ maori }) => (maori ? 0.6 : 1) * random.between(0.88, 1.12));
  const votes = parties.map(({ id }) => {
    const whole = record.parties.find((party) => party.id === id)?.party_votes ?? 0;
    return shareOut(
      whole,
      places.map((place, i) => (sizes[i] ?? 1) * affinity(id, place, random)),
    );
  });
  let candidateNumber = 0;
  const electorates = places.map((place, i): NightElectorate => {
    const heaps = balanced(
      parties.map(({ id }, p) => ({
        votes: votes[p]?.[i] ?? 0,
        lean: (LEANS[id] ?? 0) + 0.08 * random.normal(),
      })),
    );
    const valid = heaps.reduce((sum, heap) => sum + heap.votes, 0);
    const informal = Math.round(valid * random.between(0.003, 0.008));
    const later = place.winner === 'national' ? 0 : 0.03;
    const from = 0.02 + later + random.between(0, 0.14);
    const candidates = candidatesOf(place, parties, heaps, random).map((candidate) => {
      candidateNumber += 1;
      return { ...candidate, number: candidateNumber };
    });
    return {
      number: i + 1,
      name: place.name,
      vacant: place.winner === null,
      places: Math.round(random.between(24, 62)),
      enrolled: Math.round((valid + informal) / random.between(0.72, 0.84)),
      informal,
      from,
      until: random.between(0.5, 0.98) + (1 - from) * 0.02,
      parties: heaps,
      candidates,
    };
  });
  return { record, date: record.date ?? '2000-01-01', parties, electorates };
}
