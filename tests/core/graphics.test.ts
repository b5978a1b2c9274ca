/** Versions, custom actions and steps that only the graphic knows: what the desk may do, and what stages say back. */
import { beforeEach, describe, expect, it } from 'vitest';
import type { Graphic } from '../../core/schema/manifest.ts';
import {
  GRAPHICS,
  graphicsOf,
  makeCue,
  makeGraphic,
  makeStation,
  type FakeStation,
} from '../support/builders.ts';

const board = makeGraphic('board', {
  name: 'Board',
  stepCount: -1,
  customActions: [
    { id: 'blink', name: 'Blink', description: '', schema: null },
    {
      id: 'mark',
      name: 'Mark a row',
      description: '',
      schema: {
        type: 'object',
        required: ['row'],
        properties: {
          row: { type: 'integer', title: 'Row', minimum: 1 },
          colour: { type: 'string', default: '#ffffff' },
        },
      },
    },
  ],
});

let station: FakeStation;
beforeEach(() => {
  station = makeStation({
    cues: [
      makeCue({ id: 'c1' }),
      makeCue({ id: 'c2', number: 2, graphic: 'board', layer: 'ticker', data: {} }),
      makeCue({ id: 'c3', number: 3, follow: true }),
    ],
  });
  station.graphics = graphicsOf([...GRAPHICS, board]);
});

const install = (...graphics: Graphic[]): void => {
  station.graphics = new Map([...station.graphics, ...graphics.map((one) => [one.id, one] as const)]);
};
const strap = (over: Partial<Graphic>): Graphic => {
  const found = GRAPHICS.find(({ id }) => id === 'strap');
  if (!found) throw new Error('the builders have no strap');
  return { ...found, ...over };
};

describe('layer.upgrade', () => {
  const upgrade = { type: 'layer.upgrade', layer: 'lower-third' };

  it('puts the version in use in the place of the old one, by a cut that keeps the old one till it is seen', () => {
    const before = station.air('c1');
    install(strap({ hash: 'newer', version: '2.0.0' }));
    station.now += 5000;
    station.do(upgrade);
    const { current, leaving } = station.layer();
    expect(current).toMatchObject({
      graphic: { id: 'strap', hash: 'newer', version: '2.0.0' },
      data: before.data,
      step: before.step,
      cue: before.cue,
      phase: 'coming',
      cut: true,
      shownAt: null,
      takenAt: station.now,
    });
    expect(current?.instance).not.toBe(before.instance);
    expect(leaving).toMatchObject({ instance: before.instance, cut: true, phase: 'going' });
    station.report('on', current?.instance ?? '');
    expect(station.on().cut).toBe(false);
  });

  it('gives the layer back where the new version fails', () => {
    const before = station.air('c1');
    install(strap({ hash: 'newer' }));
    station.do(upgrade);
    station.report('fault', station.on().instance, 'program', 'boom');
    expect(station.on()).toMatchObject({ instance: before.instance, phase: 'on', cut: false });
  });

  it('gives the layer back where the new version fails as it begins to play: the old one is still there', () => {
    const before = station.air('c1');
    install(strap({ hash: 'newer' }));
    station.do(upgrade);
    station.report('coming', station.on().instance);
    station.report('fault', station.on().instance, 'program', 'boom');
    expect(station.on()).toMatchObject({ instance: before.instance, phase: 'on', cut: false });
  });

  it('that has not come yet leaves the exit of the old one as it is', () => {
    const before = station.air('c1');
    install(strap({ hash: 'newer' }));
    station.do(upgrade);
    station.do({ type: 'layer.out', layer: 'lower-third' });
    expect(station.layer()).toMatchObject({
      current: null,
      leaving: { instance: before.instance, cut: false },
    });
  });

  it('waits while what was there before is leaving: its exit is not cut off', () => {
    station.air('c1');
    install(strap({ hash: 'newer' }));
    station.now += 1000;
    station.do({ type: 'cue.take', cueId: 'c3' });
    install(strap({ hash: 'newest' }));
    expect(station.no(upgrade)).toMatchObject({ code: 'too_soon' });
    expect(station.layer().leaving).toMatchObject({ cut: false });
  });

  it('of what nobody has seen yet comes on with its entrance', () => {
    station.do({ type: 'cue.take', cueId: 'c1' });
    install(strap({ hash: 'newer' }));
    station.do(upgrade);
    expect(station.on()).toMatchObject({ cut: false, shownAt: null });
  });

  it('checks the data against the new model, and fills in its defaults', () => {
    station.air('c1');
    const properties = { headline: { type: 'string' }, size: { type: 'integer', default: 3 } };
    install(strap({ hash: 'newer', schema: { type: 'object', required: ['headline'], properties } }));
    station.do(upgrade);
    expect(station.on().data).toMatchObject({ headline: 'Polls have closed', size: 3 });
  });

  it.each<[string, Partial<Graphic>, string, RegExp]>([
    ['that is the same', {}, 'nothing_newer', /nothing is newer/],
    [
      'that its data does not fit',
      {
        hash: 'n',
        schema: { type: 'object', required: ['title'], properties: { title: { type: 'string' } } },
      },
      'data_invalid',
      /^The new version of “Strap”: title: is needed/,
    ],
    [
      'that cannot be drawn here',
      { hash: 'n', renderRequirements: [{ frameRate: { min: 100 } }] },
      'requirements_unmet',
      /a frame rate of at least 100/,
    ],
  ])('refuses a version %s', (_what, over, code, detail) => {
    station.air('c1');
    install(strap(over));
    expect(station.no(upgrade)).toMatchObject({ code, detail: expect.stringMatching(detail) as string });
  });

  it('refuses where nothing is on', () => {
    expect(station.no(upgrade).code).toBe('nothing_on_layer');
  });
});

