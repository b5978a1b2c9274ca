/** How often an output's page may be brought back. Pure. */

const MINUTE_MS = 60_000;
/** The third crash within a minute is the last: a template that always crashes must not flicker for ever. */
const CRASHES = 3;

/**
 * @param past when it crashed before, epoch ms
 * @returns the crashes that still count, this one among them, and whether to give up
 */
export function afterCrash(past: readonly number[], now: number): { past: number[]; stop: boolean } {
  const recent = [...past.filter((at) => now - at < MINUTE_MS && at <= now), now];
  return { past: recent, stop: recent.length >= CRASHES };
}
