/**
 * A source's results as facts: how far the count is, each party's vote, each electorate, the House. Keys and ids are
 * the same at every read; the words come from wording.ts; what is odd in the results themselves is said here.
 */
import { allocate } from '../election/allocate.ts';
import { compareWith } from '../election/compare.ts';
import { contestProblems, totalVotes, type Contest } from '../election/contest.ts';
import { contestOf, type Counted, type Standing } from '../election/counting.ts';
import {
  isAllFinal,
  type Results,
  type ResultsCandidate,
  type ResultsElectorate,
} from '../election/results.ts';
import { tallyOf } from '../election/tally.ts';
import type { PartyId } from '../ids.ts';
import type { JsonObject } from '../json.ts';
import { fold } from '../rundown.ts';
import { FactContent, type FactValue } from '../schema/fact.ts';
import type { Feed, Oddity } from '../schema/feed.ts';
import type { Show } from '../schema/show.ts';
import type { Delivery } from './deliver.ts';
import { factIdFor } from './ids.ts';
import { COUNT_KEY, electorateKey, HOUSE_KEY, partyKey } from './keys.ts';
import { partyNames, type PartyNames } from './party-names.ts';
import { personName } from './person-names.ts';
import { simulatedSource, SIMULATED_BASIS, worded } from './wording.ts';

/** Where in the source a figure stands: the file of the whole count, and that of one electorate. */
export interface Places {
  whole: string;
  electorate: (name: string) => string;
}

export interface FactsOfResults {
  items: Delivery[];
  /** Names of parties that nobody has matched. */
  unknown: string[];
  /** What does not fit together, one sentence each. */
  problems: string[];
}

interface Reading {
  results: Results;
  show: Pick<Show, 'parties' | 'baseline'>;
  feed: Pick<Feed, 'id' | 'source' | 'parties'>;
  names: PartyNames;
  places: Places;
  complete: boolean;
}

const value = (name: string, amount: number, unit: string, derived = false): FactValue => ({
  name,
  value: amount,
  unit,
  qualifier: null,
  year: null,
  derived,
});

const odd = (code: Oddity['code'], detail: string, field: string | null = null): Oddity => ({
  code,
  detail,
  field,
});

/** Per cent with one decimal, rounded half up from whole votes. Exact below 9 · 10^12 votes. */
export const shareOfVotes = (votes: number, of: number): number =>
  of === 0 ? 0 : Math.floor((2000 * votes + of) / (2 * of)) / 10;

interface Content {
  kind: FactContent['kind'];
  subject: JsonObject;
  values: FactValue[];
  status: FactContent['status'];
  certainty: FactContent['certainty'];
  hedges?: string[];
  tally?: FactContent['tally'];
  advice?: FactContent['onAir']['advice'];
  countPercent: number | null;
  place: string;
  sentence: string;
}

function itemOf(reading: Reading, key: string, content: Content, oddities: Oddity[]): Delivery {
  const { feed, results, show } = reading;
  const { countPercent, place, sentence, advice = 'ok_with_label', ...rest } = content;
  const made = FactContent.parse({
    ...rest,
    statement: '-',
    asOf: { countPercent, basis: results.simulated ? SIMULATED_BASIS : 'stated', at: results.updated },
    source: {
      name: results.simulated ? simulatedSource(feed.source) : feed.source,
      place,
      sentence: sentence.slice(0, 2000),
    },
    onAir: { advice },
  });
  return { factId: factIdFor(feed.id, key), key, content: worded(made, show.parties), odd: oddities };
}

