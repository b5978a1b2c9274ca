// The time that a graphic lives in: the page's, or one that is held where goToTime wants it.

export class Clock {
  #at: number | null = null;

  /** Milliseconds; only differences mean anything. */
  now(): number {
    return this.#at ?? performance.now();
  }

  get held(): boolean {
    return this.#at !== null;
  }

  hold(at: number): void {
    this.#at = at;
  }

  release(): void {
    this.#at = null;
  }
}
