/** When a snapshot of the show is written: in a quiet moment, when the journal has grown, and at the end. */
import { messageOf } from '../errors.ts';
import type { Log } from '../world.ts';
import type { Journal } from './journal.ts';
import { pathsOf, saveSnapshot } from './show-folder.ts';
import type { Store } from './store.ts';

/** Nothing has changed for this long: putting the whole show into text blocks nobody. Milliseconds. */
const QUIET_MS = 10_000;
/** Not worth a snapshot below this many lines. */
const WORTH_LINES = 50;
/** Too long to read at a start: a snapshot is due even without a quiet moment. */
const MAX_LINES = 20_000;

export class Snapshots {
  readonly #deps: { folder: string; journal: Journal; store: Store; now: () => number; log: Log };
  #timer: NodeJS.Timeout | undefined;
  #saving: Promise<void> = Promise.resolve();
  #savedRevision: number;
  #problem: string | null = null;

  /** The store's present state has just been saved. */
  constructor(deps: { folder: string; journal: Journal; store: Store; now: () => number; log: Log }) {
    this.#deps = deps;
    this.#savedRevision = deps.store.revision;
  }

  changed(): void {
    const { lines } = this.#deps.journal;
    if (lines < WORTH_LINES) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#trySave(), lines >= MAX_LINES ? 0 : QUIET_MS);
    this.#timer.unref();
  }

  save(): Promise<void> {
    const after = () => this.#save();
    this.#saving = this.#saving.then(after, after);
    return this.#saving;
  }

  async #save(): Promise<void> {
    const { folder, journal, store, now } = this.#deps;
    const { state, revision } = store;
    if (revision === this.#savedRevision) return;
    const { previousJournal } = pathsOf(folder);
    await saveSnapshot(folder, state, revision, now(), () => journal.rotate(previousJournal));
    this.#savedRevision = revision;
    this.#problem = null;
  }

  /** Why the last one could not be written; null when it was. The journal has it all meanwhile. */
  get problem(): string | null {
    return this.#problem;
  }

  async #trySave(): Promise<void> {
    try {
      await this.save();
    } catch (error) {
      this.#problem = messageOf(error);
      this.#deps.log.error(
        { err: error },
        `no snapshot could be written (${messageOf(error)}); the journal has it all`,
      );
    }
  }

  async close(): Promise<void> {
    clearTimeout(this.#timer);
    await this.#trySave();
  }
}
