/**
 * From the command that stands a cue by to its graphic being ready behind the scenes, as the stage's own page says it
 * (`data-state="armed"`): on a page that has just been opened, and on one that has armed before. Each beside the least
 * that a frame on an origin of its own costs in the same browser: making one, and its `load`.
 */
import type { Browser, Page } from '@playwright/test';
import { FULL_HD, launch } from './chromium.ts';
import { mustDo, stopNode, type BenchStation } from './processes.ts';
import { goalOf, quantile, rowOf, sleep, type Bench } from './result.ts';
import { openStage } from './stages.ts';

const COLD = 8;
const WARM = 30;

/** Resolves with when the layer said armed, on the page's clock, which is the machine's. */
const armedAt = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      new Promise<number>((done) => {
        const layer = document.querySelector('[data-layer="lower-third"]');
        if (!layer) return;
        const look = (): void => {
          if (layer.getAttribute('data-state') !== 'armed') return;
          watch.disconnect();
          done(performance.timeOrigin + performance.now());
        };
        const watch = new MutationObserver(look);
        watch.observe(layer, { attributes: true });
        look();
      }),
  );

const epoch = (): number => performance.timeOrigin + performance.now();

async function arm(station: BenchStation, page: Page): Promise<number> {
  const armed = armedAt(page);
  // the page must be watching before the command is sent
  await page.evaluate(() => 0);
  const from = epoch();
  await mustDo(station, { type: 'cue.recall', number: 1 });
  return (await armed) - from;
}

async function disarm(station: BenchStation, page: Page): Promise<void> {
  // what stands by on another layer takes its place
  await mustDo(station, { type: 'cue.recall', number: 2 });
  await page.waitForSelector('[data-layer="lower-third"][data-state="off"]', { state: 'attached' });
  await sleep(100);
}

/** A frame with a page of a few bytes on an origin that this browser has not seen. */
async function bareFrame(browser: Browser, station: BenchStation, name: string): Promise<number> {
  const page = await browser.newPage(FULL_HD);
  await page.goto(station.program);
  const took = await page.evaluate(
    ([host, port]) =>
      new Promise<number>((done) => {
        const frame = document.createElement('iframe');
        const from = performance.now();
        frame.addEventListener('load', () => done(performance.now() - from));
        frame.src = `http://${host ?? ''}.localhost:${port ?? ''}/frame`;
        document.body.append(frame);
      }),
    [name, String(station.port)],
  );
  await page.close();
  return took;
}

export const arming: Bench = async ({ out, browser: path, temp }) => {
  const browser = await launch(path);
  const data = { name: 'Nikki Kaye', role: 'Candidate' };
  const { station, page } = await openStage(browser, out, temp, 'lower-third-name', data, [
    'lower-third',
    'bug',
  ]);
  try {
    await page.close();
    const floor: number[] = [];
    const cold: number[] = [];
    const warm: number[] = [];
    for (let round = 0; round < COLD; round += 1) {
      floor.push(await bareFrame(browser, station, `bench-${round}`));
      const fresh = await browser.newPage(FULL_HD);
      await fresh.goto(`${station.program}&background=black`);
      await fresh.waitForSelector('html[data-connection=live]', { state: 'attached' });
      await sleep(300);
      cold.push(await arm(station, fresh));
      await disarm(station, fresh);
      for (let i = 0; i < WARM / COLD; i += 1) {
        warm.push(await arm(station, fresh));
        await disarm(station, fresh);
      }
      await fresh.close();
    }
    return {
      rows: [
        rowOf('floor: a bare frame on an origin of its own', 'ms', floor),
        rowOf('armed on a page just opened', 'ms', cold, 'floor: a bare frame on an origin of its own'),
        rowOf(
          'armed on a page that has armed before',
          'ms',
          warm,
          'floor: a bare frame on an origin of its own',
        ),
      ],
      goals: [
        goalOf('p50 of arming cold, ms ≤ 300', quantile(cold, 0.5), 300),
        goalOf('p50 of arming warm, ms ≤ 50', quantile(warm, 0.5), 50),
      ],
      notes: [
        'the goals are those of the issue, in ms of this machine: read the ratios to the floor beside them',
        `${cold.length} cold, ${warm.length} warm`,
      ],
    };
  } finally {
    await browser.close();
    station.poster.close();
    await stopNode(station);
  }
};