function countItem(reading: Reading): Delivery[] {
  const { results, complete, places } = reading;
  const { countPercent, votesCast, electoratesFinal, electoratesTotal } = results;
  if (countPercent === null) return [];
  const values = [
    value('votes_counted', countPercent, 'percent'),
    ...(votesCast === null ? [] : [value('votes_cast', votesCast, 'votes')]),
    ...(electoratesFinal === null ? [] : [value('electorates_final', electoratesFinal, 'electorates')]),
    ...(electoratesTotal === null ? [] : [value('electorates_total', electoratesTotal, 'electorates')]),
  ];
  const content: Content = {
    kind: 'count_progress',
    subject: {},
    values,
    status: complete ? 'unofficial-complete' : 'unofficial-partial',
    certainty: 'stated',
    advice: 'ok',
    countPercent,
    place: places.whole,
    sentence: `${countPercent}% of voting places counted${votesCast === null ? '' : `, ${votesCast} votes cast`}`,
  };
  return [itemOf(reading, COUNT_KEY, content, [])];
}

/** The shares that the source states come to something else than 100: the file is half one count and half another. */
function sharesOff(results: Results): Oddity[] {
  const stated = results.parties.map(({ percent }) => percent);
  if (stated.length === 0 || stated.some((share) => share === null)) return [];
  const sum = stated.reduce<number>((all, share) => all + (share ?? 0), 0);
  if (sum >= 99 && sum <= 101) return [];
  return [odd('shares_off', `The shares in the source come to ${Math.round(sum * 10) / 10}%, not 100%.`)];
}

/** Names of the source that are read as one party: whoever matched them has to see that their votes are added up. */
function mergedParties({ results, names }: Reading): { id: PartyId; odd: Oddity }[] {
  const byId = new Map<PartyId, string[]>();
  for (const { name } of results.parties) {
    const id = names.idOf(name);
    if (id) byId.set(id, [...(byId.get(id) ?? []), name]);
  }
  return [...byId].flatMap(([id, all]) => {
    const detail = `${all.map((name) => `“${name}”`).join(' and ')} are read as one party: their votes are added up.`;
    return all.length > 1 ? [{ id, odd: odd('parties_merged', detail) }] : [];
  });
}

function partyItems(reading: Reading, oddities: Oddity[]): Delivery[] {
  const { results, show, names, complete, places } = reading;
  const total = totalVotes(results.parties);
  if (total === 0) return [];
  const known = new Map<PartyId, { name: string; votes: number }>();
  for (const { name, votes } of results.parties) {
    const id = names.idOf(name);
    if (id) known.set(id, { name, votes: votes + (known.get(id)?.votes ?? 0) });
  }
  const merged = mergedParties(reading);
  const all = results.parties.map(({ name, votes }) => ({ id: names.idOf(name) ?? `name:${name}`, votes }));
  const changes = show.baseline ? compareWith(show.baseline, all) : [];
  return [...known].map(([party, { name, votes }]) => {
    const change = changes.find(({ id }) => id === party)?.shareChange ?? null;
    const content: Content = {
      kind: 'party_vote',
      subject: { party, ...(change === null ? {} : { baseline: show.baseline?.label ?? '' }) },
      values: [
        value('party_vote_share', shareOfVotes(votes, total), 'percent', true),
        value('party_votes', votes, 'votes'),
        ...(change === null ? [] : [value('change_points', change / 100, 'percentage_points', true)]),
      ],
      status: complete ? 'unofficial-complete' : 'unofficial-partial',
      certainty: 'provisional',
      countPercent: results.countPercent,
      place: places.whole,
      sentence: `${name}: ${votes} of ${total} party votes`,
    };
    const odd = merged.filter((one) => one.id === party).map((one) => one.odd);
    return itemOf(reading, partyKey(party), content, [...oddities, ...odd]);
  });
}

const personOf = ({ names }: Reading, { name, party }: ResultsCandidate): JsonObject => ({
  name: personName(name),
  party: party === null ? null : names.idOf(party),
  ...(party !== null && names.idOf(party) === null ? { party_name: party } : {}),
});

/** What the earlier election makes of the leader: the holder's party, or another. */
function changeOf({ show }: Reading, electorate: string, party: unknown): JsonObject {
  const held = show.baseline?.electorates.find(({ name }) => fold(name) === fold(electorate));
  if (!held?.party || typeof party !== 'string') return {};
  return { held_by: held.party, change: held.party === party ? 'hold' : 'gain' };
}

