/**
 * What the workbench, the checker and rendering out may do to a graphic's time, and what they may ask of its picture.
 * The stage uses none of it. Lengths in px, times in ms.
 */
import type { FrameLook } from '../../../core/protocol.ts';
import { Attendance } from './attendance.ts';
import { animationsIn, isMoving, paintedIn } from './picture.ts';
import { sceneOf, seenThrough, textIn } from './scene.ts';
import type { Status } from './status.ts';
import type { StudyTime } from './tempo.ts';

/** A gap between two frames longer than this is one missed. */
const LATE_MS = 25;
const FRAME_MS = 1000 / 60;

const endOf = ({ effect }: Animation): number => Number(effect?.getComputedTiming().endTime ?? 0);

const timeOf = ({ currentTime }: Animation): number => (typeof currentTime === 'number' ? currentTime : 0);

/** As it was before the graphic's frames are counted: ours are not among them. */
const requestAnimationFrame = window.requestAnimationFrame.bind(window);

export class Study {
  readonly #wrapper: HTMLElement;
  /** Null where the page's own clock runs: then scripts cannot be slowed, only animations. */
  readonly #time: StudyTime | null;
  readonly #errors: string[] = [];
  readonly #refused = new Set<string>();
  readonly #attendance = new Attendance();
  /** Animations whose rate was changed, with the rate they were made with. */
  readonly #own = new Map<Animation, number>();
  #rate = 1;
  /** When the last call to the graphic came, by its own clock. */
  #origin = 0;
  #frames = 0;
  #dropped = 0;
  #longest = 0;

  constructor(wrapper: HTMLElement, time: StudyTime | null) {
    this.#wrapper = wrapper;
    this.#time = time;
    document.addEventListener('securitypolicyviolation', ({ blockedURI }) => this.#refused.add(blockedURI));
    this.#watch();
  }

  /** From now on what the graphic does against the standard is noted. */
  attend(graphic: HTMLElement): void {
    this.#attendance.attend(graphic);
  }

  /** An error outside any call. */
  note(error: string): void {
    if (this.#errors.length < 20) this.#errors.push(error);
  }

  /** A call to the graphic begins: `seek` counts from here. */
  begin(): void {
    this.#origin = this.#time?.clock.now() ?? 0;
  }

  tempo(rate: number): void {
    this.#rate = rate;
    this.#time?.clock.setRate(rate);
    this.#sweep();
  }

  /**
   * Holds it as it is so long after the last call. With a clock of its own it gets there frame by frame, so that what a
   * script begins on the way begins at its time; but never back, since what a script has done is done.
   */
  async seek(ms: number): Promise<Status> {
    if (!this.#time) return this.#place(ms);
    const { clock, turn } = this.#time;
    this.tempo(0);
    const target = this.#origin + ms;
    if (target < clock.now() - 0.5) return { statusCode: 409, statusMessage: 'its time runs forward only' };
    // what the call has begun may still wait for its turn
    await turn();
    while (clock.now() < target - 0.001) {
      const step = Math.min(FRAME_MS, target - clock.now());
      this.#sweep();
      const moving = [...this.#own];
      clock.advance(step);
      for (const [animation, rate] of moving) this.#move(animation, rate, step);
      await turn();
    }
    this.#sweep();
    return { statusCode: 200 };
  }

  look(): FrameLook {
    const asked = performance.getEntriesByType('resource').map(({ name }) => name);
    const requests = [...new Set([...asked, ...this.#refused])].map((url) => ({
      url,
      refused: this.#refused.has(url),
    }));
    const seen = {
      ...seenThrough(this.#wrapper, () => ({
        painted: paintedIn(this.#wrapper),
        text: textIn(this.#wrapper),
        scene: sceneOf(this.#wrapper),
      })),
      moving: isMoving(),
      leftovers: document.body.childElementCount - 1,
      requests,
      frames: this.#frames,
      dropped: this.#dropped,
      longest: Math.round(this.#longest),
      errors: [...this.#errors],
      timers: this.#attendance.timers,
      slips: [...this.#attendance.slips],
    };
    this.#frames = this.#dropped = this.#longest = 0;
    return seen;
  }

  #place(ms: number): Status {
    for (const animation of animationsIn(document)) {
      animation.pause();
      animation.currentTime = ms;
    }
    return { statusCode: 200 };
  }

  /** Gives everything that moves the rate that time has here. What is over, or was held by the graphic, stays so. */
  #sweep(): void {
    for (const animation of animationsIn(document)) {
      if (animation.playState !== 'running') continue;
      const own = this.#own.get(animation) ?? animation.playbackRate;
      const rate = own * this.#rate;
      if (animation.playbackRate !== rate) animation.playbackRate = rate;
      if (this.#rate === 1) this.#own.delete(animation);
      else this.#own.set(animation, own);
    }
  }

  #move(animation: Animation, rate: number, step: number): void {
    if (animation.playState !== 'running') {
      this.#own.delete(animation);
      return;
    }
    const at = timeOf(animation) + step * rate;
    if (at < endOf(animation) && at > 0) {
      animation.currentTime = at;
      return;
    }
    this.#own.delete(animation);
    // it can end only while it runs
    animation.playbackRate = rate;
    animation.finish();
  }

  /** Counts frames, and slows what has begun since the last one before it is drawn. */
  #watch(): void {
    const now = this.#time?.realNow ?? (() => performance.now());
    let last = now();
    const frame = (): void => {
      const at = now();
      const gap = at - last;
      last = at;
      this.#frames += 1;
      this.#longest = Math.max(this.#longest, gap);
      if (gap > LATE_MS) this.#dropped += Math.round(gap / FRAME_MS) - 1;
      if (this.#rate !== 1) this.#sweep();
    };
    if (this.#time) return this.#time.onFrame(frame);
    const again = (): void => {
      frame();
      requestAnimationFrame(again);
    };
    requestAnimationFrame(again);
  }
}
