/** Counts the frames this page draws, so that the outputs panel can tell a stutter. */

/** At 60 a second. A slower screen is recognised by its own rhythm. */
const FRAME_MS = 1000 / 60;

/** A frame is late when the gap before it is more than half a frame too long. */
const LATE = 1.5;

export interface Count {
  frames: number;
  late: number;
}

/** Frames and late ones, from the times at which they were drawn. Pure. */
export class FrameMeter {
  #last: number | null = null;
  #gaps: number[] = [];

  /** @param at milliseconds */
  add(at: number): void {
    if (this.#last !== null) this.#gaps.push(at - this.#last);
    this.#last = at;
  }

  /** What came since the last call of this. */
  take(): Count {
    const gaps = this.#gaps;
    this.#gaps = [];
    const sorted = [...gaps].sort((a, b) => a - b);
    const usual = Math.max(FRAME_MS, sorted[Math.floor(sorted.length / 2)] ?? FRAME_MS);
    return { frames: gaps.length, late: gaps.filter((gap) => gap > usual * LATE).length };
  }
}

/** Tells `send` once a second what was drawn. */
export function startBeat(send: (count: Count) => void): void {
  const meter = new FrameMeter();
  const tick = (at: number): void => {
    meter.add(at);
    requestAnimationFrame(tick);
  };
  requestAnimationFrame(tick);
  setInterval(() => send(meter.take()), 1000);
}
