/**
 * What the workbench, the checker and rendering out may do to a graphic's time, and what they may ask of its picture.
 * The stage uses none of it. Lengths in px, times in ms.
 */
import type { FrameLook } from '../../../core/protocol.ts';
import { Attendance } from './attendance.ts';
import { isMoving, paintedIn } from './picture.ts';
import { sceneOf, seenThrough, textIn } from './scene.ts';

/** A gap between two frames longer than this is one missed. */
const LATE_MS = 25;

/** As it was before the graphic's frames are counted: ours are not among them. */
const requestAnimationFrame = window.requestAnimationFrame.bind(window);

export class Study {
  readonly #wrapper: HTMLElement;
  readonly #errors: string[] = [];
  readonly #refused = new Set<string>();
  readonly #attendance = new Attendance();
  #rate = 1;
  #frames = 0;
  #dropped = 0;
  #longest = 0;

  constructor(wrapper: HTMLElement) {
    this.#wrapper = wrapper;
    document.addEventListener('securitypolicyviolation', ({ blockedURI }) => this.#refused.add(blockedURI));
    this.#count();
  }

  /** From now on what the graphic does against the standard is noted. */
  attend(graphic: HTMLElement): void {
    this.#attendance.attend(graphic);
  }

  /** An error outside any call. */
  note(error: string): void {
    if (this.#errors.length < 20) this.#errors.push(error);
  }

  tempo(rate: number): void {
    this.#rate = rate;
    for (const animation of document.getAnimations()) animation.playbackRate = rate;
  }

  seek(ms: number): void {
    for (const animation of document.getAnimations()) {
      animation.pause();
      animation.currentTime = ms;
    }
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

  #count(): void {
    let last = performance.now();
    const frame = (now: number): void => {
      const gap = now - last;
      last = now;
      this.#frames += 1;
      this.#longest = Math.max(this.#longest, gap);
      if (gap > LATE_MS) this.#dropped += Math.round(gap / (1000 / 60)) - 1;
      // what begins while time runs slowly is slow too
      if (this.#rate !== 1)
        for (const animation of document.getAnimations()) animation.playbackRate = this.#rate;
      requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
  }
}
