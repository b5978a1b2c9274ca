/**
 * Whether the stage holds its rate with something moving on each of its five layers, every one in a frame and so in a
 * process of its own: the frames of each that reached the screen, beside those of one box on an empty page, in turns.
 */
import type { Page } from '@playwright/test';
import { LAYERS } from '../../core/layers.ts';
import { FULL_HD, launch, mark, Tracer } from './chromium.ts';
import { stopNode } from './processes.ts';
import { goalOf, median, monotonic, rowOf, sleep, type Bench } from './result.ts';
import { framesOf, openStage, shownASecond, takeAll } from './stages.ts';

const ROUNDS = 5;
const WATCH_MS = 3_000;

const BOX = `data:text/html,<!doctype html><style>html{background:black}div{position:absolute;left:96px;top:820px;
width:600px;height:120px;background:%23c33;animation:a 1500ms infinite alternate linear}
@keyframes a{to{transform:translateX(800px)}}</style><div></div>`;

export const fiveLayers: Bench = async ({ out, browser: path, temp }) => {
  const browser = await launch(path);
  const stage = await openStage(browser, out, temp, 'mover');
  try {
    await takeAll(stage);
    const empty = await browser.newPage(FULL_HD);
    await empty.goto(BOX);
    const tracer = await Tracer.of(browser);
    /** Rates of the processes in which those marks were made, with that page in front. */
    const watch = async (page: Page, label: string, marks: (name: string) => Promise<string[]>) => {
      await page.bringToFront();
      await sleep(400);
      await tracer.start();
      const names = await marks(label);
      const from = monotonic();
      await sleep(WATCH_MS);
      const recording = await tracer.stop();
      return names.map((name) => shownASecond(recording, recording.pidOf(`bench-${name}`), from, WATCH_MS));
    };
    const floor: number[] = [];
    const layers: number[][] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      floor.push(
        ...(await watch(empty, `empty-${round}`, async (name) => {
          await mark(empty, name);
          return [name];
        })),
      );
      layers.push(
        await watch(stage.page, `five-${round}`, async (name) => {
          const frames = framesOf(stage.page);
          const names = frames.map((_, i) => `${name}-${i}`);
          for (const [i, frame] of frames.entries()) await mark(frame, `${name}-${i}`);
          return names;
        }),
      );
    }
    const worst = layers.map((rates) => Math.min(...rates));
    const gap = (rates: readonly number[]) => rates.map((rate) => 1000 / rate);
    return {
      rows: [
        rowOf('empty page with one box: from frame to frame', 'ms', gap(floor)),
        rowOf(
          'the slowest of five layers: from frame to frame',
          'ms',
          gap(worst),
          'empty page with one box: from frame to frame',
        ),
      ],
      goals: [
        goalOf(
          'frames that the slowest of five layers has fewer than an empty page, in % ≤ 2',
          100 * (1 - median(worst) / median(floor)),
          2,
        ),
      ],
      notes: [
        `${LAYERS.length} layers, ${layers[0]?.length ?? 0} frames`,
        `frames a second: empty ${floor.map((fps) => fps.toFixed(1)).join(', ')}; slowest layer ${worst
          .map((fps) => fps.toFixed(1))
          .join(', ')}`,
      ],
    };
  } finally {
    await browser.close();
    stage.station.poster.close();
    await stopNode(stage.station);
  }
};
