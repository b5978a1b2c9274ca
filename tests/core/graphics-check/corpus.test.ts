// What the static checker says of each package of the corpus: those rules, and no other.
import { describe, expect, it } from 'vitest';
import { checkFolder } from '../../../core/graphics-check/check.ts';
import type { PackageFile } from '../../../core/graphics-check/package.ts';
import type { Files } from '../../corpus/quirk.ts';
import { QUIRKS } from '../../corpus/quirks.ts';

export const asFiles = (files: Files): PackageFile[] =>
  Object.entries(files).map(([path, content]): PackageFile => {
    if (typeof content === 'object' && typeof content['bytes'] === 'number')
      return { path, size: content['bytes'] };
    const text = typeof content === 'string' ? content : JSON.stringify(content, null, 2);
    return { path, size: text.length, text };
  });

describe('the corpus', () => {
  it('has at least forty quirks, each with a name of its own', () => {
    expect(QUIRKS.length).toBeGreaterThanOrEqual(40);
    expect(new Set(QUIRKS.map(({ name }) => name)).size).toBe(QUIRKS.length);
  });

  it.each(QUIRKS.map((one) => [one.name, one] as const))('%s', (_, one) => {
    const rules = checkFolder(asFiles(one.files)).map(({ rule }) => rule);
    expect(rules.sort()).toEqual(one.static);
  });
});
