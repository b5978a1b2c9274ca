/** What a take may touch in a large show, and that nothing of immer's workings stays in the state. */
import { setAutoFreeze } from 'immer';
import { types } from 'node:util';
import { afterEach, describe, expect, it } from 'vitest';
import { stateOf } from '../../core/state.ts';
import { worldOf } from '../../core/reduce.ts';
import { makeBoundCue, makeCue, makeFact, makeShow, makeStation } from '../support/builders.ts';

const FACTS = 10_000;
const CUES = 2_000;

afterEach(() => setAutoFreeze(true));

/** A show of which each unrelated row throws when it is read. */
function guarded() {
  const cues = Array.from({ length: CUES }, (_, i) =>
    i === 0 ? makeBoundCue('f0') : makeCue({ id: `c${i + 1}`, number: i + 1 }),
  );
  const plain = makeFact({ id: 'f0' });
  const facts = Array.from({ length: FACTS }, (_, i) =>
    i === 0 ? plain : { ...plain, id: `f${i}` as typeof plain.id },
  );
  const show = makeShow({ facts, cues });
  const guard = (rows: { buckets: Record<string, Record<string, unknown>> }, allowed: string[]) => {
    for (const bucket of Object.values(rows.buckets)) {
      for (const id of Object.keys(bucket)) {
        if (allowed.includes(id)) continue;
        const get = () => {
          throw new Error(`${id} was read`);
        };
        Object.defineProperty(bucket, id, { get, enumerable: true, configurable: true });
      }
    }
  };
  guard(show.facts, ['f0']);
  guard(show.cues, ['c1', 'c2']);
  const station = makeStation();
  station.world = worldOf(stateOf(show));
  return station;
}

it('as the station runs it, standing by, taking, updating and taking off read no fact and no cue but their own', () => {
  // the station turns freezing off: the first freeze of a loaded show reads all of it
  setAutoFreeze(false);
  const station = guarded();
  station.do({ type: 'cue.recall', cueId: 'c1' });
  station.do({ type: 'cue.take' });
  const { instance } = station.on();
  station.report('on', instance);
  station.do({ type: 'layer.update', layer: 'lower-third' });
  station.do({ type: 'layer.out' });
  station.report('off', instance);
  station.do({ type: 'air.tick' });
  station.do({ type: 'air.panic' });
  expect(station.state.air.cued).toBe('c2');
  expect(() => station.do({ type: 'cue.recall', number: 1500 })).toThrow('was read');
});

describe.each([true, false])('with immer freezing what it makes: %j', (freezes) => {
  it('the state is plain JSON without proxies or undefined, and data of two spots is not shared by drafts', () => {
    setAutoFreeze(freezes);
    const station = makeStation({
      facts: [makeFact({ subject: { deep: { list: [{ a: 1 }] } } })],
      cues: [
        makeBoundCue('f1', { graphic: 'sting', bindings: { any: { fact: 'f1', path: 'subject' } } }),
        makeCue({ id: 'c2', number: 2, graphic: 'sting', data: { any: [{ b: { c: [1] } }] }, follow: true }),
      ],
    });
    station.air('c1');
    station.do({ type: 'cue.recall', number: 2 });
    station.do({ type: 'cue.take' });
    station.report('fault', station.on().instance);
    station.do({ type: 'cue.edit', cueId: 'c2', changes: { data: { any: [{ b: { c: [2] } }] } } });
    station.do({ type: 'cue.recall', number: 2 });
    const preview = station.on('lower-third', 'preview');
    station.do({ type: 'cue.edit', cueId: 'c2', changes: { data: { any: [{ b: { c: [3] } }] } } });
    expect(preview.data).toEqual({ any: [{ b: { c: [2] } }] });
    station.do({ type: 'show.undo' });

    const look = (value: unknown, path: string): void => {
      expect([path, value === undefined]).toEqual([path, false]);
      if (typeof value !== 'object' || value === null) return;
      expect([path, types.isProxy(value)]).toEqual([path, false]);
      for (const [key, inner] of Object.entries(value)) look(inner, `${path}.${key}`);
    };
    look(station.state, 'state');
    look(station.world.history, 'history');
    expect(JSON.parse(JSON.stringify(station.state))).toStrictEqual(station.state);
  });
});
