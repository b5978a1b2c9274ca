/**
 * The words of facts that feeds of results make, from their figures alone: so that a rule which leaves figures as they
 * were leaves the words that belong to them. One function a kind. Nothing here is more certain than its figures.
 */
import { majorityOf } from '../election/house.ts';
import { isObject, type Json } from '../json.ts';
import type { FactContent } from '../schema/fact.ts';
import type { Show } from '../schema/show.ts';

type Parties = Show['parties'];
type Words = Pick<FactContent, 'statement'> & { headline: string; detail: string | null; label: string };

const grouped = (n: number): string => n.toLocaleString('en-NZ');
const upper = (text: string): string => text.toLocaleUpperCase('en-NZ');

const number = ({ values }: FactContent, name: string): number | null => {
  const found = values.find((value) => value.name === name)?.value;
  return typeof found === 'number' ? found : null;
};

const votes = (n: number): string => `${grouped(n)} ${n === 1 ? 'vote' : 'votes'}`;

/** "85.1% COUNTED", as the count on air is labelled everywhere. */
export const countedLabel = (percent: number | null): string | null =>
  percent === null ? null : `${percent}% COUNTED`;

const isComplete = ({ status }: FactContent): boolean => status === 'unofficial-complete';

/** What a fact of a simulated count says of its basis, and after its source's name. */
export const SIMULATED_BASIS = 'simulated';
const SIMULATED_SOURCE = ' (simulated)';
/** Characters: every shipped graphic has room for as much. */
const LONGEST_SOURCE = 60;

export function simulatedSource(name: string): string {
  const room = LONGEST_SOURCE - SIMULATED_SOURCE.length;
  return (name.length > room ? `${name.slice(0, room - 1)}…` : name) + SIMULATED_SOURCE;
}

/** Said in two places, under two rules of a feed: ignoring one of them must not make a rehearsal look real. */
const isSimulated = ({ asOf, source }: FactContent): boolean =>
  asOf.basis === SIMULATED_BASIS || source.name.endsWith(SIMULATED_SOURCE);

const label = (content: FactContent): string =>
  countedLabel(content.asOf.countPercent) ?? (isComplete(content) ? 'ELECTION NIGHT' : 'PROVISIONAL');

const at = ({ asOf }: FactContent): string =>
  asOf.countPercent === null ? 'on current numbers' : `with ${asOf.countPercent}% counted`;

const partyName = (
  parties: Parties,
  id: Json | undefined,
  form: 'name' | 'short' = 'short',
): string | null =>
  typeof id === 'string' && Object.hasOwn(parties.byId, id) ? (parties.byId[id]?.[form] ?? null) : null;

/** One decimal, halves away from zero, worked out in whole hundredths: 0.15 is no number that a computer has. */
function signed(points: number, from: string): string {
  const tenths = Math.floor((Math.round(Math.abs(points) * 100) + 5) / 10);
  return tenths === 0
    ? `unchanged on ${from}`
    : `${points > 0 ? 'up' : 'down'} ${(tenths / 10).toFixed(1)} points on ${from}`;
}

function countWords(content: FactContent): Words {
  const counted = number(content, 'votes_counted');
  const final = number(content, 'electorates_final');
  const total = number(content, 'electorates_total');
  const electorates =
    final === null ? null : `${final}${total === null ? '' : ` of ${total}`} electorates final`;
  return {
    statement:
      [`${counted ?? 0}% of voting places are counted`, electorates].filter(Boolean).join('; ') + '.',
    headline: `${counted ?? 0}% COUNTED`,
    detail: electorates,
    label: 'COUNT',
  };
}

function partyWords(content: FactContent, parties: Parties): Words {
  const name = partyName(parties, content.subject['party']) ?? 'The party';
  const share = (number(content, 'party_vote_share') ?? 0).toFixed(1);
  const change = number(content, 'change_points');
  const { baseline } = content.subject;
  const moved = change !== null && typeof baseline === 'string' ? signed(change, baseline) : null;
  return {
    statement: `${name}: ${share}% of the party vote, ${at(content)}.`,
    headline: `${upper(name)} ${share}%`,
    detail: [votes(number(content, 'party_votes') ?? 0), moved].filter(Boolean).join(', '),
    label: label(content),
  };
}

