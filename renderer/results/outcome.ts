/**
 * One election worked out: from a feed's present results or from a stored record to the House, its parties and what is to
 * be said of it. Every figure comes from core/election; here it is only brought together. Pure.
 */
import { z } from 'zod';
import { allocate, type Allocation, type AllocatedParty } from '../../core/election/allocate.ts';
import { compareWith, type Comparison } from '../../core/election/compare.ts';
import { contestProblems, type Contest } from '../../core/election/contest.ts';
import { contestOf, INDEPENDENT, type Standing } from '../../core/election/counting.ts';
import { shareOf } from '../../core/election/fractions.ts';
import { contestOfRecord, ElectionRecord } from '../../core/election/record.ts';
import type { Results } from '../../core/election/results.ts';
import { projectShares, shareProblems } from '../../core/election/shares.ts';
import { tallyOf } from '../../core/election/tally.ts';
import { partyNames } from '../../core/feeds/party-names.ts';
import { PartyId } from '../../core/ids.ts';
import { fold } from '../../core/rundown.ts';
import type { Baseline } from '../../core/schema/baseline.ts';
import type { Tally } from '../../core/schema/fact.ts';
import type { FeedContent } from '../../core/schema/feed.ts';
import type { Party, Show } from '../../core/schema/show.ts';
import { NO_COLOUR } from '../pictures/arc-words.ts';
import { text } from '../text.ts';

const { results: t } = text;

/** A stored election, with the fields beside the votes that a reader wants to see. */
export const StoredElection = ElectionRecord.extend({
  result_status: z.string().optional(),
  as_of: z.string().optional(),
  special_cases: z.array(z.string()).optional(),
});
export type StoredElection = z.infer<typeof StoredElection>;

export const isOfficial = ({ result_status: status }: StoredElection): boolean =>
  status === undefined || status.startsWith('official');

export interface OutcomeParty extends AllocatedParty {
  name: string;
  short: string;
  colour: string;
  /** Of text on the colour. */
  ink: string;
  isInShow: boolean;
  /** Hundredths of a per cent. */
  share: number | null;
  /** Against the baseline; null where there is none. */
  change: Comparison | null;
}

export interface Outcome {
  title: string;
  /** Official, election night, counting: in a word. */
  word: string;
  isComplete: boolean;
  isSimulated: boolean;
  /** Worked out from rounded shares: a sentence that says so. */
  projection: string | null;
  countPercent: number | null;
  electoratesFinal: number | null;
  electoratesTotal: number | null;
  votesCast: number | null;
  updated: string | null;
  contest: Contest;
  allocation: Allocation;
  /** Most votes first. */
  parties: OutcomeParty[];
  tally: Tally;
  /** Every party of the tally, with those that the show lacks. */
  shown: Show['parties'];
  standings: { standing: Standing; countPercent: number | null }[];
  /** A party's short name by its name in the source; null is an independent. */
  shortOf(party: string | null): string;
  /** Everything to be looked at, a sentence each. */
  problems: string[];
  notes: string[];
}

export type Worked = { ok: true; outcome: Outcome } | { ok: false; problem: string };

/** An id for every party name of a feed: the show's, else one made of the name, so that its votes take part all the same. */
export function idsOf(parties: Show['parties'], matched: FeedContent['parties']): (name: string) => string {
  const names = partyNames({ parties }, matched);
  return (name) =>
    names.idOf(name) ??
    `other.${fold(name)
      .replaceAll(/[^a-z0-9]+/g, '-')
      .slice(0, 70)}`;
}

type Names = ReadonlyMap<string, { name: string; short: string }>;

/**
 * The show's parties, and a grey one for each that it lacks, so that no seat is dropped from a picture.
 * @param ownNames an earlier election calls its parties as they were registered then
 */
function partiesWith(parties: Show['parties'], names: Names, ownNames: boolean): Show['parties'] {
  const byId: Record<string, Party> = { ...parties.byId };
  const order = [...parties.order];
  for (const [id, { name, short }] of names) {
    const partyId = PartyId.safeParse(id);
    const known = byId[id];
    if (known && ownNames) byId[id] = { ...known, name, short };
    if (!partyId.success || known) continue;
    byId[id] = { id: partyId.data, name, short, colour: NO_COLOUR, ink: '#000000', side: 'left' };
    order.push(partyId.data);
  }
  return { byId, order };
}

interface Basis extends Pick<
  Outcome,
  | 'title'
  | 'word'
  | 'isComplete'
  | 'isSimulated'
  | 'countPercent'
  | 'electoratesFinal'
  | 'electoratesTotal'
  | 'votesCast'
  | 'updated'
  | 'standings'
  | 'problems'
  | 'notes'
> {
  contest: Contest;
  declared: Record<string, number>;
  names: Names;
  idOf(name: string): string;
  /** The names are of this election, and not the show's. */
  ownNames: boolean;
}

export interface Context {
  parties: Show['parties'];
  baseline: Baseline | null;
  /** Works seats out from shares rounded to one decimal, as a projection would. */
  fromShares: boolean;
}

