// The checker's own reader of JSON takes what JSON takes, and nothing else.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readJson } from '../../../core/graphics-check/json-lines.ts';

const parses = (text: string): boolean => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

it('reads every JSON as it is', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.constantFrom(0, 1, 2), (value, indent) => {
      const text = JSON.stringify(value, null, indent);
      const read = readJson(text);
      expect(read.ok && read.value).toEqual(JSON.parse(text));
    }),
  );
});

it('takes nothing that JSON.parse does not, and all that it does', () => {
  const piece = fc.constantFrom(
    '{',
    '}',
    '[',
    ']',
    ',',
    ':',
    '"a"',
    '"',
    '1',
    '-',
    '0',
    '1e5',
    ' ',
    '\n',
    'true',
    'nul',
    '\\',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const text = pieces.join('');
      expect(readJson(text).ok).toBe(parses(text));
    }),
    { numRuns: 2000 },
  );
});
