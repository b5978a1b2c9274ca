/**
 * Planned times against the clock. A plan says times of day and a night runs over midnight: 23:50 is ten minutes late at
 * 0:00, not a day early. Nobody is six hours late: at ten in the morning 21:30 is still to come. Pure.
 */
const DAY = 86_400;

/** Seconds by which a plan can be late; what would be later is meant for the next evening. */
const LATEST = 6 * 3600;

const clocks = new Map<string, Intl.DateTimeFormat>();

/** Seconds since midnight in that zone. @param now epoch milliseconds */
export function secondsOfDay(now: number, timeZone: string): number {
  let clock = clocks.get(timeZone);
  if (!clock) {
    clock = new Intl.DateTimeFormat('en-NZ', {
      timeZone,
      hourCycle: 'h23',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    });
    clocks.set(timeZone, clock);
  }
  const parts = clock.formatToParts(now);
  const number = (type: string): number => Number(parts.find((part) => part.type === type)?.value ?? 0);
  return number('hour') * 3600 + number('minute') * 60 + number('second');
}

/** `21:05` or `21:05:30` as seconds since midnight. */
export function secondsOfPlan(planned: string): number {
  const [hours = 0, minutes = 0, seconds = 0] = planned.split(':').map(Number);
  return hours * 3600 + minutes * 60 + seconds;
}

/** The same difference of two times of day, taken between 18 h to come and 6 h late. */
const meant = (seconds: number): number => ((((seconds - LATEST) % DAY) + DAY) % DAY) + LATEST - DAY;

/**
 * Seconds by which the clock is past a planned time: above 0 is late, below is still to come.
 * @param now seconds of the day
 */
export const lateBy = (planned: string, now: number): number => meant(now - secondsOfPlan(planned));

/** `1:05` or `1:02:05`, without a sign. */
export function span(seconds: number): string {
  const whole = Math.abs(Math.round(seconds));
  const [h, m, s] = [Math.floor(whole / 3600), Math.floor((whole % 3600) / 60), whole % 60];
  const two = (n: number) => String(n).padStart(2, '0');
  return h > 0 ? `${h}:${two(m)}:${two(s)}` : `${m}:${two(s)}`;
}

/**
 * The first planned cue from the pointer on: what the clock is held against.
 * @param from place of the pointer in the rundown; below 0: from the start
 */
export const nextPlanned = <C extends { planned: string | null; skip: boolean }>(
  cues: readonly C[],
  from: number,
): C | null => cues.slice(Math.max(0, from)).find(({ planned, skip }) => planned !== null && !skip) ?? null;
