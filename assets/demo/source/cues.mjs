/**
 * The kinds of cue that the demo rundowns are written with. Each returns one cue whose words, numbers and
 * parties are bound to a fact wherever the fact has them, so that an edit of the fact changes the cue.
 */

const NAME_STRAP_MS = 9000;

export const from = (fact, path, as) => ({ fact, path, ...(as && { as }) });
export const partyOf = (party) => ({ party });

/** Drops the entries that a cue does not use. */
export const given = (entries) =>
  Object.fromEntries(Object.entries(entries).filter(([, value]) => value !== undefined));

const idOf = (name) =>
  name
    .normalize('NFD')
    .toLowerCase()
    .replace(/[\u0300-\u036f’']/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');

export const cue = (number, name, graphic, layer, { data = {}, bindings, notes, autoOutMs, follow }) => ({
  id: idOf(name),
  number,
  name,
  graphic,
  layer,
  data: given(data),
  bindings: given(bindings),
  ...given({ notes, autoOutMs, follow }),
});

/**
 * A strap with a fact's on-air words. `party` is the id of the party whose colour it carries; `detail: false`
 * is for a fact that has a headline only.
 */
export const headline = (
  number,
  name,
  fact,
  { status = 'stated', kicker, detail = true, party, notes } = {},
) =>
  cue(number, name, 'lower-third-headline', 'lower-third', {
    data: { status, kicker },
    bindings: {
      kicker: kicker === undefined ? from(fact, 'onAir.label') : undefined,
      headline: from(fact, 'onAir.headline'),
      detail: detail ? from(fact, 'onAir.detail') : undefined,
      source: from(fact, 'source.name'),
      party: party && partyOf(party),
    },
    notes,
  });

/** A party's share of the vote; follows approved corrections on air. */
export const share = (number, name, fact, { notes } = {}) => {
  const made = headline(number, name, fact, { notes });
  return {
    ...made,
    bindings: { ...made.bindings, party: from(fact, 'subject.party', 'party') },
    follow: true,
  };
};

/** A quotation, word for word. The role is bound when the fact has it, else typed. */
export const quote = (number, name, fact, { party, role, occasion = true, label, notes } = {}) =>
  cue(number, name, 'lower-third-quote', 'lower-third', {
    data: { role },
    bindings: {
      quote: from(fact, 'quote.text'),
      partial: from(fact, 'quote.partial'),
      speaker: from(fact, 'quote.speaker'),
      role: role === undefined ? from(fact, 'quote.role') : undefined,
      occasion: occasion ? from(fact, 'quote.occasion') : undefined,
      label: label ? from(fact, 'onAir.label') : undefined,
      party: partyOf(party),
    },
    notes,
  });

/** A name strap with typed words, for people whose role no fact holds. */
export const strap = (number, who, role, party, notes) =>
  cue(number, who, 'lower-third-name', 'lower-third', {
    data: { name: who, role },
    bindings: { party: partyOf(party) },
    autoOutMs: NAME_STRAP_MS,
    notes,
  });

/** A name strap from a quotation's speaker. */
export const speaker = (number, who, fact, party, { role, notes } = {}) =>
  cue(number, who, 'lower-third-name', 'lower-third', {
    data: { role },
    bindings: {
      name: from(fact, 'quote.speaker'),
      role: role === undefined ? from(fact, 'quote.role') : undefined,
      party: partyOf(party),
    },
    autoOutMs: NAME_STRAP_MS,
    notes,
  });

/**
 * One electorate. `people` says where the fact keeps the name and the opponent's name, `parties` whose colours
 * they carry; a fact without names shows the party alone.
 */
export const electorate = (
  number,
  name,
  fact,
  { status, votes, people = {}, parties = {}, counted = false, change = '', year, notes },
) =>
  cue(number, name, 'lower-third-electorate', 'lower-third', {
    data: { status, change },
    bindings: {
      electorate: from(fact, 'subject.electorate'),
      name: people.name && from(fact, people.name),
      opponent: people.opponent && from(fact, people.opponent),
      party: parties.name && partyOf(parties.name),
      opponentParty: parties.opponent && partyOf(parties.opponent),
      votes: votes && from(fact, `values.${votes}`),
      counted: counted ? from(fact, 'asOf.countPercent', 'counted') : undefined,
      year: year && from(fact, year),
      source: from(fact, 'source.name'),
    },
    notes,
  });

/** A seat that changes hands, from `subject.loser` to `subject.winner`. */
export const flip = (number, name, fact, { named = true, since, votes, label, notes } = {}) =>
  cue(number, name, 'lower-third-flip', 'lower-third', {
    data: { status: 'declared', label },
    bindings: {
      electorate: from(fact, 'subject.electorate'),
      'from.party': from(fact, 'subject.loser.party', 'party'),
      'from.name': from(fact, 'subject.loser.name'),
      'to.party': from(fact, 'subject.winner.party', 'party'),
      'to.name': named ? from(fact, 'subject.winner.name') : undefined,
      since: since && from(since, 'values.held_since', 'text'),
      votes: votes && from(fact, `values.${votes}`),
      label: label === undefined ? from(fact, 'onAir.label') : undefined,
      source: from(fact, 'source.name'),
    },
    notes,
  });

/** The House as an arc. With `blocs` the second step counts them against the majority. */
export const arc = (number, name, fact, { status, title, note, blocs = [], notes }) =>
  cue(number, name, 'seat-arc', 'fullframe', {
    data: { title, status, note, blocs },
    bindings: {
      house: from(fact, 'tally.house'),
      majority: from(fact, 'tally.majority'),
      vacant: from(fact, 'tally.vacant'),
      parties: from(fact, 'tally.rows', 'seats'),
      label: from(fact, 'onAir.label'),
      source: from(fact, 'source.name'),
    },
    notes,
  });

/** How much is counted, in the corner; follows approved corrections on air. */
export const countBug = (number, name, fact, { label = 'COUNTED', note, notes } = {}) =>
  cue(number, name, 'count-bug', 'bug', {
    data: { label, note },
    bindings: { counted: from(fact, 'values.votes_counted') },
    notes,
    follow: true,
  });

/** Cues under one heading of the rundown. */
export const segment = (title, cues) => cues.map((entry) => ({ ...entry, segment: title }));
