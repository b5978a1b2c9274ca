/**
 * The append-only journal of a show: one JSON line per change, on disk before its sender is told "done".
 * Lines that arrive while the disk is busy are written and synced together.
 */
import { open, rename, type FileHandle } from 'node:fs/promises';
import type { JournalLine } from '../../core/schema/show-file.ts';
import { messageOf } from '../errors.ts';
import type { Log } from '../world.ts';

interface Waiting {
  text: string;
  done: (saved: boolean) => void;
}

/** Between tries when the disk refuses: full, or pulled out. Milliseconds. */
const RETRY_MS = 2000;

export class Journal {
  readonly #path: string;
  readonly #log: Log;
  #file: FileHandle;
  #queue: Waiting[] = [];
  #unsaved = '';
  #busy: Promise<void> | null = null;
  #lines: number;
  #problem: string | null = null;

  private constructor(path: string, file: FileHandle, lines: number, log: Log) {
    this.#path = path;
    this.#file = file;
    this.#lines = lines;
    this.#log = log;
  }

  /** @param lines how many the file holds already */
  static async open(path: string, lines: number, log: Log): Promise<Journal> {
    return new Journal(path, await open(path, 'a'), lines, log);
  }

  get lines(): number {
    return this.#lines;
  }

  /** Why changes are not reaching the disk; null while they are. */
  get problem(): string | null {
    return this.#problem;
  }

  /** Resolves to true when the line is on disk, to false when the disk refused it (it is kept and tried again). */
  append(line: JournalLine): Promise<boolean> {
    this.#lines += 1;
    return new Promise((done) => {
      this.#queue.push({ text: JSON.stringify(line) + '\n', done });
      this.#busy ??= this.#drain();
    });
  }

  async #drain(): Promise<void> {
    while (this.#queue.length > 0) {
      const batch = this.#queue;
      this.#queue = [];
      const saved = await this.#write(batch.map((one) => one.text).join(''));
      for (const one of batch) one.done(saved);
    }
    this.#busy = null;
  }

  async #write(text: string): Promise<boolean> {
    this.#unsaved += text;
    try {
      const { bytesWritten } = await this.#file.write(this.#unsaved);
      const rest = Buffer.from(this.#unsaved).subarray(bytesWritten);
      this.#unsaved = rest.toString('utf8');
      await this.#file.datasync();
      if (this.#unsaved !== '') throw new Error('the disk took only part of a line');
      this.#problem = null;
      return true;
    } catch (error) {
      if (this.#problem === null) this.#retryLater();
      this.#problem = messageOf(error);
      this.#log.error(
        { path: this.#path, err: error },
        'the journal cannot be written; playing on, trying again',
      );
      return false;
    }
  }

  #retryLater(): void {
    setTimeout(() => {
      if (this.#problem === null) return;
      this.#problem = null;
      this.#busy ??= this.#write('').then(() => this.#drain());
    }, RETRY_MS).unref();
  }

  /** Moves the lines so far to `previousPath` and begins anew: called when a snapshot covers them. */
  async rotate(previousPath: string): Promise<void> {
    await this.flush();
    await this.#file.close();
    await rename(this.#path, previousPath);
    this.#file = await open(this.#path, 'a');
    this.#lines = 0;
  }

  async flush(): Promise<void> {
    while (this.#busy) await this.#busy;
  }

  async close(): Promise<void> {
    await this.flush();
    await this.#file.close();
  }
}
