// The time of day in a time zone, as it is written on air. Pure.
import { Refusal } from '../../kit/refusal.ts';

/** `10.42 pm` at `now` (ms since 1970) in the zone `Pacific/Auckland`. A zone that is not known is refused. */
export function timeOfDay(zone: string, now: number): string {
  let parts: Intl.DateTimeFormatPart[];
  try {
    const options = { timeZone: zone, hour: 'numeric', minute: '2-digit', hourCycle: 'h12' } as const;
    parts = new Intl.DateTimeFormat('en-NZ', options).formatToParts(now);
  } catch {
    throw new Refusal(`zone: “${zone}” is not a time zone; write one like Pacific/Auckland.`);
  }
  const part = (type: Intl.DateTimeFormatPartTypes): string =>
    parts.find((one) => one.type === type)?.value ?? '';
  return `${part('hour')}.${part('minute')} ${part('dayPeriod').toLowerCase()}`;
}

const MINUTE = 60_000;

/** How long it is to the next minute, ms: every zone changes its minute with all others. */
export const toNextMinute = (now: number): number => MINUTE - (now % MINUTE);
