// Change against an earlier election, swing, coalitions, projections from shares, and other countries' ways.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allocate } from '../../../core/election/allocate.ts';
import { coalitionsOf } from '../../../core/election/coalitions.ts';
import { compareWith, swingOf } from '../../../core/election/compare.ts';
import { totalVotes } from '../../../core/election/contest.ts';
import { rounded, shareOf } from '../../../core/election/fractions.ts';
import { firstPastThePost, listSeats } from '../../../core/election/others.ts';
import { projectShares, SHARES_SENTENCE, shareProblems } from '../../../core/election/shares.ts';
import { Baseline } from '../../../core/schema/baseline.ts';
import { contestOfElection } from './elections.ts';

const seatsOf = (id: string) =>
  allocate(contestOfElection(id)).parties.map((party) => ({
    id: party.id,
    votes: party.votes,
    seats: party.total,
  }));

const baselineOf = (id: string) => {
  const rows = seatsOf(id);
  return Baseline.parse({
    label: id,
    validVotes: totalVotes(rows),
    parties: rows.map((row) => ({ party: row.id, name: row.id, votes: row.votes, seats: row.seats })),
  });
};

describe('change', () => {
  const base = baselineOf('nz-2017');
  const rows = compareWith(base, seatsOf('nz-2023'));
  const row = (id: string) => rows.find((one) => one.id === id);

  it('2023 beside 2017: votes, shares and seats', () => {
    expect(row('national')).toMatchObject({
      share: 3808,
      before: { votes: 1_152_075, share: 4445, seats: 56 },
      votesChange: 1_085_851 - 1_152_075,
      // 38.0838… − 44.4491… = −6.3653…, where the rounded shares differ by 6.37
      shareChange: -637,
      seatsChange: -8,
    });
    expect(row('labour')).toMatchObject({ share: 2692, shareChange: -997, seatsChange: -12 });
  });

  it('a party that is new has no change; one that is gone has lost all', () => {
    expect(row('newzeal')).toMatchObject({ before: null, votesChange: null, shareChange: null });
    expect(row('ban1080')).toMatchObject({ votes: 0, votesChange: -3005, seatsChange: 0 });
  });

  it('before the first vote there is no share', () => {
    const [first] = compareWith(base, [{ id: 'national', votes: 0 }]);
    expect(first).toMatchObject({
      share: null,
      shareChange: null,
      seatsChange: null,
      votesChange: -1_152_075,
    });
  });

  it('rounds once, halves away from zero', () => {
    expect([rounded(5n, 10n), rounded(-5n, 10n), rounded(4n, 10n), rounded(-14n, 10n)]).toEqual([
      1, -1, 0, -1,
    ]);
    expect(shareOf(1_053_398, 2_344_566)).toBe(4493);
    expect(shareOf(1, 0)).toBeNull();
  });

  it('changes of share are within half a hundredth, and the same size both ways', () => {
    fc.assert(
      fc.property(fc.nat(10_000), fc.nat(10_000), fc.nat(10_000), fc.nat(10_000), (a, b, c, d) => {
        const made = (x: number, y: number) =>
          Baseline.parse({
            label: 'x',
            validVotes: x + y,
            parties: [
              { party: 'p', name: 'p', votes: x },
              { party: 'q', name: 'q', votes: y },
            ],
          });
        const counts = (x: number, y: number) => [
          { id: 'p', votes: x },
          { id: 'q', votes: y },
        ];
        const there = compareWith(made(a + 1, b), counts(c + 1, d))[0]?.shareChange ?? NaN;
        const back = compareWith(made(c + 1, d), counts(a + 1, b))[0]?.shareChange ?? NaN;
        expect(there + back).toBe(0);
        const exact = ((c + 1) / (c + 1 + d) - (a + 1) / (a + 1 + b)) * 10_000;
        expect(Math.abs(there - exact)).toBeLessThanOrEqual(0.5 + 1e-6);
        // of two parties, what one gains the other loses: the swing is that gain
        expect(swingOf(made(a + 1, b), counts(c + 1, d), 'q', 'p')).toBe(there);
      }),
    );
  });

  it('swing from Labour to National 2017 to 2023: both lost, Labour more', () => {
    // (−6.36531… + 9.97162…) / 2
    expect(swingOf(base, seatsOf('nz-2023'), 'labour', 'national')).toBe(180);
    expect(swingOf(base, seatsOf('nz-2023'), 'national', 'labour')).toBe(-180);
    expect(swingOf(base, seatsOf('nz-2023'), 'labour', 'newzeal')).toBeNull();
  });
});

