// What is due to leave by itself leaves: also when a timer fires early, or the clock is set.
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { LEAVE_LIMIT_MS } from '../../core/commands/stage.ts';
import { Page, stageHello } from '../support/page.ts';
import { testStation } from '../support/station.ts';

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
afterEach(() => void vi.useRealTimers());

async function withBug() {
  const station = await testStation();
  const stage = await Page.open(station, stageHello());
  const { json } = await station.command({ type: 'cue.take', cueId: 'c5' });
  stage.report(String(json['instance']), 'on');
  await stage.settle();
  const layer = () => station.station.store.state.air.channels.program.layers.bug;
  const pass = (ms: number) => {
    station.clock.now += ms;
    vi.advanceTimersByTime(ms);
  };
  expect(layer().current).not.toBeNull();
  return { station, layer, pass };
}

it('takes off what has had its time, and drops what does not answer', async () => {
  const { layer, pass } = await withBug();
  pass(4999);
  expect(layer().current).not.toBeNull();
  pass(1);
  expect(layer()).toMatchObject({ current: null, leaving: { phase: 'going' } });
  pass(LEAVE_LIMIT_MS);
  expect(layer().leaving).toBeNull();
});

it('tries again when the timer was early', async () => {
  const { station, layer, pass } = await withBug();
  station.clock.now += 4999;
  vi.advanceTimersByTime(5000);
  expect(layer().current).not.toBeNull();
  pass(10);
  expect(layer().current).toBeNull();
});

it('tries again when the clock was set back', async () => {
  const { station, layer, pass } = await withBug();
  station.clock.now -= 60_000;
  vi.advanceTimersByTime(5000);
  expect(layer().current).not.toBeNull();
  pass(65_000);
  expect(layer().current).toBeNull();
});

it('leaves no timer behind', async () => {
  const { station } = await withBug();
  await station.close();
  expect(vi.getTimerCount()).toBe(0);
});
