/** What stages and the clock tell: phases, faults, claims of a late page, what leaves by itself. */
import { describe, expect, it } from 'vitest';
import { LEAVE_LIMIT_MS, nextDue } from '../../core/commands/stage.ts';
import { layerState } from '../../core/playout.ts';
import { makeCue, makeStation, T0 } from '../support/builders.ts';

const night = () =>
  makeStation({
    cues: [
      makeCue({ name: 'A' }),
      makeCue({ id: 'c2', number: 2, name: 'B' }),
      makeCue({ id: 'c3', number: 3, layer: 'ticker', autoOutMs: 5000 }),
      makeCue({ id: 'c4', number: 4, layer: 'bug', graphic: 'sting', data: {} }),
    ],
  });

describe('the life of a showing', () => {
  it('goes armed → coming → on → going → off as the stage says so', () => {
    const station = night();
    const seen = [layerState(station.layer())];
    const look = () => seen.push(layerState(station.layer()));
    station.do({ type: 'cue.recall', number: 1 });
    look();
    const instance = String(station.layer().armed?.instance);
    station.report('armed', instance);
    look();
    station.do({ type: 'cue.take', cueId: 'c1' });
    look();
    station.now += 20;
    station.report('coming', instance);
    look();
    expect(station.on().shownAt).toBe(T0 + 20);
    station.now += 500;
    station.report('on', instance);
    look();
    expect(station.on().shownAt).toBe(T0 + 20);
    station.do({ type: 'layer.out' });
    look();
    station.report('off', instance);
    station.do({ type: 'cue.recall', number: 3 });
    look();
    expect(seen).toEqual(['off', 'off', 'armed', 'coming', 'coming', 'on', 'going', 'off']);
  });

  it('a command sent is not a graphic shown', () => {
    const station = night();
    station.do({ type: 'cue.take', cueId: 'c1' });
    expect(station.on()).toMatchObject({ phase: 'coming', shownAt: null });
  });

  it('a late “coming” does not undo “on”, and nothing armed can be seen', () => {
    const station = night();
    const { instance } = station.air('c1');
    station.report('coming', instance);
    expect(station.on().phase).toBe('on');
    station.do({ type: 'cue.recall', number: 2 });
    station.report('on', String(station.layer().armed?.instance));
    expect(station.layer().armed).toMatchObject({ phase: 'loading', shownAt: null });
  });

  it('does not know instances of the past or of another channel', () => {
    const station = night();
    const { instance } = station.air('c1');
    expect(station.report('off', 'i-gone').answer).toEqual({ known: false });
    expect(station.report('off', instance, 'rehearsal').answer).toEqual({ known: false });
    expect(station.report('off', instance).patches).toEqual([]);
  });

  it('a one-shot leaves by itself', () => {
    const station = night();
    const { instance } = station.air('c4');
    station.report('off', instance);
    expect(layerState(station.layer('bug'))).toBe('off');
  });
});

describe('a fault', () => {
  it('before it is seen gives the layer back to what it was to replace', () => {
    const station = night();
    const first = station.air('c1');
    station.now += 1000;
    station.do({ type: 'cue.take', cueId: 'c2' });
    station.report('fault', station.on().instance, 'program', 'no font');
    expect(station.layer()).toEqual({ current: first, armed: null, leaving: null });
  });

  it('gives back the auto-out as well', () => {
    const station = night();
    station.air('c3');
    station.do({ type: 'cue.edit', cueId: 'c1', changes: { layer: 'ticker' } });
    station.now += 1000;
    station.do({ type: 'cue.take', cueId: 'c1' });
    station.report('fault', station.on('ticker').instance);
    expect(station.on('ticker')).toMatchObject({ cue: { id: 'c3' }, outAt: T0 + 5000 });
    expect(nextDue(station.state, station.now)).toBe(T0 + 5000);
  });

  it('says “coming” of what comes back without ever having been seen', () => {
    const station = night();
    station.do({ type: 'cue.take', cueId: 'c1' });
    station.now += 1000;
    station.do({ type: 'cue.take', cueId: 'c2' });
    station.report('fault', station.on().instance);
    expect(station.on()).toMatchObject({ cue: { id: 'c1' }, phase: 'coming', shownAt: null });
  });

  it('gives nothing back that an operator had taken off', () => {
    const station = night();
    station.air('c1');
    station.do({ type: 'layer.out' });
    station.now += 100;
    station.do({ type: 'cue.take', cueId: 'c2' });
    station.now += 100;
    station.report('fault', station.on().instance);
    expect(station.layer()).toMatchObject({ current: { phase: 'fault' }, leaving: { cue: { id: 'c1' } } });
  });

  it('after it was seen leaves the layer clean and says why, once and again', () => {
    const station = night();
    station.air('c1');
    station.now += 1000;
    const { instance } = station.air('c2');
    for (let i = 0; i < 2; i++) {
      station.report('fault', instance);
      expect(station.on()).toMatchObject({
        instance,
        phase: 'fault',
        problem: 'the template failed',
        shownAt: null,
      });
    }
    expect(layerState(station.layer())).toBe('fault');
    station.report('on', instance);
    expect(station.on()).toMatchObject({ phase: 'on', problem: null });
  });

  it('while leaving means gone', () => {
    const station = night();
    const { instance } = station.air('c1');
    station.do({ type: 'layer.out' });
    station.report('fault', instance);
    expect(layerState(station.layer())).toBe('off');
  });
});

describe('the clock', () => {
  it('takes off what is due at its anchor and not before', () => {
    const station = night();
    expect(nextDue(station.state, station.now)).toBeNull();
    station.air('c3');
    station.air('c1');
    expect(nextDue(station.state, station.now)).toBe(T0 + 5000);
    station.now = T0 + 4999;
    expect(station.do({ type: 'air.tick' }).patches).toEqual([]);
    station.now = T0 + 5000;
    station.do({ type: 'air.tick' });
    expect(station.layer('ticker')).toMatchObject({ current: null, leaving: { leftAt: station.now } });
    expect(station.layer().current).not.toBeNull();
    expect(nextDue(station.state, station.now)).toBe(station.now + LEAVE_LIMIT_MS);
  });

  it('takes a leaving graphic for gone when no stage answers', () => {
    const station = night();
    station.air('c1');
    station.do({ type: 'layer.out' });
    station.now += LEAVE_LIMIT_MS;
    station.do({ type: 'air.tick' });
    expect(layerState(station.layer())).toBe('off');
    expect(nextDue(station.state, station.now)).toBeNull();
  });
});