describe('who can govern', () => {
  it('2023 official: National needs both ACT and NZ First, or another way round', () => {
    const seats = seatsOf('nz-2023');
    const { coalitions, complete } = coalitionsOf(seats, 62);
    expect(complete).toBe(true);
    expect(coalitions[0]).toEqual({ parties: ['national', 'labour'], seats: 82, spare: 20 });
    expect(coalitions).toContainEqual({ parties: ['national', 'act', 'nzfirst'], seats: 67, spare: 5 });
    expect(coalitions.map(({ parties }) => parties.join())).not.toContain('national,act');
  });

  it('leaves out those who refuse each other', () => {
    const { coalitions } = coalitionsOf(seatsOf('nz-2023'), 62, [
      ['labour', 'national'],
      ['nzfirst', 'labour'],
    ]);
    for (const { parties } of coalitions) {
      expect(
        parties.includes('labour') && (parties.includes('national') || parties.includes('nzfirst')),
      ).toBe(false);
    }
    expect(coalitions.length).toBeGreaterThan(0);
  });

  it('is exactly what trying all of them finds', () => {
    const seats = fc.array(fc.nat(60), { minLength: 1, maxLength: 9 });
    fc.assert(
      fc.property(seats, fc.integer({ min: 1, max: 150 }), (numbers, majority) => {
        const parties = numbers.map((n, i) => ({ id: `p${i}`, seats: n }));
        const brute: string[] = [];
        for (let mask = 1; mask < 1 << parties.length; mask += 1) {
          const members = parties.filter((_, i) => mask & (1 << i));
          const sum = members.reduce((n, one) => n + one.seats, 0);
          const spared = members.some((one) => sum - one.seats >= majority);
          if (sum >= majority && !spared)
            brute.push(
              members
                .map(({ id }) => id)
                .sort()
                .join(),
            );
        }
        const found = coalitionsOf(parties, majority).coalitions;
        expect(found.map((one) => [...one.parties].sort().join()).sort()).toEqual(brute.sort());
        found.forEach((one, i) => {
          const before = found[i - 1];
          if (before) expect(before.parties.length).toBeLessThanOrEqual(one.parties.length);
          if (before?.parties.length === one.parties.length)
            expect(before.seats).toBeGreaterThanOrEqual(one.seats);
        });
      }),
    );
  });

  it('ends, and says so, where there are too many ways', () => {
    const parties = Array.from({ length: 40 }, (_, i) => ({ id: `p${i}`, seats: 3 }));
    expect(coalitionsOf(parties, 61).complete).toBe(false);
  });
});

describe('a projection from rounded shares', () => {
  const rows = (id: string) => {
    const { parties } = contestOfElection(id);
    const total = totalVotes(parties);
    return parties.map(({ id: party, votes, electorates }) => ({
      id: party,
      percent: Math.round((votes * 1000) / total) / 10,
      electorates,
    }));
  };

  it('says that it is one; and 2008 comes out otherwise than from the votes', () => {
    const projection = projectShares(rows('nz-2008'));
    expect(projection).toMatchObject({ projected: true, sentence: SHARES_SENTENCE });
    const seats = (from: { parties: { id: string; total: number }[] }) =>
      ['national', 'labour'].map((id) => from.parties.find((party) => party.id === id)?.total);
    expect(seats(projection)).toEqual([57, 44]);
    expect(seats(allocate(contestOfElection('nz-2008')))).toEqual([58, 43]);
  });

  it('takes the threshold of 100 %, whatever the shares come to', () => {
    const shares = [
      { id: 'a', percent: 60, electorates: 0 },
      { id: 'b', percent: 5, electorates: 0 },
    ];
    expect(projectShares(shares).parties[1]?.qualifies).toBe('votes');
    const less = projectShares([
      { id: 'a', percent: 60, electorates: 0 },
      { id: 'b', percent: 4.9, electorates: 0 },
    ]);
    expect(less.parties[1]?.qualifies).toBeNull();
  });

  it.each([
    [[{ id: 'a', percent: 44.93, electorates: 0 }], 'the share of "a" has more than one decimal'],
    [[{ id: 'a', percent: -1, electorates: 0 }], 'must be from 0 to 100 per cent'],
    [[{ id: 'a', percent: NaN, electorates: 0 }], 'must be from 0 to 100 per cent'],
    [
      [
        { id: 'a', percent: 60, electorates: 0 },
        { id: 'b', percent: 60, electorates: 0 },
      ],
      'come to more than 100 per cent',
    ],
  ])('%j is refused', (shares, sentence) => {
    expect(shareProblems(shares).join()).toContain(sentence);
    expect(() => projectShares(shares)).toThrow(RangeError);
  });
});

describe('other countries', () => {
  // the worked example of most textbooks: 100, 80, 30 and 20 thousand votes for 8 seats
  const parties = [
    ['a', 100_000],
    ['b', 80_000],
    ['c', 30_000],
    ['d', 20_000],
  ] as const;
  const voted = parties.map(([id, votes]) => ({ id, votes }));
  const seats = (method: 'dhondt' | 'sainte-lague') =>
    listSeats(voted, 8, method).parties.map((one) => one.seats);

  it('D’Hondt and Sainte-Laguë', () => {
    expect(seats('dhondt')).toEqual([4, 3, 1, 0]);
    expect(seats('sainte-lague')).toEqual([3, 3, 1, 1]);
    expect(
      listSeats(
        [
          { id: 'a', votes: 2 },
          { id: 'b', votes: 2 },
        ],
        3,
        'dhondt',
      ),
    ).toMatchObject({
      ties: [{ seats: 1, parties: ['a', 'b'] }],
      undecided: 1,
    });
  });

  it('first past the post: most votes win, ties and empty races are reported', () => {
    const race = (name: string, ...votes: number[]) => ({
      name,
      candidates: votes.map((n, i) => ({ id: `p${i}`, votes: n })),
    });
    expect(
      firstPastThePost([race('x', 5, 4), race('y', 1, 2), race('z', 3, 3), race('w', 0, 0), race('v', 9)]),
    ).toEqual({
      seats: { p0: 2, p1: 1 },
      ties: [{ race: 'z', parties: ['p0', 'p1'] }],
      unreported: ['w'],
    });
  });
});
