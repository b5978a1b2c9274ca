/**
 * What keying costs on a machine without a GPU: frames a second of a moving graphic in an ordinary output, in a key
 * and in a key-and-fill output, in turns in one run; and frames that are drawn while all stands still.
 */
import { join } from 'node:path';
import type { Browser, Page } from '@playwright/test';
import { makeCue } from '../support/builders.ts';
import { launch, mark, Tracer } from './chromium.ts';
import { mustDo, startStation, stopNode, type BenchStation } from './processes.ts';
import { goalOf, monotonic, quantile, rowOf, sleep, type Bench } from './result.ts';
import { writeShow } from './shows.ts';

const ROUNDS = 4;
const WATCH_MS = 3_000;

const MODES = { ordinary: 'black', key: 'key', 'key and fill': 'key-fill' } as const;
type Name = keyof typeof MODES;

const NAME = { name: 'Nikki Kaye', role: 'Candidate' };

const makeOutput = async (station: BenchStation, name: Name): Promise<string> => {
  const mode = { kind: MODES[name] };
  const output = { name, channel: 'program', mode, target: { kind: 'browser' } };
  return String((await mustDo(station, { type: 'output.create', ...output }))['outputId']);
};

async function open(browser: Browser, station: BenchStation, name: Name, id: string): Promise<Page> {
  const viewport = { width: MODES[name] === 'key-fill' ? 3840 : 1920, height: 1080 };
  const page = await browser.newPage({ viewport });
  await page.goto(`${station.program}&output=${id}`);
  await page.waitForSelector('[data-layer="lower-third"][data-state="on"]', { state: 'attached' });
  return page;
}

/** Something of the lower third goes to and fro, as in an entrance that never ends. */
async function move(page: Page, label: string, on: boolean): Promise<void> {
  const frame = page.frames().find((one) => one !== page.mainFrame());
  if (!frame) throw new Error('nothing is on air');
  await mark(frame, label);
  await frame.evaluate((moves) => {
    document.getElementById('bench-box')?.remove();
    if (!moves) return;
    const box = document.createElement('div');
    box.id = 'bench-box';
    box.style.cssText = 'position:absolute;left:96px;top:820px;width:600px;height:120px;background:#c33';
    document.body.append(box);
    const path = [{ transform: 'none' }, { transform: 'translateX(800px)' }];
    box.animate(path, { duration: 1500, iterations: Infinity, direction: 'alternate' });
  }, on);
}

/** Frames of the graphic's process that reached the screen, a second. */
async function rate(tracer: Tracer, page: Page, label: string, on: boolean): Promise<number> {
  await page.bringToFront();
  await move(page, label, on);
  await sleep(600);
  await tracer.start();
  await move(page, label, on);
  const from = monotonic();
  await sleep(WATCH_MS);
  const recording = await tracer.stop();
  const pid = recording.pidOf(`bench-${label}`);
  const shown = recording.frames.filter(
    ({ pid: of, at, state }) =>
      of === pid && at > from && at < from + WATCH_MS && state.startsWith('STATE_PRESENTED'),
  );
  await move(page, label, false);
  return (1000 * new Set(shown.map(({ sequence }) => sequence)).size) / WATCH_MS;
}

export const keyFill: Bench = async ({ out, browser: path, temp }) => {
  const data = join(temp, 'key-fill');
  const cue = makeCue({
    id: 'cue-1',
    number: 1,
    graphic: 'lower-third-name',
    layer: 'lower-third',
    data: NAME,
  });
  await writeShow(data, 'bench', { facts: [], cues: [cue] });
  const station = await startStation(out, data, 'bench');
  const browser = await launch(path);
  try {
    await mustDo(station, { type: 'cue.take', cueId: 'cue-1' });
    const names = Object.keys(MODES) as Name[];
    const ids = new Map<Name, string>();
    for (const name of names) ids.set(name, await makeOutput(station, name));
    const rates: Record<Name, number[]> = { ordinary: [], key: [], 'key and fill': [] };
    const still: number[] = [];
    const tracer = await Tracer.of(browser);
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const name of names) {
        // alone: another page that draws would take its share
        const page = await open(browser, station, name, ids.get(name) ?? '');
        rates[name].push(await rate(tracer, page, `${MODES[name]}-${round}`, true));
        if (name === 'key and fill') still.push(await rate(tracer, page, `still-${round}`, false));
        await page.close();
      }
    }
    return {
      rows: names.map((name) =>
        rowOf(
          `${name}: from frame to frame`,
          'ms',
          rates[name].map((fps) => 1000 / fps),
          names[0] === name ? undefined : 'ordinary: from frame to frame',
        ),
      ),
      goals: [goalOf('frames a second of key and fill while nothing moves ≤ 1', quantile(still, 0.5), 1)],
      notes: names.map(
        (name) => `${name}: ${rates[name].map((fps) => fps.toFixed(1)).join(', ')} frames a second`,
      ),
    };
  } finally {
    await browser.close();
    station.poster.close();
    await stopNode(station);
  }
};
