/** One layer of the stage: what it asks of frames and reports to the station, from take to off, with every failure. */
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { LEAVE_LIMIT_MS } from '../../core/commands/stage.ts';
import { ACTION_LIMIT_MS, LOAD_LIMIT_MS, OVERLAP_MS } from '../../overlays/stage/layer-host.ts';
import { Bench } from './stage-bench.ts';

let bench: Bench;
beforeEach(() => {
  bench = new Bench();
});

describe('a take', () => {
  it('of an armed graphic is one play in the same turn, and is reported as it is seen', async () => {
    bench.do({ type: 'cue.recall', number: 1 });
    const frame = bench.frame(0);
    expect(frame.sent).toMatchObject([
      { call: 'load', main: '/graphics/plain/plain-hash/graphic.js', layer: 'lower-third' },
    ]);
    await frame.answer('load');
    expect(bench.state).toBe('armed');
    bench.do({ type: 'cue.take', cueId: 'a' });
    // no promise has had a chance to run
    expect(frame.sent.at(-1)).toEqual({ call: 'play', goto: 0, skipAnimation: false });
    expect(bench.shown.at(-1)).toEqual(['coming', 'a']);
    await frame.answer('play');
    expect(bench.shown.at(-1)).toEqual(['on', 'a']);
    expect(bench.events()).toEqual(['armed', 'coming', 'on']);
    expect(bench.station.on().phase).toBe('on');
  });

  it('of a graphic that is not loaded plays as soon as it is', async () => {
    bench.do({ type: 'cue.take', cueId: 'a' });
    expect(bench.state).toBe('coming');
    expect(bench.frame(0).calls).toEqual(['load']);
    await bench.frame(0).answer('load');
    expect(bench.frame(0).calls).toEqual(['load', 'play']);
  });

  it('plays first and makes the next frame after that', async () => {
    bench.do({ type: 'cue.recall', number: 1 });
    await bench.frame(0).answer('load');
    let playedBefore: boolean | null = null;
    const first = bench.frame(0);
    const push = bench.frames.push.bind(bench.frames);
    bench.frames.push = (...made) => {
      playedBefore = first.calls.includes('play');
      return push(...made);
    };
    // taking the cue on preview arms the next one on the same layer
    bench.do({ type: 'cue.take' });
    expect(bench.frames).toHaveLength(2);
    expect(playedBefore).toBe(true);
  });

  it('never shares a host name with what is on the layer', async () => {
    await bench.onAir('a');
    bench.do({ type: 'cue.take', cueId: 'b' });
    expect(bench.frames.map(({ lane }) => lane)).toEqual([1, 2]);
  });
});

describe('a swap', () => {
  it('keeps the old one until the new one plays, and puts the new one in front', async () => {
    const first = await bench.onAir('a');
    bench.do({ type: 'cue.take', cueId: 'b' });
    const second = bench.frame(1);
    expect(first.calls).not.toContain('stop');
    expect(bench.shown.at(-1)).toEqual(['coming', 'b']);
    await second.answer('load');
    expect(first.calls.at(-1)).toBe('stop');
    expect(second).toMatchObject({ seen: true, raised: 1 });
    await first.answer('stop');
    expect(first.removed).toBe(true);
    expect(bench.station.layer().leaving).toBeNull();
  });

  it('to one that does not load leaves the old one on air', async () => {
    const first = await bench.onAir('a');
    bench.do({ type: 'cue.take', cueId: 'b' });
    await bench.frame(1).answer('load', { statusCode: 500, statusMessage: 'no font' });
    expect(first).toMatchObject({ seen: true, removed: false });
    expect(first.calls).not.toContain('stop');
    expect(bench.station.on().cue.name).toBe('a');
    expect(bench.shown.at(-1)).toEqual(['on', 'a']);
    expect(bench.live).toEqual([first]);
  });

  it('waits less for the new one than the station does for the old one', () => {
    expect(LOAD_LIMIT_MS).toBeLessThan(LEAVE_LIMIT_MS);
  });
});

