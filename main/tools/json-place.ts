/** Where a text stops being JSON: JSON.parse says so in some of its messages only, and counts in characters. */

export interface Place {
  /** From 1. */
  line: number;
  /** From 1, in characters. */
  column: number;
}

const SPACE = /[ \t\n\r]*/y;
const SCALAR =
  /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;
const STRING = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;

/** @returns the place of the first character that cannot stand there; null where the text is JSON */
export function whereJsonBreaks(text: string): Place | null {
  let at = 0;
  const skip = (pattern: RegExp): boolean => {
    pattern.lastIndex = at;
    const found = pattern.test(text);
    if (found) at = pattern.lastIndex;
    return found;
  };
  const take = (mark: string): boolean => {
    skip(SPACE);
    if (text[at] !== mark) return false;
    at += 1;
    return true;
  };
  /** The marks that close what is open, the innermost last. */
  const open: ('}' | ']')[] = [];
  const key = (): boolean => {
    skip(SPACE);
    return skip(STRING) && take(':');
  };
  // each turn reads one value, then closes what ends after it
  for (;;) {
    if (take('{')) {
      if (!take('}')) {
        open.push('}');
        if (key()) continue;
        return placeOf(text, at);
      }
    } else if (take('[')) {
      if (!take(']')) {
        open.push(']');
        continue;
      }
    } else if (!skip(SCALAR)) {
      return placeOf(text, at);
    }
    for (;;) {
      const mark = open.at(-1);
      if (mark === undefined) {
        skip(SPACE);
        return at === text.length ? null : placeOf(text, at);
      }
      if (take(mark)) open.pop();
      else break;
    }
    if (!take(',') || (open.at(-1) === '}' && !key())) return placeOf(text, at);
  }
}

function placeOf(text: string, at: number): Place {
  const before = text.slice(0, at).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}
