/** The stage's two lines: to the station, which comes and goes, and to a frame, which may lie or say nothing. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { PROTOCOL, ToStation, type FromStation } from '../../core/protocol.ts';
import { Connection, waitBefore, type ConnectionState } from '../../overlays/stage/connection.ts';
import { FrameCalls } from '../../overlays/host/frame-calls.ts';
import { RECEIPT_LIMIT_MS, type Outcome } from '../../overlays/host/graphic-frame.ts';

class FakeSocket {
  static readonly OPEN = 1;
  static all: FakeSocket[] = [];
  readyState = 0;
  sent: string[] = [];
  onopen: (() => void) | null = null;
  onmessage: ((event: { data: unknown }) => void) | null = null;
  onclose: ((event: { code: number; reason: string }) => void) | null = null;

  constructor(readonly url: string) {
    FakeSocket.all.push(this);
  }

  send(text: string): void {
    this.sent.push(text);
  }

  open(): void {
    this.readyState = FakeSocket.OPEN;
    this.onopen?.();
  }

  say(message: unknown): void {
    this.onmessage?.({ data: typeof message === 'string' ? message : JSON.stringify(message) });
  }

  close(): void {
    this.readyState = 3;
    this.onclose?.({ code: 1006, reason: '' });
  }
}

beforeEach(() => {
  vi.useFakeTimers();
  FakeSocket.all = [];
  vi.stubGlobal('WebSocket', FakeSocket);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('the line to the station', () => {
  const states: ConnectionState[] = [];
  const problems: (string | null)[] = [];
  const messages: FromStation[] = [];
  let connection: Connection;
  beforeEach(() => {
    for (const list of [states, problems, messages]) list.length = 0;
    connection = new Connection('ws://station/ws?key=k', {
      hello: () => ({
        type: 'hello',
        protocol: PROTOCOL,
        role: 'stage',
        channel: 'program',
        kind: 'output',
        name: '',
        isolation: 'full',
        showing: [],
      }),
      onMessage: (message) => messages.push(message),
      onState: (state) => states.push(state),
      onProblem: (problem) => problems.push(problem),
    });
    connection.open();
  });
  const last = (): FakeSocket => {
    const socket = FakeSocket.all.at(-1);
    if (!socket) throw new Error('no socket');
    return socket;
  };
  const snapshot = { type: 'snapshot', revision: 1, view: {}, now: 0 };

  it('says hello in words that the station knows, and is live with the snapshot', () => {
    last().open();
    expect(ToStation.parse(JSON.parse(last().sent[0] ?? ''))).toMatchObject({ role: 'stage' });
    expect(states).toEqual([]);
    last().say(snapshot);
    expect(states).toEqual(['live']);
    expect(messages).toHaveLength(1);
  });

  it('comes back for ever, a little slower each time, and quickly again after it was live', () => {
    expect([1, 2, 3, 4, 5, 50].map(waitBefore)).toEqual([250, 500, 1000, 2000, 2000, 2000]);
    for (let failures = 1; failures <= 30; failures += 1) {
      last().close();
      vi.advanceTimersByTime(waitBefore(failures) - 1);
      expect(FakeSocket.all).toHaveLength(failures);
      vi.advanceTimersByTime(1);
      expect(FakeSocket.all).toHaveLength(failures + 1);
    }
    expect(new Set(states)).toEqual(new Set(['connecting']));
    last().open();
    last().say(snapshot);
    last().close();
    expect(states.at(-1)).toBe('lost');
    vi.advanceTimersByTime(250);
    expect(FakeSocket.all).toHaveLength(32);
  });

  it('lets nothing through that is not of the protocol', () => {
    last().open();
    for (const message of ['not json', { type: 'eval' }, { type: 'patch', revision: 'x' }, 7, null]) {
      last().say(message);
    }
    expect(messages).toEqual([]);
    expect(problems).toHaveLength(5);
    last().say(snapshot);
    expect(problems.at(-1)).toBeNull();
  });

  it('keeps the station’s own reason for a refusal', () => {
    last().open();
    last().say({ type: 'bye', code: 'wrong_version', detail: 'reload the page' });
    last().close();
    expect(problems).toEqual(['wrong_version: reload the page']);
  });

  it('drops what it cannot send', () => {
    connection.send({ type: 'resync' });
    expect(last().sent).toEqual([]);
  });
});

describe('the line to a frame', () => {
  const posted: { id: number; call: string }[] = [];
  const problems: string[] = [];
  let calls: FrameCalls;
  beforeEach(() => {
    posted.length = 0;
    problems.length = 0;
    calls = new FrameCalls((message) => posted.push(message), {
      onProblem: (detail) => problems.push(detail),
    });
  });
  const outcomeOf = (promise: Promise<Outcome>) => {
    const seen: Outcome[] = [];
    void promise.then((outcome) => seen.push(outcome));
    return seen;
  };
  const play = { call: 'play', goto: 0, skipAnimation: false } as const;
  const stop = { call: 'stop', skipAnimation: false } as const;

  it('posts in the same turn and finds each call its own answer', async () => {
    const first = outcomeOf(calls.send(play, 10_000));
    const second = outcomeOf(calls.send(stop, 10_000));
    expect(posted.map(({ call }) => call)).toEqual(['play', 'stop']);
    calls.receive({ id: posted[1]?.id, statusCode: 200 });
    await vi.advanceTimersByTimeAsync(0);
    expect(first).toEqual([]);
    expect(second).toEqual([{ statusCode: 200, statusMessage: '', timedOut: false }]);
  });

  it('gives up in time, and a late answer changes nothing', async () => {
    const seen = outcomeOf(calls.send(play, 10_000));
    await vi.advanceTimersByTimeAsync(9_999);
    expect(seen).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(seen).toMatchObject([{ statusCode: 504, timedOut: true }]);
    calls.receive({ id: posted[0]?.id, statusCode: 200 });
    await vi.advanceTimersByTimeAsync(0);
    expect(seen).toHaveLength(1);
  });

  it('a stop that is not even received is given up soon; a slow one is waited for', async () => {
    const hung = outcomeOf(calls.send(stop, 9_500));
    await vi.advanceTimersByTimeAsync(RECEIPT_LIMIT_MS);
    expect(hung).toMatchObject([{ timedOut: true }]);
    const slow = outcomeOf(calls.send(stop, 9_500));
    calls.receive({ event: 'received', id: posted[1]?.id });
    await vi.advanceTimersByTimeAsync(9_000);
    expect(slow).toEqual([]);
    await vi.advanceTimersByTimeAsync(500);
    expect(slow).toMatchObject([{ timedOut: true }]);
  });

  it('waits for ever where it is told so', async () => {
    const seen = outcomeOf(calls.send(play, null));
    await vi.advanceTimersByTimeAsync(3_600_000);
    expect(seen).toEqual([]);
  });

  it('is not misled by what a graphic makes up, and keeps its words short', async () => {
    const seen = outcomeOf(calls.send(play, 10_000));
    for (const message of [
      null,
      7,
      'x',
      [],
      { id: 'x', statusCode: 200 },
      { id: 99, statusCode: 200 },
      { event: 'error' },
    ]) {
      calls.receive(message);
    }
    await vi.advanceTimersByTimeAsync(0);
    expect(seen).toEqual([]);
    expect(problems).toEqual([]);
    calls.receive({ event: 'error', detail: 'x'.repeat(5000) });
    expect(problems[0]).toHaveLength(300);
  });

  it('says nothing more once it is closed', async () => {
    const seen = outcomeOf(calls.send(play, 10_000));
    calls.close();
    await vi.advanceTimersByTimeAsync(20_000);
    expect(seen).toEqual([]);
  });
});
