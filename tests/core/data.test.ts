/** From cue to data: bindings, the data model of a graphic, Houses, macrons. */
import { describe, expect, it } from 'vitest';
import { factValue, resolveCue } from '../../core/bindings.ts';
import { houseProblem, majorityOf } from '../../core/election/house.ts';
import { checkData, schemaProblem, seenText } from '../../core/graphic-data.ts';
import type { JsonObject } from '../../core/json.ts';
import { createFactIndex } from '../../core/facts/fact-index.ts';
import { EVERYTHING, filterFacts } from '../../core/facts/filter.ts';
import { fold, preflight } from '../../core/rundown.ts';
import type { Fact } from '../../core/schema/fact.ts';
import {
  graphicsOf,
  GRAPHICS,
  makeBoundCue,
  makeCue,
  makeFact,
  makeParty,
  makeShow,
  makeState,
  T0,
} from '../support/builders.ts';
import macrons from './fixtures/macron-strings.json' with { type: 'json' };

const searchFacts = (facts: readonly Fact[], words: string) =>
  filterFacts(facts, { ...EVERYTHING, words }, createFactIndex()).facts;

const fact = makeFact({
  subject: { winner: { name: 'Chlöe Swarbrick', party: 'green' }, seat: 'constructor' },
  values: [
    { name: 'lead_votes', value: 3851, unit: 'votes' },
    { name: 'share', value: 4.08751, unit: 'percent' },
    { name: 'held_since', value: 1996, unit: 'year' },
    { name: 'dotted.name', value: 'x', unit: 'none' },
  ],
  asOf: { countPercent: 85.1 },
  tally: {
    house: 122,
    vacant: 1,
    rows: [
      { party: 'green', seats: 15, leading: 2 },
      { party: 'nobody', seats: 1 },
    ],
  },
  externalCheck: { source: 'records', finding: 'differs' },
});
const parties = [makeParty('green', { name: 'Green Party', colour: '#00AA55' })];
const show = makeShow({ facts: [fact], parties });
const bound = (binding: object, data: JsonObject = {}) =>
  resolveCue(show, makeCue({ data, bindings: { headline: binding } }));
const green = { id: 'green', name: 'Green Party', short: 'green', colour: '#00aa55', ink: '#ffffff' };

describe('rows of a list', () => {
  const votes = { fact: fact.id, path: 'values.lead_votes' };
  const rows = (data: JsonObject, bindings: object) =>
    resolveCue(show, makeCue({ data, bindings })).data['rows'];

  it('are bound by their index, beside what is typed in them', () => {
    const data = { rows: [{ status: 'leading' }, { status: 'declared', party: { name: 'x' } }] };
    const name = { fact: fact.id, path: 'subject.winner.name' };
    expect(rows(data, { 'rows.1.votes': votes, 'rows.0.name': name, 'rows.1.party.name': name })).toEqual([
      { status: 'leading', name: 'Chlöe Swarbrick' },
      { status: 'declared', party: { name: 'Chlöe Swarbrick' }, votes: 3851 },
    ]);
    expect(data.rows[0]).toEqual({ status: 'leading' });
  });

  it('are not made where there are none: a row that was removed does not come back empty', () => {
    expect(rows({ rows: [{}] }, { 'rows.2.votes': votes })).toEqual([{}]);
  });

  it('are left alone where the data has an object with such a key', () => {
    expect(rows({ rows: { 0: 'x' } }, { 'rows.1': votes })).toEqual({ 0: 'x', 1: 3851 });
  });
});

describe('paths of a fact', () => {
  it.each([
    ['statement', fact.statement],
    ['subject.winner.name', 'Chlöe Swarbrick'],
    ['values.lead_votes', 3851],
    ['values.dotted.name', 'x'],
    ['values.none', null],
    ['values', null],
    ['tally.house', 122],
    ['tally.majority', 62],
    ['externalCheck.finding', null],
    ['quote.text', null],
    ['subject.winner.name.length', null],
    ['hedges.0', null],
    ['__proto__.x', null],
    ['constructor', null],
  ])('%s', (path, value) => {
    expect(factValue(fact, path)).toEqual(value);
  });

  it('no tally has no majority', () => {
    expect(factValue(makeFact(), 'tally.majority')).toBeNull();
  });
});

