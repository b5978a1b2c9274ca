/** What a layer does beside playing: custom actions, steps that only the graphic knows, a new version, frames that die. */
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { FrameCalls } from '../../overlays/host/frame-calls.ts';
import type { GraphicFrame, Outcome } from '../../overlays/host/graphic-frame.ts';
import { OVERLAP_MS } from '../../overlays/stage/layer-host.ts';
import { statusOf } from '../../overlays/stage/frame/status.ts';
import { ANSWER_MS, PULSE_MS, startPulse } from '../../overlays/stage/pulse.ts';
import { makeGraphic } from '../support/builders.ts';
import { Bench } from './stage-bench.ts';

const blink = { id: 'blink', name: 'Blink', description: '', schema: null };
const plain = makeGraphic('plain', { stepCount: 3, customActions: [blink] });
const dynamic = makeGraphic('plain', { stepCount: -1, customActions: [blink] });

let bench: Bench;
beforeEach(() => {
  bench = new Bench();
});
const install = (graphic: typeof plain): void => {
  bench.station.graphics = new Map([...bench.station.graphics, [graphic.id, graphic]]);
};
const act = { type: 'layer.action', layer: 'lower-third', action: 'blink' };
const goOn = { type: 'layer.continue', layer: 'lower-third' };

function fakeTimers(): void {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
}

describe('a custom action', () => {
  beforeEach(() => install(plain));

  it('is sent once, and what came of it is told', async () => {
    const frame = await bench.onAir('a');
    bench.do(act);
    bench.sync();
    bench.sync(true);
    expect(frame.sent.filter(({ call }) => call === 'action')).toEqual([
      { call: 'action', action: 'blink', payload: {}, skipAnimation: false },
    ]);
    await frame.answer('action', { statusCode: 404, statusMessage: 'what?', result: { row: 2 } });
    expect(bench.reports.at(-1)).toMatchObject({
      event: 'acted',
      acted: { n: 1, statusCode: 404, statusMessage: 'what?', result: { row: 2 } },
    });
    expect(frame.seen).toBe(true);
  });

  it.each(['loads', 'was away'])('and others are carried out in order by a graphic that %s', async (why) => {
    install({ ...plain, customActions: [blink, { ...blink, id: 'wave' }] });
    bench.do({ type: 'cue.take', cueId: 'a' });
    const frame = bench.frame(0);
    if (why === 'was away') {
      await frame.answer('load');
      await frame.answer('play');
      bench.connected = false;
    }
    for (const action of ['blink', 'wave', 'blink']) bench.do({ ...act, action });
    bench.connected = true;
    bench.sync(true);
    if (why === 'loads') {
      await frame.answer('load');
      await frame.answer('play');
    }
    const told = frame.sent.flatMap((one) => (one.call === 'action' ? [one.action] : []));
    expect(told).toEqual(['blink', 'wave', 'blink']);
    for (let n = 0; n < 3; n += 1) await frame.answer('action');
    expect(bench.station.on()).toMatchObject({ earlier: [], acted: { n: 3 } });
  });

  it('is never done again by a page that comes later', async () => {
    await bench.onAir('a');
    bench.do(act);
    bench.open();
    bench.sync(true);
    await bench.frame(0).answer('load');
    await bench.frame(0).answer('play');
    expect(bench.frame(0).calls).not.toContain('action');
  });

  it('of a graphic that never answers is given up, and the layer plays on', async () => {
    const frame = await bench.onAir('a');
    bench.do(act);
    await frame.answer('action', { statusCode: 504, statusMessage: 'no answer in time', timedOut: true });
    expect(bench.reports.at(-1)?.acted).toMatchObject({ statusCode: 504 });
    bench.do(goOn);
    expect(frame.sent.at(-1)).toMatchObject({ call: 'play', goto: 1 });
  });

  it('gives back no more than the desk can read', async () => {
    const frame = await bench.onAir('a');
    bench.do(act);
    await frame.answer('action', { result: 'x'.repeat(5_000) });
    expect(bench.reports.at(-1)?.acted?.result).toBeNull();
  });
});

