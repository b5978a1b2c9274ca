/** Where a feed's files are: a folder, an address, a recording. All answer the same question: is there something new? */
import { constants } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { isAbsolute, join, resolve } from 'node:path';
import type { FeedPlace } from '../../core/schema/feed.ts';
import { messageOf, systemCode } from '../errors.ts';

export type Look =
  | { kind: 'new'; bytes: Uint8Array }
  /** As at the last look. */
  | { kind: 'same' }
  /** Not there: before a first result that is how it should be. */
  | { kind: 'missing' };

/** Why a place could not be looked at, for a person. */
export class PlaceError extends Error {
  override readonly name = 'PlaceError';
}

export interface Place {
  /**
   * @param name a file below the place; null for the place itself, which is one file
   * @throws PlaceError where it cannot be told whether the file is there
   */
  look(name: string | null): Promise<Look>;
  /** Looks again at one file, or at everything, as if for the first time. */
  forget(name?: string): void;
  /** What a person calls the file. */
  nameOf(name: string | null): string;
  /** For a replay: how far, 0 to 1. */
  progress?(): number;
  /** Breaks off a look that waits for somebody else. */
  stop?(): void;
}

const MAX_BYTES = 50 * 1024 * 1024;
/** Until an address must have answered in full, or a disk. Milliseconds. */
const TIMEOUT_MS = 10_000;

const lastPart = (path: string): string => path.split(/[/\\]/).filter(Boolean).at(-1) ?? path;

interface FileState {
  mtimeMs: number;
  size: number;
  ino: number;
  isFile(): boolean;
}

/** How the state of a file is asked for: the disk's own way, but in tests. */
type StateOf = (file: string) => Promise<FileState>;

/** @throws PlaceError for what is no plain file: a pipe or a device would never end */
function markOf(file: string, state: FileState): string {
  const { mtimeMs, size, ino } = state;
  if (!state.isFile()) throw new PlaceError(`${lastPart(file)} is not a file.`);
  if (size > MAX_BYTES) throw new PlaceError(`${lastPart(file)} has more than 50 MB.`);
  return `${mtimeMs}/${size}/${ino}`;
}

/** As much as the file had when it was opened: one that keeps growing is read on at the next look. */
async function readFileAt(file: string): Promise<{ mark: string; bytes: Uint8Array }> {
  // should it have become a pipe since it was looked at, it must not be waited for
  const handle = await open(file, constants.O_RDONLY | constants.O_NONBLOCK);
  try {
    const state = await handle.stat();
    const mark = markOf(file, state);
    const bytes = Buffer.alloc(state.size);
    let at = 0;
    while (at < bytes.length) {
      const { bytesRead } = await handle.read(bytes, at, bytes.length - at, at);
      if (bytesRead === 0) break;
      at += bytesRead;
    }
    return { mark, bytes: bytes.subarray(0, at) };
  } finally {
    await handle.close();
  }
}

/** What the system itself never gives up waiting for, a network drive that is gone, is given up here. */
function withLimit<T>(work: Promise<T>, stopped: AbortSignal, ms: number): Promise<T> {
  return new Promise((done, fail) => {
    const end = (detail: string) => {
      clearTimeout(timer);
      stopped.removeEventListener('abort', stop);
      fail(new PlaceError(detail));
    };
    const stop = () => end('The feed has been stopped.');
    const timer = setTimeout(() => end(`The disk does not answer within ${ms / 1000} seconds.`), ms);
    stopped.addEventListener('abort', stop, { once: true });
    work.then(done, fail).finally(() => {
      clearTimeout(timer);
      stopped.removeEventListener('abort', stop);
    });
  });
}

