/** Recall numbers: every cue has one, no two the same, and none is ever given to two at once. Pure. */
import { MAX_CUE_NUMBER } from './schema/cue.ts';

/** Hands out numbers that nobody has: one above the highest, then the lowest free ones. */
export function numberGiver(taken: Iterable<number>) {
  const used = new Set(taken);
  let highest = 0;
  for (const number of used) if (number > highest) highest = number;
  let free = 1;
  const next = (): number => {
    if (highest < MAX_CUE_NUMBER) return (highest += 1);
    while (used.has(free)) free += 1;
    return free;
  };
  return {
    /** @throws when all are given: ask `hasRoom` first */
    next(): number {
      const number = next();
      if (number > MAX_CUE_NUMBER) throw new Error('every recall number is given');
      used.add(number);
      return number;
    },
    /** That very number where it is free, else the next one. */
    keep(wanted: number): number {
      if (used.has(wanted)) return this.next();
      used.add(wanted);
      if (wanted > highest) highest = wanted;
      return wanted;
    },
  };
}

export const hasRoom = (cues: number, more: number): boolean => cues + more <= MAX_CUE_NUMBER;
