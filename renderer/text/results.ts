/** The desk's words for results: seats worked out from votes, why they are so, and who can govern. A part of text.ts. */
import type { AllocatedParty } from '../../core/election/allocate.ts';
import { plural } from './plural.ts';

const n = (value: number): string => value.toLocaleString('en-NZ');
/** With a real minus, as wide as the plus. */
const signed = (value: number, words: string): string =>
  value === 0 ? '±0' : `${value > 0 ? '+' : '−'}${words}`;
const list = (names: readonly string[]): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`;

export const results = {
  sources: 'Which election',
  live: 'From feeds',
  stored: 'Stored elections',
  noLive: 'No feed of results in this show.',
  noResultsYet: 'nothing read yet',
  addFeed: 'Add a feed…',
  loading: 'Asking the station…',
  choose: 'Choose an election on the left: its House is worked out from the votes.',
  nothingYet: (feed: string) => `${feed} has brought no results yet. Its state is in the Feeds workspace.`,
  cannot: (why: string) => `These votes cannot be turned into seats: ${why}.`,

  house: 'House',
  houseOf: 'House',
  majority: 'To govern',
  overhang: 'Overhang',
  vacant: 'Vacant electorates',
  undecided: 'Undecided',
  independents: 'Independents',
  quotaSeats: 'By quotients',
  validVotes: 'Valid party votes',
  seats: (count: number) => plural(count, 'seat', 'seats'),
  number: n,
  final: 'COMPLETE',
  counting: 'COUNTING',
  official: 'OFFICIAL',
  officialLabel: 'OFFICIAL RESULT',
  electionNight: 'ELECTION NIGHT',
  simulated: 'SIMULATED',
  projection: 'PROJECTION',
  countingLong: 'Seats on current numbers: electorates go to whoever leads in them.',
  updated: (when: string) => `as of ${when}`,

  basis: 'Worked out from',
  bases: { votes: 'Votes', shares: 'Rounded shares' },
  differsFromVotes: (parts: readonly string[]) => `From the votes themselves it is ${list(parts)}.`,
  sameAsVotes: 'The votes themselves give the same seats.',

  party: 'Party',
  votes: 'Votes',
  share: 'Share',
  shareChange: 'Change',
  electorates: 'Electorate',
  listSeats: 'List',
  overhangShort: 'Over',
  total: 'Seats',
  seatsChange: 'Change',
  table: 'Seats and votes by party',
  others: (count: number) => `${plural(count, 'party', 'parties')} without seats`,
  showOthers: 'Show all',
  hideOthers: 'Only with seats',
  percent: (hundredths: number | null) => (hundredths === null ? '–' : `${(hundredths / 100).toFixed(2)}%`),
  points: (hundredths: number | null) =>
    hundredths === null ? '' : signed(hundredths, Math.abs(hundredths / 100).toFixed(2)),
  seatChange: (seats: number | null) => (seats === null ? '' : signed(seats, String(Math.abs(seats)))),
  qualifies: (how: AllocatedParty['qualifies']): string =>
    how === 'votes' ? 'by votes' : how === 'electorate' ? 'by an electorate' : 'below the threshold',
  notInShow: 'Not a party of this show: it cannot be put on air from here.',
  against: (label: string) => `Changes against ${label}`,
  noBaseline: 'No election to compare with: choose a stored one and make it the baseline.',
  setBaseline: 'Make it the baseline',
  isBaseline: 'This is the show’s baseline',
  clearBaseline: 'Compare with none',
  makeFact: 'Make a fact of this House',
  factMade: (statement: string) => `Written as a draft: “${statement}”. Approve it in Facts.`,
  statedDiffers: 'The source’s seats differ from ours',
  statedOf: (name: string, theirs: number, ours: number) =>
    `${name}: the source says ${theirs}, the votes give ${ours}`,
  swing: (points: string, from: string, to: string) => `Swing of ${points} points from ${from} to ${to}`,
  problems: 'Look at',
  notes: 'Notes of the record',
  tie: (seats: number, parties: readonly string[]) =>
    `Tie: ${plural(seats, 'seat', 'seats')} between ${list(parties)}. Nobody has ${seats === 1 ? 'it' : 'them'} until it is decided.`,
  tiedElectorates: (names: readonly string[]) => `Tied, so nobody leads: ${list(names)}.`,
  unreported: (count: number) => `${plural(count, 'electorate has', 'electorates have')} no votes yet.`,

  tabs: 'Why and what if',
  tab: { why: 'Last seats', next: 'Next seat', govern: 'Who can govern', electorates: 'Electorates' },

  whyIntro: (seats: number) =>
    `Each party’s votes are divided by 1, 3, 5 and so on. The ${n(seats)} highest quotients have a seat; these are on both sides of the last one.`,
  rank: 'Rank',
  seatNo: 'For seat',
  ofParty: (seat: number) => `${n(seat)}.`,
  sum: 'Votes ÷ divisor',
  quotient: 'Quotient',
  division: (votes: number, divisor: number) => `${n(votes)} ÷ ${n(divisor)}`,
  hundredths: (value: number) =>
    (value / 100).toLocaleString('en-NZ', { minimumFractionDigits: 2, maximumFractionDigits: 2 }),
  outcomes: { seat: 'SEAT', tied: 'TIED', missed: 'MISSED' },
  lastLine: 'the last seat is given above this line',
  noQuotients: 'No party qualifies yet: there is nothing to divide.',
  last: (name: string, over: string, next: string) => `${name} has the last seat, ${over} ahead of ${next}.`,

  nextIntro: 'In a party’s own votes, while everybody else’s stay as they are.',
  toNext: 'To the next seat',
  safeBy: 'Last seat safe by',
  toThreshold: 'To 5%',
  votesMore: (votes: number) => `${n(votes)} more`,
  votesLess: (votes: number) => `${n(votes)} votes`,
  noNumber: 'out of reach',
  byElectorates: 'held by electorates',
  over: 'over',
  none: '–',

  governIntro: (majority: number) =>
    `Every combination that reaches ${majority} and can spare none of its members.`,
  onNumbers: 'On current numbers: this changes as the count does.',
  onShares: 'From rounded shares: a projection.',
  alone: 'alone',
  spare: (seats: number) => (seats === 0 ? 'exactly enough' : `${plural(seats, 'seat', 'seats')} to spare`),
  coalition: (names: readonly string[]) => names.join(' + '),
  noCoalition: 'Nobody can: no combination reaches the majority.',
  notAll: 'There are more combinations than could be tried: some are missing.',
  exclude: 'Will not govern together',
  excludeHint: 'Two parties that refuse each other; combinations with both are left out.',
  with: 'with',
  addPair: 'Leave out',
  removePair: (a: string, b: string) => `Let ${a} and ${b} govern together again`,
  pair: (a: string, b: string) => `${a} and ${b}`,
  firstParty: 'One party',
  secondParty: 'The other party',

  search: 'Search electorates',
  searchHint: 'Search electorates, candidates, parties (macrons may be left out)',
  electorateList: 'Electorates',
  electorate: 'Electorate',
  leader: 'Leader',
  lead: 'Lead',
  counted: 'Counted',
  state: 'State',
  declared: 'FINAL',
  leads: 'LEADS',
  tied: 'TIE',
  vacantWord: 'NO POLL',
  noVotes: 'NO VOTES',
  independent: 'Independent',
  ahead: (name: string, party: string) => `${name} (${party})`,
  aheadOf: (name: string, party: string) => `ahead of ${name} (${party})`,
  between: (names: readonly string[]) => `between ${list(names)}`,
  noElectorates: 'This record has no votes by electorate.',
  nothingFound: 'No electorate has all of these words.',
  found: (found: number, all: number) =>
    found === all
      ? plural(all, 'electorate', 'electorates')
      : `${found} of ${plural(all, 'electorate', 'electorates')}`,

  factStatement: (title: string, house: number) => `The House by party, ${title}: ${house} seats.`,
  factHeadline: 'THE HOUSE',
  factDetail: (house: number) => `${house} seats`,
  factNote: 'Worked out by Tallydesk from the votes and electorates of the stored election.',
  factSource: (isOfficial: boolean) =>
    isOfficial ? 'Electoral Commission, official result' : 'Electoral Commission, election night',
  factPlace: (id: string) => `Party votes and electorates of the stored election ${id}.`,
  officialWords: 'Official result',
  nightWords: 'Election night, preliminary',
  storedTitle: (year: number | null, id: string) => (year === null ? id : `${year} general election`),
  recordTitle: (year: number | null, id: string, isOfficial: boolean) =>
    year === null ? id : `${isOfficial ? 'official result' : 'election night'} ${year}`,
};
