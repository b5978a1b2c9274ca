/** What an editor is told of a fact before approving it. */
import { describe, expect, it } from 'vitest';
import { factNotices } from '../../../core/facts/notices.ts';
import { FactContent } from '../../../core/schema/fact.ts';
import { allRows } from '../../../core/table.ts';
import { makeParty, makeShow, T0 } from '../../support/builders.ts';
import { demoShow } from '../../support/shipped.ts';

const show = makeShow({ parties: [makeParty('labour'), makeParty('national')] });

const told = (over: Record<string, unknown>, now = T0) =>
  factNotices(
    FactContent.parse({ kind: 'headline', statement: 'x', source: { name: 'RNZ' }, ...over }),
    show,
    now,
  ).map(({ weight, field }) => `${weight} ${field}`);

const value = (name: string, amount: number, unit: string, derived = false) => ({
  name,
  value: amount,
  unit,
  derived,
});

it('nothing, of a plain headline with its source', () => expect(told({})).toEqual([]));

const CASES: [string, Record<string, unknown>, string][] = [
  ['no source', { source: {} }, 'missing source.name'],
  ['a needed field', { kind: 'person' }, 'missing subject.name'],
  ['a party that the show lacks', { subject: { winner: { party: 'green' } } }, 'wrong subject.winner.party'],
  [
    'a share of a partial count without the count',
    {
      kind: 'party_vote',
      subject: { party: 'labour' },
      status: 'unofficial-partial',
      values: [value('party_vote_share', 26.5, 'percent')],
    },
    'missing asOf.countPercent',
  ],
  [
    'a lead without the count',
    {
      kind: 'electorate_result',
      subject: { electorate: 'Nelson' },
      values: [value('lead_votes', 5, 'votes')],
    },
    'missing asOf.countPercent',
  ],
  [
    'a winner without a margin in the source',
    { kind: 'electorate_result', subject: { electorate: 'Nelson', winner: { name: 'A' } } },
    'look values.margin_votes',
  ],
  [
    'a margin that is not in the source’s sentence',
    {
      values: [value('margin_votes', 1497, 'votes')],
      source: {
        name: 'RNZ',
        sentence: 'Nikki Kaye beat Judith Tizard by in Auckland Central, 14970 to one.',
      },
    },
    'look values.margin_votes',
  ],
  [
    'a quotation that is not verbatim',
    {
      kind: 'quote',
      quote: { text: 'never', speaker: 'A' },
      source: { name: 'RNZ', sentence: 'He said “ever”.' },
    },
    'wrong quote.text',
  ],
  [
    'a quotation without its sentence',
    { kind: 'quote', quote: { text: 'a', speaker: 'A' } },
    'look source.sentence',
  ],
  ['a label that is asked for', { onAir: { advice: 'ok_with_label' } }, 'missing onAir.label'],
  ['a dropped hedge', { hedges: ['likely'], onAir: { headline: 'LUXON WINS' } }, 'look hedges'],
  ['staleness', { staleAfter: new Date(T0).toISOString() }, 'look staleAfter'],
  ['an embargo', { embargoUntil: new Date(T0 + 1).toISOString() }, 'look embargoUntil'],
  ['a wrong unit', { values: [value('a', -1, 'votes')] }, 'wrong values.a'],
  [
    'a House that does not add up',
    { kind: 'seat_tally', tally: { house: 120, overhang: 2, rows: [{ party: 'labour', seats: 5 }] } },
    'wrong tally',
  ],
];

it.each(CASES)('%s', (_name, over, notice) => expect(told(over)).toEqual([notice]));

describe('what is right is not nagged about', () => {
  it.each([
    [
      'a number grouped in the sentence',
      { values: [value('margin_votes', 1497, 'votes')], source: { name: 'a', sentence: 'by 1,497 votes' } },
    ],
    [
      'a number that an editor worked out',
      { values: [value('a', 7, 'votes', true)], source: { name: 'a', sentence: 'x' } },
    ],
    ['a hedge that is kept', { hedges: ['likely'], onAir: { headline: 'LIKELY TO WIN' } }],
    ['an embargo that has lifted', { embargoUntil: new Date(T0).toISOString() }],
    ['a time that has not come', { staleAfter: new Date(T0 + 1).toISOString() }],
    ['two parties instead of one', { kind: 'seat_projection', subject: { parties: ['labour', 'national'] } }],
  ])('%s', (_name, over) => expect(told(over)).toEqual([]));
});

it('the gravest comes first, each as a sentence', () => {
  const fact = FactContent.parse({
    kind: 'party_vote',
    statement: 'x',
    values: [value('x', 101, 'percent')],
    staleAfter: '2020-01-01T00:00:00Z',
  });
  const notices = factNotices(fact, show, T0);
  expect(notices.map(({ weight }) => weight)).toEqual(['wrong', 'missing', 'missing', 'missing', 'look']);
  for (const { detail } of notices) expect(detail).toMatch(/^[A-Z].*\.$/);
});

it('says nothing wrong of any shipped fact', () => {
  for (const id of ['nz-2008', 'nz-2023'] as const) {
    const demo = demoShow(id);
    const wrong = allRows(demo.facts).flatMap((fact) =>
      factNotices(fact, demo, T0).filter(({ weight }) => weight === 'wrong'),
    );
    expect(wrong).toEqual([]);
  }
});
