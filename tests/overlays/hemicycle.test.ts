// The arc's geometry and who sits where: exact rows, symmetry, contiguity, and that nothing moves without reason.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hemicycle, rowCount, rowSeats, seatRadius } from '../../overlays/kit/hemicycle.ts';
import { Refusal } from '../../overlays/kit/refusal.ts';
import { planSeats, stretches, totalOf, type PartySeats } from '../../overlays/kit/seat-plan.ts';

const house = fc.integer({ min: 1, max: 800 });

describe('rows', () => {
  it.each([
    [120, [12, 16, 18, 22, 24, 28]],
    [121, [13, 16, 18, 22, 24, 28]],
    [122, [14, 16, 18, 22, 24, 28]],
    [123, [14, 16, 19, 22, 24, 28]],
  ])('a House of %i has rows %j', (seats, rows) => {
    expect(rowSeats(seats)).toEqual(rows);
  });

  it('places every seat of any House', () => {
    fc.assert(
      fc.property(house, (n) => {
        expect(rowSeats(n)).toHaveLength(rowCount(n));
        expect(hemicycle(n)).toHaveLength(n);
      }),
    );
  });

  it('is symmetric, with one seat on the axis when the House is odd and none when it is even', () => {
    fc.assert(
      fc.property(house, (n) => {
        const seats = hemicycle(n);
        const key = (x: number, y: number): string => `${Math.round(x * 1e6) + 0} ${Math.round(y * 1e6) + 0}`;
        const places = new Set(seats.map(({ x, y }) => key(x, y)));
        for (const { x, y } of seats) expect(places.has(key(-x, y))).toBe(true);
        expect(seats.filter((seat) => seat.angle === 90)).toHaveLength(n % 2);
      }),
    );
  });

  it('takes the outer row first where seats share an angle', () => {
    const shared = hemicycle(122).filter((seat) => seat.angle === 45);
    expect(shared.map((seat) => seat.row)).toEqual([3, 2, 0]);
  });

  it('goes from left to right and keeps air between seats', () => {
    fc.assert(
      fc.property(house, (n) => {
        const seats = hemicycle(n);
        const r = seatRadius(n);
        seats.slice(1).forEach((seat, i) => {
          expect(seat.angle).toBeGreaterThanOrEqual((seats[i]?.angle ?? 0) - 1e-9);
        });
        let nearest = Infinity;
        for (const [i, a] of seats.entries())
          for (const b of seats.slice(i + 1, i + 60))
            nearest = Math.min(nearest, Math.hypot(a.x - b.x, a.y - b.y));
        expect(nearest).toBeGreaterThan(2 * r);
      }),
      { numRuns: 40 },
    );
  });
});

const party = fc.record({
  seats: fc.integer({ min: 0, max: 40 }),
  leading: fc.integer({ min: 0, max: 10 }),
  projected: fc.integer({ min: 0, max: 10 }),
  overhang: fc.constant(0),
  side: fc.constantFrom('left' as const, 'right' as const),
});
const parties = fc.array(party, { minLength: 1, maxLength: 15 });
const sum = (all: readonly PartySeats[]): number => all.reduce((n, p) => n + totalOf(p), 0);

describe('who sits where', () => {
  it('gives each party one contiguous block of its size, and leaves the rest hollow in the middle', () => {
    fc.assert(
      fc.property(
        parties,
        fc.integer({ min: 0, max: 30 }),
        fc.integer({ min: 0, max: 3 }),
        (all, free, vacant) => {
          const plan = planSeats(sum(all) + free + vacant, all, vacant);
          all.forEach((p, i) => {
            const runs = stretches(plan, new Set([i]));
            expect(runs).toHaveLength(totalOf(p) > 0 ? 1 : 0);
            expect(runs.reduce((n, run) => n + run.end - run.start, 0)).toBe(totalOf(p));
          });
          expect(plan.filter((seat) => seat.kind === 'unknown')).toHaveLength(free);
          expect(plan.filter((seat) => seat.kind === 'vacant')).toHaveLength(vacant);
          const side = plan.map((seat) => (seat.party < 0 ? 'm' : (all[seat.party]?.side ?? '')));
          expect(side.join('')).toMatch(/^(left)*m*(right)*$/);
        },
      ),
    );
  });

  it('moves only seats at block edges when one seat goes from a party to its neighbour', () => {
    fc.assert(
      fc.property(fc.array(party, { minLength: 2, maxLength: 8 }), (drawn) => {
        const all = drawn.map((p) => ({
          ...p,
          seats: p.seats + 1,
          leading: 0,
          projected: 0,
          side: 'left' as const,
        }));
        const n = sum(all);
        const before = planSeats(n, all);
        const next = all.map((p, i) => ({ ...p, seats: p.seats + (i === 0 ? 1 : i === 1 ? -1 : 0) }));
        const after = planSeats(n, next);
        expect(after.filter((seat, i) => seat.party !== before[i]?.party)).toHaveLength(1);
      }),
    );
  });

  it('puts overhang at the end of its block that faces the middle, and certain seats at the outer end', () => {
    const plan = planSeats(12, [
      { seats: 4, leading: 1, projected: 0, overhang: 2, side: 'left' },
      { seats: 3, leading: 2, projected: 0, overhang: 1, side: 'right' },
    ]);
    expect(plan.map((s) => s.kind[0]).join('')).toBe('wwwwluullwww');
    expect(plan.flatMap((s, i) => (s.overhang ? [i] : []))).toEqual([2, 3, 9]);
  });

  it('refuses more seats than the House has', () => {
    const one: PartySeats = { seats: 125, leading: 0, projected: 0, overhang: 0, side: 'left' };
    expect(() => planSeats(122, [one])).toThrow(Refusal);
    expect(() => planSeats(122, [one])).toThrow('parties: 125 seats are listed, but the House has 122.');
  });
});
