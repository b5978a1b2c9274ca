/** The words for air beside the source's: which of them the source does not have. Pure. */
import { fold } from '../../core/rundown.ts';

export interface Piece {
  text: string;
  /** The source does not have this word; for quotations: not in this place. */
  differs: boolean;
}

/** Words with the spaces and signs that follow them, so that joined they are the text again. */
const piecesOf = (text: string): string[] => text.match(/\S+\s*/g) ?? [];

/** A word for comparing: `Labour’s,` is `labour's`; a percentage is the same in signs and in words. */
const bare = (word: string): string =>
  fold(word.trim())
    .replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}%]+$/gu, '')
    .replace(/(?<=\d),(?=\d{3})/g, '')
    .replace(/%$/, '');

/** For each word of `a`, whether it belongs to the longest run of words that `b` has in the same order. */
function inSameOrder(a: readonly string[], b: readonly string[]): boolean[] {
  const rows = a.length + 1;
  const columns = b.length + 1;
  const longest = Array.from({ length: rows }, () => new Uint16Array(columns));
  const at = (i: number, j: number): number => longest[i]?.[j] ?? 0;
  for (let i = a.length - 1; i >= 0; i--) {
    const row = longest[i];
    for (let j = b.length - 1; row && j >= 0; j--)
      row[j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  }
  const kept = a.map(() => false);
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    if (a[i] === b[j]) {
      kept[i] = true;
      i += 1;
      j += 1;
    } else if (at(i + 1, j) >= at(i, j + 1)) i += 1;
    else j += 1;
  }
  return kept;
}

/**
 * @param verbatim for quotations: the words must also come in the source's order; else only that the source has them
 */
export function compareWords(aired: string, source: string, verbatim: boolean): Piece[] {
  const pieces = piecesOf(aired);
  const words = pieces.map(bare);
  const theirs = piecesOf(source).map(bare);
  const known = new Set(theirs);
  const kept = verbatim ? inSameOrder(words, theirs) : words.map((word) => known.has(word));
  // signs alone, such as a dash or an ellipsis, are no words
  return pieces.map((text, i) => ({ text, differs: words[i] !== '' && !kept[i] }));
}
