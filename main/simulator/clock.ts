/** The clock of a night that is counted in minutes: its hours pass as they did, from the close of the polls. */

/** Polls close at 19:00. */
const OPENS = 19 * 3600;
/** Four hours and a half later all is counted. */
const LASTS = 4.5 * 3600;
/** The same in milliseconds. */
export const NIGHT_MS = LASTS * 1000;

/**
 * The local time on the night, without a zone, as the Commission writes it: 2008-11-08T21:14:09.
 * @param moment share of the night, 0 to 1
 */
export function localTime(date: string, moment: number): string {
  const seconds = Math.round(OPENS + LASTS * moment);
  const two = (n: number) => String(n).padStart(2, '0');
  return `${date}T${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}
