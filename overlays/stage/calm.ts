/**
 * Entrances before preparations: while a graphic comes on, no frame is made for one that merely stands by. Making it
 * starts a process and blocks this page, and on two cores viewers saw that as a late and jerky entrance.
 */

/** As long as an entrance takes, and short enough that the next cue stands by before anyone wants it. Milliseconds. */
export const CALM_MS = 650;

/** One for all layers of a stage. */
export class Calm {
  readonly #now: () => number;
  #until = -Infinity;

  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
  }

  /** A graphic starts to come on. */
  begin(): void {
    this.#until = this.#now() + CALM_MS;
  }

  /** Milliseconds for which anything that is not urgent should wait; 0 when nothing comes on. */
  wait(): number {
    return Math.max(0, this.#until - this.#now());
  }
}
