/** One broken package for each static rule; everything else in it is as it should be. */
import type { JsonObject } from '../../../core/json.ts';
import type { PackageFile } from '../../../core/graphics-check/package.ts';
import { OGRAF_SCHEMA } from '../../../core/schema/manifest.ts';

const MB = 1024 * 1024;

export const textFile = (path: string, text: string): PackageFile => ({ path, size: text.length, text });
const jsonFile = (path: string, value: unknown): PackageFile =>
  textFile(path, JSON.stringify(value, null, 2));

type Fields = { [key: string]: unknown };

const MODEL: JsonObject = {
  type: 'object',
  required: ['name'],
  properties: {
    name: { type: 'string', title: 'Name', minLength: 1, maxLength: 40, default: '' },
    look: {
      type: 'string',
      enum: ['a', 'b'],
      default: 'a',
      gddType: 'select',
      gddOptions: { labels: { a: 'A', b: 'B' } },
    },
    colour: { type: 'string', gddType: 'color-rrggbb', default: '#1e90ff' },
  },
};

const MANIFEST: Fields = {
  $schema: OGRAF_SCHEMA,
  id: 'good',
  name: 'Good',
  main: 'graphic.mjs',
  supportsRealTime: true,
  supportsNonRealTime: false,
  stepCount: 2,
  v_own: { any: true },
  customActions: [{ id: 'shine', name: 'Shine', schema: null }],
  thumbnails: [{ file: 'thumbnail.png', resolution: { width: 640, height: 360 } }],
  actionDurations: [
    { type: 'playAction', duration: 400, steps: [0, 1] },
    { type: 'customAction', duration: -1, customActionId: 'shine' },
  ],
  renderRequirements: [{ resolution: { width: { exact: 1920 } }, accessToPublicInternet: { exact: false } }],
  schema: MODEL,
};

const FILES: readonly PackageFile[] = [
  textFile('graphic.mjs', '// https://example.org\nexport default class extends HTMLElement {}\n'),
  { path: 'thumbnail.png', size: 4_000, image: { width: 640, height: 360 } },
  jsonFile('fixtures/usual.json', { name: 'Ana' }),
];

/** @param more files that are added, or take the place of those of their name */
export function packageOf(over: Fields = {}, more: readonly PackageFile[] = []): PackageFile[] {
  const names = new Set(more.map(({ path }) => path));
  const manifest = jsonFile('good.ograf.json', { ...MANIFEST, ...over });
  return [manifest, ...FILES].filter(({ path }) => !names.has(path)).concat(more);
}

const without = (files: PackageFile[], name: string): PackageFile[] =>
  files.filter(({ path }) => path !== name);

const field = (name: string, model: JsonObject): Fields => ({
  schema: { ...MODEL, properties: { ...(MODEL['properties'] as JsonObject), [name]: model } },
});

const manifestText = (text: string) => [textFile('good.ograf.json', text)];

export const CASES: Record<string, PackageFile[]> = {
  'legacy-name': without(packageOf({}, [jsonFile('good.ograf', MANIFEST)]), 'good.ograf.json'),
  'no-manifest': without(packageOf(), 'good.ograf.json'),
  json: packageOf({}, manifestText('{\n  "id": "good",\n}')),
  'double-field': packageOf(
    {},
    manifestText(
      JSON.stringify(MANIFEST, null, 2).replace('"name": "Good"', '"name": "G",\n  "name": "Good"'),
    ),
  ),
  'path-outside': packageOf({ main: '../other/graphic.mjs' }),
  'main-missing': packageOf({ main: 'other.mjs' }),
  'main-type': packageOf({ main: 'graphic.ts' }, [textFile('graphic.ts', 'export default class {}')]),
  'no-default-export': packageOf({}, [textFile('graphic.mjs', 'export class X extends HTMLElement {}')]),
  'thumbnail-missing': packageOf({ thumbnails: [{ file: 'other.png' }] }),
  'thumbnail-size': packageOf({
    thumbnails: [{ file: 'thumbnail.png', resolution: { width: 1280, height: 720 } }],
  }),
  'file-huge': packageOf({}, [{ path: 'film.webm', size: 101 * MB }]),
  'file-large': packageOf({}, [{ path: 'photo.jpg', size: 6 * MB }]),
  'package-large': packageOf(
    {},
    Array.from({ length: 11 }, (_, n) => ({ path: `part${n}.jpg`, size: 4.9 * MB })),
  ),
  'outside-address': packageOf({}, [textFile('style.css', 'p {}\n@import "https://example.org/x.css";')]),
  'fixture-wrong': packageOf({}, [jsonFile('fixtures/usual.json', { name: 7 })]),
  'id-twice': packageOf({}, [jsonFile('zweite.ograf.json', MANIFEST)]),
  'field-missing': packageOf({ name: undefined }),
  'field-wrong': packageOf({ supportsNonRealTime: 'no' }),
  'unknown-field': packageOf({
    renderRequirements: [{ resolution: { width: { exact: 1920, about: 3 } } }],
  }),
  'schema-address': packageOf({ $schema: 'https://example.org' }),
  'id-form': packageOf({ id: 'a/b' }),
  'main-form': packageOf({ main: '' }),
  'step-count': packageOf({ stepCount: 1.5, actionDurations: [] }),
  'no-mode': packageOf({ supportsRealTime: false }),
  'not-live': packageOf({ supportsRealTime: false, supportsNonRealTime: true }),
  'action-twice': packageOf({
    customActions: [
      { id: 'shine', name: 'Shine' },
      { id: 'shine', name: 'Shine more' },
    ],
  }),
  'duration-range': packageOf({ actionDurations: [{ type: 'playAction', duration: -2 }] }),
  'duration-step': packageOf({ actionDurations: [{ type: 'playAction', duration: 1, steps: [2] }] }),
  'duration-action': packageOf({
    actionDurations: [{ type: 'customAction', duration: 1, customActionId: 'glow' }],
  }),
  'output-unmet': packageOf({ renderRequirements: [{ resolution: { width: { min: 3840 } } }] }),
  'network-wanted': packageOf({ renderRequirements: [{ accessToPublicInternet: { exact: true } }] }),
  'pattern-wrong': packageOf(field('code', { type: 'string', pattern: '([a-z' })),
  'model-wrong': packageOf({ schema: { ...MODEL, type: 'array' } }, [
    jsonFile('fixtures/usual.json', { name: 'Ana' }),
  ]),
  'required-unknown': packageOf({ schema: { ...MODEL, required: ['name', 'nmae'] } }, [
    jsonFile('fixtures/usual.json', { name: 'Ana', nmae: 'Ana' }),
  ]),
  'default-wrong': packageOf(field('count', { type: 'integer', maximum: 5, default: 9 }), [
    jsonFile('fixtures/usual.json', { name: 'Ana', count: 1 }),
  ]),
  'colour-form': packageOf(field('ink', { type: 'string', gddType: 'color-rrggbb', default: '#FF0000' })),
  'gdd-unknown': packageOf(field('mood', { type: 'string', gddType: 'acme-mood' })),
  'gdd-type': packageOf(field('share', { type: 'string', gddType: 'percentage' })),
  'enum-labels': packageOf(field('side', { type: 'string', enum: ['l', 'r'] })),
  'limits-crossed': packageOf(field('code', { type: 'string', minLength: 5, maxLength: 2 })),
};
