/** The clock of a frame that is studied: slow, held, and moved by hand, with what it calls always in the order of time. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { VirtualClock, type RealTime } from '../../overlays/stage/frame/tempo.ts';

/** The browser's own time, moved by the test. */
class FakeReal implements RealTime {
  at = 1000;
  readonly reported: unknown[] = [];
  #timers = new Map<number, { due: number; run: () => void }>();
  #frames: (() => void)[] = [];
  #ids = 0;

  now = (): number => this.at;
  setTimeout = (run: () => void, ms: number): number => {
    this.#timers.set(++this.#ids, { due: this.at + ms, run });
    return this.#ids;
  };
  clearTimeout = (id: number): void => void this.#timers.delete(id);
  requestFrame = (run: () => void): void => void this.#frames.push(run);
  report = (error: unknown): void => void this.reported.push(error);

  frame(): void {
    const due = this.#frames;
    this.#frames = [];
    for (const run of due) run();
  }

  pass(ms: number): void {
    const end = this.at + ms;
    for (;;) {
      const next = [...this.#timers].sort((a, b) => a[1].due - b[1].due)[0];
      if (!next || next[1].due > end) break;
      this.#timers.delete(next[0]);
      this.at = Math.max(this.at, next[1].due);
      next[1].run();
    }
    this.at = end;
  }
}

function clockOf(): { real: FakeReal; clock: VirtualClock; frames: number[] } {
  const real = new FakeReal();
  const frames: number[] = [];
  const clock = new VirtualClock(real, () => frames.push(real.at));
  return { real, clock, frames };
}

describe('the clock of a studied frame', () => {
  it('runs as the browser’s until it is told otherwise', () => {
    const { real, clock } = clockOf();
    real.pass(40);
    expect(clock.now()).toBe(1040);
  });

  it('runs slowly, without a jump where it changes', () => {
    const { real, clock } = clockOf();
    real.pass(100);
    clock.setRate(0.25);
    expect(clock.now()).toBe(1100);
    real.pass(100);
    expect(clock.now()).toBe(1125);
  });

  it('calls a timer later by as much as time is slow, and not at all while it is held', () => {
    const { real, clock } = clockOf();
    const called: number[] = [];
    clock.addTimer(() => called.push(clock.now()), 100, false);
    clock.setRate(0.1);
    real.pass(999);
    expect(called).toEqual([]);
    clock.setRate(0);
    real.pass(5000);
    expect(called).toEqual([]);
    clock.setRate(1);
    real.pass(1);
    expect(called).toHaveLength(1);
  });

  it('moves a held clock by hand: timers at their time, then one frame', () => {
    const { clock } = clockOf();
    clock.setRate(0);
    const said: string[] = [];
    const say = (what: string) => () => said.push(`${what} ${clock.now() - 1000}`);
    clock.addTimer(say('late'), 30, false);
    clock.addTimer(say('tick'), 10, true);
    clock.addFrame((at) => said.push(`frame ${at - 1000}`));
    clock.advance(25);
    expect(said).toEqual(['tick 10', 'tick 20', 'frame 25']);
    clock.advance(10);
    expect(said.slice(3)).toEqual(['late 30', 'tick 30']);
  });

  it('lets a timer of no time wait a moment, or it would be due for ever', () => {
    const { clock } = clockOf();
    clock.setRate(0);
    let calls = 0;
    const again = (): void => {
      calls += 1;
      clock.addTimer(again, 0, false);
    };
    clock.addTimer(again, 0, false);
    clock.advance(20);
    expect(calls).toBe(20);
  });

  it('draws no frame of the graphic while it is held, and goes on counting the screen’s', () => {
    const { real, clock, frames } = clockOf();
    let drawn = 0;
    clock.setRate(0);
    clock.addFrame(() => (drawn += 1));
    real.frame();
    real.frame();
    expect([drawn, frames.length]).toEqual([0, 2]);
    clock.setRate(0.5);
    real.frame();
    expect(drawn).toBe(1);
  });

  it('goes on when a callback throws', () => {
    const { real, clock } = clockOf();
    clock.setRate(0);
    const called: string[] = [];
    clock.addTimer(
      () => {
        throw new Error('the designer forgot something');
      },
      5,
      false,
    );
    clock.addTimer(() => called.push('next'), 6, false);
    clock.advance(10);
    expect(called).toEqual(['next']);
    expect(real.reported).toHaveLength(1);
  });

  it('calls every timer once, in the order of time, however the clock is moved', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 500 }), { maxLength: 20 }),
        fc.array(fc.integer({ min: 1, max: 90 }), { maxLength: 12 }),
        (waits, steps) => {
          const { clock } = clockOf();
          clock.setRate(0);
          const called: number[] = [];
          for (const wait of waits) clock.addTimer(() => called.push(wait), wait, false);
          for (const step of steps) clock.advance(step);
          const passed = steps.reduce((sum, step) => sum + step, 0);
          expect(called).toEqual(waits.filter((wait) => wait <= passed).sort((a, b) => a - b));
        },
      ),
    );
  });
});
