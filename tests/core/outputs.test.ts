/** Outputs of a show, and what an operator does to one of them. */
import { describe, expect, it } from 'vitest';
import { labelsFor } from '../../core/outputs/identify.ts';
import { outputLook } from '../../core/outputs/look.ts';
import { afterRestart } from '../../core/playout.ts';
import type { DisplayRef } from '../../core/schema/output.ts';
import { lookChanged, stageView } from '../../core/stage/view.ts';
import { makeCue, makeStation } from '../support/builders.ts';
import { display, place } from '../support/displays.ts';

const ref = (id: number): DisplayRef => ({
  id,
  label: `Display ${id}`,
  size: { width: 1920, height: 1080 },
  origin: { x: id * 1920, y: 0 },
  others: [],
});

const on = (id: number, key: number | null = null) => ({
  kind: 'display' as const,
  display: ref(id),
  key: key === null ? null : ref(key),
});

const night = () => makeStation({ cues: [makeCue({ id: 'c1' }), makeCue({ id: 'c2', number: 2 })] });

const wall = (station: ReturnType<typeof night>, channel: 'program' | 'preview' | 'rehearsal') =>
  station.do({ type: 'output.create', name: `${channel} wall`, channel }).answer['outputId'] as string;

describe('outputs of the show', () => {
  it('there is one at first: program, for a display that is to be chosen', () => {
    expect(night().state.show.outputs).toMatchObject([
      { id: 'program', channel: 'program', open: true, target: { kind: 'display', display: null } },
    ]);
  });

  it('are made, changed and deleted, and no undo touches them', () => {
    const station = night();
    const id = wall(station, 'preview');
    station.do({
      type: 'output.edit',
      outputId: id,
      target: on(2),
      mode: { kind: 'transparent' },
      open: false,
    });
    expect(station.state.show.outputs[1]).toMatchObject({ id, open: false, mode: { kind: 'transparent' } });
    expect(station.no({ type: 'show.undo' }).code).toBe('nothing_to_undo');
    station.do({ type: 'output.delete', outputId: id });
    expect(station.state.show.outputs).toHaveLength(1);
  });

  it('an open one is not deleted, and names are told apart', () => {
    const station = night();
    expect(station.no({ type: 'output.delete', outputId: 'program' }).code).toBe('output_open');
    expect(station.no({ type: 'output.create', name: 'Program', channel: 'preview' }).code).toBe(
      'output_name_taken',
    );
    expect(station.no({ type: 'output.restart', outputId: 'nope' }).code).toBe('output_unknown');
  });

  it('a display is given to one open output only, and fill and key need one each', () => {
    const station = night();
    station.do({ type: 'output.edit', outputId: 'program', target: on(2) });
    const id = wall(station, 'preview');
    const edit = { type: 'output.edit', outputId: id };
    expect(station.no({ ...edit, target: on(2) }).detail).toContain('“Program”');
    expect(station.no({ ...edit, target: on(3, 3) }).code).toBe('display_taken');
    expect(station.no({ ...edit, target: on(3, 2) }).code).toBe('display_taken');
    station.do({ ...edit, target: on(2), open: false });
    expect(station.no({ ...edit, open: true }).code).toBe('display_taken');
    station.do({ type: 'output.edit', outputId: 'program', open: false });
    station.do({ ...edit, open: true });
  });

  it('program outputs stay as they are in rehearsal; others may be changed', () => {
    const station = night();
    const id = wall(station, 'rehearsal');
    station.do({ type: 'mode.set', mode: 'rehearsal' });
    expect(station.no({ type: 'output.edit', outputId: 'program', open: false }).code).toBe(
      'live_data_in_rehearsal',
    );
    expect(station.no({ type: 'output.edit', outputId: id, channel: 'program' }).code).toBe(
      'live_data_in_rehearsal',
    );
    expect(station.no({ type: 'output.picture', outputId: 'program', picture: 'test' }).code).toBe(
      'live_data_in_rehearsal',
    );
    station.do({ type: 'output.picture', outputId: 'program', picture: 'black' });
    station.do({ type: 'output.edit', outputId: id, target: on(5) });
  });

  it('a script cannot make them without end', () => {
    const station = night();
    for (let n = 1; n < 16; n++) station.do({ type: 'output.create', name: `w${n}`, channel: 'preview' });
    expect(station.no({ type: 'output.create', name: 'w16', channel: 'preview' }).code).toBe(
      'too_many_outputs',
    );
  });
});