describe('out', () => {
  it('reports off when the graphic has left, and drops its frame', async () => {
    const frame = await bench.onAir('a');
    bench.do({ type: 'layer.out' });
    expect(frame.sent.at(-1)).toEqual({ call: 'stop', skipAnimation: false });
    expect(bench.shown.at(-1)).toEqual(['going', 'a']);
    await frame.answer('stop');
    expect(bench.shown.at(-1)).toEqual(['off', null]);
    expect(bench.events().at(-1)).toBe('off');
    expect(bench.live).toEqual([]);
  });

  it('of a graphic that is still loading is off at once', () => {
    bench.do({ type: 'cue.take', cueId: 'a' });
    bench.do({ type: 'layer.out' });
    expect(bench.live).toEqual([]);
    expect(bench.state).toBe('off');
  });

  it('of one that hangs drops the frame, and its host name is not used again', async () => {
    const frame = await bench.onAir('a');
    bench.do({ type: 'layer.out' });
    await frame.answer('stop', { statusCode: 504, timedOut: true });
    expect(frame.removed).toBe(true);
    expect(bench.events().at(-1)).toBe('off');
    const next = await bench.onAir('b');
    expect(next.lane).toBe(2);
  });

  it('wins over a play that comes back late', async () => {
    bench.do({ type: 'cue.take', cueId: 'a' });
    const frame = bench.frame(0);
    await frame.answer('load');
    bench.do({ type: 'layer.out' });
    await frame.answer('play');
    expect(bench.state).toBe('going');
    await frame.answer('play').catch(() => undefined);
    await frame.answer('stop');
    expect(bench.state).toBe('off');
  });

  it('panic drops everything without asking', async () => {
    await bench.onAir('a');
    bench.do({ type: 'cue.take', cueId: 'b' });
    bench.do({ type: 'air.panic' });
    expect(bench.live).toEqual([]);
    expect(bench.state).toBe('off');
  });
});

describe('updates', () => {
  const newData = (headline: string): void => {
    bench.do({ type: 'cue.edit', cueId: 'a', changes: { data: { headline } } });
    bench.do({ type: 'layer.update', layer: 'lower-third' });
  };

  it('while one is under way only the last is sent after it', async () => {
    const frame = await bench.onAir('a');
    for (const headline of ['one', 'two', 'three', 'four']) newData(headline);
    expect(frame.sent.filter(({ call }) => call === 'update')).toHaveLength(1);
    await frame.answer('update');
    const updates = frame.sent.filter((request) => request.call === 'update');
    expect(updates.map(({ data }) => data['headline'])).toEqual(['one', 'four']);
    await frame.answer('update');
    expect(frame.waiting).toEqual([]);
    expect(bench.state).toBe('on');
  });

  it('refused on air leave the picture, and the desk is told', async () => {
    const frame = await bench.onAir('a');
    newData('far too long');
    await frame.answer('update', { statusCode: 422, statusMessage: 'it is too long' });
    expect(frame.seen).toBe(true);
    expect(bench.station.on()).toMatchObject({
      phase: 'on',
      problem: '“plain” did not take the new data: it is too long',
    });
  });

  it('that throw on air take the graphic off: half a picture is worse than none', async () => {
    const frame = await bench.onAir('a');
    newData('x');
    await frame.answer('update', { statusCode: 500, statusMessage: 'boom' });
    expect(frame.removed).toBe(true);
    expect(bench.state).toBe('fault');
    expect(bench.station.on()).toMatchObject({ phase: 'fault' });
  });

  it('refused before air keep the graphic off air', async () => {
    bench.do({ type: 'cue.recall', number: 1 });
    const frame = bench.frame(0);
    await frame.answer('load');
    bench.do({ type: 'cue.edit', cueId: 'a', changes: { data: { headline: 'x' } } });
    expect(frame.sent.at(-1)).toMatchObject({ call: 'update', skipAnimation: true });
    await frame.answer('update', { statusCode: 422, statusMessage: 'no' });
    expect(bench.state).toBe('fault');
    expect(() => bench.do({ type: 'cue.take', cueId: 'a' })).toThrow('graphic_fault');
  });
});

