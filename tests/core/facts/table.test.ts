// Facts as rows: nothing is lost on the way out and back, and nothing that a cell cannot mean is guessed.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvCell, guarded, unguarded } from '../../../core/csv.ts';
import { columnsFor, flatFact, guessColumns } from '../../../core/facts/table-columns.ts';
import { rowToFact } from '../../../core/facts/table-rows.ts';
import { Advice, Certainty, FactContent, FactKind, FactStatus } from '../../../core/schema/fact.ts';
import { allRows } from '../../../core/table.ts';
import { demoShow } from '../../support/night-files.ts';

const identity = (columns: Iterable<string>) =>
  Object.fromEntries([...columns].map((field) => [field, field]));

/** Out through guarded cells of the columns, and back. */
function round(id: string, content: FactContent) {
  const { columns, names } = columnsFor([{ ...content, id }]);
  const cells = new Map([...flatFact(id, content, names)].map(([field, text]) => [field, guarded(text)]));
  return rowToFact(
    identity(columns),
    (column) => cells.get(column) ?? '',
    () => null,
  );
}

const words = fc
  .string({ minLength: 1, maxLength: 30, unit: fc.constantFrom(...'aZ9 é ā"\',;=+-@|[{.%\n\t') })
  .map((text) => text.normalize('NFC'))
  .filter((text) => text.trim() !== '');
const name = fc.stringMatching(/^[a-z_]{1,12}$/).filter((text) => text !== '__proto__');
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null });
const time = maybe(fc.constantFrom('2008-11-08T22:30:00+13:00', '2023-10-14T09:00:00Z'));

const content = fc
  .record({
    kind: fc.constantFrom(...FactKind.options),
    statement: words,
    subtype: maybe(words),
    subject: fc.dictionary(
      name,
      fc.oneof(
        words,
        fc.integer(),
        fc.boolean(),
        fc.constant(null),
        fc.array(words, { maxLength: 2 }),
        fc.dictionary(name, words, { maxKeys: 2 }),
      ),
      { maxKeys: 4 },
    ),
    values: fc.array(
      fc.record({
        name: fc.oneof(name, words),
        value: fc.oneof(
          fc.integer(),
          fc.double({ noNaN: true, noDefaultInfinity: true }).filter((n) => !Object.is(n, -0)),
          words,
        ),
        unit: fc.oneof(fc.constantFrom('votes', 'percent'), words),
        qualifier: maybe(words),
        year: maybe(fc.integer({ min: 1900, max: 2100 })),
        derived: fc.boolean(),
      }),
      { maxLength: 3 },
    ),
    status: fc.constantFrom(...FactStatus.options),
    certainty: fc.constantFrom(...Certainty.options),
    hedges: fc.array(words, { maxLength: 3 }),
    asOf: fc.record({
      countPercent: maybe(fc.integer({ min: 0, max: 1000 }).map((n) => n / 10)),
      basis: words,
      approximate: fc.boolean(),
      text: maybe(words),
      at: time,
    }),
    source: fc.record({ name: fc.oneof(words, fc.constant('')), place: words, sentence: words }),
    quote: maybe(
      fc.record({
        text: words,
        speaker: words,
        role: maybe(words),
        occasion: maybe(words),
        attribution: words,
        partial: fc.boolean(),
      }),
    ),
    onAir: fc.record({
      headline: maybe(words),
      detail: maybe(words),
      label: maybe(words),
      advice: fc.constantFrom(...Advice.options),
    }),
    note: maybe(words),
    related: fc.array(fc.constantFrom('f1', 'f2'), { maxLength: 2 }),
    embargoUntil: time,
    staleAfter: time,
  })
  .map((given) => FactContent.parse(given));

describe('a fact as a row', () => {
  it('comes back as it was', () => {
    fc.assert(
      fc.property(content, (fact) => {
        expect(round('f1', fact)).toEqual({ id: 'f1', content: fact, issues: [] });
      }),
      { numRuns: 500 },
    );
  });

  it.each(['nz-2008', 'nz-2023'])('every fact of %s does', (show) => {
    for (const fact of allRows(demoShow(show).facts)) {
      const plain = FactContent.parse(fact);
      expect(round(fact.id, plain)).toEqual({ id: fact.id, content: plain, issues: [] });
    }
  });

  it('writes only what it has a column for, over the fact as it is', () => {
    const before = FactContent.parse({
      kind: 'headline',
      statement: 'Old.',
      note: 'Mine',
      onAir: { headline: 'OLD' },
    });
    const cells: Record<string, string> = { id: 'f1', Words: 'New.', Headline: '' };
    const columns = { id: 'id', statement: 'Words', 'onAir.headline': 'Headline' };
    const { content: read } = rowToFact(
      columns,
      (column) => cells[column],
      () => before,
    );
    expect(read).toEqual({ ...before, statement: 'New.', onAir: { ...before.onAir, headline: null } });
    expect(before.onAir.headline).toBe('OLD');
  });

  it.each([
    ['Counted', 'asOf.countPercent', '85,1', 'comma'],
    ['Counted', 'asOf.countPercent', '101', ''],
    ['Votes', 'values.votes', '1.234,5', 'comma'],
    ['Votes', 'values.votes', 'many', 'not a number'],
    ['Status', 'status', 'sure', 'sure'],
    ['When', 'asOf.at', 'tonight', 'tonight'],
    ['Partial', 'asOf.approximate', 'perhaps', 'neither yes nor no'],
    ['Seats', 'tally', '{', 'JSON'],
  ])('names the column that is wrong: %s', (column, field, cell, said) => {
    const cells: Record<string, string> = { k: 'headline', s: 'Words.', [column]: cell };
    const read = rowToFact(
      { kind: 'k', statement: 's', [field]: column },
      (one) => cells[one],
      () => null,
    );
    expect(read.content).toBeNull();
    expect(read.issues[0]).toMatchObject({ field: column });
    expect(read.issues[0]?.detail).toContain(said);
  });
});

describe('columns', () => {
  it('are guessed by name, and remembered ones come first', () => {
    const header = ['ID', 'Text', 'Headline', 'Electorate', 'values.lead_votes', 'Mystery'];
    expect(guessColumns(header)).toEqual({
      id: 'ID',
      statement: 'Text',
      'onAir.headline': 'Headline',
      'subject.electorate': 'Electorate',
      'values.lead_votes': 'values.lead_votes',
    });
    expect(guessColumns(header, { note: 'Text', statement: 'Mystery', kind: 'gone' })).toMatchObject({
      note: 'Text',
      statement: 'Mystery',
    });
  });
});

describe('a cell', () => {
  it('that begins like a formula is text in a spreadsheet, and itself again here', () => {
    expect(csvCell('=1+1')).toBe("'=1+1");
    expect(csvCell('-5, "x"')).toBe('"\'-5, ""x"""');
    fc.assert(
      fc.property(fc.string(), (text) => {
        const cell = csvCell(text);
        const inner = cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell;
        expect(inner).not.toMatch(/^[=+\-@\t\r]/);
        expect(unguarded(inner)).toBe(text);
      }),
    );
  });
});