describe('steps that only the graphic knows', () => {
  beforeEach(() => install(dynamic));

  it('go where the graphic says that it is', async () => {
    const frame = await bench.onAir('a');
    bench.do(goOn);
    expect(frame.sent.at(-1)).toEqual({ call: 'play', goto: 1, skipAnimation: false });
    await frame.answer('play', { currentStep: 5 });
    expect(bench.station.on().step).toBe(5);
    expect(frame.sent.filter(({ call }) => call === 'play')).toHaveLength(2);
    bench.do(goOn);
    expect(frame.sent.at(-1)).toMatchObject({ call: 'play', goto: 6 });
  });

  it('end where the graphic says that there is none', async () => {
    const frame = await bench.onAir('a');
    bench.do(goOn);
    await frame.answer('play', statusOf({ statusCode: 200, currentStep: null }));
    expect(bench.state).toBe('off');
    expect(frame.removed).toBe(true);
  });

  it.each([undefined, '1', Number.NaN, {}])('stay on the air where it says %s', async (currentStep) => {
    const frame = await bench.onAir('a');
    bench.do(goOn);
    await frame.answer('play', statusOf({ statusCode: 200, currentStep }));
    expect([bench.state, bench.station.on().step, frame.removed]).toEqual(['on', 1, false]);
    // what is to be seen of it says the rest
    expect(frame.waiting).toContain('watch');
  });

  it('are all gone to where the graphic counts from 1', async () => {
    bench.do({ type: 'cue.take', cueId: 'a' });
    const frame = bench.frame(0);
    await frame.answer('load');
    await frame.answer('play', { currentStep: 1 });
    for (const asked of [1, 2]) {
      bench.do(goOn);
      await frame.answer('play', { currentStep: asked + 1 });
    }
    expect(frame.sent.flatMap((one) => (one.call === 'play' ? [one.goto] : []))).toEqual([0, 1, 2]);
  });

  it('end where nothing of it is to be seen any more', async () => {
    const frame = await bench.onAir('a');
    bench.do(goOn);
    await frame.answer('play');
    expect(bench.state).toBe('on');
    await frame.answer('watch');
    expect(bench.state).toBe('off');
  });
});

describe('a new version', () => {
  it('comes on without an entrance, and the old one goes without an exit when it has been on for a moment', async () => {
    install(plain);
    const old = await bench.onAir('a');
    install({ ...plain, hash: 'newer' });
    fakeTimers();
    bench.do({ type: 'layer.upgrade', layer: 'lower-third' });
    const next = bench.frame(1);
    expect(next.sent[0]).toMatchObject({ call: 'load', main: '/graphics/plain/newer/graphic.js' });
    await next.answer('load');
    expect(next.sent.at(-1)).toMatchObject({ call: 'play', skipAnimation: true });
    expect(old.calls).not.toContain('stop');
    await next.answer('play');
    expect(old.calls).not.toContain('stop');
    await vi.advanceTimersByTimeAsync(OVERLAP_MS);
    expect(old.sent.at(-1)).toEqual({ call: 'stop', skipAnimation: true });
    await old.answer('stop');
    expect(bench.live).toEqual([next]);
  });
});

describe('the old version', () => {
  const upgrade = { type: 'layer.upgrade', layer: 'lower-third' };
  const out = { type: 'layer.out', layer: 'lower-third' };
  const exit = { call: 'stop', skipAnimation: false };
  beforeEach(() => install(plain));

  it.each(['load', 'play'] as const)('moves as ever where the new one fails in its %s', async (call) => {
    const old = await bench.onAir('a');
    install({ ...plain, hash: 'newer' });
    bench.station.versionOf = (_id, hash) => (hash === plain.hash ? plain : undefined);
    bench.do(upgrade);
    if (call === 'play') await bench.frame(1).answer('load');
    await bench.frame(1).answer(call, { statusCode: 500, statusMessage: 'boom' });
    expect(old.calls).not.toContain('stop');
    bench.do({ type: 'cue.edit', cueId: 'a', changes: { data: { headline: 'new' } } });
    bench.do({ type: 'layer.update', layer: 'lower-third' });
    expect(old.sent.at(-1)).toMatchObject({ call: 'update', skipAnimation: false });
    await old.answer('update');
    bench.do(out);
    expect(old.sent.at(-1)).toEqual(exit);
  });

  it.each([
    ['Out', out],
    ['another take', { type: 'cue.take', cueId: 'b' }],
  ])('has its exit at %s before the new one has loaded', async (_what, command) => {
    const old = await bench.onAir('a');
    install({ ...plain, hash: 'newer' });
    bench.do(upgrade);
    bench.do(command);
    if (command !== out) await bench.frame(2).answer('load');
    expect(old.sent.at(-1)).toEqual(exit);
  });
});

