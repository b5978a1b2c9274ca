// Random contests: small votes often, so that ties, thresholds and zeroes come up.
import fc from 'fast-check';
import { NEW_ZEALAND, type Contest } from '../../../core/election/contest.ts';

const votes = fc.oneof(fc.nat(20), fc.nat(3_000_000), fc.constantFrom(0, 500, 1000, 5000, 95_000));

export const contests: fc.Arbitrary<Contest> = fc
  .record({
    rows: fc.array(fc.tuple(votes, fc.oneof(fc.constant(0), fc.nat(8), fc.nat(45))), {
      minLength: 1,
      maxLength: 9,
    }),
    baseSeats: fc.oneof(fc.constant(120), fc.integer({ min: 10, max: 200 })),
    independents: fc.nat(3),
    percent: fc.constantFrom(0, 3, 5, 10),
  })
  .map(({ rows, baseSeats, independents, percent }) => ({
    ...NEW_ZEALAND,
    baseSeats,
    threshold: { percent, waiver: true },
    parties: rows.map(([n, electorates], i) => ({ id: `p${i}`, votes: n, electorates })),
    independents,
    vacancies: 0,
  }));
