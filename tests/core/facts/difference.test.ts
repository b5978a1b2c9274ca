/** What differs between two versions of a fact, as a person reads it. */
import { expect, it } from 'vitest';
import { differenceOf } from '../../../core/facts/difference.ts';
import { FactContent } from '../../../core/schema/fact.ts';
import { makeFact } from '../../support/builders.ts';

const content = (over: Record<string, unknown> = {}): FactContent =>
  FactContent.parse({ kind: 'party_vote', statement: 'National on 45.5%', ...over });

const share = (value: number) => ({ name: 'party_vote_share', value, unit: 'percent' });

it('names the field, and groups numbers with their units', () => {
  const before = content({
    values: [share(45.5), { name: 'party_votes', value: 1053398, unit: 'votes' }],
    asOf: { countPercent: 95 },
    subject: { party: 'national' },
  });
  const after = content({
    values: [share(44.9), { name: 'party_votes', value: 1053400, unit: 'votes', qualifier: 'about' }],
    asOf: { countPercent: 100 },
    subject: { party: 'labour' },
  });
  expect(
    differenceOf(before, after, { national: { short: 'National' }, labour: { short: 'Labour' } }),
  ).toEqual([
    { path: 'subject.party', title: 'Party', from: 'National', to: 'Labour' },
    { path: 'asOf.countPercent', title: 'Count', from: '95%', to: '100%' },
    { path: 'values.party_vote_share', title: 'Share of the party vote', from: '45.5%', to: '44.9%' },
    {
      path: 'values.party_votes',
      title: 'Party votes',
      from: '1,053,398 votes',
      to: '1,053,400 votes (about)',
    },
  ]);
});

it('tells a House by party, and only what moved', () => {
  const row = (party: string, seats: number, more: object = {}) => ({ party, seats, ...more });
  const before = content({
    kind: 'seat_tally',
    tally: { house: 122, rows: [row('national', 59), row('labour', 43)] },
  });
  const after = content({
    kind: 'seat_tally',
    tally: { house: 123, vacant: 1, rows: [row('national', 58, { leading: 2 }), row('labour', 43)] },
  });
  expect(differenceOf(before, after, { national: { short: 'National' } })).toEqual([
    { path: 'tally.house', title: 'The House', from: '122 seats', to: '123 seats' },
    { path: 'tally.vacant', title: 'Vacant seats', from: null, to: '1' },
    { path: 'tally.national', title: 'National', from: '59 (left)', to: '58 (2 leading, left)' },
  ]);
});

it('writes lists, flags and what is gone in words', () => {
  const quote = { text: 'a', speaker: 'B', partial: true };
  const before = content({ hedges: ['likely', 'about'], quote });
  const after = content({ hedges: ['about'], quote: { ...quote, partial: false }, note: 'see 4' });
  expect(differenceOf(before, after)).toEqual([
    { path: 'hedges', title: 'Words of doubt', from: 'likely, about', to: 'about' },
    { path: 'quote.partial', title: 'A part of a sentence', from: 'yes', to: 'no' },
    { path: 'note', title: 'Note', from: null, to: 'see 4' },
  ]);
  const without = differenceOf(before, content({ hedges: ['likely', 'about'] }));
  expect(without.every(({ path, to }) => path.startsWith('quote') && to === null)).toBe(true);
});

it('a new fact differs in all it has; the same one in nothing; bookkeeping is no difference', () => {
  expect(differenceOf(null, content({ note: 'x' })).map(({ path }) => path)).toContain('note');
  expect(differenceOf(content(), content())).toEqual([]);
  expect(
    differenceOf(makeFact(), makeFact({ revision: 9, author: 'x', approval: 'draft', approvedBy: null })),
  ).toEqual([]);
});
