/** How often a page may be brought back by itself: one that always crashes again would only blink. */
export class RestartBudget {
  readonly #most: number;
  readonly #withinMs: number;
  #times: number[] = [];

  constructor(most: number, withinMs: number) {
    this.#most = most;
    this.#withinMs = withinMs;
  }

  /** @returns false when it was too often lately; a restart that is refused does not count */
  take(now: number): boolean {
    this.#times = this.#times.filter((at) => now - at < this.#withinMs);
    if (this.#times.length >= this.#most) return false;
    this.#times.push(now);
    return true;
  }

  /** Somebody decided to try again. */
  forget(): void {
    this.#times = [];
  }
}
