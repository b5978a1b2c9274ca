/** A name for a new output. Pure. */
import { text } from '../text.ts';

/** The first of “Output 2”, “Output 3”… that no output has: names are what buttons are told apart by. */
export function freeName(taken: readonly string[]): string {
  let n = taken.length + 1;
  while (taken.includes(text.outputSetup.newName(n))) n += 1;
  return text.outputSetup.newName(n);
}
