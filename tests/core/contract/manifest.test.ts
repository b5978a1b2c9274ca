/** The manifest of OGraf v1 in our own words: what it must have, may have, and may not have. */
import { describe, expect, it } from 'vitest';
import { loneGraphic } from '../../../core/graphic.ts';
import type { JsonObject } from '../../../core/json.ts';
import { firstIssue } from '../../../core/plain-issue.ts';
import { Manifest, OGRAF_SCHEMA } from '../../../core/schema/manifest.ts';

const least: JsonObject = {
  $schema: OGRAF_SCHEMA,
  id: 'com.example.name',
  name: 'Name',
  main: 'graphic.mjs',
  supportsRealTime: true,
  supportsNonRealTime: false,
};

const full: JsonObject = {
  ...least,
  version: '2026-08-01',
  description: 'A name',
  author: { name: 'Ana', email: 'ana@example.nz', url: 'https://example.nz', v_team: 'night' },
  customActions: [
    { id: 'blink', name: 'Blink', description: 'Once', schema: null },
    { id: 'mark', name: 'Mark', schema: { type: 'object', properties: {} }, v_icon: 'x' },
  ],
  stepCount: -1,
  schema: { type: 'object', properties: { name: { type: 'string' } } },
  renderRequirements: [
    {
      resolution: { width: { min: 1280, max: 3840, ideal: 1920 }, height: { exact: 1080 } },
      frameRate: { ideal: 50 },
      accessToPublicInternet: { exact: false },
      engine: [{ type: 'chromium', version: { min: '120' } }],
      v_any: 1,
    },
  ],
  thumbnails: [{ file: 'small.png', resolution: { width: 400, height: 225 } }, { file: 'big.png' }],
  actionDurations: [
    { type: 'playAction', duration: 700, steps: [0] },
    { type: 'customAction', duration: -1, customActionId: 'mark' },
    { type: 'stopAction', duration: 400, v_curve: 'ease' },
  ],
  v_house: { any: ['thing'] },
};

describe('a manifest', () => {
  it.each([
    ['with what it must have', least],
    ['with all that it may have', full],
  ])('%s is taken as it is', (_what, manifest) => {
    expect(Manifest.parse(manifest)).toMatchObject(manifest);
  });

  it('has one step where it does not say', () => {
    expect(Manifest.parse(least).stepCount).toBe(1);
  });

  it('gives the station all that it says', () => {
    expect(loneGraphic(Manifest.parse(full), 'h')).toMatchObject({
      author: 'Ana',
      stepCount: -1,
      thumbnail: 'small.png',
      stopMs: 400,
      customActions: [
        { id: 'blink', description: 'Once', schema: null },
        { id: 'mark', description: '', schema: { type: 'object' } },
      ],
      durations: [
        { type: 'playAction', duration: 700, steps: [0], customActionId: null },
        { type: 'customAction', duration: -1, steps: null, customActionId: 'mark' },
        { type: 'stopAction', duration: 400 },
      ],
      renderRequirements: [{ frameRate: { ideal: 50 } }],
    });
  });

  it.each(['$schema', 'id', 'name', 'main', 'supportsRealTime', 'supportsNonRealTime'])(
    'needs %s',
    (field) => {
      const { [field]: _left, ...rest } = least;
      const parsed = Manifest.safeParse(rest);
      expect(parsed.success ? '' : firstIssue(parsed.error, 'the manifest')).toContain(`"${field}"`);
    },
  );

  it.each<[string, JsonObject, string]>([
    ['an id with a slash', { id: 'a/b' }, '"id"'],
    ['a module outside', { main: 'a/../../x.js' }, '"main"'],
    ['a module on the web', { main: 'https://x.example/a.js' }, '"main"'],
    ['half a step', { stepCount: 1.5 }, '"stepCount"'],
    ['fewer steps than unknown', { stepCount: -2 }, '"stepCount"'],
    ['steps in words', { stepCount: 'two' }, '"stepCount"'],
    ['an author without a name', { author: { email: 'a@b.nz' } }, '"author.name"'],
    ['more about an author', { author: { name: 'Ana', age: 9 } }, 'unknown field "age"'],
    ['actions by name, as a draft had them', { customActions: { blink: {} } }, '"customActions"'],
    ['an action without an id', { customActions: [{ name: 'Blink' }] }, '"customActions.0.id"'],
    ['an action without a name', { customActions: [{ id: 'blink' }] }, '"customActions.0.name"'],
    [
      'two actions of one id',
      { customActions: [1, 2].map(() => ({ id: 'blink', name: 'Blink' })) },
      '"customActions.1.id"',
    ],
    [
      'more about an action',
      { customActions: [{ id: 'a', name: 'A', label: 'B' }] },
      'unknown field "label"',
    ],
    ['requirements that are no list', { renderRequirements: {} }, '"renderRequirements"'],
    ['another requirement', { renderRequirements: [{ gpu: true }] }, 'unknown field "gpu"'],
    [
      'a frame rate in words',
      { renderRequirements: [{ frameRate: { min: '50' } }] },
      '"renderRequirements.0.frameRate.min"',
    ],
    [
      'another kind of limit',
      { renderRequirements: [{ frameRate: { least: 50 } }] },
      'unknown field "least"',
    ],
    ['a picture without a file', { thumbnails: [{}] }, '"thumbnails.0.file"'],
    ['a picture outside', { thumbnails: [{ file: '../a.png' }] }, '"thumbnails.0.file"'],
    [
      'a duration of another kind',
      { actionDurations: [{ type: 'load', duration: 1 }] },
      '"actionDurations.0.type"',
    ],
    [
      'a duration below unknown',
      { actionDurations: [{ type: 'playAction', duration: -5 }] },
      '"actionDurations.0.duration"',
    ],
    [
      'a step below the first',
      { actionDurations: [{ type: 'playAction', duration: 1, steps: [-1] }] },
      '"actionDurations.0.steps.0"',
    ],
    ['a data model that is none', { schema: 'text' }, '"schema"'],
  ])('may not have %s', (_what, over, words) => {
    const parsed = Manifest.safeParse({ ...least, ...over });
    expect(parsed.success ? '' : firstIssue(parsed.error, 'the manifest')).toContain(words);
  });
});
