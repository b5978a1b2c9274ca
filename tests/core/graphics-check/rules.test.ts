// Each static rule has a package that breaks it and nothing else, and says nothing of the same package mended.
import { describe, expect, it } from 'vitest';
import { checkFolder } from '../../../core/graphics-check/check.ts';
import { readJson } from '../../../core/graphics-check/json-lines.ts';
import { RULES } from '../../../core/graphics-check/rules.ts';
import { CASES, packageOf, textFile } from './cases.ts';

const slugs = (findings: { rule: string }[]): string[] => [...new Set(findings.map(({ rule }) => rule))];

/** A file over 100 MB makes a package over 50 MB too: the one cannot be had without the other. */
const TOGETHER: Record<string, string[]> = { 'file-huge': ['file-huge', 'package-large'] };

describe('each rule', () => {
  it('has a case, and its name once', () => {
    expect(RULES.map(({ slug }) => slug).sort()).toEqual(Object.keys(CASES).sort());
  });

  it('says nothing of a good package', () => {
    expect(checkFolder(packageOf())).toEqual([]);
  });

  it.each(RULES.map((rule) => [rule.slug, rule] as const))('%s', (slug, rule) => {
    const files = CASES[slug] ?? [];
    const expected = TOGETHER[slug] ?? [slug];
    const found = checkFolder(files);
    expect(slugs(found)).toEqual(expected);
    expect(found.find((one) => one.rule === slug)).toMatchObject({ severity: rule.severity });
    // nobody else would have said it
    const others = RULES.filter((one) => one !== rule);
    expect(slugs(checkFolder(files, others))).toEqual(expected.filter((one) => one !== slug));
  });
});

describe('where it is', () => {
  it('names file, field and line', () => {
    const text = '{\n  "$schema": "x",\n  "id": "good"\n}';
    const found = checkFolder([textFile('good.ograf.json', text)]);
    expect(found.find(({ rule }) => rule === 'schema-address')).toMatchObject({
      file: 'good.ograf.json',
      field: '$schema',
      line: 2,
      call: null,
    });
  });

  it('finds the line of an address in a style sheet, and none in a comment', () => {
    const css = '/* url(https://example.org/a.png) */\np { background: url(https://example.org/b.png) }\n';
    const found = checkFolder(packageOf({}, [textFile('a.css', css)]));
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ file: 'a.css', line: 2 });
  });

  it('finds a wrong field of a fixture', () => {
    const found = checkFolder(
      packageOf({}, [textFile('fixtures/usual.json', '{\n  "colour": "#1e90ff",\n  "name": 3\n}')]),
    );
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ file: 'fixtures/usual.json', field: 'name', line: 3 });
  });
});

describe('reading JSON', () => {
  it.each([
    ['{"a": }', 1],
    ['{\n"a": 1,\n}', 3],
    ['{\n"a": 1\n"b": 2}', 3],
    ['[1, 2', 1],
    ['{"a": "x\ny"}', 1],
    ['{"a": nul}', 1],
    ['{} {}', 1],
    ['', 1],
  ])('%j breaks in line %i', (text, line) => {
    expect(readJson(text)).toMatchObject({ ok: false, line });
  });

  it('knows the line of every value', () => {
    const read = readJson('{\n "a": [\n  {"b": 1},\n  {"b": {"c": null}}\n ]\n}');
    if (!read.ok) throw new Error(read.why);
    expect(read.lineOf(['a', 1, 'b', 'c'])).toBe(4);
    expect(read.lineOf(['a', 0])).toBe(3);
    // missing: where it should stand
    expect(read.lineOf(['a', 1, 'x'])).toBe(4);
  });
});
