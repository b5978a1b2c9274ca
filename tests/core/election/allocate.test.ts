// Seats from votes: what was declared comes out exactly, and the law's rules hold for any election.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allocate, reachesThreshold, type Allocation } from '../../../core/election/allocate.ts';
import {
  contestProblems,
  MAX_VOTES,
  NEW_ZEALAND,
  totalVotes,
  type Contest,
} from '../../../core/election/contest.ts';
import { contests } from './arbitraries.ts';
import { contestOfElection, DECLARED, readDeclared } from './elections.ts';

type Row = readonly [id: string, votes: number, electorates?: number];

const contestWith = (rows: readonly Row[], over: Partial<Contest> = {}): Contest => ({
  ...NEW_ZEALAND,
  independents: 0,
  vacancies: 0,
  parties: rows.map(([id, votes, electorates = 0]) => ({ id, votes, electorates })),
  ...over,
});

const partyIn = ({ parties }: Allocation, id: string) => {
  const party = parties.find((one) => one.id === id);
  if (!party) throw new Error(`no party ${id}`);
  return party;
};

describe('declared results', () => {
  it.each(DECLARED.map((declared) => [declared.id, declared] as const))(
    '%s comes out exactly',
    (id, declared) => {
      const { contest } = readDeclared(id);
      const result = allocate(contest);
      expect(result.house).toBe(declared.house_seats);
      expect(result.majority).toBe(declared.majority);
      expect(result.overhang).toBe(declared.overhang_seats);
      expect(result.listSeats).toBe(declared.list_seats);
      expect(result.undecided).toBe(0);
      expect(
        Object.fromEntries(result.parties.map((party) => [party.id, [party.list, party.total]])),
      ).toEqual(
        Object.fromEntries(
          declared.parties.map((party) => [party.id, [party.list_seats, party.total_seats]]),
        ),
      );
    },
  );

  it('knows the vacant electorate of 2023, and gives all 120 seats all the same', () => {
    const result = allocate(contestOfElection('nz-2023'));
    expect(result).toMatchObject({ vacancies: 1, quotaSeats: 120, house: 122, houseLeast: 122 });
    expect(partyIn(result, 'maori')).toMatchObject({ entitlement: 4, electorates: 6, overhang: 2, list: 0 });
  });
});

describe('threshold', () => {
  // 5 % of 200,000
  const edge = (votes: number, electorates = 0): Allocation =>
    allocate(
      contestWith([
        ['large', 200_000 - votes],
        ['small', votes, electorates],
      ]),
    );

  it('exactly 5 % is in, one vote less is out', () => {
    expect(partyIn(edge(10_000), 'small').qualifies).toBe('votes');
    expect(partyIn(edge(10_000), 'small').total).toBe(6);
    expect(partyIn(edge(9_999), 'small')).toMatchObject({ qualifies: null, total: 0 });
  });

  it('an electorate lifts it, only where there is a waiver', () => {
    expect(partyIn(edge(9_999, 1), 'small')).toMatchObject({ qualifies: 'electorate', list: 5, total: 6 });
    const strict = allocate(
      contestWith(
        [
          ['large', 190_001],
          ['small', 9_999, 1],
        ],
        { threshold: { percent: 5, waiver: false } },
      ),
    );
    // its one member stays, and comes off the 120 as an independent does
    expect(partyIn(strict, 'small')).toMatchObject({ qualifies: null, total: 1, overhang: 0 });
    expect(partyIn(strict, 'large').total).toBe(119);
    expect(strict.house).toBe(120);
  });

  it('the votes of parties below it count towards it', () => {
    const result = allocate(
      contestWith([
        ['a', 500_000],
        ['b', 49_000],
        ['c', 480_000],
      ]),
    );
    expect(partyIn(result, 'b').qualifies).toBeNull();
    expect(reachesThreshold(49_000, 980_000, 5)).toBe(true);
  });

  it('without a vote nobody is over it', () => {
    expect(reachesThreshold(0, 0, 5)).toBe(false);
    expect(reachesThreshold(0, 100, 0)).toBe(false);
  });
});

