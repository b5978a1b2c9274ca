// What the data of one electorate means in words: which word for the status, which label for the number.
import type { Tab } from '../../kit/lower-third.ts';
import type { Theme } from '../../kit/theme.ts';
import { choice, integer, isolate, party, required, text, type Data, type Party } from '../../kit/read.ts';

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

/** One side of the race as it is drawn: the party in a chip, or in the name's place when there is no name. */
export interface Side {
  party: Party | null;
  chip: string;
  name: string;
}

export interface Electorate {
  electorate: string;
  /** Whether the colours may be solid: the result is in. */
  solid: boolean;
  accent: Party | null;
  /** The leader; or both sides when it is too close to call. */
  sides: Side[];
  versus: string;
  votes: number | null;
  votesLabel: string;
  source: string;
  tabs: Tab[];
}

function side(name: string, who: Party | null): Side[] {
  if (name === '' && !who) return [];
  return [{ party: who, chip: name === '' ? '' : (who?.short ?? ''), name: name || (who?.short ?? '') }];
}

function changeTab(status: Status, change: '' | 'hold' | 'gain', who: Party | null): string {
  if (change === '') return '';
  const result = status === 'declared' || status === 'historical';
  if (!result) return change === 'gain' ? 'Would be a gain' : 'Would be a hold';
  return [isolate(who?.short ?? ''), change].join(' ').trim();
}

/** Reads and words the data of one electorate. Throws a Refusal when it cannot be shown. */
export function readElectorate(data: Data, theme: Theme): Electorate {
  const electorate = required(data, 'electorate');
  const status = choice(data, 'status', STATUS, 'declared');
  required(data, 'status');
  const who = party(data, 'party', theme);
  const name = text(data, 'name');
  const opponent = text(data, 'opponent');
  const other = party(data, 'opponentParty', theme);
  const change = changeTab(status, choice(data, 'change', ['', 'hold', 'gain'], ''), who);
  const year = text(data, 'year');
  const solid = status === 'declared' || status === 'historical';
  const leader = side(name, who);
  const level = status === 'too-close';
  const runnerUp = side(opponent, other);
  const against = [isolate(opponent), isolate(other?.short ?? '')].filter((part) => part !== '').join(', ');
  const word = status === 'historical' && year !== '' ? `${year} result` : WORD[status];
  return {
    electorate,
    solid,
    accent: level ? null : who,
    sides: level ? [...leader, ...runnerUp] : leader,
    versus: level || against === '' ? '' : leader.length === 0 ? against : `${AGAINST[status]} ${against}`,
    votes: integer(data, 'votes'),
    votesLabel: NUMBER[status],
    source: text(data, 'source'),
    tabs: [
      { key: 'status', text: word, look: solid ? 'solid' : 'open', party: level ? null : who },
      { key: 'change', text: change, look: 'solid' },
      { key: 'counted', text: text(data, 'counted'), look: 'quiet' },
      { key: 'year', text: status === 'historical' ? '' : year, look: 'quiet' },
    ],
  };
}
