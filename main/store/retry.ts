/** Tries again later what the disk has refused: full, or pulled out. */

/** Between tries. Milliseconds. */
export const RETRY_MS = 2000;

export class Retry {
  readonly #again: () => void;
  #timer: NodeJS.Timeout | undefined;
  #problem: string | null = null;

  constructor(again: () => void) {
    this.#again = again;
  }

  /** Why it was refused; null when all is well. */
  get problem(): string | null {
    return this.#problem;
  }

  failed(why: string): void {
    this.#problem = why;
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      this.#again();
    }, RETRY_MS).unref();
  }

  done(): void {
    this.#problem = null;
  }

  stop(): void {
    clearTimeout(this.#timer);
  }
}
