/** Where a feed's files are: a folder, an address, a recording. All answer the same question: is there something new? */
import { readFile, stat } from 'node:fs/promises';
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
  /** Looks again at everything, as if for the first time. */
  forget(): void;
  /** What a person calls the file. */
  nameOf(name: string | null): string;
  /** For a replay: how far, 0 to 1. */
  progress?(): number;
  /** Breaks off a look that waits for somebody else. */
  stop?(): void;
}

const MAX_BYTES = 50 * 1024 * 1024;
/** Until an address must have answered in full. Milliseconds. */
const TIMEOUT_MS = 10_000;

const lastPart = (path: string): string => path.split(/[/\\]/).filter(Boolean).at(-1) ?? path;

export function folderPlace(path: string): Place {
  const seen = new Map<string, string>();
  return {
    nameOf: (name) => name ?? lastPart(path),
    forget: () => seen.clear(),
    async look(name) {
      const file = name === null ? path : join(path, name);
      try {
        if (!isAbsolute(path)) throw new PlaceError(`“${path}” must be a whole path, from the root.`);
        const { mtimeMs, size, ino } = await stat(file);
        const mark = `${mtimeMs}/${size}/${ino}`;
        if (seen.get(file) === mark) return { kind: 'same' };
        if (size > MAX_BYTES) throw new PlaceError(`${lastPart(file)} has more than 50 MB.`);
        const bytes = await readFile(file);
        seen.set(file, mark);
        return { kind: 'new', bytes };
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

/** An address that names a file is that file's folder for the other files. */
const baseOf = (url: string): string =>
  /\.[a-z]+$/i.test(new URL(url).pathname) ? url : url.replace(/\/?$/, '/');

export function httpPlace(url: string): Place {
  const stopped = new AbortController();
  const tags = new Map<string, { etag: string | null; modified: string | null }>();
  const addressOf = (name: string | null): string => (name === null ? url : new URL(name, baseOf(url)).href);
  return {
    nameOf: (name) => name ?? lastPart(new URL(url).pathname),
    forget: () => tags.clear(),
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
