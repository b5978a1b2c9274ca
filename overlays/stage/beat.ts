/** Counts the frames this page draws, so that the outputs panel can tell a stutter. */

/** At 60 a second. A slower screen is recognised by its own rhythm. */
const FRAME_MS = 1000 / 60;

/** A frame is late when the gap before it is more than half a frame too long. */
const LATE = 1.5;

const BEAT_MS = 1000;

/**
 * Watching every frame costs as much processor time as a graphic that moves. While nothing does, so many frames a
 * second stand for the rest.
 */
const SAMPLE = 8;

export interface Count {
  frames: number;
  late: number;
}

/** Frames and late ones, from the times at which they were drawn. Pure. */
export class FrameMeter {
  #last: number | null = null;
  #gaps: number[] = [];

  get seen(): number {
    return this.#gaps.length;
  }

  /** @param at milliseconds */
  add(at: number): void {
    if (this.#last !== null) this.#gaps.push(at - this.#last);
    this.#last = at;
  }

  /** Nobody looks from here to the next frame that is added. */
  pause(): void {
    this.#last = null;
  }

  /** What came since the last call of this, as for a whole beat. A frame that is overdue counts as time watched. */
  take(now: number): Count {
    const gaps = this.#gaps;
    this.#gaps = [];
    const open = this.#last === null ? 0 : Math.max(0, now - this.#last);
    const watched = gaps.reduce((sum, gap) => sum + gap, open);
    const usual = Math.max(FRAME_MS, [...gaps].sort((a, b) => a - b)[Math.floor(gaps.length / 2)] ?? 0);
    return {
      frames: watched === 0 ? 0 : Math.round((gaps.length / watched) * BEAT_MS),
      late: gaps.filter((gap) => gap > usual * LATE).length,
    };
  }
}

/**
 * Tells `send` once a second what was drawn.
 * @param isMoving whether every frame is to be watched
 * @returns to be called when something may have begun to move
 */
export function startBeat(send: (count: Count) => void, isMoving: () => boolean): () => void {
  const meter = new FrameMeter();
  let watching = false;
  const tick = (at: number): void => {
    meter.add(at);
    watching = isMoving() || meter.seen < SAMPLE;
    if (watching) requestAnimationFrame(tick);
    else meter.pause();
  };
  const watch = (): void => {
    if (watching) return;
    watching = true;
    requestAnimationFrame(tick);
  };
  setInterval(() => {
    send(meter.take(performance.now()));
    watch();
  }, BEAT_MS);
  watch();
  return watch;
}
