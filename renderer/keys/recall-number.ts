/** The recall number while it is being typed. Pure. */

/** As long as the highest number a cue can have. */
const LONGEST = 5;

/** Digits that nobody has finished are dropped after this long, so that they cannot surprise anyone. Milliseconds. */
export const FORGET_DIGITS_MS = 8000;

/** Takes one more digit. A leading zero is nothing, and a sixth digit starts a new number. */
export function typeDigit(digits: string, digit: string): string {
  const next = digits.length >= LONGEST ? digit : digits + digit;
  return next === '0' ? '' : next;
}

export const eraseDigit = (digits: string): string => digits.slice(0, -1);

/** The number, or null when nothing has been typed. */
export const recallNumber = (digits: string): number | null => (digits === '' ? null : Number(digits));
