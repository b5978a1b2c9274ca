/** A time of day as a person types it, in the show's zone. Pure. */
import { withZone } from './feeds/zone.ts';

const TIME = /^(\d{1,2})[:.](\d{2})(?:[:.](\d{2}))?$/;
const DAY_MS = 86_400_000;

/** The day in that zone, `2008-11-08`. */
export const dayIn = (timeZone: string, at: number): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(
    at,
  );

const epochOf = (text: string, timeZone: string): number | null => {
  const iso = withZone(text, timeZone);
  return iso === null ? null : Date.parse(iso);
};

/**
 * Reads `21:42`, `21:42:07`, `2008-11-08 21:42:07`, or ISO 8601 with a zone.
 * @param now epoch ms: a time alone is the last one that has been
 * @returns epoch ms; null for what is no time
 */
export function pastTime(typed: string, timeZone: string, now: number): number | null {
  const text = typed.trim();
  const found = TIME.exec(text);
  if (!found) return epochOf(text, timeZone);
  const [, hour = '', minute = '', second = '00'] = found;
  const clock = `${hour.padStart(2, '0')}:${minute}:${second}`;
  const today = epochOf(`${dayIn(timeZone, now)} ${clock}`, timeZone);
  if (today === null || today <= now) return today;
  return epochOf(`${dayIn(timeZone, now - DAY_MS)} ${clock}`, timeZone);
}
