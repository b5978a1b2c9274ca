/**
 * The kinds of facts: which fields each has, in which units, what the form asks for, and which templates show it.
 * One table, from which the validation (kind-schema.ts), the form and the default cue are made.
 */
import type { FactKind } from '../schema/fact.ts';

export interface KindField {
  /** Path in the fact: `subject.electorate`, `values.margin_votes`, `quote.text`, `tally`. */
  path: string;
  title: string;
  input:
    | 'text'
    | 'long'
    | 'party'
    | 'person'
    | 'electorate'
    | 'votes'
    | 'percent'
    | 'seats'
    | 'year'
    | 'tally'
    | 'flag';
  /** Without it the fact of this kind says nothing; it may be a draft, but the desk says what is missing. */
  needed: boolean;
}

export interface Kind {
  kind: FactKind;
  title: string;
  /** One sentence: what such a fact says. */
  hint: string;
  fields: readonly KindField[];
  /** Ids of templates that suit it, the best first. */
  graphics: readonly string[];
}

const field = (path: string, title: string, input: KindField['input'], needed = false): KindField => ({
  path,
  title,
  input,
  needed,
});

const needed = (path: string, title: string, input: KindField['input']): KindField =>
  field(path, title, input, true);

const HEADLINE = 'lower-third-headline';

/** A person with their party: `subject.winner.name` and `subject.winner.party`. */
const side = (key: string, title: string): KindField[] => [
  field(`subject.${key}.name`, title, 'person'),
  field(`subject.${key}.party`, `${title}’s party`, 'party'),
];

export const KINDS: Readonly<Record<FactKind, Kind>> = {
  seat_tally: {
    kind: 'seat_tally',
    title: 'Seat tally',
    hint: 'The House by party: seats won, and those that are leading or projected kept apart.',
    fields: [needed('tally', 'The House', 'tally')],
    graphics: ['seat-arc', 'seat-tally', HEADLINE],
  },
  party_vote: {
    kind: 'party_vote',
    title: 'Party vote',
    hint: 'One party’s share of the party vote.',
    fields: [
      needed('subject.party', 'Party', 'party'),
      needed('values.party_vote_share', 'Share of the party vote', 'percent'),
      field('values.party_votes', 'Party votes', 'votes'),
    ],
    graphics: [HEADLINE],
  },
  seat_projection: {
    kind: 'seat_projection',
    title: 'Seat projection',
    hint: 'Seats that somebody projects for a party, or who could govern with them.',
    fields: [
      needed('subject.party', 'Party', 'party'),
      field('values.seats', 'Seats', 'seats'),
      field('subject.electorate', 'Electorate', 'electorate'),
      field('tally', 'The House', 'tally'),
    ],
    graphics: ['seat-arc', HEADLINE],
  },
  electorate_result: {
    kind: 'electorate_result',
    title: 'Electorate result',
    hint: 'Who won or leads in one electorate, and by how many votes.',
    fields: [
      needed('subject.electorate', 'Electorate', 'electorate'),
      ...side('winner', 'Winner'),
      ...side('loser', 'Beaten'),
      ...side('leader', 'Leading'),
      ...side('trailing', 'Second'),
      field('values.margin_votes', 'Majority', 'votes'),
      field('values.lead_votes', 'Lead', 'votes'),
      field('subject.candidate', 'Candidate', 'person'),
      field('subject.runner_up', 'Runner-up', 'person'),
      field('subject.party', 'Party', 'party'),
      field('subject.year', 'Year of that election', 'year'),
    ],
    graphics: ['lower-third-electorate', HEADLINE],
  },
  electorate_flip: {
    kind: 'electorate_flip',
    title: 'Electorate flip',
    hint: 'An electorate that changes hands from one party to another.',
    fields: [
      needed('subject.electorate', 'Electorate', 'electorate'),
      field('subject.winner.name', 'Winner', 'person'),
      needed('subject.winner.party', 'Winner’s party', 'party'),
      field('subject.loser.name', 'Beaten', 'person'),
      needed('subject.loser.party', 'Beaten one’s party', 'party'),
      field('values.margin_votes', 'Majority', 'votes'),
      field('values.lead_votes', 'Lead', 'votes'),
      field('values.held_since', 'Held since', 'year'),
    ],
    graphics: ['lower-third-flip', HEADLINE],
  },
  seat_loss: {
    kind: 'seat_loss',
    title: 'Seat loss',
    hint: 'A member who loses a seat, or leaves Parliament.',
    fields: [
      field('subject.person', 'Person', 'person'),
      needed('subject.party', 'Party', 'party'),
      field('subject.electorate', 'Electorate', 'electorate'),
    ],
    graphics: [HEADLINE],
  },
  quote: {
    kind: 'quote',
    title: 'Quote',
    hint: 'Somebody’s words, exactly as the source has them.',
    fields: [
      needed('quote.text', 'The words', 'long'),
      needed('quote.speaker', 'Speaker', 'person'),
      field('quote.role', 'Role at the time', 'text'),
      field('quote.occasion', 'Occasion', 'text'),
      field('quote.partial', 'A part of a sentence', 'flag'),
      field('subject.party', 'Speaker’s party', 'party'),
    ],
    graphics: ['lower-third-quote'],
  },
  concession: {
    kind: 'concession',
    title: 'Concession',
    hint: 'Somebody concedes, or congratulates the other side.',
    fields: [
      needed('subject.by.name', 'Who concedes', 'person'),
      field('subject.by.party', 'Their party', 'party'),
      field('subject.by.role', 'Their role', 'text'),
      field('subject.to.name', 'To whom', 'person'),
      field('subject.to.party', 'The other’s party', 'party'),
      field('subject.to.role', 'The other’s role', 'text'),
      field('subject.electorate', 'Electorate', 'electorate'),
    ],
    graphics: [HEADLINE],
  },
  threshold: {
    kind: 'threshold',
    title: 'Threshold',
    hint: 'Whether a party reaches the share that it needs for seats.',
    fields: [
      needed('subject.party', 'Party', 'party'),
      needed('values.threshold', 'Threshold', 'percent'),
      field('values.party_vote_share', 'Share of the party vote', 'percent'),
      field('values.party_votes', 'Party votes', 'votes'),
    ],
    graphics: [HEADLINE],
  },
  count_progress: {
    kind: 'count_progress',
    title: 'Count progress',
    hint: 'How much of the vote is counted.',
    fields: [
      needed('values.votes_counted', 'Counted', 'percent'),
      field('values.votes_left_to_count', 'Left to count', 'percent'),
    ],
    graphics: ['count-bug', HEADLINE],
  },
  person: {
    kind: 'person',
    title: 'Person',
    hint: 'A name with the role that goes under it.',
    fields: [
      needed('subject.name', 'Name', 'person'),
      field('subject.role', 'Role', 'text'),
      field('subject.party', 'Party', 'party'),
      field('subject.electorate', 'Electorate', 'electorate'),
    ],
    graphics: ['lower-third-name'],
  },
  headline: {
    kind: 'headline',
    title: 'Headline',
    hint: 'A line of news in your own words.',
    fields: [
      field('subject.party', 'Party', 'party'),
      field('subject.person', 'Person', 'person'),
      field('subject.electorate', 'Electorate', 'electorate'),
    ],
    graphics: [HEADLINE],
  },
  context: {
    kind: 'context',
    title: 'Context',
    hint: 'Background for presenters and producers, or for a strap where it is cleared.',
    fields: [
      field('subject.person', 'Person', 'person'),
      field('subject.party', 'Party', 'party'),
      field('subject.electorate', 'Electorate', 'electorate'),
      field('subject.place', 'Place', 'text'),
      field('values.held_since', 'Held since', 'year'),
    ],
    graphics: [HEADLINE],
  },
};