describe('the test card', () => {
  const card = { type: 'output.picture', outputId: 'program', picture: 'test' };

  it('is refused while something is on air, and dropped by a take', () => {
    const station = night();
    station.do(card);
    expect(outputLook(station.state, 'program', 'program')?.picture).toBe('test');
    station.do({ type: 'cue.take', cueId: 'c1' });
    expect(outputLook(station.state, 'program', 'program')?.picture).toBe('show');
    expect(station.no(card).code).toBe('on_air');
  });

  it('stays on another channel’s output, where it covers nothing that viewers see', () => {
    const station = night();
    const id = wall(station, 'preview');
    station.do({ ...card, outputId: id });
    station.do({ type: 'cue.take', cueId: 'c1' });
    expect(station.state.air.outputs[id]?.picture).toBe('test');
  });

  it('black stays black through a take: somebody wanted it', () => {
    const station = night();
    station.do({ ...card, picture: 'black' });
    station.do({ type: 'cue.take', cueId: 'c1' });
    expect(station.state.air.outputs['program']?.picture).toBe('black');
  });
});

it('guides are refused on program outputs, also by the way of another channel', () => {
  const station = night();
  expect(station.no({ type: 'output.guides', outputId: 'program', on: true }).code).toBe('guides_on_program');
  const id = wall(station, 'preview');
  station.do({ type: 'output.guides', outputId: id, on: true });
  station.do({ type: 'output.edit', outputId: id, channel: 'program' });
  expect(outputLook(station.state, id, 'program')?.guides).toBe(false);
});

it('what a frozen output shows is on air: no test card covers it, and no number', () => {
  const station = night();
  station.do({ type: 'cue.take', cueId: 'c1' });
  station.do({ type: 'output.freeze', outputId: 'program', on: true });
  station.do({ type: 'air.panic' });
  expect(station.no({ type: 'output.picture', outputId: 'program', picture: 'test' }).code).toBe('on_air');
  const shell = {
    displays: [display(1), display(2)],
    home: 1,
    places: [place('program', { displays: [2] })],
  };
  expect(labelsFor(station.state, shell)).toMatchObject({
    labels: [{ number: 1, text: 'This desk' }],
    onAir: [2],
  });
  station.do({ type: 'output.freeze', outputId: 'program', on: false });
  expect(labelsFor(station.state, shell).onAir).toEqual([]);
  // programme is left alone, on air or not
  station.do({ type: 'mode.set', mode: 'rehearsal' });
  expect(labelsFor(station.state, shell).onAir).toEqual([2]);
  station.do({ type: 'mode.set', mode: 'live' });
  // clean, but keyed over somebody's picture
  station.do({ type: 'output.edit', outputId: 'program', mode: { kind: 'key' } });
  expect(labelsFor(station.state, shell).onAir).toEqual([2]);
});

describe('a frozen output', () => {
  it('is told what it showed when it was frozen, whatever its channel does', () => {
    const station = night();
    station.do({ type: 'cue.take', cueId: 'c1' });
    station.do({ type: 'output.freeze', outputId: 'program', on: true });
    const before = stageView(station.state, 'program', 'program');
    station.now += 1000;
    station.do({ type: 'cue.take', cueId: 'c2' });
    expect(stageView(station.state, 'program', 'program')).toEqual(before);
    expect(before.layers['lower-third'].current?.cue.id).toBe('c1');
    expect(stageView(station.state, 'program').layers['lower-third'].current?.cue.id).toBe('c2');
    // again: still the first picture
    station.do({ type: 'output.freeze', outputId: 'program', on: true });
    expect(stageView(station.state, 'program', 'program')).toEqual(before);
    station.do({ type: 'output.freeze', outputId: 'program', on: false });
    expect(stageView(station.state, 'program', 'program').layers['lower-third'].current?.cue.id).toBe('c2');
  });
});

it('a look is that of an output of this channel, and only its own changes matter', () => {
  const station = night();
  const id = wall(station, 'preview');
  expect(outputLook(station.state, id, 'program')).toBeNull();
  expect(outputLook(station.state, null, 'preview')).toBeNull();
  const before = station.state;
  station.do({ type: 'output.picture', outputId: id, picture: 'black' });
  expect(lookChanged(before, station.state, id, 'preview')).toBe(true);
  expect(lookChanged(before, station.state, 'program', 'program')).toBe(false);
});

it('after a restart black is still black; cards, guides and frozen pictures are not', () => {
  const station = night();
  const id = wall(station, 'preview');
  station.do({ type: 'output.picture', outputId: 'program', picture: 'black' });
  station.do({ type: 'output.freeze', outputId: 'program', on: true });
  station.do({ type: 'output.guides', outputId: id, on: true });
  expect(afterRestart(station.state.air).outputs).toEqual({
    program: { picture: 'black', guides: false, frozen: null, restarts: 0 },
  });
});
