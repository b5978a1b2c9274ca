// What the data of one electorate means in words: which word for the status, which label for the number.
import type { Tab } from '../../kit/lower-third.ts';
import { choice, integer, party, required, text, type Data, type Party } from '../../kit/read.ts';

const STATUS = [
  'declared',
  'leading',
  'projected',
  'too-close',
  'conceded',
  'recount',
  'historical',
] as const;
type Status = (typeof STATUS)[number];

const WORD: Record<Status, string> = {
  declared: 'Declared',
  leading: 'Leading',
  projected: 'Projection',
  'too-close': 'Too close to call',
  conceded: 'Conceded',
  recount: 'Recount',
  historical: 'Last result',
};
const NUMBER: Record<Status, string> = {
  declared: 'Majority',
  leading: 'Leads by',
  projected: 'Leads by',
  'too-close': 'Between them',
  conceded: 'Behind by',
  recount: 'Between them',
  historical: 'Majority',
};
const AGAINST: Record<Status, string> = {
  declared: 'beat',
  leading: 'ahead of',
  projected: 'projected to beat',
  'too-close': 'v',
  conceded: 'concedes to',
  recount: 'v',
  historical: 'beat',
};

export interface Electorate {
  electorate: string;
  solid: boolean;
  leader: { text: string; party: Party | null; partyText: string } | null;
  versus: string;
  votes: number | null;
  votesLabel: string;
  source: string;
  tabs: Tab[];
}

function changeTab(status: Status, change: '' | 'hold' | 'gain', who: Party | null): string {
  if (change === '') return '';
  const result = status === 'declared' || status === 'historical';
  if (!result) return change === 'gain' ? 'Would be a gain' : 'Would be a hold';
  return [who?.short ?? '', change].join(' ').trim();
}

/** Reads and words the data of one electorate. Throws a Refusal when it cannot be shown. */
export function readElectorate(data: Data): Electorate {
  const electorate = required(data, 'electorate');
  const status = choice(data, 'status', STATUS, 'declared');
  required(data, 'status');
  const who = party(data, 'party');
  const name = text(data, 'name');
  const opponent = text(data, 'opponent');
  const other = party(data, 'opponentParty');
  const change = changeTab(status, choice(data, 'change', ['', 'hold', 'gain'], ''), who);
  const year = text(data, 'year');
  const solid = status === 'declared' || status === 'historical';
  const against = [opponent, other?.short ?? ''].filter((part) => part !== '').join(', ');
  const leaderText = name || who?.short || '';
  const word = status === 'historical' && year !== '' ? `${year} result` : WORD[status];
  return {
    electorate,
    solid,
    leader:
      leaderText === '' ? null : { text: leaderText, party: who, partyText: name && who ? who.short : '' },
    versus: against === '' ? '' : leaderText === '' ? against : `${AGAINST[status]} ${against}`,
    votes: integer(data, 'votes'),
    votesLabel: NUMBER[status],
    source: text(data, 'source'),
    tabs: [
      { key: 'status', text: word, look: solid ? 'solid' : 'open', party: who },
      { key: 'change', text: change, look: 'quiet' },
      { key: 'counted', text: text(data, 'counted'), look: 'quiet' },
      { key: 'year', text: status === 'historical' ? '' : year, look: 'quiet' },
    ],
  };
}
