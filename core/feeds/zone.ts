/** Times that a source writes without a zone, read as the time of the place they come from. */

const LOCAL = /^(\d{4})-(\d\d)-(\d\d)[T ](\d\d):(\d\d)(?::(\d\d)(?:\.\d+)?)?$/;
const ZONED = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/;

const FORMATS = new Map<string, Intl.DateTimeFormat>();

/** Making one takes a hundred times as long as using it. */
function formatOf(timeZone: string): Intl.DateTimeFormat {
  const format =
    FORMATS.get(timeZone) ??
    new Intl.DateTimeFormat('en-GB', {
      timeZone,
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
      hourCycle: 'h23',
    });
  FORMATS.set(timeZone, format);
  return format;
}

/** Minutes that the zone is ahead of UTC at a moment. */
function offsetAt(epoch: number, timeZone: string): number {
  const part: Record<string, number> = {};
  for (const { type, value } of formatOf(timeZone).formatToParts(epoch)) part[type] = Number(value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part;
  return Math.round((Date.UTC(year, month - 1, day, hour, minute, second) - epoch) / 60_000);
}

const two = (n: number): string => String(n).padStart(2, '0');

const offsetText = (minutes: number): string => {
  const all = Math.abs(minutes);
  return `${minutes < 0 ? '-' : '+'}${two(Math.floor(all / 60))}:${two(all % 60)}`;
};

/**
 * ISO 8601 with the offset that the zone had then. Of an hour that comes twice, when summer time ends, the first is
 * meant; of an hour that never was, the time as winter would have called it. What has a zone already keeps it.
 * @returns null where the text is no such time
 */
export function withZone(text: string, timeZone: string): string | null {
  const trimmed = text.trim();
  if (ZONED.test(trimmed)) return Number.isNaN(Date.parse(trimmed)) ? null : trimmed;
  const found = LOCAL.exec(trimmed);
  if (!found) return null;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = found
    .slice(1)
    .map((n) => Number(n ?? 0));
  const asUtc = Date.UTC(year, month - 1, day, hour, minute, second);
  const back = new Date(asUtc);
  const isReal =
    back.getUTCMonth() === month - 1 && back.getUTCDate() === day && hour < 24 && minute < 60 && second < 60;
  if (!isReal) return null;
  // the offset before the moment and after it; where they differ, the clocks were changed near it
  const before = offsetAt(asUtc - offsetAt(asUtc, timeZone) * 60_000 - 6 * 3_600_000, timeZone);
  const after = offsetAt(asUtc - offsetAt(asUtc, timeZone) * 60_000 + 6 * 3_600_000, timeZone);
  const fits = [before, after].find((offset) => offsetAt(asUtc - offset * 60_000, timeZone) === offset);
  const offset = fits ?? before;
  const date = `${found[1] ?? ''}-${found[2] ?? ''}-${found[3] ?? ''}`;
  return `${date}T${two(hour)}:${two(minute)}:${two(second)}${offsetText(offset)}`;
}
