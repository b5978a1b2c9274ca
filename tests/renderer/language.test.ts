/** Te reo Māori says all that English says: nothing missing, nothing left over, and nothing left in English unmarked. */
import { describe, expect, test } from 'vitest';
import { RefusalCode } from '../../core/refusal.ts';
import { english } from '../../renderer/text.ts';
import { mi } from '../../renderer/text/mi/mi.ts';
import { refusals } from '../../renderer/text/mi/refusals.ts';

/** Every text by its path; functions by their source, which is enough to see that one was only copied. */
function leaves(value: unknown, path = ''): [string, string][] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value === 'function') return [[path, `function ${value.length} ${value.toString()}`]];
  if (typeof value !== 'object' || value === null) throw new Error(`${path} is no text`);
  return Object.entries(value).flatMap(([key, inner]) => leaves(inner, path ? `${path}.${key}` : key));
}

const ours = new Map(leaves(english));
const theirs = new Map(leaves(mi));

/** The same in both: names, units, formats and signs; and what becomes part of the show, which is in the show's language. */
const SAME =
  /^(product|feedSetup\.(pathExample|urlExample)|feeds\.formats\.nist-json|facts\.formats\.|theme\.families\.|workbench\.(formats|verdicts|dataTabs\.json)|inspector\.(percent|charactersLeft)|status\.by|proposals\.(arrow|nothingBefore|cap)|imports\.loadingRow|keyMap\.fileName|results\.(none|fact))/;

/** Functions that put no words of their own in. */
const isWordless = (source: string) =>
  source.startsWith('function') && !/[a-z]{3,} [a-z]{2,}/i.test(spoken(source));
const spoken = (source: string) =>
  [...source.matchAll(/['`]([^'`]*)['`]/g)].map(([, words]) => words).join('|');

describe('te reo Māori', () => {
  test('has every text that English has, and no other', () => {
    expect([...theirs.keys()].sort()).toEqual([...ours.keys()].sort());
  });

  test('leaves nothing in English', () => {
    const left = [...ours].flatMap(([path, text]) =>
      theirs.get(path) === text && !SAME.test(path) && !isWordless(text) && /[a-z]{2,}/i.test(text)
        ? [`${path}: ${text}`]
        : [],
    );
    expect(left).toEqual([]);
  });

  test('points at the same keys', () => {
    const marks = (text: string) => [...text.matchAll(/\[(\w+)\]/g)].map(([, name]) => name).sort();
    const differ = [...ours].flatMap(([path, text]) =>
      /^(tour|help)\./.test(path) &&
      !text.startsWith('function') &&
      JSON.stringify(marks(text)) !== JSON.stringify(marks(theirs.get(path) ?? ''))
        ? [path]
        : [],
    );
    expect(differ).toEqual([]);
  });

  test('says why, before the station does', () => {
    expect(Object.keys(refusals).sort()).toEqual([...RefusalCode.options].sort());
    expect(mi.refused('four_eyes', 'Somebody else must approve.')).toBe(
      'Me whakaae tētahi atu · Somebody else must approve.',
    );
    expect(mi.refused(null, 'Saved.')).toBe('Saved.');
    expect(english.refused('four_eyes', 'Somebody else must approve.')).toBe('Somebody else must approve.');
  });
});
