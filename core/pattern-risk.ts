/** Patterns (regular expressions) of a package's data model that could stop the station, found before they run. Pure. */

/** Longer ones nobody has looked through. Characters. */
const LONGEST = 500;
/** As often a part that can match in several ways may be repeated: each time multiplies the ways to try. */
const MOST_REPEATS = 10;

interface Group {
  /** How often a part of it that can match in several ways may come: 0 where there is none. */
  variable: number;
}

interface Quantifier {
  min: number;
  max: number;
  /** Characters that it takes up. */
  length: number;
}

function quantifierAt(pattern: string, at: number): Quantifier | null {
  const rest = pattern.slice(at, at + 40);
  const match = /^(?:([*+?])|\{(\d+)(?:(,)(\d*))?\})\??/.exec(rest);
  if (!match) return null;
  const [{ length }, sign, min = '', comma, max = ''] = match;
  if (sign === '*') return { min: 0, max: Infinity, length };
  if (sign === '+') return { min: 1, max: Infinity, length };
  if (sign === '?') return { min: 0, max: 1, length };
  const upper = comma === undefined ? min : max;
  return { min: Number(min), max: upper === '' ? Infinity : Number(upper), length };
}

/** The end of the character, escape or class `[…]` that begins here. */
function endOfAtom(pattern: string, at: number): number {
  if (pattern[at] === '\\') return at + 2;
  if (pattern[at] !== '[') return at + 1;
  let end = at + 1;
  while (end < pattern.length && pattern[end] !== ']') end += pattern[end] === '\\' ? 2 : 1;
  return end + 1;
}

/** A group that is repeated, and in which something can match in several ways: those are tried one after another. */
function repeatsChoices(pattern: string): boolean {
  let group: Group = { variable: 0 };
  const outer: Group[] = [];
  for (let at = 0; at < pattern.length;) {
    const char = pattern[at];
    let variable = 0;
    if (char === '(') {
      outer.push(group);
      group = { variable: 0 };
      at += /^\((\?(<?[=!:]|<[^>]*>))?/.exec(pattern.slice(at))?.[0].length ?? 1;
      continue;
    }
    if (char === '|') group.variable = Math.max(group.variable, 1);
    if (char === ')') {
      variable = group.variable;
      group = outer.pop() ?? { variable: 0 };
      at += 1;
    } else at = endOfAtom(pattern, at);
    const quantifier = quantifierAt(pattern, at);
    if (quantifier) {
      const { min, max, length } = quantifier;
      if (variable > 0) variable *= Math.max(max, 1);
      if (variable > MOST_REPEATS) return true;
      if (min !== max) variable = Math.max(variable, 1);
      at += length;
    }
    group.variable = Math.max(group.variable, variable);
  }
  return false;
}

/**
 * Some patterns take longer than the world has for a text of forty letters, and the station can do nothing meanwhile.
 * Careful rather than clever: a few harmless ones are refused too, and can be written without a repeated group.
 * @returns what is wrong with it, as a sentence; null where it may run
 */
export function patternRisk(pattern: string): string | null {
  if (pattern.length > LONGEST) {
    return `the pattern "${pattern.slice(0, 40)}…" is longer than ${LONGEST} characters`;
  }
  if (!repeatsChoices(pattern)) return null;
  return `the pattern "${pattern}" could take for ever: a repeated group in it holds a repetition or a choice`;
}
