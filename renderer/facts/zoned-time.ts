/** Times as people type them, in the show's time zone, and as facts keep them: ISO 8601 with the offset. Pure. */

const FIELDS = ['year', 'month', 'day', 'hour', 'minute', 'second'] as const;

function clockIn(timeZone: string, at: number): Record<(typeof FIELDS)[number], number> {
  const parts = new Intl.DateTimeFormat('en-NZ', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(at);
  const number = (name: string): number => Number(parts.find(({ type }) => type === name)?.value ?? 0);
  return {
    year: number('year'),
    month: number('month'),
    day: number('day'),
    hour: number('hour'),
    minute: number('minute'),
    second: number('second'),
  };
}

/** How far that zone is ahead of UTC then, milliseconds. */
function offsetAt(timeZone: string, at: number): number {
  const { year, month, day, hour, minute, second } = clockIn(timeZone, at);
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(at / 1000) * 1000;
}

const two = (n: number): string => String(n).padStart(2, '0');

/** `2008-11-08 21:14`; '' for what cannot be read. */
export function typedTime(iso: string, timeZone: string): string {
  const at = Date.parse(iso);
  if (Number.isNaN(at)) return '';
  const { year, month, day, hour, minute } = clockIn(timeZone, at);
  return `${year}-${two(month)}-${two(day)} ${two(hour)}:${two(minute)}`;
}

/**
 * @param typed day and time, or a time alone, which is today
 * @param now epoch ms
 * @returns ISO 8601 with the zone's offset; null for what is no time
 */
export function isoTime(typed: string, timeZone: string, now: number): string | null {
  const found = /^(?:(\d{4})-(\d{1,2})-(\d{1,2})[ T]+)?(\d{1,2})[:.](\d{2})$/.exec(typed.trim());
  if (!found) return null;
  const today = clockIn(timeZone, now);
  const [, y, mo, d, h = '', mi = ''] = found;
  const year = y ? Number(y) : today.year;
  const month = mo ? Number(mo) : today.month;
  const day = d ? Number(d) : today.day;
  const wall = Date.UTC(year, month - 1, day, Number(h), Number(mi));
  const read = new Date(wall);
  // the 31st of June would be the 1st of July
  if (read.getUTCMonth() !== month - 1 || read.getUTCDate() !== day || Number(h) > 23 || Number(mi) > 59)
    return null;
  // twice, because the first guess may lie on the other side of a change of the clocks
  const guess = wall - offsetAt(timeZone, wall);
  const minutes = offsetAt(timeZone, guess) / 60_000;
  const sign = minutes < 0 ? '-' : '+';
  const offset = `${sign}${two(Math.floor(Math.abs(minutes) / 60))}:${two(Math.abs(minutes) % 60)}`;
  return `${year}-${two(month)}-${two(day)}T${two(Number(h))}:${two(Number(mi))}:00${offset}`;
}
