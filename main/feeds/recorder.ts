/**
 * Recordings of feeds: every new version of their files as JSON lines in `recordings/` of the show's folder, byte for
 * byte, with when it came. A recording is a place like any other, played at any speed.
 */
import { appendFile, mkdir, open, readdir, stat } from 'node:fs/promises';
import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import type { Recording } from '../../core/feeds/rest.ts';
import { messageOf, systemCode } from '../errors.ts';
import type { Log } from '../world.ts';
import { PlaceError, type Look, type Place } from './places.ts';

/** One version: what changed together. A file that went away is null. */
const Line = z.object({
  at: z.number(),
  feed: z.string(),
  files: z.record(z.string(), z.string().nullable()),
});
type Line = z.infer<typeof Line>;

/** The name under which a place that is one file is written down. */
const SELF = '.';

export interface Recorder {
  /** @param files null for one that has gone */
  add(at: number, files: ReadonlyMap<string | null, Uint8Array | null>): void;
  close(): Promise<void>;
}

const stamp = (at: number): string =>
  new Date(at).toISOString().replace(/[-:]/g, '').replace('T', '-').slice(0, 15);

/** Begins a recording at the first version that is added. What the disk refuses is told once and not kept. */
export function recorder(folder: string, feed: string, log: Log): Recorder {
  let path: string | null = null;
  let failed = false;
  let writing: Promise<void> = Promise.resolve();
  return {
    add(at, files) {
      path ??= join(folder, `${feed}-${stamp(at)}.jsonl`);
      const line: Line = { at, feed, files: {} };
      for (const [name, bytes] of files)
        line.files[name ?? SELF] = bytes === null ? null : Buffer.from(bytes).toString('base64');
      const text = JSON.stringify(line) + '\n';
      const target = path;
      writing = writing.then(async () => {
        try {
          await mkdir(folder, { recursive: true });
          await appendFile(target, text);
        } catch (error) {
          if (!failed) log.error({ err: error, path: target }, 'a feed could not be recorded');
          failed = true;
        }
      });
    },
    close: () => writing,
  };
}

interface Version {
  at: number;
  offset: number;
  length: number;
  feed: string;
}

/**
 * Where each line is, so that a night's recording is never held in memory whole.
 * @param from where a line begins, in bytes
 * @returns where the first line begins that is not whole yet
 */
async function versionsFrom(path: string, from: number): Promise<{ versions: Version[]; end: number }> {
  const versions: Version[] = [];
  let offset = from;
  let end = from;
  const input = createReadStream(path, { start: from });
  for await (const line of createInterface({ input, crlfDelay: Infinity })) {
    const length = Buffer.byteLength(line);
    const head = /^\{"at":(\d+),"feed":"([^"]+)",/.exec(line);
    // the last line may be cut off by a kill
    if (head && line.endsWith('}')) {
      versions.push({ at: Number(head[1]), offset, length, feed: head[2] ?? '' });
      end = offset + length + 1;
    }
    offset += length + 1;
  }
  return { versions, end };
}

const fileOf = (folder: string, name: string): string => join(folder, `${name}.jsonl`);

/** Recordings only grow: what is counted of one is not read again. `end` is where reading goes on. */
const counted = new Map<string, { mtimeMs: number; size: number; end: number; recording: Recording }>();

/** @returns null for a file that holds no whole version */
async function recordingIn(path: string, name: string): Promise<Recording | null> {
  const { mtimeMs, size } = await stat(path);
  const held = counted.get(path);
  if (held?.mtimeMs === mtimeMs && held.size === size) return held.recording;
  // one that has become shorter is another
  const known = held && size >= held.end ? held : null;
  const { versions, end } = await versionsFrom(path, known?.end ?? 0);
  const last = versions.at(-1)?.at ?? known?.recording.to;
  const feed = known?.recording.feed ?? versions[0]?.feed;
  const from = known?.recording.from ?? versions[0]?.at;
  if (last === undefined || feed === undefined || from === undefined) return null;
  const count = (known?.recording.versions ?? 0) + versions.length;
  const recording: Recording = { name, feed, from, to: last, versions: count };
  counted.set(path, { mtimeMs, size, end, recording });
  return recording;
}

/** What there is to be played again, the newest first. */
export async function recordingsIn(folder: string): Promise<Recording[]> {
  let names: string[];
  try {
    names = await readdir(folder);
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return [];
    throw error;
  }
  const found: Recording[] = [];
  for (const file of names.filter((name) => name.endsWith('.jsonl'))) {
    try {
      const recording = await recordingIn(join(folder, file), file.slice(0, -'.jsonl'.length));
      if (recording) found.push(recording);
    } catch (error) {
      // one that the disk refuses, or that has just gone, cannot be played: the others can
      if (systemCode(error) === null) throw error;
    }
  }
  return found.sort((a, b) => b.from - a.from);
}

/** When each version of a recording came. Epoch milliseconds, in order. */
export async function versionTimes(folder: string, name: string): Promise<number[]> {
  return (await versionsFrom(fileOf(folder, name), 0)).versions.map(({ at }) => at);
}

/**
 * A recording as a place. It starts at its first look, and begins anew when it is forgotten.
 * @param speed 1 is as it was; 60 plays an hour in a minute
 */
export function recordingPlace(folder: string, name: string, speed: number, now: () => number): Place {
  const path = fileOf(folder, name);
  let versions: Version[] | null = null;
  let startedAt: number | null = null;
  let next = 0;
  const files = new Map<string, string | null>();
  const fresh = new Set<string>();

  const played = (): number => {
    const [first] = versions ?? [];
    return first && startedAt !== null ? first.at + (now() - startedAt) * speed : 0;
  };

  async function catchUp(): Promise<void> {
    try {
      versions ??= (await versionsFrom(path, 0)).versions;
      startedAt ??= now();
      const due = versions.slice(next).filter(({ at }) => at <= played());
      if (due.length === 0) return;
      const file = await open(path);
      try {
        for (const { offset, length } of due) {
          const buffer = Buffer.alloc(length);
          await file.read(buffer, 0, length, offset);
          const line = Line.parse(JSON.parse(buffer.toString('utf8')));
          for (const [one, base64] of Object.entries(line.files)) {
            files.set(one, base64);
            fresh.add(one);
          }
          next += 1;
        }
      } finally {
        await file.close();
      }
    } catch (error) {
      const gone = systemCode(error) === 'ENOENT';
      throw new PlaceError(
        gone
          ? `There is no recording “${name}”.`
          : `The recording “${name}” is damaged: ${messageOf(error)}.`,
      );
    }
  }

  return {
    nameOf: (one) => one ?? name,
    forget() {
      versions = null;
      startedAt = null;
      next = 0;
      files.clear();
      fresh.clear();
    },
    progress() {
      const first = versions?.at(0)?.at;
      const last = versions?.at(-1)?.at;
      if (first === undefined || last === undefined) return 0;
      return last === first ? 1 : Math.min(1, Math.max(0, (played() - first) / (last - first)));
    },
    async look(one): Promise<Look> {
      await catchUp();
      const key = one ?? SELF;
      const base64 = files.get(key);
      if (base64 === undefined || base64 === null) return { kind: 'missing' };
      if (!fresh.delete(key)) return { kind: 'same' };
      return { kind: 'new', bytes: Buffer.from(base64, 'base64') };
    },
  };
}
