/** The app's end: the outputs go, the show is saved, and whatever hangs does not keep the machine from shutting down. */
import type { Log } from '../world.ts';

/** Saving takes a fraction of this on any disk that works. Milliseconds. */
export const SAVED_WITHIN_MS = 5000;

export interface EndingDeps {
  stopOutputs: () => void;
  closeStation: () => Promise<void>;
  /** Ends the process at once. */
  exit: (code: number) => void;
  log: Log;
}

export class Ending {
  readonly #deps: EndingDeps;
  #begun = false;

  constructor(deps: EndingDeps) {
    this.#deps = deps;
  }

  get begun(): boolean {
    return this.#begun;
  }

  /** Ends with 0 when all is saved, else with 1; never later than a few seconds from now. */
  async begin(): Promise<void> {
    if (this.#begun) return;
    this.#begun = true;
    const { exit, log } = this.#deps;
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<number>((done) => {
      timer = setTimeout(() => {
        log.error(`the show could not be closed within ${SAVED_WITHIN_MS / 1000} s; its journal is on disk`);
        done(1);
      }, SAVED_WITHIN_MS);
    });
    const code = await Promise.race([this.#close(), late]);
    clearTimeout(timer);
    exit(code);
  }

  async #close(): Promise<number> {
    const { stopOutputs, closeStation, log } = this.#deps;
    let code = 0;
    // a window that will not close must not keep the show from being saved
    for (const step of [() => Promise.resolve().then(stopOutputs), closeStation]) {
      try {
        await step();
      } catch (error) {
        log.error({ err: error }, 'closing failed');
        code = 1;
      }
    }
    return code;
  }
}
