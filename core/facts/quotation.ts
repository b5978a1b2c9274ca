/**
 * Quotations are verbatim: what stands between quotation marks on air must stand in the source's sentence. A cut is
 * marked by an ellipsis, a change by square brackets; everything else is the speaker's own words, in their order.
 */

/** NFC; curly quotes, runs of spaces and non-breaking spaces as typewriters have them. Nothing else is the same. */
const plain = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/[‘’ʻʼ`´]/g, "'")
    .replace(/[“”„«»]/g, '"')
    .replace(/\s+/g, ' ')
    .trim();

/** `…`, `...`, `[…]` and `[words]`: where the quotation owns up to not being the sentence. */
const MARKED = /\[[^\]]*\]|…|\.{3,}/g;

const isWordPart = (char: string | undefined): boolean => char !== undefined && /[\p{L}\p{N}]/u.test(char);

/** Where the piece stands as whole words at or after `from`, or -1. */
function findWords(text: string, piece: string, from: number): number {
  for (let at = text.indexOf(piece, from); at !== -1; at = text.indexOf(piece, at + 1)) {
    const startsWithin = isWordPart(piece[0]) && isWordPart(text[at - 1]);
    const endsWithin = isWordPart(piece.at(-1)) && isWordPart(text[at + piece.length]);
    if (!startsWithin && !endsWithin) return at;
  }
  return -1;
}

/** The words of the piece up to and with the first that the sentence does not have after the ones before it. */
function unfound(text: string, piece: string, from: number): string {
  const words = piece.split(' ');
  let good = 0;
  while (good < words.length && findWords(text, words.slice(0, good + 1).join(' '), from) !== -1) good += 1;
  return words.slice(good, good + 6).join(' ');
}

/**
 * Why these words are not those of the sentence, or null where they are.
 * @param text the quotation, without its quotation marks
 * @param sentence exactly as the source has it
 */
export function quotationProblem(text: string, sentence: string): string | null {
  const source = plain(sentence);
  const pieces = plain(text)
    .split(MARKED)
    .map((piece) => piece.trim())
    .filter((piece) => /[\p{L}\p{N}]/u.test(piece));
  if (pieces.length === 0) return 'nothing of the source’s sentence is left in the quotation';
  let from = 0;
  for (const piece of pieces) {
    const at = findWords(source, piece, from);
    if (at === -1) {
      const elsewhere = from > 0 && findWords(source, piece, 0) !== -1;
      return elsewhere
        ? `“${piece}” stands earlier in the source’s sentence: the order has been changed`
        : `“${unfound(source, piece, from)}” is not in the source’s sentence there: mark a cut with … and a change with [brackets]`;
    }
    from = at + piece.length;
  }
  return null;
}
