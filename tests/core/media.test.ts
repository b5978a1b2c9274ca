/** Media of the show and its theme: what points at a file, what keeps it, what a missing one keeps off air. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { joinPath, splitPath } from '../../core/data-path.ts';
import { gate } from '../../core/gate.ts';
import { THEMES } from '../../core/themes.ts';
import { mediaAddress, type MediaFile } from '../../core/schema/media.ts';
import type { Theme } from '../../core/schema/theme.ts';
import { resolveCue } from '../../core/bindings.ts';
import {
  graphicsOf,
  GRAPHICS,
  makeCue,
  makeFact,
  makeGraphic,
  makeParty,
  makeShow,
  makeStation,
  T0,
} from '../support/builders.ts';

const file: MediaFile = {
  hash: '00112233445566aa',
  name: 'Māori logo.png',
  type: 'image/png',
  size: 812,
  width: 320,
  height: 80,
  addedAt: T0,
  addedBy: 'olive',
};
const address = mediaAddress(file);
const picture = makeCue({ data: { headline: 'x', label: address } });
const theme = (over: Partial<Theme> = {}): Theme => {
  const [first] = THEMES;
  if (!first) throw new Error('no theme');
  return { ...first, id: 'own', name: 'Ours', ...over };
};

describe('names of fields', () => {
  test('keys with dots and backslashes come back whole', () => {
    const keys = fc.array(fc.string(), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(keys, (path) => {
        expect(splitPath(joinPath(path))).toEqual(path);
      }),
    );
  });
  test('are as they always were where no key has a dot', () => {
    expect(joinPath(['rows', 2, 'party name'])).toBe('rows.2.party name');
    expect(splitPath('from.party')).toEqual(['from', 'party']);
  });
});

describe('binding deep inside', () => {
  const show = makeShow({
    facts: [makeFact({ statement: 'Said', subject: { party: 'green' } })],
    parties: [makeParty('green', { colour: '#098137' })],
  });
  const resolve = (data: Record<string, never> | object, bindings: object) =>
    resolveCue(show, makeCue({ data, bindings })).data;
  test('a cell of a row, the others as they are', () => {
    const data = { rows: [{ a: 'x' }, { a: 'y', b: 1 }] };
    expect(resolve(data, { 'rows.1.a': { fact: 'f1', path: 'statement' } })).toEqual({
      rows: [{ a: 'x' }, { a: 'Said', b: 1 }],
    });
  });
  test('a row that is gone is not made again', () => {
    expect(resolve({ rows: [] }, { 'rows.0.a': { fact: 'f1', path: 'statement' } })).toEqual({ rows: [] });
  });
  test('a key with a dot', () => {
    expect(resolve({}, { 'a\\.b.c': { fact: 'f1', path: 'statement' } })).toEqual({ 'a.b': { c: 'Said' } });
  });
  test('a colour of the party that a fact names, or of a party', () => {
    expect(resolve({}, { ink: { fact: 'f1', path: 'subject.party', as: 'colour' } })).toEqual({
      ink: '#098137',
    });
    expect(resolve({}, { ink: { party: 'green', part: 'colour' } })).toEqual({ ink: '#098137' });
  });
});

describe('media', () => {
  test('the same file once more is the same file', () => {
    const station = makeStation();
    station.do({ type: 'media.add', file });
    station.do({ type: 'media.add', file: { ...file, name: 'again.png' } });
    expect(station.state.show.media).toEqual([file]);
  });
  test('a cue that shows a file which is not there is refused, naming it and the field', () => {
    const station = makeStation({ cues: [picture] });
    const refusal = station.no({ type: 'cue.take', cueId: 'c1' });
    expect(refusal).toMatchObject({ code: 'media_missing', problems: [{ field: 'label' }] });
    expect(refusal.detail).toContain('Māori logo.png');
    station.do({ type: 'media.add', file });
    station.do({ type: 'cue.take', cueId: 'c1' });
  });
  test('what a cue or air uses stays, unless one insists; undo brings it back', () => {
    const station = makeStation({ cues: [picture] });
    station.do({ type: 'media.add', file });
    station.air('c1');
    const refusal = station.no({ type: 'media.remove', hash: file.hash });
    expect(refusal.code).toBe('media_in_use');
    expect(refusal.detail).toContain('cue 1');
    expect(refusal.detail).toContain('program, layer lower-third');
    station.do({ type: 'media.remove', hash: file.hash, force: true });
    expect(station.state.show.media).toEqual([]);
    expect(station.on().data['label']).toBe(address);
    station.do({ type: 'show.undo' });
    expect(station.state.show.media).toEqual([file]);
  });
  test('one that is not there cannot be removed', () => {
    expect(makeStation().no({ type: 'media.remove', hash: file.hash }).code).toBe('media_unknown');
  });
  test('is there again after a rehearsal that removed it', () => {
    const station = makeStation();
    station.do({ type: 'media.add', file });
    station.do({ type: 'mode.set', mode: 'rehearsal' });
    station.do({ type: 'media.remove', hash: file.hash });
    station.do({ type: 'mode.set', mode: 'live' });
    expect(station.state.show.media).toEqual([file]);
  });
});

describe('the theme', () => {
  const themed = makeGraphic('themed', {
    schema: {
      type: 'object',
      properties: { headline: { type: 'string' }, look: { type: 'object', v_tallydesk: 'theme' } },
    },
  });
  const station = () => {
    const made = makeStation({ cues: [makeCue({ graphic: 'themed', data: { headline: 'x' } })] });
    made.graphics = graphicsOf([...GRAPHICS, themed]);
    return made;
  };
  test('what is on air keeps its look until it is updated; what stands by has the new one', () => {
    const night = station();
    night.air('c1');
    night.do({ type: 'cue.recall', cueId: 'c1' });
    night.do({ type: 'theme.set', theme: theme({ corner: 9 }) });
    const look = (channel: 'program' | 'preview') => night.on('lower-third', channel).data['look'];
    expect(look('preview')).toMatchObject({ corner: 9 });
    expect(look('program')).toMatchObject({ corner: 0 });
    night.do({ type: 'layer.update', layer: 'lower-third' });
    expect(look('program')).toMatchObject({ corner: 9 });
    night.do({ type: 'show.undo' });
    expect(look('preview')).toMatchObject({ corner: 0 });
    expect(look('program')).toMatchObject({ corner: 9 });
  });
  test('a logo must be among the media, and then keeps its file', () => {
    const night = station();
    const withLogo = theme({ logo: { text: 'T', image: address } });
    expect(night.no({ type: 'theme.set', theme: withLogo }).code).toBe('media_unknown');
    night.do({ type: 'media.add', file });
    night.do({ type: 'theme.set', theme: withLogo });
    expect(night.no({ type: 'media.remove', hash: file.hash }).detail).toContain('logo');
  });
  test('is what it was after a rehearsal that changed it', () => {
    const night = station();
    night.do({ type: 'mode.set', mode: 'rehearsal' });
    const before = night.state.show.theme;
    night.do({ type: 'theme.set', theme: theme({ corner: 9 }) });
    night.do({ type: 'mode.set', mode: 'live' });
    expect(night.state.show.theme).toBe(before);
  });
  test('the same again leaves no trace', () => {
    const night = station();
    expect(night.do({ type: 'theme.set', theme: night.state.show.theme }).patches).toEqual([]);
  });
});

test('only addresses of media are looked up', () => {
  const cue = makeCue({ data: { headline: '/media/nope', label: '/media/xyz/a.png' } });
  expect(gate(makeShow(), cue, graphicsOf(), 'live', T0).problems).toEqual([]);
});
