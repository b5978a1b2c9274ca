/**
 * The show's media on disk: `<show>/media/<hash>.<ending>`. A file is whole under its name or not there at all. What is
 * removed from the show stays until the next clean start, so that undo has something to bring back.
 */
import { createHash, randomUUID } from 'node:crypto';
import { copyFile, mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { MediaFile } from '../../core/schema/media.ts';
import type { State } from '../../core/state.ts';
import { StartError, systemCode } from '../errors.ts';
import { sizeOf } from './dimensions.ts';
import { kindOf, kindOfName, plainName, type Kind } from './kinds.ts';
import { svgProblem } from './svg.ts';

/** Bytes: half a minute of film in the best quality. */
export const MAX_MEDIA = 200 * 1024 * 1024;
/** Bytes of a drawing: it is read as a whole. */
const MAX_SVG = 2 * 1024 * 1024;
/** A picture of more pixels takes a stage's memory, whatever its file is: four times 4K. */
const MAX_PIXELS = 33_200_000;
/** Enough for every header. */
const HEAD = 1024 * 1024;

export const mediaFolder = (show: string): string => join(show, 'media');

export interface MediaRefused {
  code: 'too_large' | 'media_type' | 'media_wrong' | 'media_empty';
  /** A sentence for the operator. */
  detail: string;
}

export type Stored = Omit<MediaFile, 'addedAt' | 'addedBy'>;

export const isRefusedMedia = (value: Stored | MediaRefused): value is MediaRefused => 'detail' in value;

const tooLarge: MediaRefused = { code: 'too_large', detail: 'A file is 200 MB at most.' };

const nameOnDisk = (hash: string, { extensions: [ending] }: Kind): string => `${hash}.${ending}`;

interface Received {
  hash: string;
  size: number;
  head: Uint8Array;
}

/** Writes the stream to `path` and reads it on the way. Null where it is larger than may be. */
async function receive(body: ReadableStream<Uint8Array>, path: string): Promise<Received | null> {
  const file = await open(path, 'wx');
  const hash = createHash('sha256');
  const first: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of body) {
      if (size < HEAD) first.push(chunk);
      size += chunk.byteLength;
      if (size > MAX_MEDIA) return null;
      hash.update(chunk);
      await file.write(chunk);
    }
    await file.sync();
  } finally {
    await file.close();
  }
  return { hash: hash.digest('hex').slice(0, 16), size, head: new Uint8Array(Buffer.concat(first)) };
}

async function examine(name: string, path: string, { hash, size, head }: Received) {
  if (size === 0) return refuse('media_empty', `“${name}” is empty.`);
  const kind = kindOf(name, head);
  if (typeof kind === 'string') return refuse('media_type', kind);
  if (kind.type === 'image/svg+xml') {
    if (size > MAX_SVG) return refuse('too_large', `“${name}” is too large for a drawing (2 MB at most).`);
    const problem = svgProblem(await readFile(path, 'utf8'));
    if (problem) return refuse('media_wrong', `The drawing “${name}” is not taken: ${problem}.`);
  }
  const { width = null, height = null } = sizeOf(kind.type, head) ?? {};
  if (width !== null && height !== null && width * height > MAX_PIXELS) {
    return refuse(
      'too_large',
      `“${name}” is ${width} × ${height} pixels, which is too many: 4K is 3840 × 2160.`,
    );
  }
  return { kind, stored: { hash, name, type: kind.type, size, width, height } };
}

const refuse = (code: MediaRefused['code'], detail: string): MediaRefused => ({ code, detail });

/** Takes a file in. @param folder of the show's media */
export async function storeMedia(
  folder: string,
  given: string,
  body: ReadableStream<Uint8Array>,
): Promise<Stored | MediaRefused> {
  await mkdir(folder, { recursive: true });
  const incoming = join(folder, `.incoming-${randomUUID()}`);
  try {
    const received = await receive(body, incoming);
    if (!received) return tooLarge;
    const found = await examine(plainName(given), incoming, received);
    if ('detail' in found) return found;
    await rename(incoming, join(folder, nameOnDisk(received.hash, found.kind)));
    return found.stored;
  } finally {
    // gone already where it was taken
    await rm(incoming, { force: true });
  }
}

/** Name of the file below the folder for an address's hash and name; null where there can be none. */
export function mediaFileName(hash: string, name: string): string | null {
  const kind = kindOfName(name);
  return kind && /^[0-9a-f]{16}$/.test(hash) ? nameOnDisk(hash, kind) : null;
}

const onDisk = ({ hash, name }: Pick<MediaFile, 'hash' | 'name'>): string =>
  mediaFileName(hash, name) ?? hash;

/** The files of a show beside a copy of it. One that is missing is missing there too, and the gate says so. */
export async function copyMedia(from: string, to: string, files: readonly MediaFile[]): Promise<void> {
  if (files.length === 0) return;
  await mkdir(to, { recursive: true });
  for (const file of files) {
    try {
      await copyFile(join(from, onDisk(file)), join(to, onDisk(file)));
    } catch (error) {
      if (systemCode(error) !== 'ENOENT')
        throw new StartError(`${file.name} cannot be copied: ${String(error)}`);
    }
  }
}

/**
 * Deletes what neither the show nor anything that may return to air needs, and what an upload left half done.
 * @param hashes of what versions of the show need
 */
export async function sweepMedia(
  folder: string,
  { show, held, air }: State,
  hashes: ReadonlySet<string>,
): Promise<void> {
  const needed = new Set([...show.media, ...(held?.media ?? [])].map(onDisk));
  const mayReturn = JSON.stringify(air);
  let names: string[];
  try {
    names = await readdir(folder);
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return;
    throw error;
  }
  const isOurs = (name: string) => /^[0-9a-f]{16}\.\w+$/.test(name) || name.startsWith('.incoming-');
  for (const name of names) {
    const isUsed =
      needed.has(name) || hashes.has(name.slice(0, 16)) || mayReturn.includes(`/media/${name.slice(0, 16)}/`);
    if (isOurs(name) && !isUsed) await rm(join(folder, name), { force: true });
  }
}
