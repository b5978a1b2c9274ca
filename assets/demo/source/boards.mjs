/**
 * Cues of what shows several facts at once: boards, strips and tickers. Each row has a binding of its own, so that an
 * edit of a fact changes its row.
 */
import { cue, from, given, partyOf } from './cues.mjs';

/** Bindings of row `i` of the list `rows`. */
const rowOf = (rows, i, bindings) =>
  Object.fromEntries(Object.entries(given(bindings)).map(([field, binding]) => [`${rows}.${i}.${field}`, binding]));

const allRows = (rows, list, bind) => Object.assign({}, ...list.map((entry, i) => rowOf(rows, i, bind(entry))));

/** Seats as a strip; with `before`, another fact of the House, against the seats in that one. */
export const seatTally = (number, name, fact, { title, status, before, since, notes }) =>
  cue(number, name, 'seat-tally', 'lower-third', {
    data: { title, status, since },
    bindings: {
      parties: from(fact, 'tally.rows', 'seats'),
      before: before && from(before, 'tally.rows', 'seats'),
      house: from(fact, 'tally.house'),
      majority: from(fact, 'tally.majority'),
      counted: from(fact, 'onAir.label'),
      source: from(fact, 'source.name'),
    },
    notes,
  });

/** Shares of the vote, one fact to a row. */
export const voteShare = (number, name, facts, { title, label, status, notes }) =>
  cue(number, name, 'vote-share', 'fullframe', {
    data: { title, label, status, parties: facts.map(() => ({})) },
    bindings: {
      ...allRows('parties', facts, (fact) => ({
        party: from(fact, 'subject.party', 'party'),
        share: from(fact, 'values.party_vote_share'),
      })),
      source: from(facts[0], 'source.name'),
    },
    notes,
  });

/**
 * Several electorates. A race is `{ fact, status, party }`, and where the fact has them `name`, the path of the
 * candidate, `votes`, the name of the value, and `change`.
 */
export const raceBoard = (number, name, races, { title, label, notes }) =>
  cue(number, name, 'race-board', 'fullframe', {
    data: { title, label, races: races.map(({ status, change }) => given({ status, change })) },
    bindings: {
      ...allRows('races', races, ({ fact, party, name: who, votes, counted }) => ({
        electorate: from(fact, 'subject.electorate'),
        name: who && from(fact, who),
        party: partyOf(party),
        votes: votes && from(fact, `values.${votes}`),
        counted: counted ? from(fact, 'asOf.countPercent', 'counted') : undefined,
      })),
      source: from(races[0].fact, 'source.name'),
    },
    notes,
  });

/** A quotation that fills the screen, word for word. */
export const quoteCard = (number, name, fact, { party, label, role, notes }) =>
  cue(number, name, 'quote-card', 'fullframe', {
    data: { role },
    bindings: {
      quote: from(fact, 'quote.text'),
      partial: from(fact, 'quote.partial'),
      speaker: from(fact, 'quote.speaker'),
      role: role === undefined ? from(fact, 'quote.role') : undefined,
      label: label ? from(fact, 'onAir.label') : undefined,
      party: partyOf(party),
    },
    notes,
  });

/** Headlines of facts along the foot; an item is `{ fact, party, status, label }`. */
export const ticker = (number, name, items, { heading, notes }) =>
  cue(number, name, 'ticker', 'ticker', {
    data: { heading, items: items.map(({ status = 'stated', label = '' }) => ({ status, label })) },
    bindings: allRows('items', items, ({ fact, party, labelled }) => ({
      text: from(fact, 'onAir.headline'),
      label: labelled ? from(fact, 'onAir.label') : undefined,
      party: party && partyOf(party),
    })),
    notes,
    follow: true,
  });

/** The station's logo in the corner, with the time of the country's clocks. */
export const logoBug = (number, name, { notes } = {}) =>
  cue(number, name, 'logo-bug', 'bug', { data: { clock: 'zone', live: false }, bindings: {}, notes });