describe('overhang, independents and empty Houses', () => {
  it('a party keeps electorates above its entitlement: the House grows, nobody loses', () => {
    const without = allocate(
      contestWith([
        ['a', 600_000],
        ['b', 500_000],
        ['c', 20_000, 1],
      ]),
    );
    const result = allocate(
      contestWith([
        ['a', 600_000],
        ['b', 500_000],
        ['c', 20_000, 5],
      ]),
    );
    expect(partyIn(result, 'c')).toMatchObject({ entitlement: 2, overhang: 3, total: 5 });
    expect(result).toMatchObject({ house: 123, majority: 62, overhang: 3 });
    for (const id of ['a', 'b']) expect(partyIn(result, id).total).toBe(partyIn(without, id).total);
  });

  it('electorates of independents come off the 120 first', () => {
    const result = allocate(
      contestWith(
        [
          ['a', 500_000],
          ['b', 500_000],
        ],
        { independents: 2 },
      ),
    );
    expect(result).toMatchObject({ house: 120, quotaSeats: 118, independents: 2 });
    expect(result.parties.map(({ total }) => total)).toEqual([59, 59]);
  });

  it('one party has all; nobody’s votes leave all undecided; an electorate without votes is overhang', () => {
    expect(allocate(contestWith([['only', 3]])).parties[0]?.total).toBe(120);
    expect(
      allocate(
        contestWith([
          ['a', 0],
          ['b', 0],
        ]),
      ),
    ).toMatchObject({ house: 120, undecided: 120, ties: [] });
    expect(allocate(contestWith([['a', 0, 2]]))).toMatchObject({ house: 122, undecided: 120, overhang: 2 });
    expect(allocate(contestWith([]))).toMatchObject({ house: 120, undecided: 120 });
  });

  it('nobody over the threshold: no seat is given', () => {
    const many = Array.from({ length: 21 }, (_, i): Row => [`p${i}`, 1000]);
    expect(allocate(contestWith(many))).toMatchObject({ undecided: 120, house: 120, listSeats: 0 });
  });
});

describe('ties', () => {
  it('a tie for the last seat is reported and not decided', () => {
    const result = allocate(
      contestWith(
        [
          ['a', 100],
          ['b', 100],
          ['c', 100],
        ],
        { baseSeats: 10 },
      ),
    );
    expect(result.ties).toEqual([{ seats: 1, parties: ['a', 'b', 'c'] }]);
    expect(result).toMatchObject({ undecided: 1, house: 10 });
    expect(result.parties.map(({ total }) => total)).toEqual([3, 3, 3]);
  });

  it('equal quotients that all get a seat are no tie', () => {
    const result = allocate(
      contestWith(
        [
          ['a', 100],
          ['b', 100],
        ],
        { baseSeats: 10 },
      ),
    );
    expect(result).toMatchObject({ ties: [], undecided: 0 });
  });

  it('says how small the House may be where a tied seat would be overhang otherwise', () => {
    const result = allocate(
      contestWith(
        [
          ['a', 100, 6],
          ['b', 100],
        ],
        { baseSeats: 11 },
      ),
    );
    expect(result).toMatchObject({ undecided: 1, overhang: 1, house: 12, houseLeast: 11 });
  });

  it('is exact where floating point is not', () => {
    // 3 · 10^11 + 1 over 3 is above 10^11 by a third of a vote
    const near: Row[] = [
      ['a', 300_000_000_001],
      ['b', 100_000_000_000],
    ];
    const result = allocate(contestWith(near, { baseSeats: 2 }));
    expect(result.parties.map(({ total }) => total)).toEqual([2, 0]);
    expect(
      allocate(contestWith([['a', 300_000_000_000], near[1] ?? ['b', 0]], { baseSeats: 2 })).ties,
    ).toEqual([{ seats: 1, parties: ['a', 'b'] }]);
  });
});

describe('what cannot be allocated', () => {
  it.each([
    [
      'a party twice',
      contestWith([
        ['a', 1],
        ['a', 2],
      ]),
      'the party "a" is listed twice',
    ],
    ['negative votes', contestWith([['a', -1]]), 'the votes of "a" must be a whole number'],
    ['half a vote', contestWith([['a', 1.5]]), 'the votes of "a" must be a whole number'],
    [
      'too many votes',
      contestWith([
        ['a', MAX_VOTES],
        ['b', 1],
      ]),
      'cannot be reckoned exactly',
    ],
    ['too many seats', contestWith([['a', 1]], { baseSeats: 1001 }), 'the seats must be a whole number'],
    [
      'too many independents',
      contestWith([['a', 1]], { independents: 121 }),
      'independents cannot hold more',
    ],
    [
      'half a per cent',
      contestWith([['a', 1]], { threshold: { percent: 3.5, waiver: true } }),
      'the threshold',
    ],
  ])('%s is refused in words', (_what, contest, sentence) => {
    expect(contestProblems(contest).join()).toContain(sentence);
    expect(() => allocate(contest)).toThrow(RangeError);
  });
});

