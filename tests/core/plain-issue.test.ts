// What an operator or a designer reads when a value does not fit: never the library's own words.
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { checkData } from '../../core/graphic-data.ts';
import { firstIssue } from '../../core/plain-issue.ts';
import { parseCommand } from '../../core/reduce.ts';
import { commandDefs } from '../../core/commands/registry.ts';

const said = (schema: z.ZodType, value: unknown): string => {
  const { error } = schema.safeParse(value);
  if (!error) throw new Error('the value is valid');
  return firstIssue(error, 'the value');
};

describe('plain words', () => {
  it.each<[z.ZodType, unknown, string]>([
    [z.object({ a: z.string() }), {}, '"a": is needed'],
    [z.object({ a: z.string() }), { a: 5 }, '"a": must be text'],
    [z.object({ a: z.object({ b: z.int() }) }), { a: { b: 1.5 } }, '"a.b": must be a whole number'],
    [z.array(z.boolean()), [1], '"0": must be true or false'],
    [z.enum(['x', 'y', 'z']), 'q', 'the value: must be "x", "y" or "z"'],
    [z.literal(1), 2, 'the value: must be 1'],
    [z.string().max(3), 'abcd', 'the value: too long (3 characters at most)'],
    [z.string().min(1), '', 'the value: must not be empty'],
    [z.string().min(2), 'a', 'the value: too short (2 characters at least)'],
    [z.number().min(2), 1, 'the value: must be 2 at least'],
    [z.number().max(2), 3, 'the value: must be 2 at most'],
    [z.number().gt(2), 2, 'the value: must be more than 2'],
    [z.number().multipleOf(5), 3, 'the value: must be a multiple of 5'],
    [z.array(z.string()).max(1), ['a', 'b'], 'the value: has too many entries (1 at most)'],
    [z.array(z.string()).min(1), [], 'the value: has too few entries (1 at least)'],
    [z.strictObject({}), { a: 1 }, 'the value: has the unknown field "a"'],
    [z.union([z.string(), z.null()]), 5, 'the value: must be text or null'],
    [
      z.union([z.object({ a: z.string() }), z.object({ b: z.string() })]),
      {},
      'the value: has none of the forms that it may have',
    ],
    [z.string().regex(/^a/), 'b', 'the value: is not written as it should be'],
    [z.string().regex(/^a/, 'begins with a'), 'b', 'the value: begins with a'],
    [
      z.iso.datetime({ offset: true }),
      'noon',
      'the value: must be a date and time with its zone, such as 2023-10-14T19:00:00+13:00',
    ],
  ])('%# %j', (schema, value, expected) => {
    expect(said(schema, value)).toBe(expected);
  });

  it('tells a wrong kind of value from a missing one in a graphic’s data', () => {
    const schema = {
      type: 'object',
      required: ['n'],
      properties: { n: { type: 'integer', title: 'Seats' } },
    };
    const wrong = (data: Record<string, string>) => {
      const checked = checkData({ schema }, data);
      return checked.ok ? null : checked.problems[0]?.detail;
    };
    expect(wrong({})).toBe('Seats: is needed');
    expect(wrong({ n: 'many' })).toBe('Seats: must be a number');
  });

  it('is what every command answers to nonsense', () => {
    for (const { type, schema } of commandDefs()) {
      if (!(schema instanceof z.ZodObject)) throw new Error(`${type} has no fields`);
      for (const field of Object.keys(schema.shape)) {
        const result = parseCommand({ type, [field]: { nonsense: [undefined] } });
        const detail = result.ok ? '' : result.detail;
        expect(detail).not.toMatch(/Invalid|expected|received|undefined/);
      }
    }
  });
});