interface Person {
  name: string;
  party: string | null;
}

function person(content: FactContent, parties: Parties, role: string): Person | null {
  const found = content.subject[role];
  if (!isObject(found) || typeof found['name'] !== 'string') return null;
  const stated = typeof found['party_name'] === 'string' ? found['party_name'] : null;
  return { name: found['name'], party: partyName(parties, found['party']) ?? stated };
}

const withParty = ({ name, party }: Person): string => (party === null ? name : `${name} (${party})`);

function electorateWords(content: FactContent, parties: Parties): Words {
  const { electorate } = content.subject;
  const place = typeof electorate === 'string' ? electorate : 'the electorate';
  const leader = person(content, parties, 'leader');
  const winner = person(content, parties, 'winner');
  const other = person(content, parties, 'trailing');
  const margin = number(content, 'margin_votes') ?? number(content, 'lead_votes');
  const headline = upper(place);
  if (leader === null) {
    const level = number(content, 'votes');
    return {
      statement: `${place} is too close to call: the first places are level${level === null ? '' : ` on ${votes(level)}`}, ${at(content)}.`,
      headline,
      detail: level === null ? 'Too close to call' : `Too close to call: level on ${votes(level)}`,
      label: label(content),
    };
  }
  if (winner !== null) {
    const from = winner.party === null ? '' : ` for ${winner.party}`;
    const by = margin === null ? '' : ` by ${votes(margin)}`;
    return {
      statement: `${winner.name} wins ${place}${from}${by} on election night${other ? `, ahead of ${withParty(other)}` : ''}.`,
      headline,
      detail: `${winner.name} wins${from}${by}`,
      label: label(content),
    };
  }
  const by = margin === null ? '' : ` by ${votes(margin)}`;
  return {
    statement: `${withParty(leader)} leads${other ? ` ${withParty(other)}` : ''} in ${place}${by}, ${at(content)}.`,
    headline,
    detail: `${leader.name} leads${other ? ` ${other.name}` : ''}${margin === null ? '' : ` by ${grouped(margin)}`}`,
    label: label(content),
  };
}

function houseWords(content: FactContent, parties: Parties): Words {
  const { tally } = content;
  const house = tally?.house ?? 0;
  const rows = (tally?.rows ?? []).map(({ party, seats, leading, projected }) => ({
    name: partyName(parties, party) ?? party,
    seats: seats + leading + projected,
  }));
  const list = rows
    .sort((a, b) => b.seats - a.seats)
    .map(({ name, seats }) => `${name} ${seats}`)
    .join(', ');
  return {
    statement: `The House ${isComplete(content) ? 'at the end of election night' : `on current numbers, ${at(content)}`}: ${list || 'no seats yet'}. ${majorityOf(house)} of ${house} seats are needed to govern.`,
    headline: 'THE HOUSE',
    detail: `${house} seats, ${majorityOf(house)} to govern`,
    label: label(content),
  };
}

function wordsOf(content: FactContent, parties: Parties): Words {
  switch (content.kind) {
    case 'count_progress':
      return countWords(content);
    case 'party_vote':
      return partyWords(content, parties);
    case 'seat_tally':
      return houseWords(content, parties);
    default:
      return electorateWords(content, parties);
  }
}

/**
 * The content of a fact of a feed of results with the words that go with its figures. One of a simulated count must
 * carry that word on screen: the gate holds it back without.
 */
export function worded(content: FactContent, parties: Parties): FactContent {
  const { statement, ...words } = wordsOf(content, parties);
  const onAir: FactContent['onAir'] = isSimulated(content)
    ? { ...words, label: `SIMULATED · ${words.label}`, advice: 'ok_with_label' }
    : { ...words, advice: content.onAir.advice };
  return {
    ...content,
    statement,
    onAir,
    asOf: { ...content.asOf, text: countedLabel(content.asOf.countPercent) },
  };
}
