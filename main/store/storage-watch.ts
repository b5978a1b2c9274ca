/** How saving goes, told when it changes: what a desk says as “Saved 21:42:03”, or what the disk refuses. */
import type { StorageState } from '../../core/protocol.ts';

/** A desk need not be told of every line that is on disk. Milliseconds. */
const EVERY_MS = 1000;

export interface Saving {
  /** For the sentence: “changes”, “the as-run log”. */
  what: string;
  /** Why it is refused; null while all is well. */
  problem: () => string | null;
}

const sentence = (what: string, why: string): string =>
  `The disk does not take ${what} (${why}). Nothing is lost: it is tried again by itself.`;

/** The first that is refused: the most important comes first. */
export function problemOf(saving: readonly Saving[]): string | null {
  for (const { what, problem } of saving) {
    const why = problem();
    if (why !== null) return sentence(what, why);
  }
  return null;
}

export class StorageWatch {
  readonly #saving: readonly Saving[];
  readonly #tell: (storage: StorageState) => void;
  readonly #timer: NodeJS.Timeout;
  #savedAt: number | null = null;
  #told: StorageState = { savedAt: null, problem: null };

  constructor(saving: readonly Saving[], tell: (storage: StorageState) => void) {
    this.#saving = saving;
    this.#tell = tell;
    this.#timer = setInterval(() => this.look(), EVERY_MS).unref();
  }

  /** A change came to be on disk. @param at epoch ms */
  saved(at: number): void {
    this.#savedAt = at;
  }

  look(): void {
    const now: StorageState = { savedAt: this.#savedAt, problem: problemOf(this.#saving) };
    if (now.savedAt === this.#told.savedAt && now.problem === this.#told.problem) return;
    this.#told = now;
    this.#tell(now);
  }

  stop(): void {
    clearInterval(this.#timer);
  }
}
