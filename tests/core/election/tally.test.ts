// From a source's results to the House in an arc: what is known, what is led, and what does not add up.
import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { allocate } from '../../../core/election/allocate.ts';
import { contestProblems } from '../../../core/election/contest.ts';
import { contestOf, INDEPENDENT } from '../../../core/election/counting.ts';
import { Results } from '../../../core/election/results.ts';
import { tallyOf, tallyProblems } from '../../../core/election/tally.ts';
import { PartyId } from '../../../core/ids.ts';
import { Tally } from '../../../core/schema/fact.ts';
import { Show, type Party } from '../../../core/schema/show.ts';
import { allRows } from '../../../core/table.ts';
import { contests } from './arbitraries.ts';
import { contestOfElection } from './elections.ts';

const partyOf = (id: string, side: 'left' | 'right' = 'left'): Party => ({
  id: PartyId.parse(id),
  name: id,
  short: id,
  colour: '#000000',
  ink: '#ffffff',
  side,
});

const ORDER = ['green', 'labour', 'progressive', 'maori', 'unitedfuture', 'national', 'act'];
const PARTIES = ORDER.map((id) =>
  partyOf(id, ['unitedfuture', 'national', 'act'].includes(id) ? 'right' : 'left'),
);

const tallyProblemsOf = (value: object): string[] => tallyProblems(Tally.parse(value));

type Electorate = readonly [
  name: string,
  final: boolean,
  votes: readonly (readonly [string | null, number])[],
];

const results = (parties: readonly (readonly [string, number])[], electorates: readonly Electorate[]) =>
  Results.parse({
    election: 'x',
    updated: null,
    countPercent: 50,
    electoratesTotal: electorates.length,
    parties: parties.map(([name, votes]) => ({ name, votes })),
    electorates: electorates.map(([name, final, votes]) => ({
      name,
      final,
      countPercent: 50,
      parties: [],
      candidates: votes.map(([party, n], i) => ({ name: `C${i}`, party, votes: n })),
    })),
  });

const idOf = (name: string): string => name.toLowerCase();

describe('who leads', () => {
  const counted = contestOf(
    results(
      [
        ['Red', 500],
        ['Blue', 400],
      ],
      [
        [
          'North',
          true,
          [
            ['Red', 10],
            ['Blue', 5],
          ],
        ],
        [
          'South',
          false,
          [
            ['Blue', 7],
            ['Red', 7],
            [null, 1],
          ],
        ],
        [
          'East',
          true,
          [
            [null, 9],
            ['Blue', 3],
          ],
        ],
        [
          'West',
          false,
          [
            ['Unlisted', 4],
            ['Blue', 3],
          ],
        ],
        ['Far', false, [['Red', 0]]],
        [
          'Near',
          false,
          [
            ['Blue', 2],
            ['Red', 0],
          ],
        ],
      ],
    ),
    idOf,
  );

  it('gives an electorate to its leader, a shared lead to nobody, and others to independents', () => {
    expect(counted.contest.parties).toEqual([
      { id: 'red', votes: 500, electorates: 1 },
      { id: 'blue', votes: 400, electorates: 1 },
    ]);
    expect(counted.contest.independents).toBe(2);
    expect(counted.tied).toEqual(['South']);
    expect(counted.unreported).toBe(1);
    expect(counted.declared).toEqual({ red: 1, [INDEPENDENT]: 1 });
    expect(counted.complete).toBe(false);
    expect(contestProblems(counted.contest)).toEqual([]);
  });

  it('says by how much, and who comes next', () => {
    expect(counted.standings[0]).toMatchObject({ lead: 5, holder: 'red', trailing: { party: 'Blue' } });
    expect(counted.standings[1]).toMatchObject({ leader: null, lead: null, holder: null });
    expect(counted.standings[1]?.tied.map(({ party }) => party)).toEqual(['Blue', 'Red']);
    expect(counted.standings[5]).toMatchObject({ lead: 2, trailing: { party: 'Red', votes: 0 } });
  });

  it('two names for one party are said, and their votes added', () => {
    const twice = contestOf(
      results(
        [
          ['RED', 5],
          ['Red', 6],
        ],
        [],
      ),
      idOf,
    );
    expect(twice.problems).toEqual(['RED and Red are both read as "red": votes added up']);
    expect(twice.contest.parties).toEqual([{ id: 'red', votes: 11, electorates: 0 }]);
    expect(twice.complete).toBe(false);
  });

  it('is complete when every electorate is declared or has no poll', () => {
    const all = results(
      [['Red', 5]],
      [
        ['North', true, [['Red', 1]]],
        ['South', false, []],
      ],
    );
    const vacant = {
      ...all,
      electorates: all.electorates.map((one) => ({ ...one, vacant: one.name === 'South' })),
    };
    expect(contestOf(all, idOf).complete).toBe(false);
    expect(contestOf(vacant, idOf)).toMatchObject({ complete: true, contest: { vacancies: 1 } });
    expect(contestOf({ ...vacant, electoratesTotal: 3 }, idOf).complete).toBe(false);
  });
});

