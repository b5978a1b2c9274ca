/** The night's own clock: what time of day it was at a moment of it, and the other way round. */
import type { NightOffer } from '../../core/schema/night.ts';

const DAY_MS = 86_400_000;

/** Milliseconds since midnight. @param clock `21:05` or `21:05:30` */
export function timeOfDay(clock: string): number {
  const [hours = 0, minutes = 0, seconds = 0] = clock.split(':').map(Number);
  return ((hours * 60 + minutes) * 60 + seconds) * 1000;
}

/** `21:05` in a zone. */
export const clockAt = (epoch: number, timeZone: string, seconds = false): string =>
  new Date(epoch).toLocaleTimeString('en-GB', {
    timeZone,
    hour: '2-digit',
    minute: '2-digit',
    ...(seconds ? { second: '2-digit' } : {}),
  });

/** Milliseconds of the night; null for a time that it does not have. */
export function atClock(
  { startsAt, length }: Pick<NightOffer, 'startsAt' | 'length'>,
  clock: string,
  timeZone: string,
): number | null {
  if (startsAt === null) return null;
  const began = timeOfDay(clockAt(startsAt, timeZone, true)) + (startsAt % 1000);
  const at = (timeOfDay(clock) - began + DAY_MS) % DAY_MS;
  return at <= length ? at : null;
}

export const rangeOf = (
  { startsAt, length }: Pick<NightOffer, 'startsAt' | 'length'>,
  timeZone: string,
): string =>
  startsAt === null
    ? `for ${Math.round(length / 60_000)} minutes`
    : `from ${clockAt(startsAt, timeZone)} to ${clockAt(startsAt + length, timeZone)}`;
