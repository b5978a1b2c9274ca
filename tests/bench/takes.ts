/** One take after another on a real station and on the bare floor, each timed from the POST to the picture. */
import { join } from 'node:path';
import type { Browser, Page } from '@playwright/test';
import { FULL_HD, mark, Tracer, type Recording } from './chromium.ts';
import {
  mustDo,
  Poster,
  startNode,
  startStation,
  stopNode,
  type BenchStation,
  type Started,
} from './processes.ts';
import { monotonic, sleep } from './result.ts';
import { writeShow, type ShowRows } from './shows.ts';

/** One sample, before the trace that tells when its picture came has been read. */
export interface Shot {
  side: string;
  /** The mark in the page that draws, and in the page that has the socket. */
  drawn: string;
  heard: string;
  /** Milliseconds of the monotonic clock: just before the POST is written. */
  at: number;
  answered: number;
}

export interface Timing {
  side: string;
  /** To the first frame in which all of the picture was there. */
  pixel: number;
  /** To the first frame at all: tiles may have been missing in it. */
  first: number;
  heard: number;
  answered: number;
}

/** Something that can be taken, timed and cleared. */
export interface Side {
  readonly name: string;
  shoot(round: number): Promise<Shot>;
  close(): Promise<void>;
}

/** A take must not always fall on the same moment between two frames. */
const anyMoment = (): Promise<void> => sleep(120 + Math.random() * 17);

/** Long enough for the picture to have come on a busy machine. */
const SEEN_MS = 350;

class Floor implements Side {
  readonly name = 'floor';
  readonly #server: Started;
  readonly #page: Page;
  readonly #poster: Poster;

  private constructor(server: Started, page: Page, poster: Poster) {
    this.#server = server;
    this.#page = page;
    this.#poster = poster;
  }

  static async open(browser: Browser, here: string): Promise<Floor> {
    const server = await startNode([join(here, 'floor-server.mjs')]);
    const url = `http://127.0.0.1:${server.said}/`;
    const page = await browser.newPage(FULL_HD);
    await page.goto(url);
    await page.waitForFunction(() => document.title === 'live');
    return new Floor(server, page, new Poster(url));
  }

  async shoot(round: number): Promise<Shot> {
    const label = `floor-${round}`;
    await this.#page.bringToFront();
    await mark(this.#page, label);
    await anyMoment();
    const at = monotonic();
    await this.#poster.post({ type: 'take', on: true });
    const answered = monotonic() - at;
    await sleep(SEEN_MS);
    await this.#poster.post({ type: 'take', on: false });
    await sleep(60);
    return { side: this.name, drawn: `bench-${label}`, heard: `bench-${label}`, at, answered };
  }

  async close(): Promise<void> {
    this.#poster.close();
    await stopNode(this.#server);
  }
}

export class StationSide implements Side {
  readonly name: string;
  readonly station: BenchStation;
  readonly #page: Page;
  readonly #cues: number;
  #next = 0;
  /** How long a picture stays. */
  watchMs = SEEN_MS + 250;

  private constructor(name: string, station: BenchStation, page: Page, cues: number) {
    this.name = name;
    this.station = station;
    this.#page = page;
    this.#cues = cues;
  }

  static async open(
    browser: Browser,
    out: string,
    temp: string,
    name: string,
    rows: ShowRows,
  ): Promise<StationSide> {
    const data = join(temp, name);
    await writeShow(data, 'bench', rows);
    const station = await startStation(out, data, 'bench');
    const page = await browser.newPage(FULL_HD);
    await page.goto(`${station.program}&background=black`);
    await page.waitForSelector('html[data-connection=live]', { state: 'attached' });
    return new StationSide(name, station, page, rows.cues.length);
  }

  async shoot(round: number, name = this.name): Promise<Shot> {
    const label = `${name}-${round}`;
    await this.#page.bringToFront();
    // a take stands the next cue by, as in a show; at the end of the rundown it begins anew
    this.#next = this.#next < this.#cues ? this.#next + 1 : 1;
    if (this.#next === 1) await mustDo(this.station, { type: 'cue.recall', number: 1 });
    const armed = `[data-state=armed][data-cue=cue-${this.#next}]`;
    await this.#page.waitForSelector(armed, { state: 'attached' });
    // not the frames inside them, by which the stage knows that they live
    const graphics = this.#page.mainFrame().childFrames();
    const [graphic] = graphics;
    if (!graphic || graphics.length > 1) throw new Error(`${graphics.length} frames stand by, not one`);
    await mark(graphic, `${label}-graphic`);
    await mark(this.#page, label);
    await anyMoment();
    const at = monotonic();
    await mustDo(this.station, { type: 'cue.take' });
    const answered = monotonic() - at;
    await sleep(this.watchMs);
    await mustDo(this.station, { type: 'air.panic' });
    return { side: this.name, drawn: `bench-${label}-graphic`, heard: `bench-${label}`, at, answered };
  }

  /** The same output under another name: one for each cue of its rundown, in their order. */
  as(name: string): Side {
    return {
      name,
      shoot: async (round) => ({ ...(await this.shoot(round, name)), side: name }),
      close: () => this.close(),
    };
  }

  async close(): Promise<void> {
    this.station.poster.close();
    await stopNode(this.station);
  }
}

export const openFloor = (browser: Browser, here: string): Promise<Side> => Floor.open(browser, here);

/** A station with a show of that size, and its program output in a page. */
export const openStation = (
  browser: Browser,
  out: string,
  temp: string,
  name: string,
  rows: ShowRows,
): Promise<StationSide> => StationSide.open(browser, out, temp, name, rows);

/** Reads off a recording when the picture of each shot came. Null where it saw none. */
export function timingOf(shot: Shot, recording: Recording): Timing | null {
  const { side, at, answered } = shot;
  const seen = recording.firstPresented(recording.pidOf(shot.drawn), at);
  const heard = recording.firstMessage(recording.pidOf(shot.heard), at);
  if (!seen) return null;
  return { side, pixel: seen.whole - at, first: seen.any - at, heard: (heard ?? NaN) - at, answered };
}

/** Shots per stretch of tracing: a trace of the whole run would be hundreds of megabytes. */
const STRETCH = 8;
/** Not counted: caches and compilers warm up. */
const WARM_UP = 2;

/** The sides take turns, so that whatever else the machine does falls on all of them. */
export async function recordAll<T>(
  browser: Browser,
  sides: readonly Side[],
  rounds: number,
  read: (shot: Shot, recording: Recording) => T | null,
): Promise<T[]> {
  const tracer = await Tracer.of(browser);
  for (let round = 0; round < WARM_UP; round += 1) {
    for (const side of sides) await side.shoot(rounds + round);
  }
  const results: T[] = [];
  for (let first = 0; first < rounds; first += STRETCH) {
    const shots: Shot[] = [];
    await tracer.start();
    for (let round = first; round < Math.min(first + STRETCH, rounds); round += 1) {
      for (const side of sides) shots.push(await side.shoot(round));
    }
    const recording = await tracer.stop();
    for (const shot of shots) {
      const result = read(shot, recording);
      if (result !== null) results.push(result);
    }
  }
  return results;
}

export const shootAll = (browser: Browser, sides: readonly Side[], rounds: number): Promise<Timing[]> =>
  recordAll(browser, sides, rounds, timingOf);
