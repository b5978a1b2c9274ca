/** The count at one moment of a night: everything grows, and at the end is exactly what was planned. */
import { allocate, type Allocation } from '../../core/election/allocate.ts';
import { INDEPENDENT } from '../../core/election/counting.ts';
import { contestOfRecord } from '../../core/election/record.ts';
import type { Heap, Night, NightElectorate } from './night.ts';

export interface ElectorateState {
  electorate: NightElectorate;
  /** Voting places counted. */
  counted: number;
  final: boolean;
  /** When it last changed, as a share of the night. */
  at: number;
  /** In the order of the night's parties. */
  partyVotes: number[];
  /** In the order of the electorate's candidates. */
  candidateVotes: number[];
  partyInformals: number;
  candidateInformals: number;
  /** All ballot papers: valid party votes and informal ones. */
  votesCast: number;
}

export interface NightState {
  night: Night;
  /** When anything last changed, as a share of the night; null before the first result. */
  at: number | null;
  electorates: ElectorateState[];
  /** In the order of the night's parties. */
  partyVotes: number[];
  allocation: Allocation;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, n) => total + n, 0);

/** Small places report first: half of the places have a third of the votes. */
const shareOfVotes = (places: number): number => places ** 1.6;

/** How much of a heap is counted when a share of all votes is; it only grows, from none to all of it. */
const reached = ({ votes, lean }: Heap, share: number): number =>
  votes * (share + lean * share * (1 - share));

function electorateAt(electorate: NightElectorate, moment: number): ElectorateState {
  const { from, until, places, parties, candidates, informal } = electorate;
  // a hair more, so that rounding never holds the last place back
  const progress = (moment - from) / (until - from) + 1e-9;
  const counted = Math.max(0, Math.min(places, Math.floor(progress * places)));
  const share = shareOfVotes(counted / places);
  // rounded up here and down there, so that there are never more candidates' votes than papers
  const partyVotes = parties.map((heap) => Math.ceil(reached(heap, share)));
  const candidateVotes = candidates.map((heap) => Math.floor(reached(heap, share)));
  const blank = sum(parties.map(({ votes }) => votes)) + informal - sum(candidates.map(({ votes }) => votes));
  const partyInformals = Math.floor(informal * share);
  return {
    electorate,
    counted,
    final: counted === places,
    at: from + ((until - from) * counted) / places,
    partyVotes,
    candidateVotes,
    partyInformals,
    candidateInformals: candidates.length > 0 ? Math.floor(blank * share) : 0,
    votesCast: sum(partyVotes) + partyInformals,
  };
}

/** Whose electorate it is so far: a party's id, `independent`, or null without votes or with a shared lead. */
function leaderOf({ electorate, candidateVotes }: ElectorateState): string | null {
  const most = Math.max(0, ...candidateVotes);
  const first = electorate.candidates.filter((_, i) => candidateVotes[i] === most);
  return most > 0 && first.length === 1 ? (first[0]?.party ?? null) : null;
}

/** Seats as the Commission's own system would have them: worked out from the count so far. */
export function allocationOf(
  night: Night,
  partyVotes: readonly number[],
  electorates: readonly ElectorateState[],
): Allocation {
  const leaders = electorates.map(leaderOf);
  const led = (id: string) => leaders.filter((leader) => leader === id).length;
  return allocate({
    ...contestOfRecord(night.record),
    parties: night.parties.map(({ id }, i) => ({ id, votes: partyVotes[i] ?? 0, electorates: led(id) })),
    independents: led(INDEPENDENT),
  });
}

/** @param moment 0, before the first place has reported, to 1, when all have */
export function stateAt(night: Night, moment: number): NightState {
  const electorates = night.electorates.map((electorate) => electorateAt(electorate, moment));
  const partyVotes = night.parties.map((_, i) => sum(electorates.map((state) => state.partyVotes[i] ?? 0)));
  const reporting = electorates.filter(({ counted }) => counted > 0);
  return {
    night,
    at: reporting.length > 0 ? Math.max(...reporting.map(({ at }) => at)) : null,
    electorates,
    partyVotes,
    allocation: allocationOf(night, partyVotes, electorates),
  };
}

export interface Progress {
  counted: number;
  places: number;
}

export const progressOf = ({ electorates }: Pick<NightState, 'electorates'>): Progress => ({
  counted: sum(electorates.map(({ counted }) => counted)),
  places: sum(electorates.map(({ electorate }) => electorate.places)),
});

/** The last moment of the night at which no more than so many per cent of the voting places are counted. */
export function momentOf(night: Night, percent: number): number {
  if (percent >= 100) return 1;
  let [low, high] = [0, 1];
  for (let i = 0; i < 40; i += 1) {
    const middle = (low + high) / 2;
    const { counted, places } = progressOf({
      electorates: night.electorates.map((electorate) => electorateAt(electorate, middle)),
    });
    if (counted * 100 <= percent * places) low = middle;
    else high = middle;
  }
  return low;
}
