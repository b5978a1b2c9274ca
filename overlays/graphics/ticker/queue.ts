// Which item of a ticker is where at what time. A new list takes over at the next item, and nothing starts anew. Pure.
// Times are ms since the picture came on; lengths are px.

/** One round of a flip: still, then a slide to the next, which ends with the slot. */
export const SLIDE = 420;
/** The first picture of a scroll stands this long before it moves. */
export const READ = 1500;

/** Items that flip: first `lead`, once, then `items` over and over. */
export interface Flip<T> {
  lead: readonly T[];
  items: readonly T[];
  /** When the first of `lead`, or of `items` without any, has its turn. */
  start: number;
  /** How long each has its turn. */
  hold: number;
}

/** The items of a flip, by their turn from 0. */
export function turn<T>({ lead, items }: Flip<T>, n: number): T | undefined {
  return n < lead.length ? lead[n] : items[(n - lead.length) % items.length];
}

/**
 * The flip that takes over from `past` at `now`: who has the turn keeps it to its end, and so does the next one when
 * it is sliding in already; then the new items follow.
 */
export function followFlip<T>(past: Flip<T>, items: readonly T[], hold: number, now: number): Flip<T> {
  const n = Math.max(0, Math.floor((now - past.start) / past.hold));
  const began = past.start + n * past.hold;
  const sliding = now - began > past.hold - SLIDE;
  const lead = [turn(past, n), ...(sliding ? [turn(past, n + 1)] : [])].filter((item) => item !== undefined);
  // with another pace who has the turn is given what is left of the new one, but never a jump
  const start =
    hold === past.hold ? began : sliding ? began + past.hold - hold : Math.max(began, now - (hold - SLIDE));
  return { lead, items, start, hold };
}

/** An item that scrolls, with the room it takes, the gap after it included. */
export interface Piece<T> {
  item: T;
  width: number;
}

/** Pieces that scroll to the left: `lead` once, then `pieces` over and over. */
export interface Scroll<T> {
  lead: readonly Piece<T>[];
  pieces: readonly Piece<T>[];
  /** Where the first one stands until it starts, from the left edge of the window. */
  x: number;
  start: number;
  /** Pixels in a second. */
  speed: number;
}

export const widthOf = (pieces: readonly Piece<unknown>[]): number =>
  pieces.reduce((sum, { width }) => sum + width, 0);

/** Whether all of it fits in the window, so that nothing has to move. */
export const standsStill = ({ lead, pieces }: Scroll<unknown>, window: number): boolean =>
  lead.length === 0 && widthOf(pieces) <= window;

/**
 * The scroll that takes over from `past` at `now`: what is in the window, even in part, stays in its place and moves
 * on; the new pieces come in after it. One that stood still has nothing to move on with, so the new one begins afresh.
 * @param was the width of the window that `past` had
 */
export function followScroll<T>(
  past: Scroll<T>,
  pieces: readonly Piece<T>[],
  speed: number,
  now: number,
  window: number,
  was = window,
): Scroll<T> {
  if (standsStill(past, was)) return { lead: [], pieces, x: 0, start: now + READ, speed };
  const lead: Piece<T>[] = [];
  const start = Math.max(now, past.start);
  let left = past.x - (past.speed * (start - past.start)) / 1000;
  let x = left;
  // rounds that are over are skipped
  const round = widthOf(past.pieces);
  const leads = widthOf(past.lead);
  let n = 0;
  if (left + leads < 0 && round > 0) {
    const rounds = Math.floor(-(left + leads) / round);
    left += leads + rounds * round;
    n = past.lead.length;
  }
  for (; left < window; n += 1) {
    const piece =
      n < past.lead.length ? past.lead[n] : past.pieces[(n - past.lead.length) % past.pieces.length];
    if (!piece) break;
    if (left + piece.width > 0) {
      if (lead.length === 0) x = left;
      lead.push(piece);
    }
    left += piece.width;
  }
  return { lead, pieces, x, start, speed };
}
