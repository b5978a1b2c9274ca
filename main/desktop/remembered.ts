/** Small things that the app remembers between its starts, each a JSON file in the user's folder. Losing one costs a click. */
import { mkdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import type { z } from 'zod';
import { systemCode } from '../errors.ts';
import type { Log } from '../world.ts';

/** Moving a window says so many times a second. Milliseconds. */
const QUIET_MS = 500;

export class Remembered<T> {
  readonly #path: string;
  readonly #log: Log;
  #value: T;
  #timer: NodeJS.Timeout | undefined;

  /** A file that cannot be read or is not what it should be counts as none. */
  constructor(path: string, schema: z.ZodType<T>, usual: T, log: Log) {
    this.#path = path;
    this.#log = log;
    this.#value = usual;
    try {
      this.#value = schema.parse(JSON.parse(readFileSync(path, 'utf8')));
    } catch (error) {
      if (systemCode(error) !== 'ENOENT') log.warn({ path, err: error }, 'a remembered setting is ignored');
    }
  }

  get value(): T {
    return this.#value;
  }

  /** Written in the next quiet moment. */
  set(value: T): void {
    this.#value = value;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.flush(), QUIET_MS);
  }

  /** Writes what is not written yet: at the app's end nothing may be left to a timer. */
  flush(): void {
    if (!this.#timer) return;
    clearTimeout(this.#timer);
    this.#timer = undefined;
    try {
      mkdirSync(dirname(this.#path), { recursive: true });
      writeFileAtomic.sync(this.#path, JSON.stringify(this.#value) + '\n');
    } catch (error) {
      this.#log.warn({ path: this.#path, err: error }, 'a setting could not be remembered');
    }
  }
}
