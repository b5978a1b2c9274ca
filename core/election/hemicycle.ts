/**
 * Where the seats of a House lie on a half circle, and who sits where, for the desk's small arcs. Pure maths in units of
 * the outer radius. The seat-arc template has its own copy in overlays/kit, because a graphic may import nothing of ours;
 * tests/core/election/hemicycle.test.ts compares the two seat by seat.
 */
import type { PartyId } from '../ids.ts';
import type { Tally } from '../schema/fact.ts';

/** Inner edge of the rows as a share of the outer radius. */
export const INNER = 0.4;

/** Right of the axis positive and upward positive, in outer radii. */
export interface SeatPlace {
  x: number;
  y: number;
}

export type SeatKind = 'won' | 'leading' | 'projected' | 'vacant' | 'unknown';

export interface ArcSeat extends SeatPlace {
  kind: SeatKind;
  /** Null for a seat that nobody holds. */
  party: PartyId | null;
  overhang: boolean;
}

/** Rows for a House of this size: six around 120 seats, and seats about as far apart in any other. */
export const rowCount = (house: number): number => Math.max(1, Math.round(6 * Math.sqrt(house / 122)));

const rowRadius = (row: number, rows: number): number => INNER + ((row + 0.5) * (1 - INNER)) / rows;

/**
 * Seats in each row, innermost first. Pairs of seats (one left, one right) go to the rows by Sainte-Laguë on the
 * row radius; the odd seat of an odd House goes to the row next in turn, on the axis.
 */
export function rowSeats(house: number): number[] {
  const rows = rowCount(house);
  const pairs = new Array<number>(rows).fill(0);
  const next = (held: readonly number[]): number => {
    const quotient = (row: number) => rowRadius(row, rows) / (2 * (held[row] ?? 0) + 1);
    return held.reduce((best, _, row) => (quotient(row) > quotient(best) ? row : best), 0);
  };
  const give = (list: number[], row: number) => (list[row] = (list[row] ?? 0) + 1);
  for (let i = 0; i < Math.floor(house / 2); i += 1) give(pairs, next(pairs));
  const seats = pairs.map((n) => n * 2);
  if (house % 2 === 1) give(seats, next(seats));
  return seats;
}

/** All seats in the order in which parties fill them: by angle from the left, then outer row first. */
export function hemicycle(house: number): SeatPlace[] {
  const rows = rowCount(house);
  const places = rowSeats(house).flatMap((count, row) =>
    Array.from({ length: count }, (_, j) => ({ row, count, j })),
  );
  // angles are 180(2j+1)/2c; compared as fractions, so that equal angles are equal
  places.sort((a, b) => (2 * a.j + 1) * b.count - (2 * b.j + 1) * a.count || b.row - a.row);
  return places.map(({ row, count, j }) => {
    const radians = (Math.PI * (2 * j + 1)) / (2 * count);
    const radius = rowRadius(row, rows);
    return { x: -radius * Math.cos(radians), y: radius * Math.sin(radians) };
  });
}

/** Radius of one seat that leaves air between neighbours, in outer radii. */
export function seatRadius(house: number): number {
  const rows = rowCount(house);
  const along = rowSeats(house).map((count, row) =>
    count > 1 ? (Math.PI * rowRadius(row, rows)) / count : 1,
  );
  return 0.44 * Math.min((1 - INNER) / rows, 0.2, ...along);
}

type Holder = Omit<ArcSeat, 'x' | 'y'>;

const run = (n: number, holder: Holder): Holder[] => Array.from({ length: Math.max(0, n) }, () => holder);

/** The block of one party as if it grew from the left: certain seats first, overhang at their end. */
function blockOf({ party, seats, leading, projected, overhang }: Tally['rows'][number]): Holder[] {
  const over = Math.min(overhang, seats);
  return [
    ...run(seats - over, { kind: 'won', party, overhang: false }),
    ...run(over, { kind: 'won', party, overhang: true }),
    ...run(leading, { kind: 'leading', party, overhang: false }),
    ...run(projected, { kind: 'projected', party, overhang: false }),
  ];
}

/**
 * The seats of a House from the left: left parties in the tally's order from the left end, right ones to the right
 * end; what nobody holds yet lies between them, then the vacancies. A tally that holds more than the House is cut at
 * the House: what is wrong with it is said elsewhere, and a picture must not make seats.
 */
export function arcSeats(tally: Tally): ArcSeat[] {
  const { house, vacant, rows } = tally;
  const left = rows.filter(({ side }) => side === 'left').flatMap(blockOf);
  const right = rows.filter(({ side }) => side === 'right').flatMap((row) => blockOf(row).reverse());
  const held = left.length + right.length + vacant;
  const holders = [
    ...left,
    ...run(house - held, { kind: 'unknown', party: null, overhang: false }),
    ...run(vacant, { kind: 'vacant', party: null, overhang: false }),
    ...right,
  ];
  return hemicycle(house).flatMap((place, i) => {
    const holder = holders[i];
    return holder ? [{ ...place, ...holder }] : [];
  });
}

/** How many seats of each kind a tally has. */
export function seatCounts(tally: Tally): Record<SeatKind, number> {
  const sum = (of: (row: Tally['rows'][number]) => number) => tally.rows.reduce((n, row) => n + of(row), 0);
  const won = sum(({ seats }) => seats);
  const leading = sum((row) => row.leading);
  const projected = sum((row) => row.projected);
  const { house, vacant } = tally;
  return {
    won,
    leading,
    projected,
    vacant,
    unknown: Math.max(0, house - vacant - won - leading - projected),
  };
}
