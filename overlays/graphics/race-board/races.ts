// Reads the races of a board and words what is known of each; splits them into pages.
import { choice, integer, list, party, required, text, type Data, type Party } from '../../kit/read.ts';
import { Refusal } from '../../kit/refusal.ts';
import type { Theme } from '../../kit/theme.ts';

const STATUS = ['declared', 'leading', 'projected', 'too-close', 'recount', 'waiting'] as const;
type Status = (typeof STATUS)[number];

/** What the number is; said without one too, because it is the word of the status. */
const NUMBER: Record<Status, string> = {
  declared: 'Majority',
  leading: 'Leads by',
  projected: 'Leads by',
  'too-close': 'Between them',
  recount: 'Between them',
  waiting: '',
};
const WORD: Record<Status, string> = {
  declared: 'Declared',
  leading: 'Leading',
  projected: 'Projection',
  'too-close': 'Too close to call',
  recount: 'Recount',
  waiting: 'No votes yet',
};

/** One side of a race: the party in a chip, or in the name's place when there is no name. */
export interface Side {
  /** Paths of the name and of the party within the race. */
  fields: { name: string; party: string };
  party: Party | null;
  chip: string;
  name: string;
}

export interface Race {
  key: string;
  /** Path of the race in the data. */
  field: string;
  electorate: string;
  status: Status;
  /** Whether the colours may be solid. */
  solid: boolean;
  /** Nobody, the leader, or both when neither leads. */
  sides: Side[];
  votes: number | null;
  votesLabel: string;
  word: string;
  counted: string;
  /** `HOLD`, `GAIN`, or what it would be; '' when it is not said. */
  change: '' | 'hold' | 'gain';
}

export interface Races {
  title: string;
  label: string;
  source: string;
  races: Race[];
}

const FEWEST = 2;
const MOST = 24;
/** How many stand on a single page, and on each when there are several. */
const ONE_PAGE = 8;
const PER_PAGE = 6;

/** Runs a reader on one entry, and names the entry in what it refuses. */
function inEntry<T>(i: number, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof Refusal) throw new Refusal(`races: entry ${i + 1}: ${error.message}`);
    throw error;
  }
}

function sideOf(name: string, who: Party | null, fields: Side['fields']): Side[] {
  if (name === '' && !who) return [];
  return [
    { fields, party: who, chip: name === '' ? '' : (who?.short ?? ''), name: name || (who?.short ?? '') },
  ];
}

function readRace(data: Data, i: number, theme: Theme): Race {
  const electorate = required(data, 'electorate');
  required(data, 'status');
  const status = choice(data, 'status', STATUS, 'leading');
  const leader = sideOf(text(data, 'name'), party(data, 'party', theme), {
    name: 'name',
    party: 'party.short',
  });
  const other = sideOf(text(data, 'opponent'), party(data, 'opponentParty', theme), {
    name: 'opponent',
    party: 'opponentParty.short',
  });
  const level = status === 'too-close' || status === 'recount';
  if (status !== 'waiting' && leader.length === 0)
    throw new Refusal('name: a candidate or a party is required.');
  const votes = status === 'waiting' ? null : integer(data, 'votes');
  return {
    key: `r-${electorate}`,
    field: `races.${i}`,
    electorate,
    status,
    solid: status === 'declared',
    sides: status === 'waiting' ? [] : level ? [...leader, ...other] : leader,
    votes,
    votesLabel: votes === null ? '' : NUMBER[status],
    word: WORD[status],
    counted: text(data, 'counted'),
    change: choice(data, 'change', ['', 'hold', 'gain'], ''),
  };
}

/** Reads a board. Throws a Refusal that names the field when it cannot be shown. */
export function readRaces(data: Data, theme: Theme): Races {
  const title = required(data, 'title');
  const races = list(data, 'races').map((entry, i) => inEntry(i, () => readRace(entry, i, theme)));
  if (races.length < FEWEST) throw new Refusal(`races: at least ${FEWEST} are required.`);
  if (races.length > MOST) throw new Refusal(`races: at most ${MOST} can be shown.`);
  if (new Set(races.map((race) => race.key)).size < races.length)
    throw new Refusal('races: each electorate can be listed once only.');
  return { title, label: text(data, 'label'), source: text(data, 'source'), races };
}

/** The races page by page: all on one up to eight, else six to a page. */
export function pages<T>(races: readonly T[]): T[][] {
  if (races.length <= ONE_PAGE) return [[...races]];
  const count = Math.ceil(races.length / PER_PAGE);
  return Array.from({ length: count }, (_, page) => races.slice(page * PER_PAGE, (page + 1) * PER_PAGE));
}

/** The page of a step, counted from 0; the last one when there are no longer so many. */
export function pageAt<T>(races: readonly T[], step: number): { shown: T[]; all: T[][]; aside: string } {
  const all = pages(races);
  const page = Math.min(step, all.length - 1);
  return { shown: all[page] ?? [], all, aside: all.length > 1 ? `${page + 1} of ${all.length}` : '' };
}

/** What is said of a hold or a gain: as a fact once declared, else as what it would be. */
export function changeWord({ change, solid }: Pick<Race, 'change' | 'solid'>): string {
  if (change === '') return '';
  return solid ? (change === 'gain' ? 'Gain' : 'Hold') : `would be a ${change}`;
}
