// Why a seat went where it did, and what would change it: held against brute force.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allocate } from '../../../core/election/allocate.ts';
import { NEW_ZEALAND, type Contest } from '../../../core/election/contest.ts';
import { gapsOf } from '../../../core/election/gaps.ts';
import { quotientTable } from '../../../core/election/quotients.ts';
import { contests } from './arbitraries.ts';
import { contestOfElection } from './elections.ts';

const withVotes = (contest: Contest, id: string, change: number): Contest => ({
  ...contest,
  parties: contest.parties.map((party) =>
    party.id === id ? { ...party, votes: party.votes + change } : party,
  ),
});

const seatsOf = (contest: Contest, id: string): number =>
  allocate(contest).parties.find((party) => party.id === id)?.total ?? 0;

describe('quotients', () => {
  it('2008: National’s 58th beat Labour’s 44th for seat 120', () => {
    const table = quotientTable(allocate(contestOfElection('nz-2008')));
    expect(table.seats).toBe(120);
    expect(table.last.at(-1)).toMatchObject({
      party: 'national',
      seat: 58,
      rank: 120,
      divisor: 115,
      hundredths: 915_998,
    });
    expect(table.next[0]).toMatchObject({ party: 'labour', seat: 44, rank: 121, hundredths: 915_954 });
    expect(table.last).toHaveLength(5);
    expect(table.next).toHaveLength(5);
  });

  it('shows ties by equal ranks', () => {
    const parties = ['a', 'b', 'c'].map((id) => ({ id, votes: 100, electorates: 0 }));
    const table = quotientTable(
      allocate({ ...NEW_ZEALAND, baseSeats: 4, parties, independents: 0, vacancies: 0 }),
    );
    expect(table.tied.map(({ party, rank }) => [party, rank])).toEqual([
      ['a', 4],
      ['b', 4],
      ['c', 4],
    ]);
  });

  it('for any election the seats are the highest quotients, as many as there are to give', () => {
    fc.assert(
      fc.property(contests, (contest) => {
        const result = allocate(contest);
        const table = quotientTable(result);
        const seats = table.quotients.filter(({ outcome }) => outcome === 'seat');
        expect(seats.length + result.undecided).toBe(result.quotaSeats);
        for (const { outcome, rank } of table.quotients) {
          if (outcome === 'seat') expect(rank).toBeLessThanOrEqual(seats.length);
          else expect(rank).toBeGreaterThan(seats.length);
        }
      }),
    );
  });
});

describe('gaps', () => {
  it('2008: Labour lacked few votes for its 44th seat, and National’s 58th hung on them', () => {
    const gaps = gapsOf(contestOfElection('nz-2008'));
    const gap = (id: string) => gaps.find((one) => one.id === id);
    // 1,053,398 · 87 > votes · 115
    expect(gap('labour')?.toNext).toBe(Math.floor((1_053_398 * 87) / 115) + 1 - 796_880);
    expect(gap('national')?.safeBy).toBe(1_053_398 - Math.ceil((796_880 * 115) / 87));
    expect(gap('nzfirst')).toMatchObject({ safeBy: null });
    // its five seats are electorates: none of them hangs on party votes
    expect(gap('maori')).toMatchObject({ safeBy: null });
  });

  it('for any election: exactly that many votes change it, one less does not', () => {
    fc.assert(
      fc.property(contests, (contest) => {
        for (const { id, toThreshold, toNext, safeBy } of gapsOf(contest)) {
          const now = seatsOf(contest, id);
          if (toNext !== null) {
            expect(seatsOf(withVotes(contest, id, toNext), id)).toBeGreaterThan(now);
            expect(seatsOf(withVotes(contest, id, toNext - 1), id)).toBe(now);
          }
          if (safeBy !== null) {
            expect(seatsOf(withVotes(contest, id, -safeBy), id)).toBe(now);
            expect(seatsOf(withVotes(contest, id, -safeBy - 1), id)).toBeLessThan(now);
          }
          const qualifies = (change: number) =>
            allocate(withVotes(contest, id, change)).parties.find((party) => party.id === id)?.qualifies;
          if (toThreshold !== null) expect(qualifies(toThreshold)).toBe('votes');
          if (toThreshold !== null && toThreshold > 0) expect(qualifies(toThreshold - 1)).not.toBe('votes');
        }
      }),
      { numRuns: 60 },
    );
  });

  it('against brute force, vote by vote', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(60), { minLength: 2, maxLength: 4 }), (votes) => {
        const parties = votes.map((n, i) => ({ id: `p${i}`, votes: n, electorates: 0 }));
        const contest: Contest = { ...NEW_ZEALAND, baseSeats: 7, parties, independents: 0, vacancies: 0 };
        for (const { id, toNext } of gapsOf(contest)) {
          const now = seatsOf(contest, id);
          if (now === 7) continue;
          let brute = 1;
          while (seatsOf(withVotes(contest, id, brute), id) <= now) brute += 1;
          expect(toNext).toBe(brute);
        }
      }),
      { numRuns: 40 },
    );
  });
});
