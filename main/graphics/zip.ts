/** Unpacks a zip that somebody was sent. Nothing in it is believed: not its names, not its links, not its sizes. */
import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { Transform, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { openPromise, validateFileName, type Entry, type ZipFile } from 'yauzl';
import { messageOf } from '../errors.ts';
import { leadsOut, LIMITS } from './inventory.ts';
import { LibraryError } from './library-error.ts';

/** A file that grows more than this much is made to fill a disk; small ones may well be very regular. */
const RATIO_LIMIT = 200;
const RATIO_FROM = 1024 * 1024;

const MODE_TYPE = 0o170000;
const MODE_LINK = 0o120000;
const MODE_FILE = 0o100000;
const ENCRYPTED = 0x1;

/** What a zip may hold. Bytes, but for the number of files. */
export interface UnpackLimits {
  readonly files: number;
  readonly total: number;
  readonly file: number;
}

/** Names to which a computer of another kind would write elsewhere: drives, streams, devices. */
const isOddName = (name: string): boolean =>
  /[\0-\x1f:\\]/.test(name) ||
  name.split('/').some((part) => /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i.test(part));

/** Throws what is wrong with this entry. @returns false for what is no file: folders and system files of others */
function wanted(entry: Entry, limits: UnpackLimits): boolean {
  const { fileName, uncompressedSize, compressedSize, externalFileAttributes, generalPurposeBitFlag } = entry;
  const wrong = validateFileName(fileName);
  if (wrong !== null || isOddName(fileName)) {
    throw new LibraryError('zip_path', `“${fileName}” in the zip would be written outside the package`);
  }
  const type = (externalFileAttributes >>> 16) & MODE_TYPE;
  if (type === MODE_LINK) throw new LibraryError('zip_link', `“${fileName}” in the zip is a link`);
  if (fileName.endsWith('/')) return false;
  if (type !== 0 && type !== MODE_FILE)
    throw new LibraryError('zip_link', `“${fileName}” in the zip is no file`);
  if ((generalPurposeBitFlag & ENCRYPTED) !== 0) {
    throw new LibraryError('zip_encrypted', `the zip is encrypted: “${fileName}” cannot be read`);
  }
  if (uncompressedSize > limits.file) {
    throw new LibraryError(
      'too_large',
      `“${fileName}” in the zip is larger than ${limits.file / 2 ** 20} MB`,
    );
  }
  if (uncompressedSize > RATIO_FROM && uncompressedSize > compressedSize * RATIO_LIMIT) {
    throw new LibraryError(
      'zip_bomb',
      `“${fileName}” in the zip grows ${RATIO_LIMIT} times and more: it is refused`,
    );
  }
  return !/(^|\/)(__MACOSX\/|\.)/.test(fileName);
}

/** What an entry says of its size is not believed: bytes are counted as they come. */
const counted = (limit: number, fileName: string): Transform => {
  let bytes = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      if (bytes <= limit) done(null, chunk);
      else done(new LibraryError('zip_bomb', `“${fileName}” in the zip is larger than it says`));
    },
  });
};

const openEntry = (zip: ZipFile, entry: Entry): Promise<Readable> =>
  new Promise((done, fail) => {
    zip.openReadStream(entry, (error, stream) => (error ? fail(error) : done(stream)));
  });

async function unpackEntry(zip: ZipFile, entry: Entry, folder: string, limits: UnpackLimits): Promise<void> {
  const path = resolve(folder, entry.fileName);
  if (leadsOut(folder, path)) {
    throw new LibraryError('zip_path', `“${entry.fileName}” in the zip would be written outside the package`);
  }
  await mkdir(dirname(path), { recursive: true });
  const stream = await openEntry(zip, entry);
  // `wx`: a second entry of the same name is no reason to write over the first
  const file = createWriteStream(path, { flags: 'wx' });
  await pipeline(stream, counted(Math.min(entry.uncompressedSize, limits.file), entry.fileName), file);
}

/**
 * @param folder where it is unpacked: an empty folder, of which nothing is kept when this throws
 * @throws LibraryError naming the file in the zip
 */
export async function unpack(path: string, folder: string, limits: UnpackLimits = LIMITS): Promise<void> {
  const root = join(resolve(folder));
  let zip: ZipFile;
  try {
    zip = await openPromise(path, { lazyEntries: true, autoClose: false, strictFileNames: false });
  } catch (error) {
    throw new LibraryError('zip_broken', `the zip cannot be read: ${messageOf(error)}`);
  }
  try {
    if (zip.entryCount > limits.files * 2) {
      throw new LibraryError('too_large', `the zip has more than ${limits.files} files`);
    }
    await unpackAll(zip, root, limits);
  } catch (error) {
    if (error instanceof LibraryError) throw error;
    // the library checks names itself when it reads them
    const unsafe = /invalid (relative path|characters)|absolute path/.test(messageOf(error));
    throw new LibraryError(
      unsafe ? 'zip_path' : 'zip_broken',
      `the zip cannot be unpacked: ${messageOf(error)}`,
    );
  } finally {
    zip.close();
  }
}

async function unpackAll(zip: ZipFile, root: string, limits: UnpackLimits): Promise<void> {
  let files = 0;
  let total = 0;
  for await (const entry of entriesOf(zip)) {
    if (!wanted(entry, limits)) continue;
    files += 1;
    total += entry.uncompressedSize;
    if (files > limits.files)
      throw new LibraryError('too_large', `the zip has more than ${limits.files} files`);
    if (total > limits.total) {
      throw new LibraryError('too_large', `the zip unpacks to more than ${limits.total / 2 ** 20} MB`);
    }
    await unpackEntry(zip, entry, root, limits);
  }
}

async function* entriesOf(zip: ZipFile): AsyncGenerator<Entry> {
  for (;;) {
    const entry = await new Promise<Entry | null>((done, fail) => {
      const settle = (act: () => void) => () => {
        zip.off('entry', onEntry);
        zip.off('end', onEnd);
        zip.off('error', onError);
        act();
      };
      const onEntry = (one: Entry) => settle(() => done(one))();
      const onEnd = settle(() => done(null));
      const onError = (error: Error) => settle(() => fail(error))();
      zip.on('entry', onEntry);
      zip.on('end', onEnd);
      zip.on('error', onError);
      zip.readEntry();
    });
    if (entry === null) return;
    yield entry;
  }
}
