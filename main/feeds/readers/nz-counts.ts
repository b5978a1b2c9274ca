/** The Commission's counts: `election.xml`, and one file an electorate. Numbers of parties and candidates stay numbers. */
import { withZone } from '../../../core/feeds/zone.ts';
import type { FeedProblem } from '../../../core/schema/feed.ts';
import { flagged } from './source.ts';
import { childOf, childrenOf, Fields, textOf, type Element } from './xml.ts';

/** The files' times have no zone: they are New Zealand's. */
const ZONE = 'Pacific/Auckland';

export interface NumberedVotes {
  no: number;
  votes: number;
  line: number;
}

export interface NzPartyStatus extends NumberedVotes {
  percent: number | null;
  list: number | null;
  electorate: number | null;
  total: number | null;
}

export interface NzNational {
  updated: string | null;
  simulated: boolean;
  countPercent: number | null;
  votesCast: number | null;
  electoratesFinal: number | null;
  parties: NzPartyStatus[];
  problems: FeedProblem[];
}

export interface NzElectorate {
  no: number;
  updated: string | null;
  simulated: boolean;
  final: boolean;
  countPercent: number | null;
  votesCast: number | null;
  parties: NumberedVotes[];
  candidates: NumberedVotes[];
  problems: FeedProblem[];
}

const isTrue = (text: string | undefined): boolean => /^(true|yes|1)$/i.test(text ?? '');

function updatedOf(fields: Fields, root: Element): string | null {
  const { updated } = root.attributes;
  if (updated === undefined || updated === '') return null;
  const zoned = withZone(updated, ZONE);
  if (zoned === null) throw fields.bad(root, 'updated', `updated: “${updated.slice(0, 40)}” is not a time.`);
  return zoned;
}

function numbered<T extends object>(
  fields: Fields,
  list: Element | null,
  [rowName, numberName]: [string, string],
  more: (row: Element) => T,
): (NumberedVotes & T)[] {
  const seen = new Set<number>();
  return (list ? childrenOf(list, rowName) : []).map((row) => {
    const no = fields.count(row, numberName);
    if (seen.has(no)) throw fields.bad(row, numberName, `${rowName} ${no} is there twice.`);
    seen.add(no);
    return { no, votes: fields.count(row, 'votes'), line: row.line, ...more(row) };
  });
}

const sumOf = (rows: readonly { votes: number }[]): number => rows.reduce((sum, { votes }) => sum + votes, 0);

/** `election.xml`: the whole count. */
export function readNational(file: string, root: Element): NzNational {
  const fields = new Fields(file);
  if (root.name !== 'election')
    throw fields.bad(root, root.name, `The root is <${root.name}>, not <election>.`);
  const statistics = childOf(root, 'statistics');
  const status = childOf(root, 'partystatus');
  const problems: FeedProblem[] = [];
  const parties = numbered(fields, status, ['party', 'p_no'], (row) => {
    const list = fields.countOrNull(row, 'party_seats');
    const electorate = fields.countOrNull(row, 'candidate_seats');
    const total = fields.countOrNull(row, 'total_seats');
    if (list !== null && electorate !== null && total !== null && list + electorate !== total) {
      const no = textOf(row, 'p_no') ?? '';
      const detail = `Party ${no}: ${list} list and ${electorate} electorate seats are not ${total}.`;
      problems.push(flagged(file, detail, row.line, 'total_seats'));
    }
    return { percent: fields.percentOrNull(row, 'percent_votes'), list, electorate, total };
  });
  const shares = parties.flatMap(({ percent }) => percent ?? []);
  const sum = shares.reduce((all, share) => all + share, 0);
  if (shares.length > 0 && sumOf(parties) > 0 && (sum < 99 || sum > 101)) {
    const detail = `The shares come to ${Math.round(sum * 10) / 10}%, not 100%.`;
    problems.push(flagged(file, detail, status?.line ?? null, 'percent_votes'));
  }
  const votesCast = fields.countOrNull(statistics, 'total_votes_cast');
  if (votesCast !== null && sumOf(parties) > votesCast) {
    const detail = `The parties have ${sumOf(parties)} votes, more than the ${votesCast} cast.`;
    problems.push(flagged(file, detail, statistics?.line ?? null, 'total_votes_cast'));
  }
  return {
    updated: updatedOf(fields, root),
    simulated: isTrue(root.attributes['simulated']),
    countPercent: fields.percentOrNull(statistics, 'percent_voting_places_counted'),
    votesCast,
    electoratesFinal: fields.countOrNull(statistics, 'total_electorates_final'),
    parties,
    problems,
  };
}

/** `eNN/eNN.xml`: one electorate. */
export function readElectorate(file: string, root: Element): NzElectorate {
  const fields = new Fields(file);
  if (root.name !== 'electorate')
    throw fields.bad(root, root.name, `The root is <${root.name}>, not <electorate>.`);
  const no = fields.count(root, 'e_no');
  const named = /e0*(\d+)\.xml$/i.exec(file)?.[1];
  if (named !== undefined && Number(named) !== no)
    throw fields.bad(root, 'e_no', `The file is of electorate ${no}, its name of ${named}.`);
  const statistics = childOf(root, 'statistics');
  // turnout so far: above 100 there are more votes than people enrolled
  fields.percentOrNull(statistics, 'percent_votes_cast');
  const votesCast = fields.countOrNull(statistics, 'total_votes_cast');
  const problems: FeedProblem[] = [];
  const parties = numbered(fields, childOf(root, 'partyvotes'), ['party', 'p_no'], () => ({}));
  const candidates = numbered(fields, childOf(root, 'candidatevotes'), ['candidate', 'c_no'], () => ({}));
  for (const [what, rows] of [
    ['parties', parties],
    ['candidates', candidates],
  ] as const) {
    if (votesCast === null || sumOf(rows) <= votesCast) continue;
    const detail = `The ${what} have ${sumOf(rows)} votes, more than the ${votesCast} cast.`;
    problems.push(flagged(file, detail, statistics?.line ?? null, 'total_votes_cast'));
  }
  return {
    no,
    updated: updatedOf(fields, root),
    simulated: isTrue(root.attributes['simulated']),
    final: isTrue(root.attributes['final']),
    countPercent: fields.percentOrNull(statistics, 'percent_voting_places_counted'),
    votesCast,
    parties,
    candidates,
    problems,
  };
}
