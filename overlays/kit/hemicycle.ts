// Where the seats of a House lie on a half circle. Pure maths in units of the outer radius.

/** Inner edge of the rows as a share of the outer radius. */
export const INNER = 0.4;

export interface Seat {
  /** Row, 0 is the innermost. */
  row: number;
  /** Degrees from the left end, 0 to 180. */
  angle: number;
  /** Centre, right of the axis positive and upward positive, in outer radii. */
  x: number;
  y: number;
}

/** Rows for a House of this size: six around 120 seats, and seats about as far apart in any other. */
export function rowCount(house: number): number {
  return Math.max(1, Math.round(6 * Math.sqrt(house / 122)));
}

/** Radius of the middle of a row, in outer radii. */
export function rowRadius(row: number, rows: number): number {
  return INNER + ((row + 0.5) * (1 - INNER)) / rows;
}

/**
 * Seats in each row, innermost first. Pairs of seats (one left, one right) go to the rows by Sainte-Laguë on the
 * row radius; the odd seat of an odd House goes to the row next in turn, on the axis.
 */
export function rowSeats(house: number, rows = rowCount(house)): number[] {
  const pairs = new Array<number>(rows).fill(0);
  const nextRow = (quotient: (row: number) => number): number => {
    let best = 0;
    for (let row = 1; row < rows; row += 1) if (quotient(row) > quotient(best)) best = row;
    return best;
  };
  const give = (list: number[], row: number, n: number): void => {
    list[row] = (list[row] ?? 0) + n;
  };
  for (let i = 0; i < Math.floor(house / 2); i += 1)
    give(
      pairs,
      nextRow((row) => rowRadius(row, rows) / (2 * (pairs[row] ?? 0) + 1)),
      1,
    );
  const seats = pairs.map((n) => n * 2);
  if (house % 2 === 1)
    give(
      seats,
      nextRow((row) => rowRadius(row, rows) / (2 * (seats[row] ?? 0) + 1)),
      1,
    );
  return seats;
}

/** All seats of a House in the order in which parties fill them: by angle from the left, then outer row first. */
export function hemicycle(house: number, rows = rowCount(house)): Seat[] {
  const counts = rowSeats(house, rows);
  const places = counts.flatMap((count, row) => Array.from({ length: count }, (_, j) => ({ row, count, j })));
  // Angles are 180(2j+1)/2c; compared as fractions, so that equal angles are equal.
  places.sort((a, b) => (2 * a.j + 1) * b.count - (2 * b.j + 1) * a.count || b.row - a.row);
  return places.map(({ row, count, j }) => {
    const angle = (180 * (2 * j + 1)) / (2 * count);
    const radians = (angle * Math.PI) / 180;
    const radius = rowRadius(row, rows);
    return { row, angle, x: -radius * Math.cos(radians), y: radius * Math.sin(radians) };
  });
}

/** Radius of one seat that leaves air between neighbours, in outer radii. */
export function seatRadius(house: number, rows = rowCount(house)): number {
  const pitch = (1 - INNER) / rows;
  const along = rowSeats(house, rows).map((count, row) =>
    count > 1 ? (Math.PI * rowRadius(row, rows)) / count : 1,
  );
  return 0.44 * Math.min(pitch, 0.2, ...along);
}