function aboveEnrolment({ enrolled, votesCast, parties, candidates }: ResultsElectorate): Oddity[] {
  if (enrolled === null) return [];
  const most = Math.max(votesCast ?? 0, totalVotes(parties), totalVotes(candidates));
  if (most <= enrolled) return [];
  return [odd('above_enrolment', `${most} votes, but only ${enrolled} people are enrolled.`)];
}

function electorateItem(reading: Reading, electorate: ResultsElectorate, standing: Standing): Delivery[] {
  const { leader, trailing, lead, tied, vacant } = standing;
  const { name, final, countPercent, candidates } = electorate;
  if (vacant || (leader === null && tied.length === 0)) return [];
  const subject: JsonObject = { electorate: name };
  const values: FactValue[] = [];
  const oddities = aboveEnrolment(electorate);
  if (leader !== null && lead !== null) {
    const first = personOf(reading, leader);
    subject['leader'] = first;
    if (final) subject['winner'] = { ...first };
    if (trailing) subject['trailing'] = personOf(reading, trailing);
    Object.assign(subject, changeOf(reading, name, first['party']));
    values.push(value('lead_votes', lead, 'votes', true));
    if (final) values.push(value('margin_votes', lead, 'votes', true));
    values.push(value('votes', leader.votes, 'votes'));
    if (trailing) values.push(value('trailing_votes', trailing.votes, 'votes'));
  } else {
    subject['level'] = tied.map((candidate) => personOf(reading, candidate));
    values.push(value('votes', tied[0]?.votes ?? 0, 'votes'));
    oddities.push(odd('tie', `${tied.map((one) => personName(one.name)).join(' and ')} are level.`));
  }
  if (countPercent !== null) values.push(value('counted', countPercent, 'percent'));
  const isWon = final && leader !== null;
  const content: Content = {
    kind: 'electorate_result',
    subject,
    values,
    status: leader === null ? 'too_close' : isWon ? 'unofficial-complete' : 'unofficial-partial',
    certainty: leader === null ? 'provisional' : isWon ? 'declared' : 'leading',
    hedges: isWon ? [] : [leader === null ? 'too close' : 'leading'],
    countPercent,
    place: reading.places.electorate(name),
    sentence: candidates.map((one) => `${one.name}: ${one.votes}`).join('; '),
  };
  return [itemOf(reading, electorateKey(name), content, oddities)];
}

/** Where a source lists no electorates but says how many each party has: those. */
function withStated(contest: Contest, { results, names }: Reading): Contest | null {
  if (results.electorates.length > 0) return contest;
  const stated = new Map<string, number>();
  for (const { name, stated: has } of results.parties) {
    if (has?.electorates == null) return null;
    const id = names.idOf(name) ?? `name:${name}`;
    stated.set(id, (stated.get(id) ?? 0) + has.electorates);
  }
  const parties = contest.parties.map((party) => ({ ...party, electorates: stated.get(party.id) ?? 0 }));
  const { independents = 0, vacancies = 0 } = results;
  return { ...contest, parties, independents, vacancies };
}

