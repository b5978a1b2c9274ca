/** Which display belongs to the desk: the one it stands on, unless an output stands there. Pure. */
import type { DisplayInfo } from './displays.ts';

/**
 * @param home what it was; null while the desk has no display of its own
 * @param deskOn where the desk's window is now
 * @param taken displays that outputs stand on
 * @returns null where the desk has been pushed onto an output's display: the output stays
 */
export function homeAfter(
  home: number | null,
  deskOn: number | null,
  taken: readonly number[],
  displays: readonly DisplayInfo[],
): number | null {
  const isThere = (id: number | null): id is number => displays.some((display) => display.id === id);
  if (isThere(deskOn) && !taken.includes(deskOn)) return deskOn;
  return isThere(home) && !taken.includes(home) ? home : null;
}
