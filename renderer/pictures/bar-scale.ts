/** The scale of the party bars. Pure. */

/** The right end in per cent: the next whole five above all shares and the threshold, so that no bar fills its track. */
export function scaleEnd(shares: readonly number[], threshold: number | null): number {
  const most = Math.max(0, threshold ?? 0, ...shares.filter((share) => Number.isFinite(share)));
  return Math.min(100, Math.max(10, (Math.floor(most / 5) + 1) * 5));
}

/** A share's place on the track, 0 to 100. */
export const placeOf = (share: number, end: number): number =>
  Math.max(0, Math.min(100, (share / end) * 100));
