/**
 * The fact log of a show: JSON lines, appended and never rewritten. What was said stays on disk; in memory are only
 * the places of each fact's lines. Writing and indexing go in small portions, so that neither a bulk approval nor a
 * long log holds up the station.
 */
import { appendFile, open, stat } from 'node:fs/promises';
import { FactLine } from '../../core/facts/log.ts';
import { messageOf, StartError, systemCode } from '../errors.ts';
import type { Log } from '../world.ts';
import { Retry } from './retry.ts';

/** Lines written at once: some milliseconds of the station's time. */
const PORTION = 200;

/** Read at once while indexing. Bytes. */
const CHUNK = 256 * 1024;

const NEWLINE = 0x0a;

/** Where a line is in the file, without its newline. Bytes. */
interface Place {
  start: number;
  length: number;
}

/** A line begins with its fact's id (see FactLine), which has no characters that JSON escapes. */
const HEAD = /^\{"factId":"([^"\\]+)"/;

export class FactLog {
  readonly #path: string;
  readonly #log: Log;
  readonly #places = new Map<string, Place[]>();
  /** Not in the file yet. What the disk refuses is tried again with the next lines. */
  readonly #queue: FactLine[] = [];
  /** Where the next line begins; null where that has to be asked of the disk first. */
  #end: number | null;
  #needsNewline: boolean;
  readonly #indexed: Promise<void>;
  #writing: Promise<void>;
  #closing = false;
  readonly #retry = new Retry(() => this.#writeSoon());

  private constructor(path: string, size: number, log: Log) {
    this.#path = path;
    this.#log = log;
    this.#end = size;
    this.#needsNewline = false;
    this.#indexed = this.#index(size);
    this.#writing = this.#indexed;
  }

  /** @returns at once: a long log is indexed while the station runs */
  static async open(path: string, log: Log): Promise<{ log: FactLog; isNew: boolean }> {
    const size = await sizeOf(path);
    return { log: new FactLog(path, size ?? 0, log), isNew: size === null };
  }

  append(lines: readonly FactLine[]): void {
    if (lines.length === 0) return;
    for (const line of lines) this.#queue.push(line);
    this.#writeSoon();
  }

  /** Why lines are not reaching the disk; null while they are. */
  get problem(): string | null {
    return this.#retry.problem;
  }

  #writeSoon(): void {
    this.#writing = this.#writing.then(() => this.#write());
  }

  /** All lines of one fact, the oldest first. */
  async linesOf(factId: string): Promise<FactLine[]> {
    await this.#writing;
    const written = await this.#read(this.#places.get(factId) ?? []);
    return [...written, ...this.#queue.filter((line) => line.factId === factId)];
  }

  close(): Promise<void> {
    this.#closing = true;
    this.#retry.stop();
    return this.#writing.then(() => this.#write());
  }

  async #write(): Promise<void> {
    while (this.#queue.length > 0) {
      const portion = this.#queue.slice(0, PORTION);
      try {
        await this.#writePortion(portion);
        this.#retry.done();
      } catch (error) {
        this.#end = null;
        this.#retry.failed(messageOf(error));
        this.#log.error(
          { err: error, path: this.#path },
          'fact log lines could not be written; kept for later',
        );
        return;
      }
      this.#queue.splice(0, portion.length);
    }
  }

  async #writePortion(lines: readonly FactLine[]): Promise<void> {
    if (this.#end === null) {
      // a write that failed may have left a part of itself, and an index that was cut short has not seen the end
      this.#end = (await sizeOf(this.#path)) ?? 0;
      this.#needsNewline = this.#end > 0;
    }
    const lead = this.#needsNewline ? '\n' : '';
    const rows = lines.map((line) => JSON.stringify(line));
    await appendFile(this.#path, lead + rows.map((row) => row + '\n').join(''), { flush: true });
    this.#needsNewline = false;
    let start = this.#end + lead.length;
    for (const [index, row] of rows.entries()) {
      const length = Buffer.byteLength(row);
      const id = lines[index]?.factId;
      if (id !== undefined) this.#note(id, { start, length });
      start += length + 1;
    }
    this.#end = start;
  }

  #note(factId: string, place: Place): void {
    const places = this.#places.get(factId);
    if (places) places.push(place);
    else this.#places.set(factId, [place]);
  }

  async #index(size: number): Promise<void> {
    if (size === 0) return;
    try {
      const file = await open(this.#path, 'r');
      try {
        let rest: Buffer = Buffer.alloc(0);
        let at = 0;
        while (at < size && !this.#closing) {
          const { bytesRead, buffer } = await file.read(
            Buffer.alloc(Math.min(CHUNK, size - at)),
            0,
            null,
            at,
          );
          if (bytesRead === 0) break;
          rest = this.#indexLines(Buffer.concat([rest, buffer.subarray(0, bytesRead)]), at - rest.length);
          at += bytesRead;
        }
        // a kill may leave half a line: the next one must not be glued to it
        this.#needsNewline = rest.length > 0;
        if (at < size) this.#end = null;
      } finally {
        await file.close();
      }
    } catch (error) {
      this.#end = null;
      this.#log.error(
        { err: error, path: this.#path },
        'the fact log could not be read: histories are incomplete',
      );
    }
  }

  /** @returns what follows the last newline */
  #indexLines(buffer: Buffer, offset: number): Buffer {
    let start = 0;
    for (let end = buffer.indexOf(NEWLINE); end !== -1; end = buffer.indexOf(NEWLINE, start)) {
      const head = buffer.toString('latin1', start, Math.min(end, start + 120));
      const id = HEAD.exec(head)?.[1];
      if (id !== undefined) this.#note(id, { start: offset + start, length: end - start });
      start = end + 1;
    }
    return buffer.subarray(start);
  }

  async #read(places: readonly Place[]): Promise<FactLine[]> {
    if (places.length === 0) return [];
    const file = await open(this.#path, 'r');
    try {
      const lines: FactLine[] = [];
      let last = '';
      for (const { start, length } of places) {
        const { buffer } = await file.read(Buffer.alloc(length), 0, length, start);
        const row = buffer.toString('utf8');
        const line = row === last ? null : this.#parse(row);
        // the same again is a write that failed half-way and was done once more
        last = row;
        if (line) lines.push(line);
      }
      return lines;
    } finally {
      await file.close();
    }
  }

  #parse(row: string): FactLine | null {
    try {
      return FactLine.parse(JSON.parse(row));
    } catch (error) {
      this.#log.error(
        { err: error, path: this.#path },
        'a line of the fact log is damaged; it stays in the file',
      );
      return null;
    }
  }
}

async function sizeOf(path: string): Promise<number | null> {
  try {
    return (await stat(path)).size;
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return null;
    throw new StartError(`${path} cannot be read: ${messageOf(error)}`);
  }
}
