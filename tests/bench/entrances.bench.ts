/**
 * Whether every shipped graphic comes on at 60 frames a second on a small machine without a GPU. For each entrance the
 * frames that its process was asked for and that never reached the screen are counted (chromium.ts says how they are
 * seen), beside those of an empty page that moves one box, in turns in one run.
 */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { JsonObject } from '../../core/json.ts';
import { makeCue } from '../support/builders.ts';
import { FULL_HD, launch, mark, type Recording } from './chromium.ts';
import { goalOf, monotonic, rowOf, sleep, type Bench } from './result.ts';
import { openStation, recordAll, type Shot, type Side } from './takes.ts';
import type { Browser, Page } from '@playwright/test';

const ROUNDS = 4;
const FLOOR_MS = 600;
const LAYERS: Record<string, string> = { 'seat-arc': 'fullframe', 'count-bug': 'bug' };

const BOX = `data:text/html,<!doctype html><style>html{background:black}div{position:absolute;left:96px;top:820px;
width:1200px;height:160px;background:%23c33;opacity:0}</style><div></div>`;

/** An empty page that moves one box for as long as an entrance takes. */
class Box implements Side {
  readonly name = 'floor: one box';
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  static async open(browser: Browser): Promise<Box> {
    const page = await browser.newPage(FULL_HD);
    await page.goto(BOX);
    return new Box(page);
  }

  async shoot(round: number): Promise<Shot> {
    const label = `box-${round}`;
    await this.#page.bringToFront();
    await mark(this.#page, label);
    await sleep(150);
    const at = monotonic();
    await this.#page.evaluate((duration) => {
      const frames = [
        { transform: 'translateX(-100%)', opacity: 1 },
        { transform: 'none', opacity: 1 },
      ];
      document.querySelector('div')?.animate(frames, { duration });
    }, FLOOR_MS);
    await sleep(FLOOR_MS + 300);
    return { side: this.name, drawn: `bench-${label}`, heard: `bench-${label}`, at, answered: 0 };
  }

  close = (): Promise<void> => Promise.resolve();
}

interface Shipped {
  id: string;
  data: JsonObject;
  entranceMs: number;
}

async function shippedIn(graphics: string): Promise<Shipped[]> {
  const read = async (path: string) => JSON.parse(await readFile(join(graphics, path), 'utf8')) as unknown;
  const ids = (await readdir(graphics)).sort();
  return Promise.all(
    ids.map(async (id) => {
      const manifest = (await read(`${id}/${id}.ograf.json`)) as {
        actionDurations?: { type: string; duration: number }[];
      };
      const entrance = manifest.actionDurations?.find(({ type }) => type === 'playAction');
      const data = JsonObject.parse(await read(`${id}/fixtures/usual.json`));
      return { id, data, entranceMs: entrance?.duration ?? FLOOR_MS };
    }),
  );
}

interface Entrance {
  side: string;
  asked: number;
  dropped: number;
}

export const entrances: Bench = async ({ out, browser: path, temp }) => {
  const shipped = await shippedIn(join(out, 'graphics'));
  const cues = shipped.map(({ id, data }, i) =>
    makeCue({ id: `cue-${i + 1}`, number: i + 1, graphic: id, layer: LAYERS[id] ?? 'lower-third', data }),
  );
  const browser = await launch(path);
  const sides: Side[] = [];
  try {
    sides.push(await Box.open(browser));
    const station = await openStation(browser, out, temp, 'graphics', { facts: [], cues });
    station.watchMs = Math.max(...shipped.map(({ entranceMs }) => entranceMs)) + 350;
    for (const { id } of shipped) sides.push(station.as(id));
    const read = ({ side, drawn, at }: Shot, recording: Recording): Entrance | null => {
      const ms = shipped.find(({ id }) => id === side)?.entranceMs ?? FLOOR_MS;
      const counted = recording.countFrames(recording.pidOf(drawn), at, ms);
      return counted && { side, ...counted };
    };
    const seen = await recordAll(browser, sides, ROUNDS, read);
    const of = (name: string) => seen.filter(({ side }) => side === name);
    const percent = (name: string) => {
      const total = (what: 'asked' | 'dropped') => of(name).reduce((sum, one) => sum + one[what], 0);
      return (100 * total('dropped')) / total('asked');
    };
    const floor = sides[0]?.name ?? '';
    return {
      rows: sides.map(({ name }) =>
        rowOf(
          `${name}: dropped`,
          '%',
          of(name).map(({ asked, dropped }) => (100 * dropped) / asked),
        ),
      ),
      goals: shipped.map(({ id }) =>
        goalOf(`${id}: dropped in all, beyond the floor, in % ≤ 2`, percent(id) - percent(floor), 2),
      ),
      notes: [`dropped by the floor in all: ${percent(floor).toFixed(1)} %; ${ROUNDS} entrances each`],
    };
  } finally {
    await browser.close();
    for (const side of sides.slice(0, 2)) await side.close();
  }
};