describe('for any election', () => {
  it('every seat is somebody’s or said to be undecided', () => {
    fc.assert(
      fc.property(contests, (contest) => {
        const result = allocate(contest);
        const held = result.parties.reduce((n, party) => n + party.total, 0);
        expect(held + result.independents + result.undecided).toBe(result.house);
        expect(result.house).toBe(contest.baseSeats + result.overhang);
        expect(result.majority).toBe(Math.floor(result.house / 2) + 1);
        expect(result.houseLeast).toBeLessThanOrEqual(result.house);
        for (const party of result.parties) {
          expect(party.total).toBe(Math.max(party.entitlement, party.electorates));
          expect(party.total).toBe(party.electorates + party.list);
        }
      }),
    );
  });

  it('House monotone: a larger base takes no seat from a party', () => {
    fc.assert(
      fc.property(contests, fc.integer({ min: 1, max: 30 }), (contest, more) => {
        const before = allocate(contest);
        const after = allocate({ ...contest, baseSeats: contest.baseSeats + more });
        after.parties.forEach((party, i) => {
          expect(party.total).toBeGreaterThanOrEqual(before.parties[i]?.total ?? Infinity);
        });
      }),
    );
  });

  it('quota bounds: of two parties, neither is further from its exact share than one seat', () => {
    // with two parties Sainte-Laguë stays within quota; with more it need not
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10 ** 6 }), fc.integer({ min: 1, max: 10 ** 6 }), (a, b) => {
        const result = allocate(
          contestWith(
            [
              ['a', a],
              ['b', b],
            ],
            { threshold: { percent: 0, waiver: true } },
          ),
        );
        for (const party of result.parties) {
          const exact = party.votes * 120;
          expect(party.entitlement * (a + b)).toBeGreaterThan(exact - (a + b));
          expect(party.entitlement * (a + b)).toBeLessThan(exact + (a + b));
        }
      }),
    );
  });

  it('every seat given has a quotient at least as high as any that was not', () => {
    fc.assert(
      fc.property(contests, (contest) => {
        const qualified = allocate(contest).parties.filter((party) => party.qualifies && party.votes > 0);
        for (const given of qualified.filter(({ entitlement }) => entitlement > 0)) {
          for (const other of qualified) {
            const last = given.votes * (2 * other.entitlement + 1);
            expect(last).toBeGreaterThanOrEqual(other.votes * (2 * given.entitlement - 1));
          }
        }
      }),
    );
  });

  it('order of the parties does not matter', () => {
    fc.assert(
      fc.property(contests, fc.nat(), (contest, seed) => {
        const shift = seed % contest.parties.length;
        const turned = [...contest.parties.slice(shift), ...contest.parties.slice(0, shift)].reverse();
        const a = allocate(contest);
        const b = allocate({ ...contest, parties: turned });
        for (const party of a.parties) expect(partyIn(b, party.id)).toEqual(party);
        expect(b.ties.map((tie) => [tie.seats, [...tie.parties].sort()])).toEqual(
          a.ties.map((tie) => [tie.seats, [...tie.parties].sort()]),
        );
      }),
    );
  });

  it('scale invariance: k times all votes gives the same House', () => {
    fc.assert(
      fc.property(contests, fc.integer({ min: 2, max: 1000 }), (contest, k) => {
        const parties = contest.parties.map((party) => ({ ...party, votes: party.votes * k }));
        const seats = ({ parties: rows, ties }: Allocation) => [rows.map(({ total }) => total), ties];
        expect(seats(allocate({ ...contest, parties }))).toEqual(seats(allocate(contest)));
      }),
    );
  });

  it('more votes never cost a party a seat', () => {
    fc.assert(
      fc.property(contests, fc.nat(), fc.nat(200_000), (contest, which, more) => {
        const index = which % contest.parties.length;
        const parties = contest.parties.map((party, i) =>
          i === index ? { ...party, votes: party.votes + more } : party,
        );
        const before = allocate(contest).parties[index]?.total ?? Infinity;
        expect(allocate({ ...contest, parties }).parties[index]?.total).toBeGreaterThanOrEqual(before);
      }),
    );
  });

  it('the threshold is sharp for any electorate: the vote that reaches it, and the one before', () => {
    fc.assert(
      fc.property(fc.integer({ min: 100, max: 10 ** 7 }), (others) => {
        // the fewest votes v with v · 100 ≥ 5 · (others + v)
        const enough = Math.ceil((5 * others) / 95);
        const at = (votes: number) =>
          allocate(
            contestWith([
              ['large', others],
              ['small', votes],
            ]),
          ).parties[1];
        expect(at(enough)?.qualifies).toBe('votes');
        expect(at(enough - 1)?.qualifies).toBeNull();
        expect(totalVotes(contestWith([['a', others]]).parties)).toBe(others);
      }),
    );
  });
});
