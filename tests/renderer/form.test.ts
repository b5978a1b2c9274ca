/** From a graphic's data model to a form and back, without losing or inventing a value. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { JsonObject } from '../../core/json.ts';
import { readNumber, readText, showNumber } from '../../renderer/inspector/field-text.ts';
import { blankOf, fieldsOf, type Field, type NumberField } from '../../renderer/inspector/form-model.ts';
import { getIn, setIn } from '../../renderer/inspector/paths.ts';

const fieldOf = (model: JsonObject): Field => {
  const field = fieldsOf({ type: 'object', properties: { field: model } })[0];
  if (!field) throw new Error('no field');
  return field;
};
const kindOf = (model: JsonObject): string => fieldOf(model).kind;

describe('the kind of a field', () => {
  test.each<[string, JsonObject]>([
    ['text', { type: 'string' }],
    ['text', { type: 'string', gddType: 'single-line' }],
    ['file', { type: 'string', gddType: 'file-path/image-path' }],
    ['file', { type: 'string', gddType: 'file-path/video-path' }],
    ['text', { type: 'string', gddType: 'rich/text' }],
    ['text', { type: 'string', gddType: 'select' }],
    ['multiline', { type: 'string', gddType: 'multi-line' }],
    ['multiline', { type: 'string', gddType: 'multi-line/rich' }],
    ['color', { type: 'string', gddType: 'color-rrggbb' }],
    ['colorAlpha', { type: 'string', gddType: 'color-rrggbbaa' }],
    ['number', { type: 'number' }],
    ['number', { type: ['number', 'null'] }],
    ['integer', { type: 'integer' }],
    ['percentage', { type: 'number', gddType: 'percentage' }],
    ['duration', { type: 'integer', gddType: 'duration-ms' }],
    ['boolean', { type: 'boolean' }],
    ['select', { type: 'string', enum: ['a', 'b'] }],
    ['select', { type: 'integer', enum: [1, 2], gddType: 'select' }],
    ['multi', { type: 'array', gddType: 'select-multiple', items: { type: 'string', enum: ['a'] } }],
    ['multi', { type: 'array', uniqueItems: true, items: { enum: ['a', 'b'] } }],
    ['list', { type: 'array', items: { type: 'string', enum: ['a', 'b'] } }],
    ['list', { type: 'array', items: { type: 'string' } }],
    ['list', { type: 'array', items: { type: 'array', items: { type: 'number' } } }],
    ['object', { properties: { a: { type: 'string' } } }],
    ['object', { type: 'object', properties: { a: { type: 'string' } } }],
    ['json', { type: 'object' }],
    ['json', { type: 'array' }],
    ['json', {}],
  ])('%s: %j', (kind, model) => {
    expect(kindOf(model)).toBe(kind);
  });
  test('an object with name, short and colour is a party', () => {
    const properties = Object.fromEntries(
      ['name', 'short', 'colour'].map((key) => [key, { type: 'string' }]),
    );
    expect(kindOf({ type: 'object', properties })).toBe('party');
  });
});

test('the theme is the show’s, and no field of a form', () => {
  const properties = { look: { type: 'object', v_tallydesk: 'theme' }, a: { type: 'string' } };
  expect(fieldsOf({ type: 'object', properties }).map(({ key }) => key)).toEqual(['a']);
});

test('a file has the endings that its model names, or those of images', () => {
  const endings = (model: JsonObject) => {
    const field = fieldOf({ type: 'string', ...model });
    return field.kind === 'file' ? field.extensions : null;
  };
  expect(endings({ gddType: 'file-path', gddOptions: { extensions: ['.MP4', '*.webm'] } })).toEqual([
    'mp4',
    'webm',
  ]);
  expect(endings({ gddType: 'file-path/image-path' })).toContain('svg');
  expect(endings({ gddType: 'file-path' })).toEqual([]);
});

test('labels of a choice of several may stand on the list or on its items', () => {
  const labels = { a: 'Apple' };
  for (const [outer, inner] of [
    [{ gddOptions: { labels } }, {}],
    [{}, { gddOptions: { labels } }],
  ]) {
    const field = fieldOf({
      type: 'array',
      gddType: 'select-multiple',
      ...outer,
      items: { enum: ['a', 'b'], ...inner },
    });
    expect(field.kind === 'multi' && field.options.map(({ label }) => label)).toEqual(['Apple', 'b']);
  }
});

test('options carry their labels, or themselves', () => {
  const field = fieldOf({
    type: 'string',
    enum: ['final', 'partial'],
    gddOptions: { labels: { final: 'Final result' } },
  });
  expect(field.kind === 'select' && field.options.map((option) => option.label)).toEqual([
    'Final result',
    'partial',
  ]);
});

test('fields stand in their order, hidden ones are left out, keys may have spaces', () => {
  const model = {
    type: 'object',
    required: ['the name'],
    properties: {
      last: { type: 'string' },
      secret: { type: 'string', hidden: true },
      second: { type: 'string', order: 2 },
      'the name': { type: 'string', order: 1 },
    },
  };
  expect(fieldsOf(model).map(({ key, required }) => [key, required])).toEqual([
    ['the name', true],
    ['second', false],
    ['last', false],
  ]);
});

describe('numbers as one types them', () => {
  const number = (kind: NumberField['kind'], over: Partial<NumberField> = {}): NumberField => ({
    key: 'n',
    title: 'N',
    description: '',
    required: false,
    default: undefined,
    kind,
    min: null,
    max: null,
    ...over,
  });
  test.each<[NumberField['kind'], string, number]>([
    ['number', '26.5', 26.5],
    ['number', '26,5', 26.5],
    ['number', '-3', -3],
    ['integer', ' 61 ', 61],
    ['percentage', '85.1', 0.851],
    ['percentage', '7', 0.07],
    ['duration', '1.5', 1500],
  ])('%s “%s” is %d', (kind, typed, value) => {
    expect(readNumber(number(kind), typed)).toEqual({ ok: true, value });
    expect(readNumber(number(kind), showNumber(kind, value))).toEqual({ ok: true, value });
  });
  test.each(['abc', '1e5', '12 seats', '--1', 'NaN', 'Infinity'])('“%s” is not a number', (typed) => {
    expect(readNumber(number('number'), typed).ok).toBe(false);
  });
  test('limits and whole numbers are said', () => {
    expect(readNumber(number('integer'), '1.5').ok).toBe(false);
    expect(readNumber(number('integer', { min: 0 }), '-1').ok).toBe(false);
    expect(readNumber(number('percentage', { max: 1 }), '101').ok).toBe(false);
    expect(readNumber(number('percentage', { max: 1 }), '100').ok).toBe(true);
  });
  test('nothing typed leaves the key out, unless it is needed', () => {
    expect(readNumber(number('number'), '')).toEqual({ ok: true, value: undefined });
    expect(readNumber(number('number', { required: true }), ' ').ok).toBe(false);
  });
});

test('text is kept as typed, with macrons in one character', () => {
  expect(readText({ required: false }, 'Ma\u0304ori')).toEqual({ ok: true, value: 'M\u0101ori' });
  expect(readText({ required: false }, '')).toEqual({ ok: true, value: undefined });
  expect(readText({ required: true }, '')).toEqual({ ok: true, value: '' });
});

describe('changing a value deep inside', () => {
  const data: JsonObject = { a: { b: [{ c: 1 }, { c: 2 }] }, z: { y: 0 } };
  test('copies only the way to it', () => {
    const next = setIn(data, ['a', 'b', 1, 'c'], 9);
    expect(next).toEqual({ a: { b: [{ c: 1 }, { c: 9 }] }, z: { y: 0 } });
    expect(next['z']).toBe(data['z']);
    expect(getIn(data, ['a', 'b', 1, 'c'])).toBe(2);
  });
  test('a row that loses its last value stays a row, and the data stay an object', () => {
    expect(setIn({ rows: [{ c: 1 }] }, ['rows', 0, 'c'], undefined)).toEqual({ rows: [{}] });
    expect(setIn({ a: 1 }, ['a'], undefined)).toEqual({});
  });
  test('undefined takes a key or a row away, and an emptied object with it', () => {
    expect(setIn(data, ['z', 'y'], undefined)['z']).toBeUndefined();
    expect(setIn(data, ['a', 'b', 0], undefined)).toEqual({ a: { b: [{ c: 2 }] }, z: { y: 0 } });
  });
  test('makes what is missing on the way', () => {
    expect(setIn({}, ['from', 'party', 'name'], 'x')).toEqual({ from: { party: { name: 'x' } } });
  });
  test('reads nothing where there is nothing', () => {
    expect(getIn(data, ['a', 'nope', 3, 'c'])).toBeUndefined();
    expect(getIn(data, ['toString'])).toBeUndefined();
  });
});

describe('our own graphics', () => {
  const folder = 'overlays/graphics';
  const models = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ograf.json'))
    .map(
      (name) =>
        [name, JSON.parse(readFileSync(join(folder, name), 'utf8')) as { schema: JsonObject }] as const,
    );
  const all = (field: Field): Field[] => [
    field,
    ...('fields' in field ? field.fields.flatMap(all) : []),
    ...(field.kind === 'list' ? all(field.item) : []),
  ];
  test('there are some', () => expect(models.length).toBeGreaterThan(0));
  test.each(models)('%s has a form for every field, and a blank for every row', (_name, { schema }) => {
    const fields = fieldsOf(schema).flatMap(all);
    expect(fields.length).toBeGreaterThan(0);
    for (const field of fields) {
      expect(field.kind, field.title).not.toBe('json');
      expect(blankOf(field), field.title).not.toBeUndefined();
    }
  });
});
