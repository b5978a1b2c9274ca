/**
 * The append-only journal of a show: one JSON line per change, on disk before its sender is told "done".
 * Lines that arrive while the disk is busy are written and synced together.
 */
import { open, rename } from 'node:fs/promises';
import type { JournalLine } from '../../core/schema/show-file.ts';
import { messageOf } from '../errors.ts';
import type { Log } from '../world.ts';
import { RETRY_MS } from './retry.ts';

interface Waiting {
  text: string;
  done: (saved: boolean) => void;
}

/** What the journal needs of an open file; handed in, so that a test can have a disk that refuses. */
export interface AppendFile {
  write(data: Uint8Array): Promise<{ bytesWritten: number }>;
  datasync(): Promise<void>;
  close(): Promise<void>;
}

export type OpenAppend = (path: string) => Promise<AppendFile>;

const openAppend: OpenAppend = (path) => open(path, 'a');

export class Journal {
  readonly #path: string;
  readonly #log: Log;
  readonly #openFile: OpenAppend;
  #file: AppendFile;
  #queue: Waiting[] = [];
  /** Bytes, not text: a write may end within a character. */
  #unsaved = Buffer.alloc(0);
  /** Whoever has the file: a write or a rotation. Never two at once. */
  #busy: Promise<void> | null = null;
  #lines: number;
  #problem: string | null = null;
  #retry: NodeJS.Timeout | undefined;
  #closed = false;
  /** Hears of each time that all there was is on disk: at once, or when a disk that refused takes it at last. */
  onSaved: () => void = () => undefined;

  private constructor(path: string, file: AppendFile, openFile: OpenAppend, lines: number, log: Log) {
    this.#path = path;
    this.#file = file;
    this.#openFile = openFile;
    this.#lines = lines;
    this.#log = log;
  }

  /** @param lines how many the file holds already */
  static async open(path: string, lines: number, log: Log, openFile = openAppend): Promise<Journal> {
    return new Journal(path, await openFile(path), openFile, lines, log);
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
    if (this.#closed) return Promise.resolve(false);
    this.#lines += 1;
    return new Promise((done) => {
      this.#queue.push({ text: JSON.stringify(line) + '\n', done });
      this.#busy ??= this.#drain();
    });
  }

  async #drain(): Promise<void> {
    do {
      const batch = this.#queue;
      this.#queue = [];
      const saved = await this.#write(batch.map((one) => one.text).join(''));
      for (const one of batch) one.done(saved);
    } while (this.#queue.length > 0);
    this.#busy = null;
  }

  async #write(text: string): Promise<boolean> {
    this.#unsaved = Buffer.concat([this.#unsaved, Buffer.from(text)]);
    try {
      // the old handle may be of a disk that was pulled out
      if (this.#problem !== null) await this.#reopen();
      while (this.#unsaved.length > 0) {
        const { bytesWritten } = await this.#file.write(this.#unsaved);
        if (bytesWritten === 0) throw new Error('the disk takes no more');
        this.#unsaved = this.#unsaved.subarray(bytesWritten);
      }
      await this.#file.datasync();
      if (this.#problem !== null) this.#log.info({ path: this.#path }, 'the journal is written again');
      this.#problem = null;
      this.onSaved();
      return true;
    } catch (error) {
      this.#problem = messageOf(error);
      this.#log.error(
        { path: this.#path, err: error },
        'the journal cannot be written; playing on, trying again',
      );
      this.#retryLater();
      return false;
    }
  }

  async #reopen(): Promise<void> {
    const file = await this.#openFile(this.#path);
    await this.#file.close().catch((error: unknown) => this.#log.info({ err: error }, 'closing a lost file'));
    this.#file = file;
  }

  #retryLater(): void {
    if (this.#closed) return;
    this.#retry ??= setTimeout(() => {
      this.#retry = undefined;
      this.#busy ??= this.#drain();
    }, RETRY_MS).unref();
  }

  /**
   * Moves the lines so far to `previousPath` and begins anew: called when a snapshot covers them. Lines that come
   * meanwhile wait for the new file.
   */
  async rotate(previousPath: string): Promise<void> {
    while (this.#busy) await this.#busy;
    // half a line may be in the file: its other half must follow it there
    if (this.#problem !== null) throw new Error(`the journal has unwritten lines: ${this.#problem}`);
    const moving = this.#moveTo(previousPath);
    const goOn = () => this.#drain();
    this.#busy = moving.then(goOn, goOn);
    await moving;
  }

  async #moveTo(previousPath: string): Promise<void> {
    await this.#file.close();
    try {
      await rename(this.#path, previousPath);
      this.#lines = this.#queue.length;
    } finally {
      this.#file = await this.#openFile(this.#path);
    }
  }

  async flush(): Promise<void> {
    while (this.#busy) await this.#busy;
  }

  async close(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#retry);
    await this.flush();
    await this.#file.close();
  }
}
