/** Numbers that look random and are the same for the same seed. */

export interface Random {
  /** 0 at least, below 1. */
  next(): number;
  between(low: number, high: number): number;
  /** Around 0, with a deviation of 1. */
  normal(): number;
}

/** FNV-1a: a seed from words. */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (const letter of text) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  return hash >>> 0;
}

/** Mulberry32, by Tommy Ettinger (public domain). */
export function randomOf(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const between = (low: number, high: number) => low + (high - low) * next();
  // the sum of twelve of them is near enough to a normal distribution, and has no far tail
  const normal = () => Array.from({ length: 12 }, next).reduce((sum, one) => sum + one, -6);
  return { next, between, normal };
}
