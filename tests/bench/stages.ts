/** What the benches of the stage share: a station with straps on many layers, its program page, and frames counted. */
import { join } from 'node:path';
import type { Browser, CDPSession, Frame, Page } from '@playwright/test';
import type { JsonObject } from '../../core/json.ts';
import { LAYERS, type LayerId } from '../../core/layers.ts';
import { makeCue } from '../support/builders.ts';
import { writeGraphics } from '../support/write-graphics.ts';
import { FULL_HD, type Recording } from './chromium.ts';
import { mustDo, startStation, type BenchStation } from './processes.ts';
import { sleep } from './result.ts';
import { writeShow } from './shows.ts';

/** A graphic that moves for as long as it is on, and one that counts the updates it is given and shows the last. */
const SOURCES = {
  mover: `
  async load() {
    this.innerHTML = '<div style="position:absolute;left:96px;top:820px;width:600px;height:120px;background:#c33"></div>';
  }
  async playAction() {
    const path = [{ transform: 'none' }, { transform: 'translateX(800px)' }];
    this.firstChild.animate(path, { duration: 1500, iterations: Infinity, direction: 'alternate' });
    return { statusCode: 200, currentStep: 0 };
  }`,
  counter: `
  async load({ data }) {
    globalThis.updates = 0;
    globalThis.perFrame = [];
    let before = 0;
    const frame = () => {
      globalThis.perFrame.push(globalThis.updates - before);
      before = globalThis.updates;
      requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
    this.style.cssText = 'position:absolute;left:200px;top:800px;font:80px sans-serif;color:#fff';
    this.textContent = data.text;
  }
  async updateAction({ data }) { globalThis.updates += 1; this.textContent = data.text; }
  async playAction() { return { statusCode: 200, currentStep: 0 }; }`,
};

/** A cue of that graphic on each layer, the lowest first; their ids are `cue-1`, … */
const cuesOn = (layers: readonly LayerId[], graphic: string, data: JsonObject) =>
  layers.map((layer, i) => makeCue({ id: `cue-${i + 1}`, number: i + 1, name: layer, graphic, layer, data }));

export interface BenchStage {
  station: BenchStation;
  page: Page;
}

/** @param graphic of {@link SOURCES} or shipped; `cue-1` and so on are of it, on those layers */
export async function openStage(
  browser: Browser,
  out: string,
  temp: string,
  graphic: string,
  data: JsonObject = {},
  layers: readonly LayerId[] = LAYERS,
): Promise<BenchStage> {
  const folder = join(temp, `graphics-${graphic}`);
  await writeGraphics(folder, SOURCES);
  const shows = join(temp, `show-${graphic}`);
  await writeShow(shows, 'bench', { facts: [], cues: cuesOn(layers, graphic, data) });
  const station = await startStation(out, shows, 'bench', ['--graphics', folder]);
  const page = await browser.newPage(FULL_HD);
  await page.goto(`${station.program}&background=black`);
  await page.waitForSelector('html[data-connection=live]', { state: 'attached' });
  return { station, page };
}

/** Takes the cue of each layer and waits until all are on. */
export async function takeAll(
  { station, page }: BenchStage,
  layers: readonly LayerId[] = LAYERS,
): Promise<void> {
  for (const [i, layer] of layers.entries()) {
    await mustDo(station, { type: 'cue.take', cueId: `cue-${i + 1}` });
    await page.waitForSelector(`[data-layer="${layer}"][data-state="on"]`, { state: 'attached' });
    // the desk refuses a second take within 300 ms
    await sleep(320);
  }
}

/** Those of graphics: each has an empty one inside, by which the stage knows that it lives. */
export const framesOf = (page: Page): Frame[] => page.mainFrame().childFrames();

/** Frames of that process that reached the screen, a second. */
export function shownASecond(recording: Recording, pid: number, from: number, ms: number): number {
  const shown = recording.frames.filter(
    ({ pid: of, at, state }) =>
      of === pid && at > from && at < from + ms && state.startsWith('STATE_PRESENTED'),
  );
  return (1000 * new Set(shown.map(({ sequence }) => sequence)).size) / ms;
}

/** Of every page that hosts something, in MB: what JavaScript holds, and how many nodes and frames there are. */
export async function heapOf(session: CDPSession): Promise<{ mb: number; nodes: number; frames: number }> {
  await session.send('HeapProfiler.collectGarbage');
  const { metrics } = await session.send('Performance.getMetrics');
  const of = (name: string): number => metrics.find((one) => one.name === name)?.value ?? 0;
  return { mb: of('JSHeapUsedSize') / 1024 / 1024, nodes: of('Nodes'), frames: of('Frames') };
}
