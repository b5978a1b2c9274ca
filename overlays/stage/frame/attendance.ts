/**
 * Watches how a graphic behaves: which methods it lacks, what its answers look like, and the timers it keeps. For the
 * checker and the workbench; on air nobody makes one.
 */
import type { FrameSlip } from '../../../core/protocol.ts';

const METHODS = ['load', 'playAction', 'updateAction', 'stopAction', 'customAction', 'dispose'];
const OPTIONAL = ['goToTime', 'setActionsSchedule'];

const isThenable = (value: unknown): value is PromiseLike<unknown> =>
  typeof value === 'object' && value !== null && 'then' in value && typeof value.then === 'function';

export class Attendance {
  readonly slips: FrameSlip[] = [];
  /** Of timeouts, intervals and frames, each with its kind, for their numbers are not of one series. */
  readonly #pending = new Set<string>();

  constructor() {
    this.#watchTimers();
    this.#watchFrames();
  }

  get timers(): number {
    return this.#pending.size;
  }

  attend(graphic: HTMLElement): void {
    for (const name of [...METHODS, ...OPTIONAL]) {
      const method: unknown = Reflect.get(graphic, name);
      if (typeof method !== 'function') {
        if (METHODS.includes(name)) this.#slip(name, 'missing');
        continue;
      }
      const value = (...params: unknown[]): unknown =>
        this.#heard(name, Reflect.apply(method, graphic, params) as unknown);
      Reflect.defineProperty(graphic, name, { configurable: true, writable: true, value });
    }
  }

  #heard(call: string, answer: unknown): unknown {
    if (!isThenable(answer)) this.#slip(call, 'sync');
    // beside the call: what it answers goes on its way as it is
    void Promise.resolve(answer).then(
      (value) => this.#read(call, value),
      (error: unknown) => {
        if (!(error instanceof Error)) this.#slip(call, 'reject');
      },
    );
    return answer;
  }

  #read(call: string, answer: unknown): void {
    if (answer === undefined) return;
    if (
      typeof answer !== 'object' ||
      answer === null ||
      typeof Reflect.get(answer, 'statusCode') !== 'number'
    )
      this.#slip(call, 'answer');
    if (call !== 'playAction' || typeof answer !== 'object' || answer === null) return;
    const step: unknown = Reflect.get(answer, 'currentStep');
    if (step !== undefined && typeof step !== 'number') this.#slip(call, 'step');
  }

  #slip(call: string, what: FrameSlip['what']): void {
    const known = this.slips.some((one) => one.call === call && one.what === what);
    if (!known) this.slips.push({ call, what });
  }

  #watchTimers(): void {
    const pending = this.#pending;
    const { setTimeout, clearTimeout, setInterval, clearInterval } = window;
    const later = (handler: TimerHandler, ms?: number, ...rest: unknown[]): number => {
      // a text is refused by the page's policy anyway
      if (typeof handler !== 'function') return 0;
      const id: number = setTimeout.call(
        window,
        () => {
          pending.delete(`timer ${id}`);
          Reflect.apply(handler, window, rest);
        },
        ms,
      );
      pending.add(`timer ${id}`);
      return id;
    };
    const again = (handler: TimerHandler, ms?: number, ...rest: unknown[]): number => {
      const id = setInterval.call(window, handler, ms, ...rest);
      pending.add(`timer ${id}`);
      return id;
    };
    const forget =
      (clear: (id?: number) => void) =>
      (id?: number): void => {
        pending.delete(`timer ${id ?? 0}`);
        clear.call(window, id);
      };
    Object.assign(window, {
      setTimeout: later,
      setInterval: again,
      clearTimeout: forget(clearTimeout),
      clearInterval: forget(clearInterval),
    });
  }

  #watchFrames(): void {
    const pending = this.#pending;
    const { requestAnimationFrame, cancelAnimationFrame } = window;
    window.requestAnimationFrame = (callback) => {
      const id = requestAnimationFrame.call(window, (now) => {
        pending.delete(`frame ${id}`);
        callback(now);
      });
      pending.add(`frame ${id}`);
      return id;
    };
    window.cancelAnimationFrame = (id) => {
      pending.delete(`frame ${id}`);
      cancelAnimationFrame.call(window, id);
    };
  }
}
