/** The desk's small arc: the same places as the template's, and every seat of a tally once, certain ones apart from the rest. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as kit from '../../../overlays/kit/hemicycle.ts';
import { planSeats } from '../../../overlays/kit/seat-plan.ts';
import { arcSeats, hemicycle, rowSeats, seatCounts, seatRadius } from '../../../core/election/hemicycle.ts';
import { Tally } from '../../../core/schema/fact.ts';

const row = fc.record({
  seats: fc.integer({ min: 0, max: 30 }),
  leading: fc.integer({ min: 0, max: 15 }),
  projected: fc.integer({ min: 0, max: 15 }),
  side: fc.constantFrom('left' as const, 'right' as const),
});

const tally = fc
  .tuple(fc.array(row, { maxLength: 8 }), fc.integer({ min: 1, max: 40 }), fc.integer({ min: 0, max: 3 }))
  .map(([rows, unknown, vacant]) =>
    Tally.parse({
      house: rows.reduce((n, one) => n + one.seats + one.leading + one.projected, vacant + unknown),
      vacant,
      rows: rows.map((one, i) => ({ ...one, party: `p${i}`, overhang: Math.min(2, one.seats) })),
    }),
  );

describe('the places of seats', () => {
  it('are those of the seat-arc template, for any House', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 800 }), (house) => {
        expect(rowSeats(house)).toEqual(kit.rowSeats(house));
        expect(seatRadius(house)).toBeCloseTo(kit.seatRadius(house), 12);
        const theirs = kit.hemicycle(house);
        hemicycle(house).forEach(({ x, y }, i) => {
          expect(x).toBeCloseTo(theirs[i]?.x ?? NaN, 9);
          expect(y).toBeCloseTo(theirs[i]?.y ?? NaN, 9);
        });
      }),
      { numRuns: 60 },
    );
  });
});

describe('who sits where', () => {
  it('is as the seat-arc template has it', () => {
    fc.assert(
      fc.property(tally, (one) => {
        const plan = planSeats(one.house, one.rows, one.vacant);
        const ours = arcSeats(one);
        expect(ours).toHaveLength(one.house);
        expect(
          ours.map(({ kind, party, overhang }) => ({
            kind,
            overhang,
            party: one.rows.findIndex((held) => held.party === party),
          })),
        ).toEqual(plan);
      }),
    );
  });

  it('counts what is known apart from what is not', () => {
    fc.assert(
      fc.property(tally, (one) => {
        const counts = seatCounts(one);
        for (const kind of ['won', 'leading', 'projected', 'vacant', 'unknown'] as const)
          expect(arcSeats(one).filter((seat) => seat.kind === kind)).toHaveLength(counts[kind]);
      }),
    );
  });

  it('makes no seats for a tally that holds more than its House', () => {
    const tooMany = {
      house: 3,
      vacant: 0,
      overhang: 0,
      rows: [...Tally.parse({ house: 5, rows: [{ party: 'a', seats: 5 }] }).rows],
    };
    expect(arcSeats(tooMany)).toHaveLength(3);
    expect(seatCounts(tooMany).unknown).toBe(0);
  });
});