function workOut(basis: Basis, { parties, baseline, fromShares }: Context): Worked {
  const { contest, declared, names, ownNames } = basis;
  const [problem] = contestProblems(contest);
  if (problem !== undefined) return { ok: false, problem };
  const exact = allocate(contest);
  const shared = contest.parties.map(({ id, votes, electorates }) => {
    const hundredths = shareOf(votes, exact.validVotes) ?? 0;
    return { id, percent: Math.round(hundredths / 10) / 10, electorates };
  });
  const projects = fromShares && exact.validVotes > 0 && shareProblems(shared).length === 0;
  const { baseSeats, independents, vacancies, threshold } = contest;
  const projection = projects
    ? projectShares(shared, { baseSeats, independents, vacancies, threshold })
    : null;
  const allocation: Allocation = projection ?? exact;
  const shown = partiesWith(parties, names, ownNames);
  const reading = tallyOf({
    allocation,
    declared: projection ? {} : declared,
    parties: shown.order.flatMap((id) => shown.byId[id] ?? []),
    complete: basis.isComplete && projection === null,
  });
  const tally: Tally = projection ? asProjected(reading.tally) : reading.tally;
  const seats = new Map(allocation.parties.map(({ id, total }) => [id, total]));
  const changes = baseline
    ? new Map(
        compareWith(
          baseline,
          contest.parties.map(({ id, votes }) => ({ id, votes, seats: seats.get(id) ?? 0 })),
        ).map((one) => [one.id, one]),
      )
    : null;
  const votesOf = new Map(contest.parties.map(({ id, votes }) => [id, votes]));
  const rows = allocation.parties.map((party): OutcomeParty => {
    const ours = shown.byId[party.id];
    const theirs = names.get(party.id);
    const votes = votesOf.get(party.id) ?? 0;
    return {
      ...party,
      votes,
      name: ours?.name ?? theirs?.name ?? party.id,
      short: ours?.short ?? theirs?.short ?? party.id,
      colour: ours?.colour ?? NO_COLOUR,
      ink: ours?.ink ?? '#000000',
      isInShow: Object.hasOwn(parties.byId, party.id),
      share: shareOf(votes, exact.validVotes),
      change: changes?.get(party.id) ?? null,
    };
  });
  rows.sort((a, b) => b.votes - a.votes || b.total - a.total);
  const nameOf = (id: string, otherwise = id) => rows.find((one) => one.id === id)?.short ?? otherwise;
  return {
    ok: true,
    outcome: {
      ...basis,
      projection: projection?.sentence ?? null,
      allocation,
      parties: rows,
      tally,
      shown,
      shortOf: (party) => (party === null ? t.independent : nameOf(basis.idOf(party), party)),
      problems: [
        ...allocation.ties.map((tie) =>
          t.tie(
            tie.seats,
            tie.parties.map((id) => nameOf(id)),
          ),
        ),
        ...basis.problems,
        ...reading.problems,
      ],
    },
  };
}

/** All seats of a projection are projected, won electorates too: it is not known which share is right. */
const asProjected = (tally: Tally): Tally => ({
  ...tally,
  overhang: 0,
  rows: tally.rows.map((row) => ({
    ...row,
    seats: 0,
    electorate: null,
    list: null,
    leading: 0,
    overhang: 0,
    projected: row.seats + row.leading,
  })),
});

/** A stored election: complete, without electorates by name. */
export function outcomeOfRecord(record: StoredElection, context: Context): Worked {
  const official = isOfficial(record);
  return workOut(
    {
      title: t.recordTitle(record.year ?? null, record.id, official),
      word: official ? t.official : t.electionNight,
      isComplete: true,
      isSimulated: false,
      countPercent: null,
      electoratesFinal: record.electorates_filled ?? null,
      electoratesTotal: record.electorates_total ?? null,
      votesCast: null,
      updated: null,
      standings: [],
      problems: [],
      notes: record.special_cases ?? [],
      contest: contestOfRecord(record),
      declared: {},
      ownNames: true,
      idOf: (name) => name,
      names: new Map(
        record.parties.map(({ id, name, short }) => [id, { name: name ?? id, short: short ?? name ?? id }]),
      ),
    },
    context,
  );
}

/** What the source says of its parties' seats, where it differs from what its votes give. */
function statedProblems(results: Results, idOf: (name: string) => string, contest: Contest): string[] {
  if (contestProblems(contest).length > 0) return [];
  const ours = new Map(allocate(contest).parties.map(({ id, total }) => [id, total]));
  return results.parties.flatMap(({ name, short, stated }) => {
    const total = ours.get(idOf(name));
    if (!stated || stated.total === null || total === undefined || stated.total === total) return [];
    return [t.statedOf(short ?? name, stated.total, total)];
  });
}

/** @param idOf the show's party by its name in the feed, else an id of its own */
export function outcomeOfResults(results: Results, idOf: (name: string) => string, context: Context): Worked {
  const counted = contestOf(results, idOf);
  const { contest, standings, declared, complete, tied, unreported } = counted;
  return workOut(
    {
      title: results.election,
      word: complete ? t.final : t.counting,
      isComplete: complete,
      isSimulated: results.simulated,
      countPercent: results.countPercent,
      electoratesFinal: results.electoratesFinal,
      electoratesTotal: results.electoratesTotal,
      votesCast: results.votesCast,
      updated: results.updated,
      standings: standings.map((standing, i) => ({
        standing,
        countPercent: results.electorates[i]?.countPercent ?? null,
      })),
      problems: [
        ...(tied.length > 0 ? [t.tiedElectorates(tied)] : []),
        ...(unreported > 0 && unreported < standings.length ? [t.unreported(unreported)] : []),
        ...counted.problems,
        ...statedProblems(results, idOf, contest),
      ],
      notes: [],
      contest,
      declared,
      ownNames: false,
      idOf,
      names: new Map([
        ...results.parties.map(({ name, short }) => [idOf(name), { name, short: short ?? name }] as const),
        [INDEPENDENT, { name: t.independent, short: t.independent }] as const,
      ]),
    },
    context,
  );
}
