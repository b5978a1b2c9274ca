/**
 * Nobody takes a picture off air by closing a window. While something is on air the desk is asked; a desk that does not
 * show the question (hung, crashed, gone) is asked by a box of the operating system instead. Off air nobody is asked.
 */

/** A desk that lives has drawn the question by then. Milliseconds. */
export const SHOWN_WITHIN_MS = 1000;

export interface QuitDeps {
  /** What is on air, as a sentence; null when nothing is. */
  whatIsOnAir: () => string | null;
  /** Brings the desk to the front and its page to ask. */
  askDesk: (what: string) => void;
  /** The same question in a native box. @returns whether to leave all the same */
  askBox: (what: string) => Promise<boolean>;
  /** Ends the app. */
  leave: () => void;
}

export class QuitGuard {
  readonly #deps: QuitDeps;
  /** The question was put and has not been answered. */
  #asked = false;
  #boxOpen = false;
  #late: NodeJS.Timeout | undefined;

  constructor(deps: QuitDeps) {
    this.#deps = deps;
  }

  /** Somebody wants to end the app. Leaves at once off air; on air it is asked first, again at every wish. */
  wish(): void {
    const what = this.#deps.whatIsOnAir();
    if (what === null) {
      this.#settle();
      this.#deps.leave();
      return;
    }
    this.#asked = true;
    this.#deps.askDesk(what);
    clearTimeout(this.#late);
    this.#late = setTimeout(() => void this.#askNatively(what), SHOWN_WITHIN_MS);
  }

  /** The desk shows the question. */
  shown(): void {
    clearTimeout(this.#late);
  }

  stay(): void {
    this.#settle();
  }

  /** @returns false when nobody has asked: a page alone cannot end the app on air */
  quit(): boolean {
    if (!this.#asked) return false;
    this.#settle();
    this.#deps.leave();
    return true;
  }

  #settle(): void {
    this.#asked = false;
    clearTimeout(this.#late);
  }

  async #askNatively(what: string): Promise<void> {
    if (this.#boxOpen) return;
    this.#boxOpen = true;
    try {
      if (await this.#deps.askBox(what)) this.#deps.leave();
    } finally {
      this.#boxOpen = false;
    }
  }
}
