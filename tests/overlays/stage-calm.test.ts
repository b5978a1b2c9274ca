/** What only stands by waits while a graphic comes on; what is on air never does. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Calm, CALM_MS } from '../../overlays/stage/calm.ts';
import type { FrameRequest } from '../../overlays/host/frame-protocol.ts';
import { LayerHost } from '../../overlays/stage/layer-host.ts';
import { makeCue, makeStation } from '../support/builders.ts';

describe('an entrance', () => {
  const station = () =>
    makeStation({ cues: ['a', 'b', 'c'].map((id, i) => makeCue({ id, number: i + 1, name: id })) });
  let loaded: string[];
  let host: LayerHost;

  beforeEach(() => {
    vi.useFakeTimers();
    loaded = [];
    host = new LayerHost({
      openFrame: () => ({
        send(request: FrameRequest) {
          if (request.call === 'load') loaded.push(String(request.data['headline']));
          return Promise.resolve({ statusCode: 200, statusMessage: '', timedOut: false });
        },
        raise: () => undefined,
        remove: () => undefined,
      }),
      report: () => undefined,
      show: () => undefined,
      calm: new Calm(),
    });
  });
  afterEach(() => vi.useRealTimers());

  const ticks = async (): Promise<void> => {
    for (let tick = 0; tick < 20; tick += 1) await Promise.resolve();
  };

  /** A station whose every change reaches the layer. */
  function connected() {
    const { do: run, layer } = station();
    return (command: { type: string; cueId: string }): void => {
      run(command);
      const wanted = structuredClone(layer());
      for (const item of [wanted.current, wanted.armed]) if (item) item.data = { headline: item.cue.name };
      host.set(wanted, null);
    };
  }

  /** Cue a is on its way up, and b has just been told to stand by. */
  async function entering() {
    const put = connected();
    put({ type: 'cue.take', cueId: 'a' });
    await ticks();
    put({ type: 'cue.arm', cueId: 'b' });
    return put;
  }

  it('is not disturbed by what stands by, which is made when it is over', async () => {
    await entering();
    expect(loaded).toEqual(['a']);
    await vi.advanceTimersByTimeAsync(CALM_MS - 1);
    expect(loaded).toEqual(['a']);
    await vi.advanceTimersByTimeAsync(2);
    expect(loaded).toEqual(['a', 'b']);
  });

  it('is not disturbed by the cue that its own take stands by', async () => {
    const put = connected();
    put({ type: 'cue.recall', cueId: 'a' });
    await ticks();
    put({ type: 'cue.take', cueId: 'a' });
    expect(loaded).toEqual(['a']);
    await vi.advanceTimersByTimeAsync(CALM_MS + 1);
    expect(loaded).toEqual(['a', 'b']);
  });

  it('never holds up a take', async () => {
    const put = await entering();
    put({ type: 'cue.take', cueId: 'b' });
    expect(loaded).toEqual(['a', 'b']);
  });
});
