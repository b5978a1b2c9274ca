// Every graphic's package: manifest, files, defaults and fixtures against its own schema.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';

const GRAPHICS = path.resolve(import.meta.dirname, '../../overlays/graphics');
const ids = readdirSync(GRAPHICS, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && existsSync(path.join(GRAPHICS, entry.name, 'graphic.ts')))
  .map((entry) => entry.name);

type Json = Record<string, unknown>;
const read = (...parts: string[]): Json =>
  JSON.parse(readFileSync(path.join(GRAPHICS, ...parts), 'utf8')) as Json;

/** A manifest as OGraf v1 wants it; closed, so a misspelt field fails. */
const manifestSchema = z.strictObject({
  $schema: z.literal('https://ograf.ebu.io/v1/specification/json-schemas/graphics/schema.json'),
  id: z.string().regex(/^[^/]+$/),
  version: z.string().regex(/^\d+\.\d+\.\d+$/),
  name: z.string().min(1),
  description: z.string().min(1),
  author: z.strictObject({ name: z.string().min(1) }),
  main: z.literal('graphic.js'),
  stepCount: z.int().min(-1),
  supportsRealTime: z.literal(true),
  supportsNonRealTime: z.literal(true),
  renderRequirements: z.array(z.looseObject({ resolution: z.looseObject({}) })).min(1),
  thumbnails: z
    .array(
      z.strictObject({ file: z.string(), resolution: z.strictObject({ width: z.int(), height: z.int() }) }),
    )
    .min(1),
  actionDurations: z.array(
    z.strictObject({ type: z.enum(['playAction', 'updateAction', 'stopAction']), duration: z.int().min(-1) }),
  ),
  schema: z.looseObject({ type: z.literal('object') }),
});

/** Calls `visit` for every property schema, however deep. */
function eachProperty(schema: Json, visit: (name: string, property: Json) => void): void {
  for (const [name, property] of Object.entries((schema['properties'] ?? {}) as Record<string, Json>)) {
    visit(name, property);
    eachProperty(property, visit);
    if (property['items']) eachProperty(property['items'] as Json, visit);
  }
}

const parser = (schema: Json): z.ZodType =>
  z.fromJSONSchema(schema as Parameters<typeof z.fromJSONSchema>[0]);
/** Optional parties may be null on the wire; the schema says object, so null means left out. */
const withoutNulls = (data: Json, schema: Json): Json =>
  Object.fromEntries(
    Object.entries(data).filter(([name, value]) => {
      const property = ((schema['properties'] ?? {}) as Record<string, Json>)[name];
      return !(value === null && property?.['type'] === 'object');
    }),
  );

describe('packages', () => {
  it('the set is there', () => {
    expect(ids.length).toBeGreaterThanOrEqual(7);
  });

  describe.each(ids)('%s', (id) => {
    const manifest = read(id, `${id}.ograf.json`);
    const schema = manifest['schema'] as Json;
    const fixtures = readdirSync(path.join(GRAPHICS, id, 'fixtures'));

    it('has a valid manifest whose files exist', () => {
      const parsed = manifestSchema.parse(manifest);
      expect(parsed.id).toBe(id);
      for (const { file } of parsed.thumbnails) expect(existsSync(path.join(GRAPHICS, id, file))).toBe(true);
      expect(existsSync(path.join(GRAPHICS, id, 'README.md'))).toBe(true);
    });

    it('says what every field is, and gives choices their labels', () => {
      eachProperty(schema, (name, property) => {
        expect(property['title'], name).toBeTruthy();
        if (property['enum']) {
          const options = property['gddOptions'] as { labels: Record<string, string> };
          expect(Object.keys(options.labels).sort(), name).toEqual(
            [...(property['enum'] as string[])].sort(),
          );
        }
        if (property['type'] === 'string' && !property['enum'] && !property['pattern'])
          expect(property['maxLength'], name).toBeGreaterThan(0);
      });
    });

    it('has defaults that satisfy their own schema, and none that look like data', () => {
      eachProperty(schema, (name, property) => {
        if (!('default' in property)) return;
        const value = property['default'];
        const required = Number(property['minLength'] ?? property['minItems'] ?? 0) > 0;
        if (required && (value === '' || (Array.isArray(value) && value.length === 0))) return; // must be filled in
        expect(parser(property).safeParse(value).success, `${name}: ${JSON.stringify(value)}`).toBe(true);
      });
    });

    it('has the usual, the longest and the extreme fixture', () => {
      expect(fixtures).toEqual(expect.arrayContaining(['usual.json', 'longest.json', 'extreme.json']));
    });

    it.each(fixtures)('%s is complete and valid', (file) => {
      const data = read(id, 'fixtures', file);
      const result = parser(schema).safeParse(withoutNulls(data, schema));
      expect(result.error?.issues ?? []).toEqual([]);
      // the theme is the show's, never a fixture's
      const fields = Object.keys(schema['properties'] as Json).filter((name) => name !== 'theme');
      expect(Object.keys(data).sort()).toEqual(fields.sort());
      expect(JSON.stringify(data)).toBe(JSON.stringify(data).normalize('NFC'));
    });
  });
});
