// Patterns of a data model that must not run on the station: they are found before they run.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { schemaProblem } from '../../core/graphic-data.ts';
import { isObject, type Json } from '../../core/json.ts';
import { patternRisk } from '../../core/pattern-risk.ts';

describe('a pattern', () => {
  it.each([
    '^#[0-9a-f]{6}$',
    '^(a|b)$',
    '^\\d{1,2}(:\\d{2})?$',
    '^(0|[1-9]\\d*)(\\.\\d+)?%?$',
    '^[0-9]{1,3}(\\.[0-9]{1,3}){3}$',
    '^(\\d{3} )*\\d{3}$',
    '^(?:[01]\\d|2[0-3]):[0-5]\\d$',
    '^https?://[^\\s/]+/.*$',
    '^[(a+)*|]+$',
    '^\\(a+\\)*$',
    '^(?<year>\\d{4})-(?=\\d)\\d\\d$',
    '^x{ab}*$',
    '',
    'a'.repeat(500),
  ])('may run: %s', (pattern) => {
    expect(patternRisk(pattern)).toBeNull();
  });

  it.each([
    '^(a+)+$',
    '^(a*)*$',
    '^(a|a)*$',
    '^(a|aa)+$',
    '^(a?){2,}$',
    '^(.*a){20}$',
    '^((a+)b?)*c$',
    '^(((a+)))+$',
    '^((a{1,3}){9}){9}$',
    '^(?:[a-z]+)*$',
    '^(?=(a+)+$)',
    '^([\\]a]+)+?$',
    '^((ab)?)*$',
    '^(?<word>\\w+\\s?)*$',
  ])('may not: %s', (pattern) => {
    expect(patternRisk(pattern)).toBe(
      `the pattern "${pattern}" could take for ever: a repeated group in it holds a repetition or a choice`,
    );
  });

  it('may not be longer than anybody reads', () => {
    expect(patternRisk('a'.repeat(501))).toMatch(/^the pattern "a{40}…" is longer than 500 characters$/);
  });

  it('is looked through to its end, whatever it is', () => {
    const parts = fc.constantFrom('(', ')', '[', ']', '\\', '*', '+', '?', '{2,}', '{', '}', '|', 'a', '(?:');
    fc.assert(
      fc.property(fc.array(parts, { maxLength: 40 }), (all) => {
        expect([null, 'string']).toContain(patternRisk(all.join('')) === null ? null : 'string');
      }),
    );
  });

  it('that repeats a group with a repetition in it is found wherever that stands', () => {
    const plain = fc.stringMatching(/^[a-z]{0,5}$/);
    const unbounded = fc.constantFrom('*', '+', '{3,}', '*?', '+?');
    fc.assert(
      fc.property(plain, unbounded, plain, unbounded, plain, (a, inner, b, outer, c) => {
        expect(patternRisk(`^${a}(${b}x${inner}${c})${outer}$`)).not.toBeNull();
        expect(patternRisk(`^${a}(${b}x${c})${outer}y${inner}$`)).toBeNull();
      }),
    );
  });
});

describe('a data model', () => {
  const bad = '^(a+)+$';
  it.each<[string, Json]>([
    ['a field', { properties: { name: { type: 'string', pattern: bad } } }],
    ['a row', { properties: { rows: { type: 'array', items: { type: 'string', pattern: bad } } } }],
    ['a choice of models', { anyOf: [{ type: 'string', pattern: bad }] }],
    ['names of fields', { patternProperties: { [bad]: { type: 'string' } } }],
  ])('is refused for a pattern in %s', (_what, model) => {
    expect(schemaProblem({ type: 'object', ...(isObject(model) ? model : {}) })).toContain(
      'could take for ever',
    );
  });

  it('may have a field that is called "pattern"', () => {
    expect(schemaProblem({ type: 'object', properties: { pattern: { type: 'string' } } })).toBeNull();
  });

  const folder = 'overlays/graphics';
  const manifests = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.ograf.json'),
  );
  it.each(manifests)('of ours is not refused: %s', (name) => {
    const { schema } = JSON.parse(readFileSync(join(folder, name), 'utf8')) as { schema: Json };
    expect(isObject(schema) ? schemaProblem(schema) : 'no model').toBeNull();
  });
});
