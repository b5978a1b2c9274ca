/** Continue, update and out; data frozen at take; cues that follow their facts. */
import { describe, expect, it } from 'vitest';
import { gate } from '../../core/gate.ts';
import { airedItem, changedSinceTake } from '../../core/rundown.ts';
import { getRow } from '../../core/table.ts';
import {
  cueId,
  graphicsOf,
  GRAPHICS,
  makeBoundCue,
  makeCue,
  makeFact,
  makeStation,
  type FakeStation,
} from '../support/builders.ts';

const house = { house: 120, majority: 61, parties: [] };

const night = (over: Record<string, unknown> = {}) =>
  makeStation({
    facts: [makeFact(), makeFact({ id: 'f2', seq: 2 })],
    cues: [
      makeCue({ graphic: 'arc', layer: 'fullframe', data: house }),
      makeBoundCue('f1', { id: 'c2', number: 2, data: { kicker: 'As taken' }, ...over }),
    ],
  });

const newRevision = (station: FakeStation, changes: Record<string, unknown>) => {
  station.do({ type: 'fact.edit', factId: 'f1', changes }, 'ana');
  return () => station.do({ type: 'fact.approve', factId: 'f1' }, 'ben');
};

const changed = (station: FakeStation, id: string) => {
  const { state, now } = station;
  const cue = getRow(state.show.cues, cueId(id));
  const item = cue && airedItem(state, cue);
  if (!cue || !item) throw new Error(`${id} is not on air`);
  return changedSinceTake(item, gate(state.show, cue, graphicsOf(), 'live', now));
};

describe('layer.continue', () => {
  it('steps to the last step, then refuses', () => {
    const station = night();
    station.air('c1');
    const command = { type: 'layer.continue', layer: 'fullframe' };
    expect(station.do(command).answer).toEqual({ step: 1 });
    expect(station.do(command).answer).toEqual({ step: 2 });
    expect(station.no(command)).toMatchObject({
      code: 'no_next_step',
      detail: 'Seat arc has no further step: take it off with Out.',
    });
    expect(station.no({ ...command, layer: 'bug' })).toMatchObject({
      code: 'nothing_on_layer',
      detail: 'Nothing is on air on the bug layer.',
    });
  });

  it('goes on for ever where only the graphic knows its end', () => {
    const station = night();
    station.graphics = graphicsOf(GRAPHICS.map((graphic) => ({ ...graphic, stepCount: -1 })));
    station.air('c1');
    for (let step = 1; step < 20; step++) {
      expect(station.do({ type: 'layer.continue', layer: 'fullframe' }).answer).toEqual({ step });
    }
  });
});

describe('data frozen at take', () => {
  it('no edit of a fact or cue, nor a withdrawal, touches air', () => {
    const station = night();
    station.air('c2');
    const before = station.layer();
    newRevision(station, { statement: 'National leads.' })();
    station.do({ type: 'cue.edit', cueId: 'c2', changes: { data: { kicker: 'Edited' } } });
    station.do({ type: 'fact.withdraw', factId: 'f1' });
    station.do({ type: 'cue.delete', cueId: 'c2' });
    expect(station.layer()).toBe(before);
  });

  it('tells the desk what changed since the take', () => {
    const station = night();
    station.air('c2');
    expect(changed(station, 'c2')).toBe(false);
    newRevision(station, { statement: 'National leads.' });
    expect(changed(station, 'c2')).toBe(true);
    station.do({ type: 'show.undo' });
    expect(changed(station, 'c2')).toBe(false);
  });
});

