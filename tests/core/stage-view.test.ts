/** What a stage is told of a change: its own channel, in its own paths. */
import { expect, it } from 'vitest';
import { stagePatches, stageView } from '../../core/stage/view.ts';
import { makeCue, makeStation } from '../support/builders.ts';

it('a view has the mode and the channel’s layers, and nothing else of the show', () => {
  const { state } = makeStation();
  const { layers } = state.air.channels.program;
  expect(stageView(state, 'program')).toEqual({ mode: 'live', layers, output: null });
});

it('patches of a take go to the channels they concern', () => {
  const station = makeStation({ cues: [makeCue()] });
  const { patches } = station.do({ type: 'cue.take', cueId: 'c1' });
  expect(stagePatches(patches, 'program')).toMatchObject([
    { op: 'replace', path: ['layers', 'lower-third', 'current'] },
  ]);
  expect(stagePatches(patches, 'rehearsal')).toEqual([]);
});

it('the mode concerns every channel, an edit none', () => {
  const station = makeStation({ cues: [makeCue()] });
  const { patches } = station.do({ type: 'mode.set', mode: 'rehearsal' });
  expect(stagePatches(patches, 'preview')).toEqual([{ op: 'replace', path: ['mode'], value: 'rehearsal' }]);
  expect(stagePatches([{ op: 'replace', path: ['show', 'title'], value: 'x' }], 'program')).toEqual([]);
});

it.each([[['air']], [['air', 'channels']], [['air', 'channels', 'program']]])(
  'a change of all of %j needs a snapshot',
  (path) => {
    expect(stagePatches([{ op: 'replace', path, value: {} }], 'program')).toBeNull();
  },
);
