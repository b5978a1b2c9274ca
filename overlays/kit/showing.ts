// What is on the screen: one scene at a time, coming, on, going or off. Every call may interrupt the one before.
import { change } from './change.ts';
import { enter, leave, type Run } from './motion.ts';

type Phase = 'off' | 'in' | 'on' | 'out';

export class Showing {
  readonly #root: HTMLElement;
  #phase: Phase = 'off';
  #scene: HTMLElement | null = null;
  /** A scene that arrived while the last one was leaving. */
  #waiting: HTMLElement | null = null;
  #run: Run | null = null;
  #cleanUp: (() => void) | null = null;
  #started = 0;

  constructor(root: HTMLElement) {
    this.#root = root;
  }

  /** A hidden scene in the document, for building and measuring. It is dropped unless given to {@link put}. */
  draft(): HTMLElement {
    const scene = document.createElement('div');
    scene.className = 'scene next';
    this.#root.append(scene);
    return scene;
  }

  /** Makes a drafted scene the picture. What is on air changes in place, without a new entrance. */
  put(scene: HTMLElement, cut: boolean): void {
    const last = this.#scene;
    if (this.#phase === 'out') {
      this.#waiting?.remove();
      this.#waiting = scene;
      return;
    }
    const entering = this.#phase === 'in' && last !== null && !cut;
    const changing = this.#phase === 'on' && last !== null && !cut;
    if (this.#phase === 'in' && cut) this.#phase = 'on';
    this.#endRun();
    if (changing) {
      const { run, cleanUp } = change(last, scene);
      this.#run = run;
      this.#cleanUp = cleanUp;
      this.#scene = null; // `last` leaves when the change is over
    }
    this.#take(scene);
    if (!entering) return;
    // The entrance goes on in the new scene from where it was in the old one.
    this.#run = enter(scene);
    this.#run.seek(performance.now() - this.#started);
  }

  /** Brings the picture on, or back on when it was leaving. */
  show(cut: boolean): void {
    const resume = this.#phase === 'out' && this.#waiting === null;
    if (!resume || cut) this.#endRun();
    this.#takeWaiting();
    this.#started = performance.now();
    this.#phase = cut ? 'on' : 'in';
    this.#root.classList.add('on');
    if (!cut && this.#scene) this.#run = enter(this.#scene, resume);
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
    this.#run = leave(this.#scene);
  }

  /** Resolves when what is going on now is over, or was taken over by something later. */
  async settled(): Promise<void> {
    const run = this.#run;
    if (!run) return;
    await run.done();
    if (run !== this.#run) return;
    if (this.#phase === 'out') this.#off();
    else {
      this.#endRun();
      this.#phase = 'on';
    }
  }

  #off(): void {
    this.#phase = 'off';
    this.#root.classList.remove('on');
    this.#endRun();
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
