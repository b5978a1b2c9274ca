// What is due to leave by itself leaves: also when a timer fires early, or the clock is set.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { LEAVE_LIMIT_MS } from '../../core/commands/stage.ts';
import { Page, stageHello } from '../support/page.ts';
import { T0 } from '../support/builders.ts';
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

describe('facts whose time comes', () => {
  async function standingBy(changes: { embargoUntil?: string; staleAfter?: string }) {
    const made = await testStation();
    await made.command({ type: 'fact.edit', factId: 'f1', changes }, 'ana');
    await made.command({ type: 'fact.approve', factId: 'f1' }, 'ben');
    await made.command({ type: 'cue.recall', cueId: 'c2' });
    const armed = () => made.station.store.state.air.channels.program.layers['lower-third'].armed;
    const pass = (ms: number) => {
      made.clock.now += ms;
      vi.advanceTimersByTime(ms);
    };
    return { ...made, armed, pass };
  }
  const inMs = (ms: number) => new Date(T0 + ms).toISOString();

  it('an embargo that lifts arms what stands by', async () => {
    const { armed, pass } = await standingBy({ embargoUntil: inMs(5000) });
    pass(4999);
    expect(armed()).toBeNull();
    pass(1);
    expect(armed()).toMatchObject({ cue: { id: 'c2' } });
  });

  it('a fact that goes stale disarms what stands by', async () => {
    const { armed, pass } = await standingBy({ staleAfter: inMs(5000) });
    pass(4999);
    expect(armed()).not.toBeNull();
    pass(1);
    expect(armed()).toBeNull();
  });

  it('is not missed where another command comes first', async () => {
    const { armed, pass, clock, command } = await standingBy({ embargoUntil: inMs(5000) });
    clock.now += 5001;
    await command({ type: 'show.edit', title: 'Another night' });
    pass(10);
    expect(armed()).not.toBeNull();
  });

  it('an embargo months away wakes nobody until then', async () => {
    const { armed, pass, station } = await standingBy({ embargoUntil: inMs(90 * 86_400_000) });
    const { revision } = station.store;
    const dispatched = vi.spyOn(station.store, 'dispatch');
    pass(60_000);
    expect(armed()).toBeNull();
    expect(station.store.revision).toBe(revision);
    expect(dispatched).not.toHaveBeenCalled();
    pass(90 * 86_400_000);
    expect(armed()).not.toBeNull();
  });

  it('once it has come, nothing is due any more', async () => {
    const { pass, station } = await standingBy({ embargoUntil: inMs(5000), staleAfter: inMs(6000) });
    pass(10_000);
    const dispatched = vi.spyOn(station.store, 'dispatch');
    pass(60_000);
    expect(dispatched).not.toHaveBeenCalled();
  });
});
