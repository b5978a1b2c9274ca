/** Finding facts: words, choices and their counts, and the orders of the table. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createFactIndex } from '../../../core/facts/fact-index.ts';
import { EVERYTHING, filterFacts, isEverything, search, toggled } from '../../../core/facts/filter.ts';
import { orderFacts } from '../../../core/facts/order.ts';
import type { Fact } from '../../../core/schema/fact.ts';
import { makeFact } from '../../support/builders.ts';

const index = createFactIndex();
const ids = (facts: readonly Fact[]) => facts.map(({ id }) => id as string);

const quote = makeFact({
  id: 'quote',
  seq: 1,
  kind: 'quote',
  statement: 'Hipkins on the numbers.',
  subject: { party: 'labour' },
  quote: {
    text: 'We gave it our all.',
    speaker: 'Chris Hipkins',
    role: 'Labour leader',
    occasion: 'Lower Hutt',
  },
  source: { name: 'RNZ' },
});
const flip = makeFact({
  id: 'flip',
  seq: 2,
  kind: 'electorate_flip',
  approval: 'draft',
  status: 'certified',
  statement: 'Nikki Kaye beat Judith Tizard.',
  subject: {
    electorate: 'Auckland Central',
    winner: { name: 'Nikki Kaye', party: 'national' },
    loser: { name: 'Judith Tizard', party: 'labour' },
  },
  values: [{ name: 'margin_votes', value: 1497, unit: 'votes' }],
  source: { name: 'Newshub' },
});
const maori = makeFact({
  id: 'maori',
  seq: 3,
  statement: 'Te Pāti Māori holds four seats.',
  subject: { party: 'tpm', electorates: ['Te Tai Tonga', 'Waiariki'] },
  onAir: { headline: 'FOUR SEATS', detail: 'Ngā mihi', label: null, advice: 'ok' },
  via: { feed: 'night', key: 'party/tpm', at: 0 },
});
const ALL = [quote, flip, maori];

const found = (words: string) => ids(filterFacts(ALL, { ...EVERYTHING, words }, index).facts);

describe('words', () => {
  it.each([
    ['maori', ['maori']],
    ['MĀORI seats', ['maori']],
    ['nga mihi', ['maori']],
    ['hipkins', ['quote']],
    ['our all', ['quote']],
    ['lower hutt', ['quote']],
    ['tizard', ['flip']],
    ['auckland central', ['flip']],
    ['newshub', ['flip']],
    ['waiariki', ['maori']],
    ['electorate flip', ['flip']],
    ['hipkins newshub', []],
    ['  ', ['quote', 'flip', 'maori']],
  ])('%s', (words, expected) => {
    expect(found(words)).toEqual(expected);
  });

  it('an edited fact is found by its new words and not by its old ones', () => {
    const edited = { ...flip, statement: 'Somebody else won.', subject: {} };
    expect(ids(filterFacts([edited], { ...EVERYTHING, words: 'kaye' }, index).facts)).toEqual([]);
    expect(ids(filterFacts([edited], { ...EVERYTHING, words: 'somebody' }, index).facts)).toEqual(['flip']);
  });
});

describe('choices', () => {
  it.each([
    [{ kind: ['quote', 'electorate_flip'] }, ['quote', 'flip']],
    [{ approval: ['draft'] }, ['flip']],
    [{ status: ['certified'] }, ['flip']],
    [{ party: ['labour'] }, ['quote', 'flip']],
    [{ party: ['labour'], kind: ['quote'] }, ['quote']],
    [{ electorate: ['Te Tai Tonga'] }, ['maori']],
    [{ source: ['feed:night'] }, ['maori']],
    [{ source: ['RNZ', 'Newshub'] }, ['quote', 'flip']],
    [{ kind: [] }, ['quote', 'flip', 'maori']],
  ])('%j', (choices, expected) => {
    expect(ids(filterFacts(ALL, { words: '', choices }, index).facts)).toEqual(expected);
  });

  it('marks come from outside of the fact', () => {
    const marks = ({ id }: Fact) => (id === 'flip' ? (['onAir', 'used'] as const) : []);
    const { facts, counts } = filterFacts(ALL, { words: '', choices: { mark: ['onAir'] } }, index, marks);
    expect(ids(facts)).toEqual(['flip']);
    expect(counts.mark.get('used')).toBe(1);
  });

  it('a count is what one would see if, of its group, only that were chosen', () => {
    const kinds = ['quote', 'electorate_flip', 'headline', 'person'] as const;
    const parties = ['labour', 'national', 'green'];
    const arbitraryFact = fc.record({
      kind: fc.constantFrom(...kinds),
      party: fc.constantFrom(...parties),
      approval: fc.constantFrom('draft', 'approved'),
    });
    fc.assert(
      fc.property(
        fc.array(arbitraryFact, { maxLength: 25 }),
        fc.subarray([...kinds]),
        fc.subarray(parties),
        (rows, kind, party) => {
          const facts = rows.map((row, i) =>
            makeFact({ id: `f${i}`, kind: row.kind, approval: row.approval, subject: { party: row.party } }),
          );
          const filter = { words: '', choices: { kind, party } };
          const { counts } = filterFacts(facts, filter, index);
          for (const one of kinds) {
            const alone = filterFacts(facts, { words: '', choices: { kind: [one], party } }, index);
            expect(counts.kind.get(one) ?? 0).toBe(alone.facts.length);
          }
          for (const one of parties) {
            const alone = filterFacts(facts, { words: '', choices: { kind, party: [one] } }, index);
            expect(counts.party.get(one) ?? 0).toBe(alone.facts.length);
          }
        },
      ),
    );
  });

  it('are put in and taken out', () => {
    const once = toggled(EVERYTHING, 'party', 'labour');
    expect(once.choices.party).toEqual(['labour']);
    expect(isEverything(once)).toBe(false);
    expect(isEverything(toggled(once, 'party', 'labour'))).toBe(true);
  });
});

it('the search can be put aside between any two facts', () => {
  const run = search(ALL, { ...EVERYTHING, words: 'tizard' }, index, () => []);
  let steps = 0;
  for (;;) {
    const step = run.next();
    if (step.done) {
      expect(ids(step.value.facts)).toEqual(['flip']);
      break;
    }
    steps += 1;
  }
  expect(steps).toBe(ALL.length);
});

describe('orders', () => {
  const order = (column: Parameters<typeof orderFacts>[1]['column'], descending = false) =>
    ids(orderFacts(ALL, { column, descending }, index));

  it.each([
    ['number', ['quote', 'flip', 'maori']],
    ['approval', ['flip', 'quote', 'maori']],
    ['statement', ['quote', 'flip', 'maori']],
    ['subject', ['flip', 'quote', 'maori']],
    ['source', ['flip', 'quote', 'maori']],
  ] as const)('by %s', (column, expected) => {
    expect(order(column)).toEqual(expected);
  });

  it('what has nothing to be ordered by comes last either way', () => {
    expect(order('figures')[0]).toBe('flip');
    expect(order('figures', true)[0]).toBe('flip');
  });

  it('downwards turns what differs and keeps equal ones in the order of their numbers', () => {
    expect(order('approval', true)).toEqual(['quote', 'maori', 'flip']);
    expect(order('number', true)).toEqual(['maori', 'flip', 'quote']);
  });
});
