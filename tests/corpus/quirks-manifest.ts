/** Quirks of the package: its names, its manifest, its data model, its files. Most play well. */
import { OGRAF_SCHEMA } from '../../core/schema/manifest.ts';
import { manifestOf, quirk, type Quirk } from './quirk.ts';
import { moduleWith } from './well-behaved.ts';

const MB = 1024 * 1024;
const model = (properties: object, more: object = {}) => ({
  schema: { type: 'object', properties, ...more },
});
const steps = (count: number) => moduleWith(`static steps = ${count};`);

export const MANIFEST_QUIRKS: readonly Quirk[] = [
  quirk('plain'),
  quirk('id-with-capitals', { manifest: { id: 'MyGraphic' } }),
  quirk('id-with-leading-digit', { manifest: { id: '3-lines' } }),
  quirk('id-minimal', { manifest: { id: 'minimal' } }),
  quirk('id-with-space', { manifest: { id: 'my graphic é' } }),
  quirk('id-with-slash', {
    manifest: { id: 'a/b' },
    static: ['id-form'],
    stage: 'not offered',
    says: /id/,
  }),
  quirk('vendor-fields', { manifest: { v_spx: { any: ['thing'] }, author: { name: 'Ana', v_desk: 4 } } }),
  quirk('unknown-field', {
    manifest: { steps: 2 },
    static: ['unknown-field'],
    stage: 'not offered',
    says: /steps/,
  }),
  quirk('unknown-field-inside', {
    manifest: { author: { name: 'Ana', phone: '1' } },
    static: ['unknown-field'],
    stage: 'not offered',
    says: /phone/,
  }),
  quirk('wrong-schema-address', {
    manifest: { $schema: 'https://example.org/graphics.json' },
    static: ['schema-address'],
    stage: 'not offered',
    says: /\$schema/,
  }),
  quirk('broken-json', {
    files: { 'broken-json.ograf.json': '{\n  "id": "broken-json",\n  "name": \n}' },
    static: ['json'],
    stage: 'not offered',
    says: /JSON/,
  }),
  quirk('no-name', {
    manifest: { name: undefined },
    static: ['field-missing'],
    stage: 'not offered',
    says: /name/,
  }),
  quirk('main-outside', {
    manifest: { main: '../plain/graphic.mjs' },
    static: ['path-outside'],
    stage: 'not offered',
    says: /inside the package/,
  }),
  quirk('main-missing', {
    files: { 'graphic.mjs': null },
    static: ['main-missing'],
    stage: 'not offered',
    says: /missing/,
  }),
  quirk('legacy-ograf', {
    files: { 'legacy-ograf.ograf.json': null, 'legacy-ograf.ograf': manifestOf('legacy-ograf') },
    static: ['legacy-name'],
    stage: 'not offered',
  }),
  quirk('legacy-manifest', {
    files: { 'legacy-manifest.ograf.json': null, 'manifest.json': manifestOf('legacy-manifest') },
    static: ['legacy-name'],
    stage: 'not offered',
  }),
  quirk('several-manifests', {
    files: { 'other.ograf.json': manifestOf('several-manifests-other') },
  }),
  quirk('keys-with-spaces', {
    manifest: model({ 'Full name': { type: 'string', title: 'Full name', default: 'Ana' } }),
    data: { 'Full name': 'Ana' },
  }),
  quirk('unknown-gdd-type', {
    manifest: model({
      name: { type: 'string', gddType: 'single-line/shouted', default: 'Ana' },
      role: { type: 'string', gddType: 'acme-emoji', default: 'x' },
    }),
    static: ['gdd-unknown', 'gdd-unknown'],
  }),
  quirk('colour-in-capitals', {
    manifest: model({ colour: { type: 'string', gddType: 'color-rrggbb', default: '#FF8800' } }),
    static: ['colour-form'],
    data: { colour: '#ff8800' },
  }),
  quirk('default-against-itself', {
    manifest: model({ name: { type: 'string', maxLength: 3, default: 'Anastasia' } }),
    static: ['default-wrong'],
    data: { name: 'Ana' },
  }),
  quirk('bad-pattern', {
    manifest: model({ name: { type: 'string', pattern: '([a-z' } }),
    static: ['pattern-wrong'],
    stage: 'not offered',
    says: /schema|pattern|regular/i,
  }),
  quirk('no-steps', { manifest: { stepCount: 0 }, module: steps(1) }),
  quirk('three-steps', { manifest: { stepCount: 3 }, module: steps(3) }),
  quirk('dynamic-steps', { manifest: { stepCount: -1 }, module: steps(-1) }),
  quirk('half-a-step', {
    manifest: { stepCount: 1.5 },
    static: ['step-count'],
    stage: 'not offered',
    says: /stepCount/,
  }),
  quirk('not-for-live', {
    manifest: { supportsRealTime: false, supportsNonRealTime: true },
    static: ['not-live'],
    stage: 'not offered',
    says: /live/,
  }),
  quirk('needs-4k', {
    manifest: {
      renderRequirements: [{ resolution: { width: { exact: 3840 }, height: { exact: 2160 } } }],
    },
    static: ['output-unmet'],
    stage: 'refused',
    says: /width of 3840/,
  }),
  quirk('wants-4k-ideally', {
    manifest: { renderRequirements: [{ resolution: { width: { ideal: 3840 }, height: { ideal: 2160 } } }] },
  }),
  quirk('wants-network', {
    manifest: { renderRequirements: [{ accessToPublicInternet: { exact: true } }] },
    static: ['network-wanted'],
    stage: 'refused',
    says: /network/,
  }),
  quirk('large-image', { files: { 'photo.png': { bytes: 6 * MB } }, static: ['file-large'] }),
  quirk('huge-image', {
    files: { 'photo.png': { bytes: 101 * MB } },
    static: ['file-huge', 'package-large'],
    stage: 'not offered',
    says: /100 MB/,
  }),
  quirk('old-durations', {
    manifest: {
      actionDurations: [
        { type: 'playAction', duration: 0 },
        { type: 'stopAction', duration: -1 },
      ],
    },
  }),
  quirk('empty-schema', { manifest: { schema: undefined }, data: {} }),
  quirk('schema-of-text', {
    manifest: { schema: { type: 'object', $schema: OGRAF_SCHEMA, properties: {} } },
    data: {},
  }),
];