/** @param limit until a disk must have answered, in milliseconds */
export function folderPlace(path: string, limit = TIMEOUT_MS, readState: StateOf = stat): Place {
  const seen = new Map<string, string>();
  const stopped = new AbortController();
  /** Looks that the disk still owes an answer to: each holds one of the few threads that the station has for disks. */
  const owed = new Set<string>();

  async function lookAt(file: string): Promise<Look> {
    owed.add(file);
    try {
      if (seen.get(file) === markOf(file, await readState(file))) return { kind: 'same' };
      const { mark, bytes } = await readFileAt(file);
      seen.set(file, mark);
      return { kind: 'new', bytes };
    } finally {
      owed.delete(file);
    }
  }

  return {
    nameOf: (name) => name ?? lastPart(path),
    forget(name) {
      if (name === undefined) seen.clear();
      else seen.delete(join(path, name));
    },
    stop: () => stopped.abort(),
    async look(name) {
      const file = name === null ? path : join(path, name);
      try {
        if (!isAbsolute(path)) throw new PlaceError(`“${path}” must be a whole path, from the root.`);
        if (owed.has(file)) throw new PlaceError('The disk has not answered since an earlier look.');
        return await withLimit(lookAt(file), stopped.signal, limit);
      } catch (error) {
        if (error instanceof PlaceError) throw error;
        if (systemCode(error) === 'ENOENT' || systemCode(error) === 'ENOTDIR') {
          seen.delete(file);
          return { kind: 'missing' };
        }
        throw new PlaceError(`${lastPart(file)} cannot be read: ${messageOf(error)}`);
      }
    },
  };
}

/** Reads a body that says nothing, or something wrong, of its size. */
async function bodyOf(response: Response): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    const bytes = chunk as Uint8Array;
    size += bytes.length;
    if (size > MAX_BYTES) throw new PlaceError('The file has more than 50 MB.');
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}

/** An address that names a file is that file's folder for the other files. What follows a "?" goes with each. */
export function addressBelow(url: string, name: string): string {
  const base = new URL(url);
  if (!/\.[a-z]+$/i.test(base.pathname)) base.pathname = base.pathname.replace(/\/?$/, '/');
  const address = new URL(name, base);
  address.search = base.search;
  return address.href;
}

export function httpPlace(url: string): Place {
  const stopped = new AbortController();
  const tags = new Map<string, { etag: string | null; modified: string | null }>();
  const addressOf = (name: string | null): string => (name === null ? url : addressBelow(url, name));
  return {
    nameOf: (name) => name ?? lastPart(new URL(url).pathname),
    forget(name) {
      if (name === undefined) tags.clear();
      else tags.delete(addressOf(name));
    },
    stop: () => stopped.abort(),
    async look(name) {
      const address = addressOf(name);
      const tag = tags.get(address);
      const headers: Record<string, string> = {};
      if (tag?.etag) headers['if-none-match'] = tag.etag;
      if (tag?.modified) headers['if-modified-since'] = tag.modified;
      const signal = AbortSignal.any([stopped.signal, AbortSignal.timeout(TIMEOUT_MS)]);
      try {
        const response = await fetch(address, { headers, signal });
        if (response.status === 200) {
          const bytes = await bodyOf(response);
          tags.set(address, {
            etag: response.headers.get('etag'),
            modified: response.headers.get('last-modified'),
          });
          return { kind: 'new', bytes };
        }
        // the connection is free again only when the body has been read
        await response.body?.cancel();
        if (response.status === 304) return { kind: 'same' };
        if (response.status === 404 || response.status === 410) {
          tags.delete(address);
          return { kind: 'missing' };
        }
        throw new PlaceError(`The address answers ${response.status} ${response.statusText}`.trim() + '.');
      } catch (error) {
        if (error instanceof PlaceError) throw error;
        throw new PlaceError(whyNot(error));
      }
    },
  };
}

function whyNot(error: unknown): string {
  if (error instanceof Error && error.name === 'TimeoutError')
    return `No answer within ${TIMEOUT_MS / 1000} seconds.`;
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  return `The address cannot be reached: ${messageOf(cause)}.`;
}

/** @param replay opens a recording of the show's folder by its name */
export function placeOf(place: FeedPlace, replay: (name: string, speed: number) => Place): Place {
  switch (place.kind) {
    case 'folder':
      return folderPlace(isAbsolute(place.path) ? resolve(place.path) : place.path);
    case 'http':
      return httpPlace(place.url);
    case 'recording':
      return replay(place.name, place.speed);
    default:
      throw new Error(`no such place: ${JSON.stringify(place satisfies never)}`);
  }
}
