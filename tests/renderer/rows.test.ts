/** Rows of a list: moved, doubled and removed, what they are bound to with them. JSON typed by hand. What the fit check says. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { checkData } from '../../core/graphic-data.ts';
import type { Json, JsonObject } from '../../core/json.ts';
import { Bindings } from '../../core/schema/cue.ts';
import { fieldNamed, fitsOf, fitWords } from '../../renderer/inspector/fit/fit-words.ts';
import { blankOf, fieldsOf } from '../../renderer/inspector/form-model.ts';
import { readJson, showJson } from '../../renderer/inspector/json-text.ts';
import { arrange, doubled, movedBy, withoutRow } from '../../renderer/inspector/rows.ts';

const to = (path: string) => ({ fact: 'f1', path, as: 'value' as const });
const source = {
  data: { 'a.b': [{ n: 0 }, { n: 1 }, { n: 2 }], other: 1 },
  bindings: Bindings.parse({ 'a\\.b.0.x': to('zero'), 'a\\.b.2.x.y': to('two'), other: to('other') }),
};
const path = ['a.b'];

describe('rows', () => {
  test('one that moves takes its bindings along', () => {
    const next = arrange(source, path, movedBy(3, 0, 1) ?? []);
    expect(next.data['a.b']).toEqual([{ n: 1 }, { n: 0 }, { n: 2 }]);
    expect(next.bindings).toEqual({ 'a\\.b.1.x': to('zero'), 'a\\.b.2.x.y': to('two'), other: to('other') });
  });
  test('one that is removed takes its bindings away, and those behind it move up', () => {
    const next = arrange(source, path, withoutRow(3, 0));
    expect(next.data).toEqual({ 'a.b': [{ n: 1 }, { n: 2 }], other: 1 });
    expect(next.bindings).toEqual({ 'a\\.b.1.x.y': to('two'), other: to('other') });
  });
  test('one that is doubled is bound as its model', () => {
    const next = arrange(source, path, doubled(3, 2));
    expect(next.data['a.b']).toHaveLength(4);
    expect(Object.keys(next.bindings).sort()).toEqual(['a\\.b.0.x', 'a\\.b.2.x.y', 'a\\.b.3.x.y', 'other']);
  });
  test('none moves past an end', () => {
    expect(movedBy(3, 0, -1)).toBeNull();
    expect(movedBy(3, 2, 1)).toBeNull();
  });
  test('there and back is as before', () => {
    const there = arrange(source, path, movedBy(3, 1, 1) ?? []);
    expect(arrange(there, path, movedBy(3, 2, -1) ?? [])).toEqual(source);
  });
  test('the last one removed leaves an empty list, not a hole', () => {
    expect(arrange({ data: { r: [1] }, bindings: {} }, ['r'], []).data).toEqual({ r: [] });
  });
});

describe('JSON by hand', () => {
  test.each([
    ['{\n  "a": 1,\n  b\n}', 3],
    ['[1,\n2', 2],
    ['{"a": nope}', 1],
  ])('%j goes wrong on line %d', (typed, line) => {
    const read = readJson(typed);
    expect(read.ok ? 'read' : read.line).toBe(line);
    expect(!read.ok && read.why.length).toBeGreaterThan(5);
  });
  test('what is shown is read as the same', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const json = JSON.parse(JSON.stringify(value)) as Json;
        expect(readJson(showJson(json))).toEqual({ ok: true, value: json });
      }),
    );
  });
});

const report = { field: 'name', lines: 1, width: 100, size: 60, tight: false };
describe('the fit check', () => {
  test('says nothing of a text that stands as designed, or of a graphic without reports', () => {
    expect(fitWords(report, false)).toBeUndefined();
    expect(fitsOf(undefined)).toBeNull();
    expect(fitsOf({ v_fit: [{ field: 3 }] })).toBeNull();
    expect(fitsOf({ v_fit: [report] })).toEqual([report]);
  });
  test('says how a text was made to fit', () => {
    expect(fitWords({ ...report, lines: 2 }, false)).toContain('needs two lines');
    expect(fitWords({ ...report, width: 83.6, tight: true }, false)).toContain('set narrower (84 %)');
    expect(fitWords({ ...report, size: 44, tight: true }, false)).toContain('set smaller (44 px)');
    expect(fitWords({ ...report, lines: 3 }, true)).toBeUndefined();
  });
  test('finds the field that a refusal names', () => {
    const fields = fieldsOf({ type: 'object', properties: { name: { type: 'string', title: 'Full name' } } });
    const why = 'the text is too long for the screen.';
    expect(fieldNamed(`Full name: ${why}`, fields)).toEqual({ key: 'name', why });
    expect(fieldNamed(`name: ${why}`, fields)).toEqual({ key: 'name', why });
    expect(fieldNamed('Too much', fields)).toBeNull();
  });
});

/** Any model that a designer may write, of bounded depth. */
const scalar: fc.Arbitrary<JsonObject> = fc.oneof(
  fc.record({
    type: fc.constant('string'),
    gddType: fc.constantFrom(
      ...['single-line', 'multi-line', 'file-path/image-path', 'color-rrggbb', 'color-rrggbbaa', 'x/y'],
    ),
  }),
  fc.record({ type: fc.constant('string'), minLength: fc.nat(3), maxLength: fc.integer({ min: 3, max: 9 }) }),
  fc.record({
    type: fc.constantFrom('number', 'integer'),
    gddType: fc.constantFrom('percentage', 'duration-ms', 'x'),
    minimum: fc.integer({ min: -5, max: 5 }),
    maximum: fc.integer({ min: 6, max: 9 }),
  }),
  fc.constant<JsonObject>({ type: 'boolean' }),
  fc.constant<JsonObject>({ type: 'string', enum: ['a', 'b'], gddType: 'select' }),
);
const { model } = fc.letrec<{ model: JsonObject }>((tie) => ({
  model: fc.oneof(
    { maxDepth: 3 },
    scalar,
    fc.record({
      type: fc.constant('object'),
      properties: fc.dictionary(fc.string({ minLength: 1, maxLength: 4 }), tie('model'), { maxKeys: 3 }),
    }),
    fc.record({ type: fc.constant('array'), items: tie('model'), minItems: fc.nat(2) }),
  ),
}));

test('any model has a form, and what the form begins with is valid or told why not by its field', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string({ minLength: 1, maxLength: 4 }), model, { maxKeys: 4 }), (given) => {
      const properties = JSON.parse(JSON.stringify(given)) as JsonObject;
      const schema: JsonObject = { type: 'object', properties };
      const fields = fieldsOf(schema);
      expect(fields.map(({ key }) => key).sort()).toEqual(Object.keys(properties).sort());
      const data = Object.fromEntries(fields.map((field) => [field.key, blankOf(field)]));
      const checked = checkData({ schema }, data);
      if (checked.ok) return;
      for (const { field, detail } of checked.problems) {
        expect(z.string().min(1).safeParse(field).success).toBe(true);
        expect(detail.length).toBeGreaterThan(3);
      }
    }),
    { numRuns: 300 },
  );
});