/** Fields that every kind has, as the desk calls them. */
const COMMON_TITLES: Readonly<Record<string, string>> = {
  kind: 'Kind',
  statement: 'Statement',
  subtype: 'Subtype',
  status: 'Status',
  certainty: 'Certainty',
  hedges: 'Words of doubt',
  'asOf.countPercent': 'Count',
  'asOf.basis': 'Basis of the count',
  'asOf.approximate': 'Count is approximate',
  'asOf.text': 'Count in the source’s words',
  'asOf.at': 'As of',
  'source.name': 'Source',
  'source.place': 'Place in the source',
  'source.sentence': 'Sentence in the source',
  quote: 'Quotation',
  'quote.text': 'The words',
  'quote.speaker': 'Speaker',
  'quote.role': 'Role at the time',
  'quote.occasion': 'Occasion',
  'quote.attribution': 'Attribution',
  'quote.partial': 'A part of a sentence',
  tally: 'The House',
  'onAir.headline': 'On-air headline',
  'onAir.detail': 'On-air detail',
  'onAir.label': 'On-air label',
  'onAir.advice': 'Advice',
  externalCheck: 'Check against other records',
  note: 'Note',
  related: 'Related facts',
  embargoUntil: 'Embargoed until',
  staleAfter: 'Stale after',
};

/** What the desk calls the field at a path of a fact of this kind. */
export function fieldTitle(kind: FactKind, path: string): string {
  const own = KINDS[kind].fields.find((one) => one.path === path)?.title ?? COMMON_TITLES[path];
  if (own !== undefined) return own;
  const [head = '', ...rest] = path.split('.');
  const words = (rest.length > 0 ? rest : [head]).join(' ').replaceAll('_', ' ');
  return words.charAt(0).toLocaleUpperCase('en') + words.slice(1);
}

/** The unit that a value of a fact has where this is how it is typed in; null for what is no value. */
export function unitOf(input: KindField['input']): string | null {
  return input === 'votes' || input === 'percent' || input === 'seats' || input === 'year' ? input : null;
}