describe('a House for the arc', () => {
  const allocation = allocate(contestOfElection('nz-2008'));

  it('2008 complete: every seat known, the overhang where it is', () => {
    const { tally, problems } = tallyOf({ allocation, declared: {}, parties: PARTIES, complete: true });
    expect(problems).toEqual([]);
    expect(tally).toMatchObject({ house: 122, overhang: 2, vacant: 0 });
    expect(tally.rows.map((row) => [row.party, row.seats, row.side])).toEqual([
      ['green', 9, 'left'],
      ['labour', 43, 'left'],
      ['progressive', 1, 'left'],
      ['maori', 5, 'left'],
      ['unitedfuture', 1, 'right'],
      ['national', 58, 'right'],
      ['act', 5, 'right'],
    ]);
    expect(tallyProblems(Tally.parse(tally))).toEqual([]);
  });

  it('while counting: declared electorates are known, the rest is led', () => {
    const declared = { national: 30, maori: 4 };
    const { tally } = tallyOf({ allocation, declared, parties: PARTIES, complete: false });
    const row = (id: string) => tally.rows.find(({ party }) => party === id);
    expect(row('national')).toMatchObject({
      seats: 30,
      electorate: 30,
      list: null,
      leading: 28,
      overhang: 0,
    });
    expect(row('maori')).toMatchObject({ seats: 4, leading: 1, overhang: 1 });
    expect(row('green')).toMatchObject({ seats: 0, leading: 9 });
    expect(tally).toMatchObject({ house: 122, overhang: 1 });
    expect(tallyProblems(Tally.parse(tally))).toEqual([]);
  });

  it('never drops the seats of a party that the show lacks in silence', () => {
    const parties = PARTIES.filter(({ id }) => id !== 'act');
    const input = { allocation, declared: {}, parties, complete: true };
    expect(tallyOf(input).problems).toEqual(['the show has no party "act", which has 5 seats of the 122']);
    expect(tallyOf({ ...input, nameOf: () => 'ACT New Zealand' }).problems.join()).toContain(
      '"ACT New Zealand"',
    );
  });

  it('independents have seats where the show has a row for them, and tied seats are nobody’s', () => {
    const contest = {
      ...contestOfElection('nz-2008'),
      independents: 2,
    };
    const withThem = allocate(contest);
    const input = { allocation: withThem, declared: { [INDEPENDENT]: 1 }, complete: false };
    expect(tallyOf({ ...input, parties: PARTIES }).problems).toEqual([
      'the show has no party "independent", which has 2 seats of the 122',
    ]);
    const { tally } = tallyOf({ ...input, parties: [...PARTIES, partyOf(INDEPENDENT)] });
    expect(tally.rows.at(-1)).toMatchObject({ seats: 1, leading: 1 });
  });

  it('for any contest and any declarations the House adds up', () => {
    fc.assert(
      fc.property(contests, fc.array(fc.nat(50)), fc.boolean(), (contest, numbers, complete) => {
        const made = allocate(contest);
        const declared = Object.fromEntries(numbers.map((n, i) => [`p${i}`, n]));
        const parties = [...contest.parties.map(({ id }) => partyOf(id)), partyOf(INDEPENDENT)];
        const { tally, problems } = tallyOf({ allocation: made, declared, parties, complete });
        expect(tallyProblems(Tally.parse(tally))).toEqual([]);
        const held = tally.rows.reduce((n, row) => n + row.seats + row.leading, 0);
        expect(held + made.undecided).toBe(tally.house);
        expect(problems.length).toBe(made.undecided > 0 ? 1 : 0);
      }),
    );
  });
});

describe('what is wrong with a House', () => {
  it('nothing with those of the demo shows', () => {
    const tallies = ['nz-2008', 'nz-2023'].flatMap((id) => {
      const file = resolve(import.meta.dirname, `../../../assets/demo/${id}.json`);
      const { facts } = Show.parse(JSON.parse(readFileSync(file, 'utf8')));
      return allRows(facts).flatMap(({ tally }) => (tally ? [tally] : []));
    });
    expect(tallies.length).toBeGreaterThan(3);
    for (const tally of tallies) expect(tallyProblems(tally)).toEqual([]);
  });

  it.each([
    [
      'overhang that is nobody’s',
      { house: 10, overhang: 1, rows: [{ party: 'a', seats: 5 }] },
      "the House's overhang is given as 1, but the parties' comes to 0",
    ],
    [
      'electorate and list',
      { house: 10, rows: [{ party: 'a', seats: 5, electorate: 2, list: 2 }] },
      'a: 2 electorate seats and 2 list seats do not come to 5',
    ],
    [
      'more electorates than seats',
      { house: 10, rows: [{ party: 'a', seats: 1, electorate: 2 }] },
      'a: 2 electorate seats, but 1 seat in all',
    ],
    [
      'more overhang than electorates',
      { house: 10, overhang: 2, rows: [{ party: 'a', seats: 5, electorate: 1, list: 4, overhang: 2 }] },
      'a: an overhang of 2, but only 1 electorate seat',
    ],
    [
      'overhang beside list seats',
      { house: 10, overhang: 1, rows: [{ party: 'a', seats: 5, electorate: 1, list: 4, overhang: 1 }] },
      'a: a party with an overhang has no list seats, but 4 are given',
    ],
    [
      'a party twice',
      {
        house: 10,
        rows: [
          { party: 'a', seats: 1 },
          { party: 'a', seats: 1 },
        ],
      },
      'a is listed twice',
    ],
  ])('%s', (_what, tally, sentence) => {
    expect(tallyProblemsOf(tally)).toContain(sentence);
  });

  it('more seats than the House has, also where the schema was not asked', () => {
    const rows = [
      { party: PartyId.parse('a'), seats: 9, electorate: null, list: null, leading: 1, projected: 1 },
    ];
    const tally: Tally = {
      house: 10,
      vacant: 0,
      overhang: 0,
      rows: rows.map((r) => ({ ...r, overhang: 0, side: 'left' })),
    };
    expect(tallyProblems(tally)).toEqual([
      'the parties and vacancies come to 11 seats, but the House has 10',
    ]);
  });
});
