// A ticker's list is swapped at the next item: who has the turn keeps it, what scrolls moves on, nothing jumps.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  followFlip,
  followScroll,
  READ,
  SLIDE,
  standsStill,
  turn,
  widthOf,
  type Flip,
  type Piece,
  type Scroll,
} from '../../overlays/graphics/ticker/queue.ts';

/** Who has the turn at a time, and since when. */
function turnAt(flip: Flip<string>, now: number): { item: string | undefined; since: number } {
  const n = Math.max(0, Math.floor((now - flip.start) / flip.hold));
  return { item: turn(flip, n), since: now - flip.start - n * flip.hold };
}

/** What is where in a window, to a thousandth of a pixel. */
function seen(scroll: Scroll<string>, now: number, window: number): string[] {
  const pieces: string[] = [];
  let left = scroll.x - (scroll.speed * Math.max(0, now - scroll.start)) / 1000;
  for (let n = 0; left < window; n += 1) {
    const { lead, pieces: round } = scroll;
    const piece = n < lead.length ? lead[n] : round[(n - lead.length) % round.length];
    if (!piece) break;
    if (left + piece.width > 0.001) pieces.push(`${piece.item} at ${left.toFixed(2)}`);
    left += piece.width;
  }
  return pieces;
}

const names = (prefix: string) =>
  fc.integer({ min: 1, max: 8 }).map((n) => Array.from({ length: n }, (_, i) => `${prefix}${i}`));
const hold = fc.integer({ min: 3000, max: 20_000 });
const later = fc.integer({ min: 0, max: 200_000 });

describe('a flip', () => {
  it('shows its items over and over', () => {
    const flip = { lead: [], items: ['a', 'b'], start: 0, hold: 3000 };
    expect([0, 1, 2, 3].map((n) => turn(flip, n))).toEqual(['a', 'b', 'a', 'b']);
  });

  it('lets who has the turn keep it to its end when the list changes, then begins the new list', () => {
    const flip = { lead: [], items: ['a', 'b', 'c'], start: 0, hold: 6000 };
    const next = followFlip(flip, ['x', 'y'], 6000, 7000);
    expect(next).toEqual({ lead: ['b'], items: ['x', 'y'], start: 6000, hold: 6000 });
    expect(turnAt(next, 11_999).item).toBe('b');
    expect(turnAt(next, 12_000).item).toBe('x');
  });

  it('lets one that is sliding in have its turn too', () => {
    const flip = { lead: [], items: ['a', 'b', 'c'], start: 0, hold: 6000 };
    expect(followFlip(flip, ['x'], 6000, 6000 - SLIDE / 2).lead).toEqual(['a', 'b']);
  });

  it('never jumps, however often the list changes', () => {
    fc.assert(
      fc.property(
        names('a'),
        hold,
        fc.array(fc.tuple(names('b'), later), { maxLength: 5 }),
        (items, pace, swaps) => {
          let flip: Flip<string> = { lead: [], items, start: 0, hold: pace };
          let now = 0;
          for (const [list, wait] of swaps) {
            now += wait;
            const next = followFlip(flip, list, pace, now);
            expect(turnAt(next, now)).toEqual(turnAt(flip, now));
            flip = next;
          }
        },
      ),
    );
  });

  it('keeps who has the turn when the pace changes', () => {
    fc.assert(
      fc.property(names('a'), names('b'), hold, hold, later, (items, list, pace, other, now) => {
        const flip: Flip<string> = { lead: [], items, start: 0, hold: pace };
        const next = followFlip(flip, list, other, now);
        expect(turnAt(next, now).item).toBe(turnAt(flip, now).item);
      }),
    );
  });
});

describe('a scroll', () => {
  const pieces = (prefix: string) =>
    fc
      .array(fc.integer({ min: 200, max: 2500 }), { minLength: 1, maxLength: 8 })
      .map((widths) => widths.map((width, i): Piece<string> => ({ item: `${prefix}${i}`, width })));

  it('moves on with what is in the window, and brings the new list in after it', () => {
    fc.assert(
      fc.property(
        // what fits stands still, and is the next test's
        pieces('a').filter((list) => widthOf(list) > 1500),
        fc.array(fc.tuple(pieces('b'), later), { minLength: 1, maxLength: 4 }),
        fc.integer({ min: 60, max: 400 }),
        (first, swaps, speed) => {
          const window = 1500;
          let scroll: Scroll<string> = { lead: [], pieces: first, x: 0, start: 1500, speed };
          let now = 0;
          for (const [list, wait] of swaps) {
            now += wait;
            const next = followScroll(scroll, list, speed, now, window);
            expect(seen(next, now, window)).toEqual(seen(scroll, now, window));
            expect(next.x + widthOf(next.lead)).toBeGreaterThanOrEqual(window - 0.001);
            scroll = next;
          }
        },
      ),
    );
  });

  it('that fits stands still through every update; one that no longer fits is read before it moves', () => {
    const piece = (item: string, width: number): Piece<string> => ({ item, width });
    fc.assert(
      fc.property(later, later, fc.integer({ min: 60, max: 400 }), (first, wait, speed) => {
        const scroll = { lead: [], pieces: [piece('a', 700), piece('b', 600)], x: 0, start: READ, speed };
        expect(standsStill(scroll, 1500)).toBe(true);
        const next = followScroll(scroll, [piece('a', 700), piece('c', 650)], speed, first, 1500);
        expect(standsStill(next, 1500)).toBe(true);
        const now = first + wait;
        const long = followScroll(next, [piece('a', 700), piece('d', 900)], speed, now, 1500);
        expect(standsStill(long, 1500)).toBe(false);
        expect(seen(long, now + READ, 1500)).toEqual(['a at 0.00', 'd at 700.00']);
      }),
    );
  });

  it('that stood still in a wider window begins afresh in a narrow one', () => {
    const past = { lead: [], pieces: [{ item: 'a', width: 1200 }], x: 0, start: READ, speed: 100 };
    const next = followScroll(past, past.pieces, 100, 60_000, 1000, 1500);
    expect(seen(next, 60_000, 1000)).toEqual(['a at 0.00']);
  });
});
