/**
 * A small picture of each showing, taken from a stage a second after it is on: what viewers saw, beside the log that says
 * it. One at a time, never while another take has just come, and never at the price of air: what cannot be taken now is
 * tried once more and then left out. Kept in the show's folder, the oldest go first.
 */
import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import type { AsRunLine } from '../../core/as-run.ts';
import type { ChannelId } from '../../core/layers.ts';
import { messageOf, systemCode } from '../errors.ts';
import type { Log } from '../world.ts';

/** Pixels. */
export const PICTURE_SIZE = { width: 480, height: 270 } as const;

/** The entrance is over by then. Milliseconds after a stage said that it is on. */
const AFTER_MS = 1_000;
/** So long after the last take nothing is drawn. Milliseconds. */
const CALM_MS = 700;
/** Longer ago than this it would be a picture of something else. Milliseconds. */
const TOO_LATE_MS = 30_000;

/** Of a night with a take every ten seconds for 14 hours, at about 20 kB each. */
export const MOST_PICTURES = 5_000;
/** Bytes. */
export const MOST_BYTES = 200 * 1024 * 1024;

/** Photographs what a channel shows now; null where nothing can (no browser, no window). JPEG, 480 × 270. */
export type StageCamera = (channel: ChannelId) => Promise<Buffer | null>;

export interface PicturesDeps {
  folder: string;
  camera: StageCamera;
  /** Whether that showing is seen now. */
  isOn: (instance: string) => boolean;
  now: () => number;
  log: Log;
  /** Another clock for tests. */
  wait?: (ms: number) => Promise<void>;
}

interface Wanted {
  instance: string;
  channel: ChannelId;
  /** Epoch ms. */
  at: number;
}

const nameOf = (instance: string): string => `${instance}.jpg`;

export class Pictures {
  readonly #deps: PicturesDeps;
  readonly #wait: (ms: number) => Promise<void>;
  readonly #known = new Map<string, number>();
  #bytes = 0;
  #queue: Wanted[] = [];
  #working: Promise<void> | null = null;
  #lastTake = 0;
  #closed = false;
  #problem: string | null = null;
  #timers = new Set<NodeJS.Timeout>();

  private constructor(deps: PicturesDeps) {
    this.#deps = deps;
    this.#wait = deps.wait ?? ((ms) => this.#later(ms));
  }

  /** Reads what is there and sweeps it. */
  static async open(deps: PicturesDeps): Promise<Pictures> {
    const pictures = new Pictures(deps);
    await pictures.#read();
    await pictures.#sweep();
    return pictures;
  }

  /** Why pictures are not reaching the disk; null while they are. */
  get problem(): string | null {
    return this.#problem;
  }

  pathOf(instance: string): string | null {
    return this.#known.has(nameOf(instance)) ? join(this.#deps.folder, nameOf(instance)) : null;
  }

  /** Hears of new lines of the log. */
  hear(lines: readonly AsRunLine[]): void {
    for (const { event, instance, channel, at } of lines) {
      if (event !== 'in' || this.#closed) continue;
      this.#lastTake = this.#deps.now();
      this.#queue.push({ instance, channel, at });
    }
    if (this.#queue.length > 0) this.#working ??= this.#work();
  }

  /** All that was wanted has been taken or left out. */
  async settled(): Promise<void> {
    await this.#working;
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.#queue = [];
    for (const timer of this.#timers) clearTimeout(timer);
    this.#timers.clear();
    // what waits for a moment of calm waits for nothing any more
    if (!this.#shooting) return;
    await this.#working;
  }

  #shooting = false;

  #later(ms: number): Promise<void> {
    return new Promise((done) => {
      const timer = setTimeout(() => {
        this.#timers.delete(timer);
        done();
      }, ms).unref();
      this.#timers.add(timer);
    });
  }

  async #work(): Promise<void> {
    for (let next = this.#queue.shift(); next; next = this.#queue.shift()) {
      await this.#take(next);
      if (this.#closed) break;
    }
    this.#working = null;
  }

  async #take(wanted: Wanted): Promise<void> {
    const { now, isOn, camera, log } = this.#deps;
    for (;;) {
      const left = Math.max(wanted.at + AFTER_MS, this.#lastTake + CALM_MS) - now();
      if (left <= 0) break;
      await this.#wait(left);
      if (this.#closed) return;
    }
    const isWanted = () => !this.#closed && isOn(wanted.instance) && now() - wanted.at < TOO_LATE_MS;
    if (!isWanted()) return;
    this.#shooting = true;
    try {
      const picture = await camera(wanted.channel);
      // gone while it was drawn: the picture may be of what came after it
      if (picture && isWanted()) await this.#keep(nameOf(wanted.instance), picture);
    } catch (error) {
      log.warn({ err: error, instance: wanted.instance }, 'no picture could be taken of a showing');
    } finally {
      this.#shooting = false;
    }
  }

  async #keep(name: string, picture: Buffer): Promise<void> {
    try {
      await mkdir(this.#deps.folder, { recursive: true });
      await writeFileAtomic(join(this.#deps.folder, name), picture);
      this.#problem = null;
    } catch (error) {
      this.#problem = messageOf(error);
      throw error;
    }
    this.#bytes += picture.length - (this.#known.get(name) ?? 0);
    this.#known.set(name, picture.length);
    await this.#sweep();
  }

  async #read(): Promise<void> {
    const { folder } = this.#deps;
    let names: string[];
    try {
      names = await readdir(folder);
    } catch (error) {
      if (systemCode(error) === 'ENOENT') return;
      throw error;
    }
    const files = await Promise.all(
      names
        .filter((name) => name.endsWith('.jpg'))
        .map(async (name) => ({ name, ...(await stat(join(folder, name))) })),
    );
    for (const { name, size } of files.sort((a, b) => a.mtimeMs - b.mtimeMs)) {
      this.#known.set(name, size);
      this.#bytes += size;
    }
  }

  /** The oldest first: the map is in the order of their times. */
  async #sweep(): Promise<void> {
    for (const [name, size] of this.#known) {
      if (this.#known.size <= MOST_PICTURES && this.#bytes <= MOST_BYTES) return;
      this.#known.delete(name);
      this.#bytes -= size;
      await rm(join(this.#deps.folder, name), { force: true });
    }
  }
}