describe('what is on air in an older version', () => {
  it('is updated in that version while it is still there', () => {
    station.air('c1');
    install(strap({ hash: 'newer' }));
    station.do({ type: 'cue.edit', cueId: 'c1', changes: { data: { headline: 'Counting' } } });
    expect(station.no({ type: 'layer.update', layer: 'lower-third' }).code).toBe('graphic_missing');
    station.versionOf = (id, hash) => (id === 'strap' && hash === 'strap-hash' ? strap({}) : undefined);
    station.do({ type: 'layer.update', layer: 'lower-third' });
    expect(station.on()).toMatchObject({ data: { headline: 'Counting' }, graphic: { hash: 'strap-hash' } });
  });
});

describe('graphics.changed', () => {
  it('draws what stands by anew and leaves what is on air', () => {
    station.air('c1');
    station.do({ type: 'cue.recall', number: 3 });
    const { armed } = station.layer();
    const onAir = station.on();
    install(strap({ hash: 'newer' }));
    station.do({ type: 'graphics.changed' });
    expect(station.layer().armed?.graphic.hash).toBe('newer');
    expect(station.layer().armed?.instance).not.toBe(armed?.instance);
    expect(station.on('lower-third', 'preview').graphic.hash).toBe('newer');
    expect(station.on()).toBe(onAir);
  });

  it('does nothing where nothing of it stands by', () => {
    station.do({ type: 'cue.recall', number: 1 });
    install(makeGraphic('other', { hash: 'newer' }));
    expect(station.do({ type: 'graphics.changed' }).patches).toEqual([]);
  });

  it('loads what stands by anew where somebody gave it the network', () => {
    station.do({ type: 'cue.recall', number: 1 });
    const before = station.layer().armed;
    install(strap({ network: true }));
    station.do({ type: 'graphics.changed' });
    expect(station.layer().armed?.instance).not.toBe(before?.instance);
    expect(station.layer().armed?.graphic.network).toBe(true);
  });
});

