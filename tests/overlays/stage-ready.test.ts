/** When a page says that it is ready: once for each connection, when all is drawn, and never too late. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { LAYERS, type LayerId } from '../../core/layers.ts';
import type { ChannelAir, LayerState, Phase } from '../../core/schema/layer-air.ts';
import { stageView } from '../../core/stage/view.ts';
import { missingLayers, Readiness, READY_LIMIT_MS } from '../../overlays/stage/ready.ts';
import { makeCue, makeStation } from '../support/builders.ts';

describe('what is still missing', () => {
  function viewWith(phase: Phase): { layers: ChannelAir['layers'] } {
    const station = makeStation({ cues: [makeCue({ id: 'c1' })] });
    station.do({ type: 'cue.take', cueId: 'c1' });
    const { layers } = structuredClone(stageView(station.state, 'program'));
    const { current } = layers['lower-third'];
    if (!current) throw new Error('nothing was taken');
    current.phase = phase;
    return { layers };
  }
  const all = (state: LayerState) => (): LayerState => state;

  it.each(['coming', 'on'] as const)('is what the station calls %s, until it is on here', (phase) => {
    expect(missingLayers(viewWith(phase), all('coming'))).toEqual(['lower-third']);
    expect(missingLayers(viewWith(phase), all('on'))).toEqual([]);
  });

  it('is not what has failed here: it will not come', () => {
    expect(missingLayers(viewWith('on'), all('fault'))).toEqual([]);
  });

  it.each(['loading', 'armed', 'fault', 'going'] as const)('is not what no viewer sees: %s', (phase) => {
    expect(missingLayers(viewWith(phase), all('coming'))).toEqual([]);
  });

  it('is nothing where nothing is on', () => {
    const station = makeStation({ cues: [makeCue({ id: 'c1' })] });
    const asked: LayerId[] = [];
    const view = stageView(station.state, 'program');
    expect(missingLayers(view, (layer) => (asked.push(layer), 'off'))).toEqual([]);
    expect(LAYERS).toHaveLength(5);
  });
});

describe('ready', () => {
  let said: number;
  let frames: (() => void)[];
  let readiness: Readiness;
  /** The screen draws. */
  const paint = (): void => frames.splice(0).forEach((then) => then());

  beforeEach(() => {
    vi.useFakeTimers();
    said = 0;
    frames = [];
    readiness = new Readiness(
      () => (said += 1),
      READY_LIMIT_MS,
      (then) => frames.push(then),
    );
    readiness.greet();
  });
  afterEach(() => vi.useRealTimers());

  it('is said at once when nothing is missing, as soon as it is on the screen', () => {
    readiness.begin();
    readiness.look(false);
    expect(said).toBe(0);
    paint();
    expect(said).toBe(1);
  });

  it('is not said before the first snapshot', () => {
    readiness.look(false);
    paint();
    vi.advanceTimersByTime(READY_LIMIT_MS * 2);
    expect(said).toBe(0);
  });

  it('waits for what is missing, and is said once', () => {
    readiness.begin();
    readiness.look(true);
    paint();
    expect(said).toBe(0);
    readiness.look(false);
    readiness.look(false);
    paint();
    vi.advanceTimersByTime(READY_LIMIT_MS * 2);
    expect(said).toBe(1);
  });

  it('is said after a while whatever is missing', () => {
    readiness.begin();
    readiness.look(true);
    vi.advanceTimersByTime(READY_LIMIT_MS - 1);
    expect(said).toBe(0);
    vi.advanceTimersByTime(1);
    expect(said).toBe(1);
    readiness.look(false);
    paint();
    expect(said).toBe(1);
  });

  it('a later snapshot of the same connection begins nothing anew', () => {
    readiness.begin();
    readiness.look(false);
    paint();
    readiness.begin();
    readiness.look(false);
    paint();
    vi.advanceTimersByTime(READY_LIMIT_MS * 2);
    expect(said).toBe(1);
  });

  it('is said again on each connection, and not for one that is gone', () => {
    readiness.begin();
    readiness.look(false);
    readiness.greet();
    paint();
    vi.advanceTimersByTime(READY_LIMIT_MS * 2);
    expect(said).toBe(0);
    readiness.begin();
    readiness.look(false);
    paint();
    expect(said).toBe(1);
  });
});
