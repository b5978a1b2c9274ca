/**
 * "Put this up": the cue that a fact gets by itself. The template that suits it, with every word and number bound to
 * the fact, so that an edit of the fact changes the cue. Where a template has no room for a label that must be on
 * screen, the headline strap takes its place: its kicker carries the label.
 */
import { factValue } from '../bindings.ts';
import type { Graphics } from '../gate.ts';
import { CueContent, type Binding, type Bindings } from '../schema/cue.ts';
import type { Fact } from '../schema/fact.ts';
import type { Show } from '../schema/show.ts';
import type { JsonObject } from '../json.ts';
import { electorateStatus, fewerWords } from './electorate-status.ts';

export type DefaultCue = Pick<CueContent, 'name' | 'graphic' | 'layer' | 'data' | 'bindings' | 'follow'>;

type Parties = Pick<Show, 'parties'>;

interface Draft {
  graphic: string;
  layer: CueContent['layer'];
  name: string;
  data?: JsonObject;
  bindings: { [field: string]: Binding | undefined };
}

const has = (fact: Fact, path: string): boolean => {
  const value = factValue(fact, path);
  return value !== null && value !== '';
};

const textAt = (fact: Fact, path: string): string => {
  const value = factValue(fact, path);
  return typeof value === 'string' ? value : '';
};

const shorten = (text: string, most: number): string =>
  text.length <= most ? text : `${text.slice(0, most - 1).trimEnd()}…`;

/** Binds what the fact has; what it lacks is left to the template. */
function binder(fact: Fact, { parties }: Parties) {
  type As = 'text' | 'party' | 'seats' | 'counted';
  const from = (path: string, as?: As): Binding | undefined =>
    has(fact, path) ? { fact: fact.id, path, as: as ?? 'value' } : undefined;
  return {
    from,
    first: (paths: readonly string[], as?: As) => paths.map((path) => from(path, as)).find(Boolean),
    party: (...paths: string[]): Binding | undefined => {
      const path = paths.find((one) => {
        const id = factValue(fact, one);
        return typeof id === 'string' && Object.hasOwn(parties.byId, id);
      });
      return path === undefined ? undefined : { fact: fact.id, path, as: 'party' };
    },
  };
}

/** The words that the headline strap has for how sure something is. */
function headlineStatus({ status, certainty }: Fact): string {
  if (status === 'projected' || certainty === 'projected') return 'projected';
  if (status === 'leading' || certainty === 'leading') return 'leading';
  return status === 'possible' ? 'possible' : 'stated';
}

/** A strap with the fact's words for air, or with its statement where nobody has written any. */
function headline(fact: Fact, show: Parties): Draft {
  const { from, first, party } = binder(fact, show);
  return {
    graphic: 'lower-third-headline',
    layer: 'lower-third',
    name: fact.onAir.headline ?? fact.statement,
    data: { status: headlineStatus(fact) },
    bindings: {
      kicker: from('onAir.label'),
      headline: first(['onAir.headline', 'statement']),
      detail: from('onAir.detail'),
      source: from('source.name'),
      party: party('subject.party', 'subject.by.party', 'subject.winner.party', 'subject.leader.party'),
    },
  };
}

function arcStatus({ status, certainty }: Fact): string {
  if (status === 'certified' || certainty === 'declared') return 'final';
  return status === 'projected' || certainty === 'projected' ? 'projected' : 'partial';
}

/** Where nobody has written one: an arc must say what kind of numbers it shows. */
const ARC_LABELS: Readonly<Record<string, string>> = {
  final: 'OFFICIAL RESULT',
  partial: 'COUNT IN PROGRESS',
  projected: 'PROJECTION',
};

function seatArc(fact: Fact, show: Parties): Draft | null {
  if (!fact.tally) return null;
  const { from, first } = binder(fact, show);
  const status = arcStatus(fact);
  const label =
    first(['onAir.label']) ?? (status === 'partial' ? from('asOf.countPercent', 'counted') : undefined);
  const title = from('onAir.headline');
  return {
    graphic: 'seat-arc',
    layer: 'fullframe',
    name: fact.onAir.headline ?? 'The House',
    data: {
      status,
      ...(title ? {} : { title: 'The House' }),
      ...(label ? {} : { label: ARC_LABELS[status] ?? '' }),
    },
    bindings: {
      title,
      house: from('tally.house'),
      majority: from('tally.majority'),
      vacant: from('tally.vacant'),
      parties: from('tally.rows', 'seats'),
      label,
      source: from('source.name'),
    },
  };
}

/** Whether the label that must be on screen is what feeds of results say of the count, and fits where a strap has it. */
const isCountLabel = ({ onAir, via }: Fact): boolean =>
  via !== null &&
  onAir.advice === 'ok_with_label' &&
  onAir.label !== null &&
  onAir.label.endsWith('% COUNTED') &&
  onAir.label.length <= 32;

