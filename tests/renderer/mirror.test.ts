/** The mirror follows the station patch by patch, and never guesses. */
import { describe, expect, test } from 'vitest';
import type { FromStation } from '../../core/protocol.ts';
import { getRow } from '../../core/table.ts';
import { emptyMirror, reflect, type Mirror } from '../../renderer/client/mirror.ts';
import { makeBoundCue, makeCue, makeFact, makeStation, makeState, T0 } from '../support/builders.ts';

const snapshot = (view: unknown, revision = 5): FromStation => ({
  type: 'snapshot',
  revision,
  view: JSON.parse(JSON.stringify(view)) as unknown,
  now: T0,
});

function after(mirror: Mirror, message: FromStation): Mirror {
  const reflection = reflect(mirror, message, T0 - 250);
  if (!reflection.ok) throw new Error(reflection.why);
  return reflection.mirror;
}

describe('a snapshot', () => {
  test('is taken whole, with the station’s clock', () => {
    const state = makeState({ cues: [makeCue()] });
    const mirror = after(emptyMirror, snapshot(state));
    expect(mirror.state).toEqual(state);
    expect(mirror.revision).toBe(5);
    expect(mirror.clockOffset).toBe(250);
  });
  test('that is no state is refused', () => {
    expect(reflect(emptyMirror, snapshot({ show: {} }), T0)).toEqual({ ok: false, why: 'unreadable' });
  });
});

describe('patches', () => {
  test('of a whole evening keep the mirror equal to the station', () => {
    const station = makeStation({
      facts: [makeFact()],
      cues: [makeBoundCue(), makeCue({ id: 'c2', number: 2 })],
    });
    let mirror = after(emptyMirror, snapshot(station.state, 0));
    const commands = [
      { type: 'cue.recall', number: 1 },
      { type: 'cue.take' },
      { type: 'cue.edit', cueId: 'c2', changes: { name: 'Renamed', data: { headline: 'Turnout is up' } } },
      { type: 'cue.move', cueId: 'c2', index: 0 },
      { type: 'layer.out' },
      { type: 'show.undo' },
      { type: 'cue.delete', cueId: 'c2' },
      { type: 'air.panic' },
    ];
    for (const command of commands) {
      station.now += 1000;
      const { patches } = station.do(command);
      const wire = JSON.parse(JSON.stringify(patches)) as Extract<FromStation, { type: 'patch' }>['patches'];
      mirror = after(mirror, { type: 'patch', revision: mirror.revision + 1, patches: wire });
      expect(mirror.state, command.type).toEqual(station.state);
    }
  });
  test('leave what they do not touch as the very same objects', () => {
    const mirror = after(
      emptyMirror,
      snapshot(makeState({ cues: [makeCue(), makeCue({ id: 'c2', number: 2 })] })),
    );
    const patched = after(mirror, {
      type: 'patch',
      revision: 6,
      patches: [{ op: 'replace', path: ['air', 'mode'], value: 'rehearsal' }],
    });
    expect(patched.state?.show).toBe(mirror.state?.show);
    expect(patched.state?.air).not.toBe(mirror.state?.air);
    expect(getRow(patched.state?.show.cues ?? { buckets: {} }, 'c2')).toBeDefined();
  });
  test.each([5, 7, 100])('numbered %i after 5 are a gap', (revision) => {
    const mirror = after(emptyMirror, snapshot(makeState()));
    expect(reflect(mirror, { type: 'patch', revision, patches: [] }, T0)).toEqual({ ok: false, why: 'gap' });
  });
  test('before any snapshot are a gap', () => {
    expect(reflect(emptyMirror, { type: 'patch', revision: 1, patches: [] }, T0)).toEqual({
      ok: false,
      why: 'gap',
    });
  });
  test('to a place that is not there are a gap', () => {
    const mirror = after(emptyMirror, snapshot(makeState()));
    const lost = { op: 'replace' as const, path: ['show', 'nowhere', 'deep', 'down'], value: 1 };
    expect(reflect(mirror, { type: 'patch', revision: 6, patches: [lost] }, T0).ok).toBe(false);
  });
});
