/** Unpacks a zip for the checker into a folder of its own: plain files only, nothing outside it, and not too much. */
import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { openPromise, type Entry, type ZipFile } from 'yauzl';

const MOST_FILES = 5_000;
const MOST_BYTES = 500 * 1024 * 1024;

/** Unix file types, as a zip keeps them in the high half of `externalFileAttributes`. */
const TYPE_MASK = 0o170000;
const LINK = 0o120000;

function stream(zip: ZipFile, entry: Entry): Promise<NodeJS.ReadableStream> {
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, opened) => {
      if (error) reject(error);
      else resolve(opened);
    });
  });
}

/** @throws Error for a path outside, a link, or too much; yauzl itself refuses names such as "../x" */
export async function unzip(path: string, folder: string): Promise<void> {
  const zip = await openPromise(path, { lazyEntries: true, autoClose: false });
  let files = 0;
  let bytes = 0;
  try {
    for await (const entry of zip.eachEntry()) {
      if (entry.fileName.endsWith('/')) continue;
      files += 1;
      bytes += entry.uncompressedSize;
      if (files > MOST_FILES) throw new Error(`more than ${MOST_FILES} files`);
      if (bytes > MOST_BYTES) throw new Error(`more than ${MOST_BYTES / 1024 / 1024} MB`);
      if (((entry.externalFileAttributes >>> 16) & TYPE_MASK) === LINK)
        throw new Error(`"${entry.fileName}" is a link`);
      const target = join(folder, entry.fileName);
      await mkdir(dirname(target), { recursive: true });
      await pipeline(await stream(zip, entry), createWriteStream(target));
    }
  } finally {
    zip.close();
  }
}