function electorate(fact: Fact, show: Parties): Draft | null {
  const { from, first, party } = binder(fact, show);
  const where = from('subject.electorate');
  const name = first(['subject.winner.name', 'subject.leader.name', 'subject.candidate']);
  const colours = party('subject.winner.party', 'subject.leader.party', 'subject.party');
  // what a candidate says of a seat is no result; neither is a seat where nobody is ahead yet
  if (!where || (!name && !colours) || fact.status === 'stated_by_candidate') return null;
  return {
    graphic: 'lower-third-electorate',
    layer: 'lower-third',
    name: textAt(fact, 'subject.electorate'),
    data: { status: electorateStatus(fact) },
    bindings: {
      electorate: where,
      name,
      party: colours,
      opponent: first(['subject.loser.name', 'subject.trailing.name', 'subject.runner_up']),
      opponentParty: party('subject.loser.party', 'subject.trailing.party'),
      votes: first(['values.margin_votes', 'values.lead_votes']),
      // a label that is made of the count takes its place: "SIMULATED · 85.1% COUNTED"
      counted: isCountLabel(fact) ? from('onAir.label') : from('asOf.countPercent', 'counted'),
      year: first(['subject.year'], 'text'),
      source: from('source.name'),
    },
  };
}

const FLIP_STATUSES = new Set(['declared', 'leading', 'projected']);

function flip(fact: Fact, show: Parties): Draft | null {
  const { from, first, party } = binder(fact, show);
  const where = from('subject.electorate');
  const [loser, winner] = [party('subject.loser.party'), party('subject.winner.party')];
  if (!where || !loser || !winner || fact.status === 'stated_by_candidate') return null;
  return {
    graphic: 'lower-third-flip',
    layer: 'lower-third',
    name: `${textAt(fact, 'subject.electorate')} flip`,
    data: { status: fewerWords(fact, FLIP_STATUSES) },
    bindings: {
      electorate: where,
      'from.party': loser,
      'from.name': from('subject.loser.name'),
      'to.party': winner,
      'to.name': from('subject.winner.name'),
      since: from('values.held_since', 'text'),
      votes: first(['values.margin_votes', 'values.lead_votes']),
      counted: from('asOf.countPercent', 'counted'),
      label: from('onAir.label'),
      source: from('source.name'),
    },
  };
}

function quote(fact: Fact, show: Parties): Draft | null {
  if (!fact.quote) return null;
  const { from, party } = binder(fact, show);
  // the strap draws quotation marks: the bare word says nothing more
  const label = fact.onAir.label?.toUpperCase() === 'QUOTE' && fact.onAir.advice !== 'ok_with_label';
  return {
    graphic: 'lower-third-quote',
    layer: 'lower-third',
    name: `Quote: ${fact.quote.speaker}`,
    bindings: {
      quote: from('quote.text'),
      partial: from('quote.partial'),
      speaker: from('quote.speaker'),
      role: from('quote.role'),
      occasion: from('quote.occasion'),
      label: label ? undefined : from('onAir.label'),
      party: party('subject.party'),
    },
  };
}

function person(fact: Fact, show: Parties): Draft | null {
  const { first, party } = binder(fact, show);
  const name = first(['subject.name', 'subject.person']);
  if (!name || !('path' in name)) return null;
  return {
    graphic: 'lower-third-name',
    layer: 'lower-third',
    name: textAt(fact, name.path),
    bindings: { name, role: first(['subject.role', 'onAir.detail']), party: party('subject.party') },
  };
}

function count(fact: Fact, show: Parties): Draft | null {
  const { first, from } = binder(fact, show);
  const counted = first(['values.votes_counted', 'asOf.countPercent']);
  if (!counted || fact.asOf.approximate) return null;
  return {
    graphic: 'count-bug',
    layer: 'bug',
    name: fact.onAir.headline ?? 'Count',
    // a bug has room for twenty characters
    ...(fact.via && fact.onAir.advice === 'ok_with_label' && (fact.onAir.label?.length ?? 0) <= 20
      ? { bindings: { counted, label: from('onAir.label') } }
      : { data: { label: 'COUNTED' }, bindings: { counted } }),
  };
}

function suited(fact: Fact, show: Parties): Draft | null {
  if (fact.onAir.advice === 'ok_as_quote_only') return quote(fact, show);
  switch (fact.kind) {
    case 'seat_tally':
    case 'seat_projection':
      return seatArc(fact, show);
    case 'electorate_result':
      return electorate(fact, show);
    case 'electorate_flip':
      return flip(fact, show);
    case 'quote':
      return quote(fact, show);
    case 'person':
      return person(fact, show);
    case 'count_progress':
      return count(fact, show);
    default:
      return null;
  }
}

/** The quotation alone, over the whole picture. */
function quoteCard(fact: Fact, show: Parties): Draft | null {
  const strap = quote(fact, show);
  return strap && { ...strap, graphic: 'quote-card', layer: 'fullframe' };
}

