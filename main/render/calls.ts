/** How long a graphic may take over a call while it is drawn for a file, and what is said when it takes longer. */
import type { Outcome } from './camera.ts';
import { renderRefused, type RenderRefused } from './refused.ts';

/** Milliseconds. Shorter than on air: somebody looks at a list of pictures and waits. */
export const LOAD_LIMIT_MS = 8_000;
export const PLAY_LIMIT_MS = 5_000;

/** The refusal in it, in the graphic's own words where it has any; null where it went well. */
export function problemOf(
  { statusCode, statusMessage, timedOut }: Outcome,
  name: string,
  what: string,
  limitMs: number,
): RenderRefused | null {
  if (statusCode < 400) return null;
  if (timedOut) return renderRefused('no_answer', `“${name}” ${what} within ${limitMs / 1000} seconds.`);
  return renderRefused('graphic_refused', `“${name}” ${what}: ${statusMessage || `error ${statusCode}`}`);
}
