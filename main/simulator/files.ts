/**
 * A count in the file layout of the New Zealand Electoral Commission's election-night feed. Every root element says
 * simulated="true", and a comment says it to whoever opens the file.
 */
import { localTime } from './clock.ts';
import type { Night } from './night.ts';
import { progressOf, type ElectorateState, type NightState } from './state.ts';

/** Texts by their paths below the feed's address. */
export type Files = Map<string, string>;

const HEAD = `<?xml version="1.0" encoding="UTF-8"?>
<!-- Simulated by Tallydesk. Votes per electorate are invented; only the totals are real. -->
`;

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

const escaped = (text: string): string => text.replace(/[&<>"]/g, (mark) => ESCAPES[mark] ?? mark);

type Attributes = Record<string, string | number | boolean>;

const attributes = (given: Attributes): string =>
  Object.entries(given)
    .map(([key, value]) => ` ${key}="${escaped(String(value))}"`)
    .join('');

/** An element of elements, one a line. */
const element = (name: string, given: Attributes, inner: readonly string[]): string =>
  inner.length === 0
    ? `<${name}${attributes(given)}/>`
    : [`<${name}${attributes(given)}>`, ...inner.map((line) => line.replace(/^/gm, '  ')), `</${name}>`].join(
        '\n',
      );

const field = (name: string, value: string | number): string =>
  `<${name}>${escaped(String(value))}</${name}>`;

const fields = (given: Record<string, string | number>): string[] =>
  Object.entries(given).map(([name, value]) => field(name, value));

const document = (root: string, given: Attributes, inner: readonly string[]): string =>
  `${HEAD}${element(root, { ...given, simulated: true }, inner)}\n`;

/** Rounded down to one decimal: nothing is 100.0 before all of it is. */
const tenths = (part: number, whole: number): string =>
  whole > 0 ? (Math.floor((part * 1000) / whole) / 10).toFixed(1) : '0.0';

const hundredths = (part: number, whole: number): string =>
  whole > 0 ? (Math.round((part * 10_000) / whole) / 100).toFixed(2) : '0.00';

/** `e07/e07.xml`. */
export function electoratePath(number: number): string {
  const name = `e${String(number).padStart(2, '0')}`;
  return `${name}/${name}.xml`;
}

/** The number of independents in the list of parties: they are no registered party. */
const independentNumber = ({ parties }: Night): number => parties.length + 1;

const abbreviation = (short: string): string =>
  short
    .split(/[^\p{L}\p{N}]+/u)
    .map((word) => word.slice(0, 1))
    .join('')
    .toUpperCase();

/** The files that are there before anything is counted, and stay as they are. */
export function listFiles(night: Night): Files {
  const party = (number: number, name: string, short: string, registered: boolean): string =>
    element(
      'party',
      { p_no: number },
      fields({
        abbrev: abbreviation(short),
        short_name: short,
        party_name: name,
        registered: registered ? 'yes' : 'no',
      }),
    );
  const numbers = new Map(night.parties.map(({ id, number }) => [id, number]));
  const alone = independentNumber(night);
  const parties = [
    ...night.parties.map(({ number, name, short }) => party(number, name, short, true)),
    party(alone, 'Independent', 'Independent', false),
  ];
  const electorates = night.electorates.map(({ number, name }) =>
    element('electorate', { e_no: number }, [field('electorate_name', name)]),
  );
  const candidates = night.electorates.flatMap((electorate) =>
    electorate.candidates.map(({ number, name, party: id }) =>
      element(
        'candidate',
        { c_no: number },
        fields({
          candidate_name: name,
          electorate: electorate.number,
          party: numbers.get(id) ?? alone,
          list_no: 0,
        }),
      ),
    ),
  );
  return new Map([
    ['parties.xml', document('parties', {}, parties)],
    ['electorates.xml', document('electorates', {}, electorates)],
    ['candidates.xml', document('candidates', {}, candidates)],
  ]);
}

const total = (numbers: readonly number[]): number => numbers.reduce((sum, n) => sum + n, 0);

function electionStatistics(state: NightState): string[] {
  const { night, electorates } = state;
  const { counted, places } = progressOf(state);
  const votes = total(electorates.map(({ votesCast }) => votesCast));
  const final = electorates.filter((one) => one.final).length;
  return fields({
    total_voting_places: places,
    total_voting_places_counted: counted,
    percent_voting_places_counted: tenths(counted, places),
    total_votes_cast: votes,
    percent_votes_cast: tenths(votes, total(night.electorates.map(({ enrolled }) => enrolled))),
    total_electorates_final: final,
    percent_electorates_final: tenths(final, electorates.length),
    total_minimal_votes: 0,
    total_special_votes: 0,
    total_registered_parties: night.parties.length,
  });
}

function electionFile(state: NightState, updated: string): string {
  const { night, partyVotes, allocation } = state;
  const valid = total(partyVotes);
  const parties = night.parties.map(({ id, number }, i) => {
    const votes = partyVotes[i] ?? 0;
    const seats = allocation.parties.find((party) => party.id === id);
    return element(
      'party',
      { p_no: number },
      fields({
        votes,
        percent_votes: hundredths(votes, valid),
        party_seats: seats?.list ?? 0,
        candidate_seats: seats?.electorates ?? 0,
        total_seats: seats?.total ?? 0,
      }),
    );
  });
  return document('election', { updated }, [
    element('statistics', {}, electionStatistics(state)),
    element('partystatus', {}, parties),
  ]);
}

/** Totals of the whole country. */
function statisticsFile(state: NightState, updated: string): string {
  const { electorates } = state;
  return document('statistics', { updated }, [
    ...electionStatistics(state),
    ...fields({
      total_electorates: electorates.length,
      total_candidates: total(electorates.map(({ electorate }) => electorate.candidates.length)),
      total_party_informals: total(electorates.map(({ partyInformals }) => partyInformals)),
      total_candidate_informals: total(electorates.map(({ candidateInformals }) => candidateInformals)),
    }),
  ]);
}

function electorateFile(state: ElectorateState, night: Night, updated: string): string {
  const { electorate, counted, votesCast, final } = state;
  const statistics = fields({
    total_voting_places: electorate.places,
    total_voting_places_counted: counted,
    percent_voting_places_counted: tenths(counted, electorate.places),
    total_votes_cast: votesCast,
    percent_votes_cast: tenths(votesCast, electorate.enrolled),
    total_party_informals: state.partyInformals,
    total_candidate_informals: state.candidateInformals,
    total_registered_parties: night.parties.length,
    total_candidates: electorate.candidates.length,
  });
  const parties = night.parties.map(({ number }, i) =>
    element('party', { p_no: number }, [field('votes', state.partyVotes[i] ?? 0)]),
  );
  const candidates = electorate.candidates.map(({ number }, i) =>
    element('candidate', { c_no: number }, [field('votes', state.candidateVotes[i] ?? 0)]),
  );
  return document('electorate', { e_no: electorate.number, final, updated }, [
    element('statistics', {}, statistics),
    element('partyvotes', {}, parties),
    element('candidatevotes', {}, candidates),
  ]);
}

/** The files of a count: an electorate's is there from its first result on, those of the country from the first of all. */
export function countFiles(state: NightState): Files {
  const { night, at } = state;
  const files: Files = new Map();
  if (at === null) return files;
  const updated = localTime(night.date, at);
  files.set('election.xml', electionFile(state, updated));
  files.set('statistics.xml', statisticsFile(state, updated));
  for (const electorate of state.electorates) {
    if (electorate.counted === 0) continue;
    const path = electoratePath(electorate.electorate.number);
    files.set(path, electorateFile(electorate, night, localTime(night.date, electorate.at)));
  }
  return files;
}
