/** Fractions to figures that are shown: worked out in integers and rounded once, at the end. */

/**
 * The nearest integer to a fraction; halves away from zero, so that a gain and a loss of the same size look the same.
 * @param below more than 0
 */
export function rounded(above: bigint, below: bigint): number {
  const size = above < 0n ? -above : above;
  const nearest = (2n * size + below) / (2n * below);
  return Number(above < 0n ? -nearest : nearest);
}

/** A share in hundredths of a per cent (4493 is 44.93 %), halves rounded up; null of nothing. */
export const shareOf = (part: number, whole: number): number | null =>
  whole > 0 ? rounded(BigInt(part) * 10_000n, BigInt(whole)) : null;