/** The parties of a House side by side, as a strip. */
function seatTally(fact: Fact, show: Parties): Draft | null {
  if (!fact.tally) return null;
  const { from, first } = binder(fact, show);
  const title = from('onAir.headline');
  return {
    graphic: 'seat-tally',
    layer: 'lower-third',
    name: `${fact.onAir.headline ?? 'The House'} (strip)`,
    data: { status: arcStatus(fact), ...(title ? {} : { title: 'The House' }) },
    bindings: {
      title,
      house: from('tally.house'),
      majority: from('tally.majority'),
      parties: from('tally.rows', 'seats'),
      counted: first(['onAir.label']) ?? from('asOf.countPercent', 'counted'),
      source: from('source.name'),
    },
  };
}

/** What else can show a fact of this kind. */
function others(fact: Fact, show: Parties): (Draft | null)[] {
  if (fact.onAir.advice === 'ok_as_quote_only') return [quoteCard(fact, show)];
  switch (fact.kind) {
    case 'quote':
      return [quoteCard(fact, show)];
    case 'electorate_flip':
      return [electorate(fact, show)];
    case 'seat_tally':
    case 'seat_projection':
      return [seatTally(fact, show)];
    default:
      return fact.quote ? [quote(fact, show), quoteCard(fact, show)] : [];
  }
}

/** A board shows that many electorates at once. */
const BOARD_ROWS = { least: 2, most: 12 };
const BOARD_STATUSES = new Set(['declared', 'leading', 'projected', 'too-close', 'recount']);

/** Several electorates on one board; null where they are not all results of electorates. */
function raceBoard(facts: readonly Fact[], show: Parties): Draft | null {
  if (facts.length < BOARD_ROWS.least || facts.length > BOARD_ROWS.most) return null;
  const bindings: Draft['bindings'] = {};
  const races: JsonObject[] = [];
  for (const [i, fact] of facts.entries()) {
    const row = electorate(fact, show);
    if (!row || fact.onAir.advice === 'ok_with_label') return null;
    races.push({ status: fewerWords(fact, BOARD_STATUSES) });
    for (const field of ['electorate', 'name', 'party', 'opponent', 'opponentParty', 'votes', 'counted'])
      bindings[`races.${i}.${field}`] = row.bindings[field];
  }
  const names = facts.map((fact) => textAt(fact, 'subject.electorate'));
  return {
    graphic: 'race-board',
    layer: 'fullframe',
    name: names.join(', '),
    data: { title: 'Electorates', races },
    bindings,
  };
}

function showsLabel({ onAir }: Fact, { bindings }: Draft): boolean {
  if (onAir.advice !== 'ok_with_label' || !onAir.label) return true;
  return Object.values(bindings).some(
    (binding) => binding !== undefined && 'path' in binding && binding.path === 'onAir.label',
  );
}

/** The strap that any fact can be shown on, but one that may be shown as a quotation only. */
const fallback = (fact: Fact, show: Parties): Draft | null =>
  fact.onAir.advice === 'ok_as_quote_only' ? null : headline(fact, show);

const contentOf = (fact: Fact, draft: Draft): DefaultCue => {
  const bindings: Bindings = Object.fromEntries(
    Object.entries(draft.bindings).flatMap(([key, binding]) => (binding ? [[key, binding] as const] : [])),
  );
  const { name, graphic, layer, data, follow } = CueContent.parse({
    name: shorten(draft.name, 80),
    graphic: draft.graphic,
    layer: draft.layer,
    data: draft.data ?? {},
    // what a feed brings is watched by its rules: air keeps up with it
    follow: fact.via !== null,
  });
  return { name, graphic, layer, data, bindings, follow };
};

/**
 * Every cue that can show this fact with the templates that are installed, the one that shows it best first. None is
 * judged here: the gate says whether it may go on air as it stands.
 */
export function cuesForFact(show: Parties, fact: Fact, graphics: Graphics): DefaultCue[] {
  const drafts = [suited(fact, show), ...others(fact, show), fallback(fact, show)];
  const seen = new Set<string>();
  return drafts.flatMap((draft) => {
    if (!draft || seen.has(draft.graphic) || !graphics.has(draft.graphic) || !showsLabel(fact, draft))
      return [];
    seen.add(draft.graphic);
    return [contentOf(fact, draft)];
  });
}

/** The cue that shows this fact best, or null where no installed template can. */
export function cueForFact(show: Parties, fact: Fact, graphics: Graphics): DefaultCue | null {
  const drafts = [suited(fact, show), fallback(fact, show)];
  const draft = drafts.find((one) => one && graphics.has(one.graphic) && showsLabel(fact, one));
  return draft ? contentOf(fact, draft) : null;
}

/** One cue for several facts: a board of electorates. Null where there is none for them. */
export function cueForFacts(show: Parties, facts: readonly Fact[], graphics: Graphics): DefaultCue | null {
  const draft = raceBoard(facts, show);
  const [first] = facts;
  return draft && first && graphics.has(draft.graphic) ? contentOf(first, draft) : null;
}