describe('bindings', () => {
  it.each([
    ['values.lead_votes', 'value', 3851],
    ['values.lead_votes', 'text', '3,851'],
    ['values.share', 'text', '4.08751'],
    ['values.held_since', 'text', '1996'],
    ['values.none', 'text', ''],
    ['subject.winner', 'text', ''],
    ['subject.winner.name', 'upper', 'CHLÖE SWARBRICK'],
    ['asOf.countPercent', 'counted', '85.1% COUNTED'],
    ['asOf.at', 'counted', ''],
    ['subject.winner.party', 'party', green],
    ['quote.text', 'party', null],
    ['statement', 'seats', null],
  ])('%s as %s', (path, as, headline) => {
    expect(bound({ fact: 'f1', path, as })).toMatchObject({ data: { headline }, problems: [] });
  });

  it('seats are drawn with their parties, and an unknown party is a problem', () => {
    const { data, problems } = bound({ fact: 'f1', path: 'tally.rows', as: 'seats' });
    expect(data['headline']).toEqual([
      { ...green, seats: 15, leading: 2, projected: 0, overhang: 0, side: 'left' },
    ]);
    expect(problems).toEqual([
      { code: 'party_missing', detail: 'no party "nobody" in this show', field: 'headline' },
    ]);
  });

  it('no word of a fact finds a party by the names that every object has', () => {
    const { data, problems } = bound({ fact: 'f1', path: 'subject.seat', as: 'party' });
    expect(data).toEqual({ headline: null });
    expect(problems).toMatchObject([{ code: 'party_missing' }]);
  });

  it('fill fields within fields and leave the cue’s own data alone', () => {
    const data = { from: { note: 'kept' }, plain: 'text' };
    const cue = makeCue({
      data,
      bindings: { 'from.party': { party: 'green' }, 'plain.inner': { party: 'green' } },
    });
    expect(resolveCue(show, cue).data).toEqual({
      from: { note: 'kept', party: green },
      plain: { inner: green },
    });
    expect(cue.data).toEqual(data);
  });

  it('list each fact once, and not one that is missing', () => {
    const cue = makeCue({
      bindings: {
        a: { fact: 'f1', path: 'statement' },
        b: { fact: 'f1', path: 'note' },
        c: { fact: 'f404', path: 'note' },
      },
    });
    const { facts, problems } = resolveCue(show, cue);
    expect(facts).toEqual([fact]);
    expect(problems).toMatchObject([{ code: 'fact_missing', field: 'c' }]);
  });
});

describe('data against its model', () => {
  const text = (more: object) => ({ type: 'string', ...more });
  const check = (properties: object, data: JsonObject, required: string[] = []) =>
    checkData({ schema: { type: 'object', properties: properties as JsonObject, required } }, data);

  it('fills in defaults at every depth', () => {
    const properties = {
      a: text({ default: 'x' }),
      b: { type: 'object', default: {}, properties: { c: { type: 'number', default: 3 } } },
    };
    expect(check(properties, {})).toEqual({ ok: true, data: { a: 'x', b: { c: 3 } } });
  });

  it('checks the defaults too: an empty one is no title', () => {
    const title = text({ title: 'Title', default: '', minLength: 1 });
    expect(check({ title }, {}, ['title'])).toMatchObject({
      ok: false,
      problems: [{ code: 'data_invalid', detail: 'Title: must not be empty', field: 'title' }],
    });
  });

  it('takes null for “no value”, also in rows, unless the model knows null', () => {
    const row = { type: 'object', properties: { m: { type: 'number' }, n: { type: ['number', 'null'] } } };
    const properties = { a: text({}), e: { enum: ['x', 'y'] }, rows: { type: 'array', items: row } };
    expect(check(properties, { a: null, e: null, rows: [{ m: null, n: null }] })).toEqual({
      ok: true,
      data: { rows: [{ n: null }] },
    });
    expect(check({ a: text({ title: 'A' }) }, { a: null }, ['a'])).toMatchObject({
      problems: [{ detail: 'A: is needed' }],
    });
  });

  it('counts and stores letters composed, however they were typed', () => {
    const typed = 'Pāti Māori'.normalize('NFD');
    const result = check({ a: text({ maxLength: 10 }), b: {} }, { a: typed, b: [{ c: typed }] });
    expect(result).toEqual({ ok: true, data: { a: 'Pāti Māori', b: [{ c: 'Pāti Māori' }] } });
  });

  it('names a field in a row by its title', () => {
    const properties = {
      rows: {
        type: 'array',
        items: { type: 'object', properties: { n: { type: 'integer', title: 'Seats' } } },
      },
    };
    expect(check(properties, { rows: [{ n: 1 }, { n: 'x' }] })).toMatchObject({
      problems: [{ detail: expect.stringMatching(/^Seats: /) as string, field: 'rows.1.n' }],
    });
  });

  it('says of a model that cannot be read why', () => {
    expect(schemaProblem({ type: 'object' })).toBeNull();
    expect(schemaProblem({ type: 'nonsense' })).toEqual(expect.any(String));
  });
});

