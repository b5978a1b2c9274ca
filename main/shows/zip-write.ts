/** Writes a zip, entry after entry, without ever holding a whole file: for shows with their media. */
import { createReadStream } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { Zip, ZipDeflate, ZipPassThrough } from 'fflate';

/** Beyond this a zip needs another format. Bytes. */
const MOST_ZIP = 0xffff_ffff;
/** The earliest that a zip can say: no time in it, so that the same show makes the same file. */
const NO_DATE = new Date(1980, 0, 1);

export class ZipWriter {
  readonly #file: FileHandle;
  readonly #made: Uint8Array[] = [];
  readonly #zip = new Zip((error, chunk) => {
    if (error) throw error;
    this.#made.push(chunk);
  });
  #at = 0;

  private constructor(file: FileHandle) {
    this.#file = file;
  }

  /** @param path of a file that is not there yet */
  static async create(path: string): Promise<ZipWriter> {
    return new ZipWriter(await open(path, 'wx'));
  }

  /** Text, compressed. */
  addText(name: string, text: string): Promise<void> {
    return this.#add(new ZipDeflate(name), Readable.from([Buffer.from(text)]));
  }

  /** A file, compressed unless it is so already. */
  addFile(name: string, path: string, compress: boolean): Promise<void> {
    return this.#add(compress ? new ZipDeflate(name) : new ZipPassThrough(name), createReadStream(path));
  }

  async #add(entry: ZipDeflate | ZipPassThrough, body: AsyncIterable<Buffer>): Promise<void> {
    entry.mtime = NO_DATE;
    this.#zip.add(entry);
    for await (const chunk of body) {
      entry.push(chunk);
      await this.#write();
    }
    entry.push(new Uint8Array(0), true);
    await this.#write();
  }

  async #write(): Promise<void> {
    for (const chunk of this.#made.splice(0)) {
      await this.#file.write(chunk, 0, chunk.length, this.#at);
      this.#at += chunk.length;
    }
    if (this.#at > MOST_ZIP) throw new Error('the file would be larger than 4 GB');
  }

  /** Writes the list of what is in it, and has it all on disk. */
  async finish(): Promise<void> {
    this.#zip.end();
    await this.#write();
    await this.#file.sync();
    await this.#file.close();
  }

  /** After something went wrong: the file is not whole. */
  close(): Promise<void> {
    return this.#file.close();
  }
}
