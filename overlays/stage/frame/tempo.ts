/**
 * A clock of the frame's own, so that a graphic can be looked at slowly or held at one moment, whatever moves it: Web
 * Animations are slowed by study.ts, scripts by this. It takes the place of the page's clock before the graphic's module
 * loads, and only in a frame that was opened to be studied (`/frame?study=1`): on air, time is the browser's. Times in ms.
 */

/** The browser's own time, and where an error of a callback goes. */
export interface RealTime {
  now(): number;
  setTimeout(run: () => void, ms: number): number;
  clearTimeout(id: number): void;
  requestFrame(run: () => void): void;
  report(error: unknown): void;
}

interface Timer {
  due: number;
  /** Milliseconds between two calls; null for a single one. */
  every: number | null;
  run: () => void;
}

/** A timer of no time would be due for ever while the clock is moved by hand. */
const LEAST_MS = 1;

export class VirtualClock {
  readonly #real: RealTime;
  readonly #timers = new Map<number, Timer>();
  #frames = new Map<number, FrameRequestCallback>();
  #lastId = 0;
  #rate = 1;
  /** This clock's time at the real time of the anchor. */
  #at: number;
  #anchor: number;
  #alarm: number | undefined;

  /** @param afterFrame called in each frame of the screen, after all that the graphic does in it */
  constructor(real: RealTime, afterFrame: () => void) {
    this.#real = real;
    this.#at = this.#anchor = real.now();
    const frame = (): void => {
      if (this.#rate > 0) this.#runFrames();
      afterFrame();
      real.requestFrame(frame);
    };
    real.requestFrame(frame);
  }

  get rate(): number {
    return this.#rate;
  }

  now(): number {
    return this.#at + (this.#real.now() - this.#anchor) * this.#rate;
  }

  /** @param rate 1 is the browser's own, 0 holds */
  setRate(rate: number): void {
    this.#at = this.now();
    this.#anchor = this.#real.now();
    this.#rate = rate;
    this.#setAlarm();
  }

  /** Moves a held clock on: what is due meanwhile is called in its order, and then one frame is drawn. */
  advance(ms: number): void {
    const end = this.#at + ms;
    for (let next = this.#next(); next && next[1].due <= end; next = this.#next()) {
      this.#at = Math.max(this.#at, next[1].due);
      this.#fire(...next);
    }
    this.#at = end;
    this.#runFrames();
  }

  addTimer(run: () => void, ms: number, repeats: boolean): number {
    const wait = Math.max(LEAST_MS, Number.isFinite(ms) ? ms : 0);
    const id = ++this.#lastId;
    this.#timers.set(id, { due: this.now() + wait, every: repeats ? wait : null, run });
    this.#setAlarm();
    return id;
  }

  removeTimer(id: number): void {
    if (this.#timers.delete(id)) this.#setAlarm();
  }

  addFrame(run: FrameRequestCallback): number {
    const id = ++this.#lastId;
    this.#frames.set(id, run);
    return id;
  }

  removeFrame(id: number): void {
    this.#frames.delete(id);
  }

  #next(): [number, Timer] | null {
    let next: [number, Timer] | null = null;
    for (const entry of this.#timers) if (!next || entry[1].due < next[1].due) next = entry;
    return next;
  }

  #fire(id: number, timer: Timer): void {
    if (timer.every === null) this.#timers.delete(id);
    else timer.due += timer.every;
    this.#guard(timer.run);
  }

  #runFrames(): void {
    // asked for within a frame is for the next one
    const due = this.#frames;
    this.#frames = new Map();
    const at = this.now();
    for (const run of due.values()) this.#guard(() => run(at));
  }

  /** One callback that throws does not keep the others from running, as in any page. */
  #guard(run: () => void): void {
    try {
      run();
    } catch (error) {
      this.#real.report(error);
    }
  }

  /** One real timer, for what is due first. */
  #setAlarm(): void {
    if (this.#alarm !== undefined) this.#real.clearTimeout(this.#alarm);
    this.#alarm = undefined;
    const next = this.#next();
    if (!next || this.#rate === 0) return;
    const wait = Math.max(0, (next[1].due - this.now()) / this.#rate);
    this.#alarm = this.#real.setTimeout(() => {
      this.#alarm = undefined;
      const now = this.now();
      for (let due = this.#next(); due && due[1].due <= now; due = this.#next()) this.#fire(...due);
      this.#setAlarm();
    }, wait);
  }
}

export interface StudyTime {
  clock: VirtualClock;
  /** Lets everything that waits for nothing but its turn happen. Real time. */
  turn(): Promise<void>;
  /** The browser's own. */
  realNow(): number;
  /** What is to be done in each frame of the screen. */
  onFrame(run: () => void): void;
}

/** Puts the clock in the place of this page's: performance.now, Date, timers and animation frames. */
export function installClock(): StudyTime {
  const realNow = performance.now.bind(performance);
  const dateNow = Date.now.bind(Date);
  const realTimeout = window.setTimeout.bind(window);
  const requestFrame = window.requestAnimationFrame.bind(window);
  const clearReal = window.clearTimeout.bind(window);
  const listeners: (() => void)[] = [];
  const clock = new VirtualClock(
    {
      now: realNow,
      setTimeout: (run, ms) => realTimeout(run, ms),
      clearTimeout: clearReal,
      requestFrame: (run) => void requestFrame(run),
      report: (error) => reportError(error),
    },
    () => {
      for (const run of listeners) run();
    },
  );
  const add =
    (repeats: boolean) =>
    (handler: TimerHandler, ms = 0, ...args: unknown[]): number =>
      // text as a handler is refused by the frame's policy anyway
      clock.addTimer(
        () => void (typeof handler === 'function' && Reflect.apply(handler, window, args)),
        ms,
        repeats,
      );
  const remove = (id?: number): void => clock.removeTimer(id ?? 0);
  const ahead = dateNow() - realNow();
  performance.now = () => clock.now();
  Date.now = () => Math.floor(clock.now() + ahead);
  window.Date = new Proxy(Date, {
    construct: (target, args, made) =>
      Reflect.construct(target, args.length === 0 ? [target.now()] : args, made) as Date,
    apply: (target) => new target(target.now()).toString(),
  });
  Object.assign(window, {
    setTimeout: add(false),
    setInterval: add(true),
    clearTimeout: remove,
    clearInterval: remove,
    requestAnimationFrame: (run: FrameRequestCallback) => clock.addFrame(run),
    cancelAnimationFrame: (id: number) => clock.removeFrame(id),
  });
  return {
    clock,
    turn: () => new Promise((resolve) => realTimeout(resolve, 0)),
    realNow,
    onFrame: (run) => void listeners.push(run),
  };
}