describe('steps', () => {
  it('go on without a new entrance, and a play that was overtaken does not count', async () => {
    bench.do({ type: 'cue.take', cueId: 'a' });
    const frame = bench.frame(0);
    await frame.answer('load');
    bench.do({ type: 'layer.continue', layer: 'lower-third' });
    expect(frame.sent.at(-1)).toEqual({ call: 'play', goto: 1, skipAnimation: false });
    // the first play never finished, because the second took over
    await frame.answer('play', { statusCode: 504, timedOut: true });
    expect(bench.state).toBe('coming');
    await frame.answer('play');
    expect(bench.state).toBe('on');
  });
});

describe('faults', () => {
  it.each([
    ['load', { statusCode: 424, statusMessage: 'the image “x.png” could not be loaded' }, 'x.png'],
    ['load', { statusCode: 504, timedOut: true }, `did not load within ${LOAD_LIMIT_MS / 1000} seconds`],
    ['play', { statusCode: 500, statusMessage: 'boom' }, 'did not play: boom'],
    ['play', { statusCode: 504, timedOut: true }, `did not play within ${ACTION_LIMIT_MS / 1000} seconds`],
  ] as const)('in %s: the layer goes clean and says why', async (call, outcome, words) => {
    bench.do({ type: 'cue.take', cueId: 'a' });
    const frame = bench.frame(0);
    if (call === 'play') await frame.answer('load');
    await frame.answer(call, outcome);
    expect(frame.removed).toBe(true);
    expect(bench.shown.at(-1)).toEqual(['fault', 'a']);
    expect(bench.station.on()).toMatchObject({
      phase: 'fault',
      problem: expect.stringContaining(words) as string,
    });
    bench.do({ type: 'layer.out' });
    expect(bench.state).toBe('off');
    await bench.onAir('b');
    expect(bench.state).toBe('on');
  });

  it('is said again when the layer is given back to a graphic that had failed before', async () => {
    for (const cueId of ['a', 'b']) {
      bench.do({ type: 'cue.take', cueId });
      await bench.frame(bench.frames.length - 1).answer('load', { statusCode: 500 });
    }
    expect(bench.state).toBe('fault');
    expect(bench.station.on().phase).toBe('fault');
  });

  it('a frame that goes to another page is dropped', async () => {
    const frame = await bench.onAir('a');
    frame.listener.onLost('went to another page');
    expect(frame.removed).toBe(true);
    expect(bench.state).toBe('fault');
  });

  it('an error outside any call is told once and stops nothing', async () => {
    const frame = await bench.onAir('a');
    frame.listener.onProblem('late boom');
    frame.listener.onProblem('late boom');
    expect(bench.events()).toEqual(['armed', 'coming', 'on', 'on']);
    expect(bench.station.on()).toMatchObject({ phase: 'on', problem: 'late boom' });
    expect(frame.seen).toBe(true);
  });
});

describe('a graphic that leaves by itself', () => {
  it('is off when nothing of it is left to be seen', async () => {
    const frame = await bench.onAir('once');
    expect(frame.calls.at(-1)).toBe('watch');
    expect(bench.state).toBe('on');
    await frame.answer('watch');
    expect(bench.state).toBe('off');
    expect(bench.live).toEqual([]);
  });
});