describe('layer.update', () => {
  const update = { type: 'layer.update', layer: 'lower-third' };

  it('pushes what the cue says now, in place', () => {
    const station = night();
    const { instance } = station.air('c2');
    expect(station.do(update).answer).toEqual({ changed: false });
    newRevision(station, { statement: 'National leads.' })();
    expect(station.do(update).answer).toEqual({ changed: true });
    expect(station.on()).toMatchObject({
      instance,
      phase: 'on',
      dataVersion: 2,
      data: { headline: 'National leads.' },
      facts: [{ id: 'f1', revision: 2 }],
    });
  });

  it('goes through the gate', () => {
    const station = night();
    station.air('c2');
    newRevision(station, { statement: 'National leads.' });
    expect(station.no(update).code).toBe('fact_draft');
    expect(station.no({ ...update, layer: 'bug' }).code).toBe('nothing_on_layer');
  });

  it('refuses a cue that is gone or draws with another template', () => {
    const station = night();
    station.air('c2');
    station.graphics = graphicsOf(GRAPHICS.map((graphic) => ({ ...graphic, hash: 'newer' })));
    const other = {
      code: 'graphic_missing',
      detail: 'Cue 2 now uses another template: take it again instead.',
    };
    expect(station.no(update)).toMatchObject(other);
    station.graphics = graphicsOf();
    station.do({ type: 'cue.edit', cueId: 'c2', changes: { graphic: 'quotation' } });
    expect(station.no(update)).toMatchObject(other);
    station.do({ type: 'cue.delete', cueId: 'c2' });
    expect(station.no(update)).toMatchObject({
      code: 'cue_unknown',
      detail: 'Cue 2 has been deleted: there is nothing to update from.',
    });
  });
});

describe('follow', () => {
  it('pushes an approved newer revision in place, in the same revision of the state', () => {
    const station = night({ follow: true });
    const { instance } = station.air('c2');
    const approve = newRevision(station, { statement: 'National leads.' });
    expect(station.on()).toMatchObject({ dataVersion: 1, data: { headline: makeFact().statement } });
    approve();
    expect(station.on()).toMatchObject({
      instance,
      phase: 'on',
      dataVersion: 2,
      data: { headline: 'National leads.', kicker: 'As taken' },
      facts: [{ id: 'f1', revision: 2 }],
    });
  });

  it('never pushes an edit of the cue itself', () => {
    const station = night({ follow: true });
    station.air('c2');
    const edit = (changes: object) => station.do({ type: 'cue.edit', cueId: 'c2', changes });
    edit({ data: { kicker: 'Half-typed' } });
    expect(station.on().data).toMatchObject({ kicker: 'As taken' });
    newRevision(station, { statement: 'National leads.' })();
    expect(station.on().data).toMatchObject({ kicker: 'As taken', headline: 'National leads.' });
    const before = station.layer();
    edit({ bindings: { headline: { fact: 'f2', path: 'statement' } } });
    expect(station.layer()).toBe(before);
  });

  it('does not push what the gate holds back', () => {
    const station = night({ follow: true });
    station.air('c2');
    newRevision(station, { embargoUntil: '2030-01-01T00:00:00Z', statement: 'Later.' })();
    station.do({ type: 'fact.withdraw', factId: 'f1' });
    expect(station.on().data).toMatchObject({ headline: makeFact().statement });
  });

  it('is not taken back by an undo, and goes on with the next approval', () => {
    const station = night({ follow: true });
    station.air('c2');
    newRevision(station, { statement: 'National leads.' })();
    const { layers } = station.state.air.channels.program;
    station.do({ type: 'show.undo' });
    station.do({ type: 'show.undo' });
    expect(station.state.air.channels.program.layers).toBe(layers);
    station.do({ type: 'show.edit', title: 'x' });
    expect(station.on().data).toMatchObject({ headline: 'National leads.' });
    newRevision(station, { statement: 'Labour leads again.' })();
    expect(station.on()).toMatchObject({ dataVersion: 3, data: { headline: 'Labour leads again.' } });
  });
});

describe('layer.out', () => {
  it('takes off the named layer, else the last taken', () => {
    const station = night();
    expect(station.no({ type: 'layer.out' })).toMatchObject({
      code: 'nothing_on_layer',
      detail: 'Nothing has been taken yet.',
    });
    station.air('c1');
    station.air('c2');
    expect(station.do({ type: 'layer.out' }).answer).toEqual({ layer: 'lower-third' });
    expect(station.no({ type: 'layer.out' }).code).toBe('nothing_on_layer');
    station.do({ type: 'layer.out', layer: 'fullframe' });
    expect(station.layer('fullframe')).toMatchObject({ current: null, leaving: { phase: 'going' } });
  });
});
