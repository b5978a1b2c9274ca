// What is on the screen: one scene at a time, coming, on, going or off. Every call may interrupt the one before.
import { change } from './change.ts';
import type { Clock } from './clock.ts';
import { enter, last, leave, type Run } from './motion.ts';

type Phase = 'off' | 'in' | 'on' | 'out';

/** A picture on air, and how long it has been there, ms. */
export interface Past {
  scene: HTMLElement;
  since: number;
}

export class Showing {
  readonly #root: HTMLElement;
  readonly #clock: Clock;
  #phase: Phase = 'off';
  #scene: HTMLElement | null = null;
  /** A scene that arrived while the last one was leaving. */
  #waiting: HTMLElement | null = null;
  /** What moves now, and when it began. */
  #run: Run | null = null;
  #began = 0;
  #cleanUp: (() => void) | null = null;
  /** When the picture came on, and what has moved ever since. */
  #came = 0;
  #lasting: Run | null = null;

  constructor(root: HTMLElement, clock: Clock) {
    this.#root = root;
    this.#clock = clock;
  }

  /** A hidden scene in the document, for building and measuring. It is dropped unless given to {@link put}. */
  draft(): HTMLElement {
    const scene = document.createElement('div');
    scene.className = 'scene next';
    this.#root.append(scene);
    return scene;
  }

  /** What is on air and is not leaving; null when nothing is. */
  past(): Past | null {
    const scene = this.#phase === 'in' || this.#phase === 'on' ? this.#scene : null;
    return scene && { scene, since: this.#clock.now() - this.#came };
  }

  /** Makes a drafted scene the picture. What is on air changes in place, without a new entrance. */
  put(scene: HTMLElement, cut: boolean): void {
    const past = this.#scene;
    if (this.#phase === 'out') {
      this.#waiting?.remove();
      this.#waiting = scene;
      return;
    }
    const entering = this.#phase === 'in' && past !== null && !cut;
    const changing = this.#phase === 'on' && past !== null && !cut;
    if (this.#phase === 'in' && cut) this.#phase = 'on';
    this.#endRun();
    if (changing) {
      const { run, cleanUp } = change(past, scene);
      this.#start(run, this.#clock.now());
      this.#cleanUp = cleanUp;
      this.#scene = null; // the past leaves when the change is over
    }
    this.#take(scene);
    // The entrance goes on in the new scene from where it was in the old one.
    if (entering) this.#start(enter(scene), this.#began);
    if (this.#phase !== 'off') this.#keepMoving();
  }

  /** Brings the picture on, or back on when it was leaving. */
  show(cut: boolean): void {
    const resume = this.#phase === 'out' && this.#waiting === null;
    if (!resume || cut) this.#endRun();
    this.#takeWaiting();
    if (!resume) this.#came = this.#clock.now();
    this.#phase = cut ? 'on' : 'in';
    this.#root.classList.add('on');
    if (!cut && this.#scene) this.#start(enter(this.#scene, resume), this.#clock.now());
    this.#keepMoving();
  }

  /** Takes the picture off; it is gone when {@link settled} resolves. */
  hide(cut: boolean): void {
    if (this.#phase === 'off') return;
    if (this.#phase === 'out' && !cut) return;
    if (cut || !this.#scene) {
      this.#off();
      return;
    }
    this.#cleanUp?.();
    this.#cleanUp = null;
    this.#phase = 'out';
    this.#start(leave(this.#scene), this.#clock.now());
  }

  /** Resolves when what is going on now is over, or was taken over by something later. */
  async settled(): Promise<void> {
    const run = this.#run;
    if (!run) return;
    await run.done();
    if (run === this.#run) this.#end();
  }

  /** In held time: shows everything as it is now. */
  follow(): void {
    const now = this.#clock.now();
    if (this.#run && now - this.#began >= this.#run.length) this.#end();
    this.#run?.hold(now - this.#began);
    this.#lasting?.hold(now - this.#came);
  }

  /** Whatever moves is at its end at once. */
  finish(): void {
    if (this.#run) this.#end();
    this.#came = this.#clock.now();
    if (this.#phase === 'on') this.#keepMoving();
  }

  #start(run: Run, began: number): void {
    this.#run = run;
    this.#began = began;
    const since = this.#clock.now() - began;
    if (this.#clock.held) run.hold(since);
    else if (since > 0) run.seek(since);
  }

  /** What lasts is of the scene, but goes on from where it was in the scene before. */
  #keepMoving(): void {
    this.#lasting?.cancel();
    this.#lasting = this.#scene && last(this.#scene);
    const since = this.#clock.now() - this.#came;
    if (this.#clock.held) this.#lasting?.hold(since);
    else if (since > 0) this.#lasting?.seek(since);
  }

  #end(): void {
    if (this.#phase === 'out') {
      this.#off();
      return;
    }
    this.#endRun();
    this.#phase = 'on';
  }

  #off(): void {
    this.#phase = 'off';
    this.#root.classList.remove('on');
    this.#endRun();
    this.#lasting?.cancel();
    this.#lasting = null;
    this.#takeWaiting();
  }

  #endRun(): void {
    this.#run?.cancel();
    this.#run = null;
    this.#cleanUp?.();
    this.#cleanUp = null;
  }

  #take(scene: HTMLElement): void {
    scene.classList.remove('next');
    this.#scene?.remove();
    this.#scene = scene;
  }

  #takeWaiting(): void {
    if (this.#waiting) this.#take(this.#waiting);
    this.#waiting = null;
  }
}