describe('a House', () => {
  it.each([
    [120, 61],
    [121, 61],
    [122, 62],
    [123, 62],
    [1, 1],
  ])('of %i needs %i', (house, majority) => {
    expect(majorityOf(house)).toBe(majority);
  });

  const rows = (...seats: number[]) => seats.map((n, i) => ({ name: `P${i}`, seats: n }));

  it.each<[string, JsonObject, string | null]>([
    ['adds up', { house: 120, majority: 61, parties: rows(60, 60) }, null],
    ['has seats nobody holds yet', { house: 120, majority: 61, parties: rows(1) }, null],
    ['draws no majority', { house: 120, parties: rows(60) }, null],
    ['is none', { parties: rows(200) }, null],
    [
      'has too many',
      { house: 120, majority: 61, vacant: 1, parties: rows(60, 60) },
      'the parties and vacancies come to 121 seats, but the House has 120',
    ],
    [
      'counts who leads',
      { house: 120, majority: 61, parties: [{ seats: 100, leading: 11, projected: 10 }] },
      'the parties and vacancies come to 121 seats, but the House has 120',
    ],
    [
      'has a stale majority',
      { house: 122, majority: 61, parties: [] },
      'a House of 122 needs 62 to govern, not 61',
    ],
    [
      'has odd overhang',
      { house: 122, majority: 62, parties: [{ name: 'TPM', seats: 1, overhang: 2 }] },
      'TPM has more overhang than seats',
    ],
  ])('%s', (_what, data, problem) => {
    expect(houseProblem(data)).toBe(problem);
  });
});

describe('macrons', () => {
  it.each(macrons.strings.map(({ text, nfd, upper, ascii_fold }) => [text, nfd, upper, ascii_fold] as const))(
    '%s',
    (text, nfd, upper, ascii) => {
      expect(fold(text)).toBe(fold(ascii));
      expect(fold(nfd)).toBe(fold(text));
      const facts = [makeFact({ statement: `${text} wins` }), makeFact({ id: 'f2', statement: 'Nothing' })];
      for (const query of [text, nfd, ascii, upper]) expect(searchFacts(facts, query)).toEqual([facts[0]]);
      const cue = makeBoundCue('f1', { bindings: { headline: { fact: 'f1', path: 'note', as: 'upper' } } });
      const noted = makeShow({ facts: [makeFact({ note: nfd })] });
      const strap = GRAPHICS[0];
      const checked = strap && checkData(strap, resolveCue(noted, cue).data);
      expect(checked).toMatchObject({ ok: true, data: { headline: upper } });
    },
  );
});

describe('lists for the desk', () => {
  it('search finds every word, in any order and place', () => {
    const facts = [
      makeFact({ kind: 'seat_tally', source: { name: 'RNZ' } }),
      makeFact({ id: 'f2', statement: 'x' }),
    ];
    expect(searchFacts(facts, ' rnz  SEAT auck ')).toEqual([facts[0]]);
    expect(searchFacts(facts, 'rnz nowhere')).toEqual([]);
    expect(searchFacts(facts, ' ')).toEqual(facts);
  });

  it('the words that will be seen come in the order of the model, without choices', () => {
    const properties = { b: { type: 'string' }, how: { enum: ['solid'] }, party: {}, a: { type: 'string' } };
    const data = { a: 'last', b: ' first ', how: 'solid', party: { name: 'Green' }, more: 'unseen' };
    expect(seenText({ schema: { type: 'object', properties } }, data)).toBe('first · Green · last');
    expect(seenText(undefined, { a: 'x', n: 5 })).toBe('x');
  });

  it('preflight lists what would be refused', () => {
    const state = makeState({
      facts: [makeFact({ approval: 'draft' })],
      cues: [makeCue(), makeBoundCue('f1', { id: 'c2', number: 2 })],
    });
    expect(preflight(state, graphicsOf(), T0)).toMatchObject([
      { cue: { id: 'c2' }, problems: [{ code: 'fact_draft' }] },
    ]);
  });
});
