/** The kinds of facts: the shipped ones fit, wrong types, units and ranges do not, and every kind round-trips. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fieldTitle, KINDS, unitOf } from '../../../core/facts/kinds.ts';
import { kindIssues } from '../../../core/facts/kind-schema.ts';
import { FactContent, FactKind, type FactValue } from '../../../core/schema/fact.ts';
import { allRows } from '../../../core/table.ts';
import { demoShow, SHIPPED_GRAPHICS } from '../../support/shipped.ts';

const content = (over: Record<string, unknown>): FactContent =>
  FactContent.parse({ kind: 'headline', statement: 'x', ...over });

const value = (name: string, amount: number | string, unit: string): FactValue => ({
  name,
  value: amount,
  unit,
  qualifier: null,
  year: null,
  derived: false,
});

describe('the table', () => {
  it.each(FactKind.options)('%s is there, under its own name, with fields named once', (kind) => {
    const entry = KINDS[kind];
    expect(entry.kind).toBe(kind);
    const paths = entry.fields.map(({ path }) => path);
    expect(new Set(paths).size).toBe(paths.length);
    for (const { path, title, input } of entry.fields) {
      expect(fieldTitle(kind, path)).toBe(title);
      expect(path).toMatch(/^(subject|values|quote|tally|asOf)\b/);
      // a value without a unit cannot be typed in
      if (path.startsWith('values.')) expect(unitOf(input)).not.toBeNull();
    }
  });

  it('names templates that are shipped', () => {
    for (const { graphics } of Object.values(KINDS)) {
      expect(graphics.length).toBeGreaterThan(0);
      for (const id of graphics) expect([...SHIPPED_GRAPHICS.keys()]).toContain(id);
    }
  });
});

describe('what fits', () => {
  const facts = [...allRows(demoShow('nz-2008').facts), ...allRows(demoShow('nz-2023').facts)];

  it('all shipped facts do', () => {
    expect(facts.length).toBeGreaterThanOrEqual(84);
    expect(facts.flatMap((fact) => kindIssues(fact).map((issue) => [fact.id, issue]))).toEqual([]);
  });

  it.each(FactKind.options)('a bare %s does: what is missing may come later', (kind) => {
    expect(kindIssues(content({ kind }))).toEqual([]);
  });
});

describe('what does not fit is named by its field', () => {
  const cases: [string, Record<string, unknown>, string, RegExp][] = [
    [
      'a percentage above 100',
      { kind: 'party_vote', values: [value('party_vote_share', 100.1, 'percent')] },
      'values.party_vote_share',
      /100 at most/,
    ],
    [
      'a negative percentage',
      { kind: 'threshold', values: [value('threshold', -5, 'percent')] },
      'values.threshold',
      /0 at least/,
    ],
    [
      'votes in parts',
      { kind: 'electorate_result', values: [value('margin_votes', 10.5, 'votes')] },
      'values.margin_votes',
      /whole number/,
    ],
    [
      'negative votes',
      { kind: 'electorate_result', values: [value('lead_votes', -1, 'votes')] },
      'values.lead_votes',
      /0 at least/,
    ],
    [
      'votes as text',
      { kind: 'electorate_flip', values: [value('margin_votes', '314', 'votes')] },
      'values.margin_votes',
      /a number/,
    ],
    [
      'votes in seats',
      { kind: 'electorate_flip', values: [value('margin_votes', 314, 'seats')] },
      'values.margin_votes',
      /in votes, not in seats/,
    ],
    [
      'more seats than any House',
      { kind: 'seat_projection', values: [value('seats', 1001, 'seats')] },
      'values.seats',
      /1000 at most/,
    ],
    [
      'a value nobody foresaw, with a known unit',
      { values: [value('swing', 101, 'percentage_points')] },
      'values.swing',
      /100 at most/,
    ],
    [
      'a number for a name',
      { kind: 'electorate_result', subject: { winner: { name: 7 } } },
      'subject.winner.name',
      /text/,
    ],
    [
      'a name for a person with a party',
      { kind: 'electorate_result', subject: { winner: 'Nikki Kaye' } },
      'subject.winner',
      /object/,
    ],
    ['a list for a party', { kind: 'party_vote', subject: { party: ['labour'] } }, 'subject.party', /text/],
    [
      'a year of two digits',
      { kind: 'electorate_result', subject: { year: '05' } },
      'subject.year',
      /four digits/,
    ],
    ['one value twice', { values: [value('a', 1, 'x'), value('a', 2, 'x')] }, 'values.a', /twice/],
  ];
  it.each(cases)('%s', (_name, over, field, detail) => {
    expect(kindIssues(content(over))).toEqual([{ field, detail: expect.stringMatching(detail) as string }]);
  });
});

const words = fc.string({ minLength: 1, maxLength: 20 });
const amounts: Record<string, fc.Arbitrary<number>> = {
  percent: fc.double({ min: 0, max: 100, noNaN: true }).map((n) => n + 0),
  votes: fc.nat(5_000_000),
  seats: fc.nat(1000),
  year: fc.integer({ min: 1, max: 9999 }),
};

/** A fact of the kind with every field filled as the table says. */
const factOf = (kind: FactKind): fc.Arbitrary<FactContent> => {
  const { fields } = KINDS[kind];
  const named = fields.filter(({ path }) => path.startsWith('values.'));
  const about = fields.filter(({ path }) => path.startsWith('subject.'));
  return fc
    .record({
      statement: words,
      numbers: fc.tuple(...named.map(({ input }) => amounts[unitOf(input) ?? ''] ?? fc.nat())),
      texts: fc.tuple(...about.map(({ input }) => (input === 'year' ? fc.constant('2005') : words))),
    })
    .map(({ statement, numbers, texts }) => {
      const subject: Record<string, unknown> = {};
      about.forEach(({ path }, index) => {
        const [, key = '', inner] = path.split('.');
        if (inner === undefined) subject[key] = texts[index];
        else subject[key] = { ...(subject[key] as object | undefined), [inner]: texts[index] };
      });
      const values = named.map(({ path, input }, index) =>
        value(path.slice('values.'.length), numbers[index] ?? 0, unitOf(input) ?? ''),
      );
      return content({ kind, statement, subject, values });
    });
};

it.each(FactKind.options)('%s: content goes through JSON and its schema and comes back the same', (kind) => {
  fc.assert(
    fc.property(factOf(kind), (fact) => {
      expect(kindIssues(fact)).toEqual([]);
      const back = FactContent.parse(JSON.parse(JSON.stringify(fact)));
      expect(back).toEqual(fact);
      expect(kindIssues(back)).toEqual([]);
      expect(FactContent.parse(back)).toEqual(back);
    }),
  );
});