describe('after a break', () => {
  it('a new page brings back what was on air, at its step and without an entrance', async () => {
    await bench.onAir('a');
    bench.do({ type: 'layer.continue', layer: 'lower-third' });
    bench.open();
    bench.sync(true);
    await bench.frame(0).answer('load');
    expect(bench.frame(0).sent.at(-1)).toEqual({ call: 'play', goto: 1, skipAnimation: true });
  });

  it('a take that comes in the snapshot itself still has its entrance', async () => {
    bench.connected = false;
    bench.do({ type: 'cue.take', cueId: 'a' });
    bench.connected = true;
    bench.station.now += 500;
    bench.sync(true);
    await bench.frame(0).answer('load');
    expect(bench.frame(0).sent.at(-1)).toMatchObject({ call: 'play', skipAnimation: false });
  });

  it('the same page keeps its picture, touches nothing and says what the station missed', async () => {
    bench.do({ type: 'cue.take', cueId: 'a' });
    const frame = bench.frame(0);
    await frame.answer('load');
    bench.connected = false;
    await frame.answer('play');
    expect(bench.station.on().phase).toBe('coming');
    bench.connected = true;
    bench.sync(true);
    expect(bench.station.on().phase).toBe('on');
    expect(frame.calls).toEqual(['load', 'play']);
  });

  it('says that what was leaving is gone', async () => {
    const frame = await bench.onAir('a');
    bench.do({ type: 'layer.out' });
    bench.connected = false;
    await frame.answer('stop');
    bench.connected = true;
    bench.sync(true);
    expect(bench.station.layer().leaving).toBeNull();
  });
});

describe('an output that was frozen and follows again', () => {
  /** What happens reaches nobody; then all of it comes at once. */
  function whileFrozen(...commands: ({ type: string } & Record<string, unknown>)[]): void {
    bench.connected = false;
    for (const command of commands) bench.do(command);
    bench.connected = true;
    bench.sync(true, true);
  }

  it('shows what was taken a moment ago without an entrance', async () => {
    whileFrozen({ type: 'cue.take', cueId: 'a' });
    await bench.frame(0).answer('load');
    expect(bench.frame(0).sent.at(-1)).toEqual({ call: 'play', goto: 0, skipAnimation: true });
  });

  it('shows what stood by without an entrance too', async () => {
    bench.do({ type: 'cue.recall', number: 1 });
    await bench.frame(0).answer('load');
    whileFrozen({ type: 'cue.take', cueId: 'a' });
    expect(bench.frame(0).sent.at(-1)).toEqual({ call: 'play', goto: 0, skipAnimation: true });
  });

  it('keeps the old picture until the new one is there, and then takes it off at once', async () => {
    const old = await bench.onAir('a');
    whileFrozen({ type: 'cue.take', cueId: 'b' }, { type: 'cue.take', cueId: 'c' });
    const next = bench.frame(bench.frames.length - 1);
    expect(old.seen).toBe(true);
    await next.answer('load');
    expect([old.seen, next.seen]).toEqual([true, true]);
    vi.useFakeTimers();
    onTestFinished(() => void vi.useRealTimers());
    await next.answer('play');
    // it is on, but not on the screen yet
    expect([old.seen, next.seen]).toEqual([true, true]);
    vi.advanceTimersByTime(OVERLAP_MS);
    expect(old.removed || old.sent.at(-1)?.call === 'stop').toBe(true);
    expect(old.sent.filter(({ call }) => call === 'stop')).toEqual(
      old.removed ? [] : [{ call: 'stop', skipAnimation: true }],
    );
  });

  it('takes off what is gone at once', async () => {
    const old = await bench.onAir('a');
    whileFrozen({ type: 'layer.out', layer: 'lower-third' });
    expect(old.sent.at(-1)).toEqual({ call: 'stop', skipAnimation: true });
  });

  it('cuts to new data and to the step that is on', async () => {
    const frame = await bench.onAir('a');
    whileFrozen(
      { type: 'cue.edit', cueId: 'a', changes: { data: { headline: 'New' } } },
      { type: 'layer.update', layer: 'lower-third' },
      { type: 'layer.continue', layer: 'lower-third' },
    );
    expect(frame.sent.slice(2)).toMatchObject([
      { call: 'update', data: { headline: 'New' }, skipAnimation: true },
      { call: 'play', goto: 1, skipAnimation: true },
    ]);
    await frame.answer('update');
    await frame.answer('play');
    bench.do({ type: 'layer.out', layer: 'lower-third' });
    expect(frame.sent.at(-1)).toEqual({ call: 'stop', skipAnimation: false });
  });
});