function houseItem(
  reading: Reading,
  counted: Counted,
  sharesOdd: Oddity[],
): { items: Delivery[]; problems: string[] } {
  const { results, show, names, complete, places } = reading;
  const contest = withStated(counted.contest, reading);
  if (contest === null || totalVotes(contest.parties) === 0) return { items: [], problems: [] };
  const wrong = contestProblems(contest);
  if (wrong.length > 0) return { items: [], problems: wrong.map((text) => `No House: ${text}.`) };
  const allocation = allocate(contest);
  const parties = show.parties.order.flatMap((id) => show.parties.byId[id] ?? []);
  const { tally, problems } = tallyOf({ allocation, declared: counted.declared, parties, complete });
  const differing = results.parties.flatMap(({ name, stated }) => {
    const id = names.idOf(name) ?? `name:${name}`;
    const ours = allocation.parties.find((party) => party.id === id);
    const total = stated?.total ?? null;
    if (total === null || total === (ours?.total ?? 0)) return [];
    return [
      odd(
        'seats_differ',
        `The source gives ${name} ${total} seats; by its votes it has ${ours?.total ?? 0}.`,
      ),
    ];
  });
  const ties = allocation.ties.length > 0 || counted.tied.length > 0;
  const oddities = [
    ...sharesOdd,
    ...mergedParties(reading).map((one) => one.odd),
    ...differing,
    ...problems.map((text) =>
      odd('seats_differ', `${text[0]?.toUpperCase() ?? ''}${text.slice(1)}.`, 'tally'),
    ),
    ...(ties ? [odd('tie', tieText(counted.tied), 'tally')] : []),
  ];
  const content: Content = {
    kind: 'seat_tally',
    subject: {},
    values: [],
    status: complete ? 'unofficial-complete' : 'unofficial-partial',
    certainty: complete ? 'provisional' : 'leading',
    hedges: complete ? [] : ['on current numbers'],
    tally,
    countPercent: results.countPercent,
    place: places.whole,
    sentence: `Worked out from ${allocation.validVotes} party votes and ${results.electorates.length || 'the stated'} electorates`,
  };
  return { items: [itemOf(reading, HOUSE_KEY, content, oddities)], problems: [] };
}

const tieText = (electorates: readonly string[]): string =>
  electorates.length > 0 ? `Level: ${electorates.join(', ')}.` : 'The last seat is tied.';

/** A party that is not known by its name may be by its short one. */
function withShortNames(names: PartyNames, results: Results): PartyNames {
  const shorts = new Map(results.parties.map(({ name, short }) => [name, short]));
  const shortOf = (name: string) => shorts.get(name) ?? null;
  return {
    idOf(name) {
      const short = shortOf(name);
      return !names.isUnknown(name) || short === null ? names.idOf(name) : names.idOf(short);
    },
    isUnknown(name) {
      const short = shortOf(name);
      return names.isUnknown(name) && (short === null || names.isUnknown(short));
    },
  };
}

/**
 * @param show the show's parties, whose names are looked for, and its baseline, where it has one
 */
export function factsOfResults(
  results: Results,
  show: Pick<Show, 'parties' | 'baseline'>,
  feed: Pick<Feed, 'id' | 'source' | 'parties'>,
  places: Places,
): FactsOfResults {
  const names = withShortNames(partyNames(show, feed.parties), results);
  const counted = contestOf(results, (name) => names.idOf(name) ?? `name:${name}`);
  const complete = counted.complete || (results.electorates.length === 0 && isAllFinal(results));
  const reading: Reading = { results, show, feed, names, places, complete };
  const off = sharesOff(results);
  const house = houseItem(reading, counted, off);
  const items = [
    ...countItem(reading),
    ...partyItems(reading, off),
    ...results.electorates.flatMap((electorate, index) => {
      const standing = counted.standings[index];
      return standing ? electorateItem(reading, electorate, standing) : [];
    }),
    ...house.items,
  ];
  const seen = new Map<string, string>();
  const doubled = items.filter(({ factId, key }) => {
    const other = seen.get(factId);
    if (other === undefined) seen.set(factId, key);
    return other !== undefined;
  });
  const candidates = results.electorates.flatMap(({ candidates: all }) => all);
  const mentioned = [
    ...results.parties.map(({ name }) => name),
    ...candidates.flatMap(({ party }) => party ?? []),
  ];
  return {
    items: items.filter((one) => !doubled.includes(one)),
    unknown: [...new Set(mentioned)].filter((name) => names.isUnknown(name)),
    problems: [
      ...counted.problems.map((text) => `${text}.`),
      ...house.problems,
      ...doubled.map(
        ({ key, factId }) =>
          `“${key}” and “${seen.get(factId) ?? ''}” have the same name: the second is left out.`,
      ),
    ],
  };
}
