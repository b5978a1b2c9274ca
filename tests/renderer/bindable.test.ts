import { describe, expect, test } from 'vitest';
import { factValue } from '../../core/bindings.ts';
import { brief, fits, pathsOf, waysOf } from '../../renderer/inspector/bindable.ts';
import { fieldsOf, type Field } from '../../renderer/inspector/form-model.ts';
import { makeFact, makeParty, makeShow } from '../support/builders.ts';

const fact = makeFact({
  statement: 'Labour on 26.5% with 85.1% counted.',
  subject: { party: 'labour', winner: { name: 'Chris Hipkins' } },
  values: [{ name: 'party_vote_share', value: 26.5, unit: 'percent' }],
  asOf: { countPercent: 85.1 },
  onAir: { headline: 'LABOUR 26.5%' },
  externalCheck: { source: 'official', finding: '26.92%' },
});
const show = makeShow({ parties: [makeParty('labour')] });
const field = (model: object): Field => {
  const made = fieldsOf({ type: 'object', properties: { field: model as never } })[0];
  if (!made) throw new Error('no field');
  return made;
};
const text = field({ type: 'string' });
const number = field({ type: 'number' });
const party = field({
  type: 'object',
  properties: { name: { type: 'string' }, short: { type: 'string' }, colour: { type: 'string' } },
});
const at = (path: string) => ({ path, value: factValue(fact, path) });

describe('the paths of a fact', () => {
  const paths = pathsOf(fact).map((one) => one.path);
  test('are those that have a value', () => {
    expect(paths).toEqual(
      expect.arrayContaining([
        'onAir.headline',
        'statement',
        'subject.party',
        'subject.winner.name',
        'values.party_vote_share',
      ]),
    );
    expect(paths).not.toContain('quote.text');
    expect(paths).not.toContain('tally.house');
  });
  test('never lead to what is for the editor alone', () => {
    expect(paths.some((path) => path.startsWith('externalCheck'))).toBe(false);
  });
});

test('a field is offered what it can show', () => {
  expect(fits(party, at('subject.party'), show)).toBe(true);
  expect(fits(party, at('statement'), show)).toBe(false);
  expect(fits(number, at('values.party_vote_share'), show)).toBe(true);
  expect(fits(number, at('statement'), show)).toBe(false);
  expect(fits(text, at('values.party_vote_share'), show)).toBe(true);
});

test('the likeliest way comes first', () => {
  expect(waysOf(party, at('subject.party'), show)[0]).toBe('party');
  expect(waysOf(text, at('asOf.countPercent'), show)[0]).toBe('counted');
  expect(waysOf(text, at('values.party_vote_share'), show)).toEqual(['text']);
  expect(waysOf(text, at('statement'), show)[0]).toBe('value');
  expect(waysOf(number, at('values.party_vote_share'), show)).toEqual(['value']);
});

test('a value in a few words', () => {
  expect(brief(2_244_380)).toBe('2,244,380');
  expect(brief({ name: 'Labour Party', short: 'Labour', colour: '#d82a20' })).toBe('Labour Party');
  expect(
    brief([
      { short: 'Labour', seats: 34 },
      { short: 'ACT', seats: 11 },
    ]),
  ).toBe('Labour 34 · ACT 11');
  expect(brief(null)).toBe('');
});