describe('layer.action', () => {
  const act = (over: Record<string, unknown> = {}) => ({
    type: 'layer.action',
    layer: 'ticker',
    action: 'mark',
    payload: { row: 2 },
    ...over,
  });

  it('keeps the last action with its number, checked and completed', () => {
    station.air('c2');
    expect(station.do(act(), 'ana').answer).toMatchObject({ n: 1 });
    expect(station.on('ticker').action).toMatchObject({
      n: 1,
      id: 'mark',
      payload: { row: 2, colour: '#ffffff' },
      skipAnimation: false,
      by: 'ana',
    });
    station.do(act({ action: 'blink', payload: { any: 1 }, skipAnimation: true }));
    expect(station.on('ticker').action).toMatchObject({
      n: 2,
      id: 'blink',
      payload: {},
      skipAnimation: true,
    });
  });

  it('shows what came of it, and only of the last', () => {
    const { instance } = station.air('c2');
    station.do(act());
    station.do(act());
    const acted = (n: number) => ({
      type: 'stage.report',
      channel: 'program',
      instance,
      event: 'acted',
      acted: { n, statusCode: 404, statusMessage: 'no such row', result: null },
    });
    station.do(acted(1));
    expect(station.on('ticker').acted).toBeUndefined();
    station.do(acted(2));
    expect(station.on('ticker').acted).toMatchObject({ n: 2, statusCode: 404, statusMessage: 'no such row' });
    expect(station.on('ticker').phase).toBe('on');
    station.do(act());
    expect(station.on('ticker').acted).toBeUndefined();
  });

  it.each([
    ['an unknown action', act({ action: 'dance' }), 'action_unknown'],
    ['a wrong payload', act({ payload: { row: 0 } }), 'data_invalid'],
    ['a layer with nothing on it', act({ layer: 'bug' }), 'nothing_on_layer'],
    ['the channel that is not in use', act({ channel: 'rehearsal' }), 'nothing_on_layer'],
  ])('refuses %s', (_what, command, code) => {
    station.air('c2');
    expect(station.no(command).code).toBe(code);
  });

  it('is refused while eight wait for an answer, but not for ever', () => {
    station.air('c2');
    for (let n = 1; n <= 8; n += 1) station.do(act());
    expect(station.no(act())).toMatchObject({ code: 'too_soon' });
    station.now += 10_000;
    expect(station.do(act()).answer).toMatchObject({ n: 9 });
    expect(station.on('ticker').earlier).toBeUndefined();
  });

  it('can be tried on preview', () => {
    station.do({ type: 'cue.recall', number: 2 });
    station.do(act({ channel: 'preview' }));
    expect(station.on('ticker', 'preview').action?.n).toBe(1);
  });
});

describe('steps that only the graphic knows', () => {
  const on = (instance: string, step: { asked: number; is: number }) =>
    station.do({ type: 'stage.report', channel: 'program', instance, event: 'on', step });

  it('are always continued, and go where the graphic says', () => {
    const { instance } = station.air('c2');
    station.do({ type: 'layer.continue', layer: 'ticker' });
    expect(station.on('ticker').step).toBe(1);
    on(instance, { asked: 1, is: 7 });
    station.do({ type: 'layer.continue', layer: 'ticker' });
    expect(station.on('ticker').step).toBe(8);
    // somebody has continued since it was asked: its word is of yesterday
    on(instance, { asked: 7, is: 2 });
    expect(station.on('ticker').step).toBe(8);
  });

  it('end when the stage says that it has left', () => {
    const { instance } = station.air('c2');
    station.report('off', instance);
    expect(station.layer('ticker').current).toBeNull();
    const { instance: other } = station.air('c1');
    station.report('off', other);
    expect(station.on().instance).toBe(other);
  });
});

it('addresses that were refused are kept once each, and are no fault', () => {
  const { instance } = station.air('c1');
  const asked = (detail: string) =>
    station.do({ type: 'stage.report', channel: 'program', instance, event: 'asked', detail });
  asked('https://fonts.example/a.css');
  asked('https://fonts.example/a.css');
  asked('https://x.example/');
  expect(station.on()).toMatchObject({
    asked: ['https://fonts.example/a.css', 'https://x.example/'],
    phase: 'on',
    problem: null,
  });
});
