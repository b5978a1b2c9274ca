// The API's description: true to the commands there are, and never poorer than the copy kept here, which other
// people's programs rely on. After adding to the API, renew the copy: GOLDEN=renew npx vitest run tests/main/openapi
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { commandDefs } from '../../core/commands/registry.ts';
import { isObject, type Json, type JsonObject } from '../../core/json.ts';
import { openApi } from '../../main/http/openapi.ts';
import { testStation } from '../support/station.ts';

const current = JSON.parse(JSON.stringify(openApi('0'))) as JsonObject;
const goldenPath = join(import.meta.dirname, 'golden/openapi.json');
if (process.env['GOLDEN'] === 'renew') writeFileSync(goldenPath, `${JSON.stringify(current, null, 1)}\n`);

const at = (json: Json, ...path: string[]): JsonObject =>
  path.reduce<JsonObject>((inner, key) => {
    const next = inner[key];
    if (!isObject(next)) throw new Error(`there is no ${path.join('.')}`);
    return next;
  }, json as JsonObject);

/** Paths of what the old document has and the new one lacks, or asks for that was not asked for before. */
function broken(old: Json, now: Json | undefined, path = ''): string[] {
  if (Array.isArray(old)) {
    if (!Array.isArray(now)) return [path];
    const have = new Set(now.map((one) => JSON.stringify(one)));
    const lost = old.filter((one) => !have.has(JSON.stringify(one)));
    const asked = path.endsWith('.required') ? now.filter((one) => !old.includes(one)) : [];
    return [...lost, ...asked].map((one) => `${path}[${JSON.stringify(one)}]`);
  }
  if (isObject(old)) {
    if (!isObject(now)) return [path];
    return Object.entries(old).flatMap(([key, value]) => broken(value, now[key], `${path}.${key}`));
  }
  // words may be improved
  if (/\.(description|summary|title)$/.test(path)) return [];
  return old === now ? [] : [path];
}

function refsIn(json: Json): string[] {
  if (Array.isArray(json)) return json.flatMap(refsIn);
  if (!isObject(json)) return [];
  return Object.entries(json).flatMap(([key, value]) =>
    key === '$ref' && typeof value === 'string' ? [value] : refsIn(value),
  );
}

describe('openapi.json', () => {
  it('is served, behind the key', async () => {
    const { ask, port } = await testStation();
    const { json } = await ask('/api/v1/openapi.json');
    expect(json).toMatchObject({ openapi: '3.0.3', info: { title: 'Tallydesk', version: '0.0.0-test' } });
    const without = await fetch(`http://127.0.0.1:${port}/api/v1/openapi.json`);
    expect(without.status).toBe(401);
  });

  it('has the shape of OpenAPI 3.0: operations with responses, references that lead somewhere', () => {
    const paths = at(current, 'paths');
    expect(Object.keys(paths).length).toBeGreaterThan(5);
    for (const [path, item] of Object.entries(paths)) {
      expect(path).toMatch(/^\//);
      for (const operation of Object.values(item as JsonObject)) {
        expect(operation).toMatchObject({ summary: expect.any(String) as string });
        const responses = at(operation, 'responses');
        expect(Object.keys(responses)).toEqual(expect.arrayContaining(['200', '401']));
        for (const response of Object.values(responses)) {
          expect(response).toMatchObject({ description: expect.any(String) as string });
        }
      }
    }
    const schemas = at(current, 'components', 'schemas');
    for (const ref of refsIn(current))
      expect(schemas).toHaveProperty([ref.replace('#/components/schemas/', '')]);
    expect(JSON.stringify(current)).not.toContain('"$schema"');
  });

  it('has every open command and no internal one', () => {
    const schemas = at(current, 'components', 'schemas');
    const offered = refsIn(at(current, 'paths', '/commands', 'post', 'requestBody'));
    for (const { type, access } of commandDefs()) {
      const ref = `#/components/schemas/${type}`;
      expect([type, offered.includes(ref), type in schemas]).toEqual([
        type,
        access === 'open',
        access === 'open',
      ]);
      if (access === 'open') expect(at(schemas, type, 'properties', 'type')['enum']).toEqual([type]);
    }
  });

  it('has lost nothing that programs rely on', () => {
    const golden = JSON.parse(readFileSync(goldenPath, 'utf8')) as JsonObject;
    expect(broken(golden, current)).toEqual([]);
  });

  it('would notice a field that is gone, and one that is newly asked for', () => {
    const poorer = structuredClone(current);
    const cue = at(poorer, 'components', 'schemas', 'cue.create');
    delete at(cue, 'properties')['bindings'];
    (cue['required'] as Json[]).push('notes');
    expect(broken(current, poorer)).toEqual([
      '.components.schemas.cue.create.properties.bindings',
      '.components.schemas.cue.create.required["notes"]',
    ]);
  });
});