describe('a frame', () => {
  it('is told the true frame rate, and whether it may use the network', () => {
    install({ ...plain, network: true });
    bench.do({ type: 'cue.take', cueId: 'a' });
    expect(bench.frame(0).sent[0]).toMatchObject({
      target: { renderType: 'realtime', width: 1920, height: 1080, frameRate: 50, internet: true },
    });
  });

  it('tells the desk what it asked for and was refused', async () => {
    const frame = await bench.onAir('a');
    frame.listener.onRefused?.('https://fonts.example/a.css');
    expect(bench.station.on()).toMatchObject({
      asked: ['https://fonts.example/a.css'],
      phase: 'on',
      problem: null,
    });
  });

  it('that does not answer leaves the layer clean, with a name for it, and its process is not used again', async () => {
    let dead: () => void = () => undefined;
    bench.pulse = (_frame, onDead) => {
      dead = onDead;
      return () => undefined;
    };
    const frame = await bench.onAir('a');
    dead();
    expect(frame.removed).toBe(true);
    expect(bench.station.on()).toMatchObject({
      phase: 'fault',
      problem: '“plain” does not answer any more: it hangs, or its process has ended.',
    });
    const next = await bench.onAir('b');
    expect(next).toMatchObject({ seen: true, lane: 2 });
  });
});

const outcome = (timedOut: boolean): Outcome => ({
  statusCode: timedOut ? 504 : 200,
  statusMessage: '',
  timedOut,
});

describe('the pulse', () => {
  /** A frame that answers as the list says, and then no more. */
  function frameWith(answers: readonly boolean[]): { frame: GraphicFrame; asked: () => number } {
    let asked = 0;
    const frame: GraphicFrame = {
      send: (_request, limit) => {
        const answered = answers[asked] ?? false;
        asked += 1;
        return new Promise((done) => setTimeout(() => done(outcome(!answered)), answered ? 1 : (limit ?? 0)));
      },
      raise: () => undefined,
      remove: () => undefined,
    };
    return { frame, asked: () => asked };
  }

  it('finds a frame that hangs, and not one that slept once', async () => {
    fakeTimers();
    const dead = vi.fn();
    startPulse(frameWith([true, false, true]).frame, dead);
    await vi.advanceTimersByTimeAsync(PULSE_MS * 3 + ANSWER_MS + 10);
    expect(dead).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(PULSE_MS + ANSWER_MS * 2);
    expect(dead).toHaveBeenCalledTimes(1);
  });

  it('asks no more once it is stopped', async () => {
    fakeTimers();
    const dead = vi.fn();
    const { frame, asked } = frameWith([true]);
    const stop = startPulse(frame, dead);
    await vi.advanceTimersByTimeAsync(PULSE_MS + 5);
    stop();
    await vi.advanceTimersByTimeAsync(60_000);
    expect([asked(), dead.mock.calls.length]).toEqual([1, 0]);
  });
});

describe('500 updates a second', () => {
  it('reach the graphic once a frame at most, and the last one always', async () => {
    fakeTimers();
    bench.pause = (ms) => new Promise((done) => setTimeout(done, ms));
    const frame = await bench.onAir('a');
    for (let n = 1; n <= 500; n += 1) {
      bench.do({ type: 'cue.edit', cueId: 'a', changes: { data: { headline: `${n}` } } });
      bench.do({ type: 'layer.update', layer: 'lower-third' });
      if (frame.waiting.includes('update')) await frame.answer('update');
      await vi.advanceTimersByTimeAsync(2);
    }
    for (let n = 0; n < 5; n += 1) {
      if (frame.waiting.includes('update')) await frame.answer('update');
      await vi.advanceTimersByTimeAsync(20);
    }
    const updates = frame.sent.filter((request) => request.call === 'update');
    // a second at 50 frames
    expect(updates.length).toBeLessThanOrEqual(51);
    expect(updates.length).toBeGreaterThan(30);
    expect(updates.at(-1)?.data).toEqual({ headline: '500' });
  });
});

describe('a graphic that complains without end', () => {
  it('is heard only so often', () => {
    const heard: string[] = [];
    const refused: string[] = [];
    const calls = new FrameCalls(() => undefined, {
      onProblem: (detail) => heard.push(detail),
      onRefused: (address) => refused.push(address),
    });
    for (let n = 0; n < 1_000; n += 1) {
      calls.receive({ event: 'error', detail: `boom ${n}` });
      calls.receive({ event: 'refused', address: `https://a.example/${n}` });
      calls.receive({ event: 'refused', address: 'https://a.example/0' });
    }
    expect([heard.length, refused.length]).toEqual([20, 20]);
  });
});
