/** What the small pictures say in words, and that no bar leaves its track. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PartyId } from '../../core/ids.ts';
import { Tally } from '../../core/schema/fact.ts';
import { arcSentence, rowsAsSeated, seatWords } from '../../renderer/pictures/arc-words.ts';
import { placeOf, scaleEnd } from '../../renderer/pictures/bar-scale.ts';
import { makeParty } from '../support/builders.ts';

const parties = {
  byId: Object.fromEntries(['national', 'maori'].map((id) => [id, makeParty(id)])),
  order: ['national', 'maori'].map((id) => PartyId.parse(id)),
};

const tally = Tally.parse({
  house: 122,
  vacant: 1,
  rows: [
    { party: 'national', seats: 57, leading: 1, side: 'right' },
    { party: 'maori', seats: 5, overhang: 2 },
    { party: 'gone', seats: 0, projected: 3 },
    { party: 'green', seats: 0 },
  ],
});

describe('an arc in words', () => {
  it('names every party with seats, what is certain apart from what is not, and what nobody holds', () => {
    expect(arcSentence(tally, parties)).toBe(
      'House of 122, 62 to govern, national 57 + 1 leading, maori 5 (2 overhang), ' +
        'gone (not in this show) 3 projected, 1 vacant, 55 not known.',
    );
  });

  it('says 0 of a party that has nothing at all', () => {
    const none = tally.rows[3];
    expect(none && seatWords(none)).toBe('0');
  });

  it('has the parties in the order in which they sit', () => {
    expect(rowsAsSeated(tally).map(({ party }) => party)).toEqual(['maori', 'gone', 'national']);
  });
});

describe('the scale of the bars', () => {
  it('ends at a five above everything, and holds every share', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 100, noNaN: true })), (shares) => {
        const end = scaleEnd(shares, 5);
        expect(end % 5).toBe(0);
        expect(end).toBeGreaterThanOrEqual(10);
        for (const share of shares) {
          expect(placeOf(share, end)).toBeGreaterThanOrEqual(0);
          expect(placeOf(share, end)).toBeLessThanOrEqual(100);
          if (share < 100) expect(placeOf(share, end)).toBeLessThan(100);
        }
      }),
    );
  });
});
