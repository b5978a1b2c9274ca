/** Writes a zip, entry after entry, without ever holding a whole file: for shows with their media. */
import { createReadStream } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import { crc32, createDeflateRaw } from 'node:zlib';
import { pipeline } from 'node:stream/promises';
import { Readable } from 'node:stream';

/** Beyond this a zip needs another format. Bytes. */
export const MOST_ZIP = 0xffff_ffff;

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const UTF8 = 0x0800;
const VERSION = 20;
const STORED = 0;
const DEFLATED = 8;
/** 1 January 1980: no time in it, so that the same show makes the same file. */
const NO_DATE = 0x0021;

interface Written {
  name: Buffer;
  offset: number;
  crc: number;
  size: number;
  packed: number;
  method: number;
}

const local = ({ name, crc, size, packed, method }: Written): Buffer => {
  const head = Buffer.alloc(30);
  head.writeUInt32LE(LOCAL, 0);
  head.writeUInt16LE(VERSION, 4);
  head.writeUInt16LE(UTF8, 6);
  head.writeUInt16LE(method, 8);
  head.writeUInt16LE(NO_DATE, 12);
  head.writeUInt32LE(crc, 14);
  head.writeUInt32LE(packed, 18);
  head.writeUInt32LE(size, 22);
  head.writeUInt16LE(name.length, 26);
  return Buffer.concat([head, name]);
};

const central = ({ name, offset, crc, size, packed, method }: Written): Buffer => {
  const head = Buffer.alloc(46);
  head.writeUInt32LE(CENTRAL, 0);
  head.writeUInt16LE(VERSION, 4);
  head.writeUInt16LE(VERSION, 6);
  head.writeUInt16LE(UTF8, 8);
  head.writeUInt16LE(method, 10);
  head.writeUInt16LE(NO_DATE, 14);
  head.writeUInt32LE(crc, 16);
  head.writeUInt32LE(packed, 20);
  head.writeUInt32LE(size, 24);
  head.writeUInt16LE(name.length, 28);
  head.writeUInt32LE(offset, 42);
  return Buffer.concat([head, name]);
};

export class ZipWriter {
  readonly #file: FileHandle;
  readonly #entries: Written[] = [];
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
    return this.#add(name, Readable.from([Buffer.from(text)]), DEFLATED);
  }

  /** A file, compressed unless it is so already. */
  addFile(name: string, path: string, compress: boolean): Promise<void> {
    return this.#add(name, createReadStream(path), compress ? DEFLATED : STORED);
  }

  async #add(name: string, body: Readable, method: number): Promise<void> {
    const entry: Written = { name: Buffer.from(name), offset: this.#at, crc: 0, size: 0, packed: 0, method };
    const start = this.#at + 30 + entry.name.length;
    this.#at = start;
    const counted = async function* (source: AsyncIterable<Buffer>) {
      for await (const chunk of source) {
        entry.crc = crc32(chunk, entry.crc);
        entry.size += chunk.length;
        yield chunk;
      }
    };
    const write = async (source: AsyncIterable<Buffer>) => {
      for await (const chunk of source) {
        await this.#file.write(chunk, 0, chunk.length, this.#at);
        this.#at += chunk.length;
      }
    };
    if (method === DEFLATED) await pipeline(body, counted, createDeflateRaw(), write);
    else await pipeline(body, counted, write);
    entry.packed = this.#at - start;
    if (this.#at > MOST_ZIP) throw new Error('the file would be larger than 4 GB');
    // its head comes before it, and says what is known only now
    const head = local(entry);
    await this.#file.write(head, 0, head.length, entry.offset);
    this.#entries.push(entry);
  }

  /** Writes the list of what is in it, and has it all on disk. */
  async finish(): Promise<void> {
    const list = Buffer.concat(this.#entries.map(central));
    const end = Buffer.alloc(22);
    end.writeUInt32LE(END, 0);
    end.writeUInt16LE(this.#entries.length, 8);
    end.writeUInt16LE(this.#entries.length, 10);
    end.writeUInt32LE(list.length, 12);
    end.writeUInt32LE(this.#at, 16);
    const tail = Buffer.concat([list, end]);
    await this.#file.write(tail, 0, tail.length, this.#at);
    await this.#file.sync();
    await this.#file.close();
  }

  /** After something went wrong: the file is not whole. */
  close(): Promise<void> {
    return this.#file.close();
  }
}
