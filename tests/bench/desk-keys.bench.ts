/**
 * The desk under a rundown of 2,000 cues and 10,000 facts: how soon a key is seen to have moved the selection, how long
 * the page is blocked at most while cues are taken, and how soon the desk is there when the station is. Beside it the
 * same with a small show, which is the floor.
 *
 * A key's time is Chromium's own (Event Timing): from the key's event to the next picture, in steps of 8 ms; shorter
 * ones than 16 ms are not told apart and count as 16.
 */
import { join } from 'node:path';
import type { Browser, Page } from '@playwright/test';
import { FULL_HD, launch } from './chromium.ts';
import { mustDo, startStation, stopNode, type BenchStation } from './processes.ts';
import { goalOf, quantile, rowOf, sleep, type Bench, type Row } from './result.ts';
import { LARGE, rowsOf, SMALL, writeShow, type Size } from './shows.ts';

const KEYS = 120;
/** Keys in one direction. */
const RUN = 30;
/** As in an everyday night, but without the pauses between them. */
const TAKES = 10;
const BETWEEN_TAKES_MS = 1500;
const LONGEST_MS = 50;
const KEY_MS = 50;
const PAINT_MS = 1000;

interface Watched {
  benchKeys: number[];
  benchTasks: number[];
  /** When the first cue of the rundown was drawn, ms after the page was asked for: an empty list is none. */
  benchDrawn: number | null;
}

/** Begins before the page's own scripts. */
function watch(): void {
  if (window !== window.top) return;
  const watched = window as unknown as Watched;
  Object.assign(watched, { benchKeys: [], benchTasks: [], benchDrawn: null });
  localStorage.setItem('tallydesk.tour', 'left');
  const keys = (list: PerformanceObserverEntryList) => {
    for (const { name, duration } of list.getEntries())
      if (name === 'keydown') watched.benchKeys.push(duration);
  };
  const options = { type: 'event', durationThreshold: 16 };
  new PerformanceObserver(keys).observe(options);
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) watched.benchTasks.push(duration);
  }).observe({ type: 'longtask' });
  const look = () => {
    if (document.querySelector('[role=grid] [aria-selected]')) {
      // the frame after the one that it is drawn in: now it is on the screen
      requestAnimationFrame(() => (watched.benchDrawn = performance.now()));
    } else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

const read = (page: Page): Promise<Watched> =>
  page.evaluate(() => {
    const { benchKeys, benchTasks, benchDrawn } = window as unknown as Watched;
    return { benchKeys: [...benchKeys], benchTasks: [...benchTasks], benchDrawn };
  });

const forget = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const watched = window as unknown as Watched;
    watched.benchKeys.length = 0;
    watched.benchTasks.length = 0;
  });

const selected = (page: Page): Promise<string | null> =>
  page.getByRole('grid', { name: 'Rundown' }).getAttribute('aria-activedescendant');

interface Found {
  drawn: number;
  keys: number[];
  tasks: number[];
  /** Processor time of the tasks of the desk's thread, ms: while keys moved the selection, and while cues were taken. */
  processor: { keys: number[]; takes: number[] };
}

interface TaskEvent {
  name: string;
  pid: number;
  tid: number;
  /** Microseconds of the processor; absent where the system does not tell. */
  tdur?: number;
}

/** What the tasks of the desk's own thread took of the processor, ms: the graphics have processes of their own. */
function processorTimes(trace: Buffer): number[] {
  const { traceEvents } = JSON.parse(trace.toString('utf8')) as { traceEvents: TaskEvent[] };
  const mark = traceEvents.find(({ name }) => name === 'bench-desk');
  if (!mark) throw new Error('the trace has no mark of the desk');
  return traceEvents
    .filter(
      ({ name, pid, tid }) =>
        name === 'ThreadControllerImpl::RunTask' && pid === mark.pid && tid === mark.tid,
    )
    .flatMap(({ tdur }) => (tdur === undefined ? [] : [tdur / 1000]));
}

/** Watches the desk's thread meanwhile. The look itself costs the page nothing that is counted. */
async function traced(browser: Browser, page: Page, work: () => Promise<void>): Promise<number[]> {
  await browser.startTracing(page, { categories: ['toplevel', 'blink.user_timing'] });
  await page.evaluate(() => performance.mark('bench-desk'));
  await work();
  return processorTimes(await browser.stopTracing());
}

async function move(page: Page): Promise<void> {
  for (let i = 0; i < KEYS; i += 1) {
    const before = await selected(page);
    // there and back: the small show's rundown is no longer than that
    await page.keyboard.press(Math.floor(i / RUN) % 2 === 0 ? 'ArrowDown' : 'ArrowUp');
    // the next key comes when this one is seen
    await page.waitForFunction(
      (was) => document.querySelector('[role=grid]')?.getAttribute('aria-activedescendant') !== was,
      before,
      { timeout: 10_000 },
    );
  }
  // the browser tells of its events a little later
  await sleep(1000);
}

async function take(page: Page, station: BenchStation): Promise<void> {
  await mustDo(station, { type: 'cue.recall', number: 3 });
  await sleep(BETWEEN_TAKES_MS);
  for (let i = 0; i < TAKES; i += 1) {
    // the next cue stands by after each
    await page.keyboard.press('Space');
    await sleep(BETWEEN_TAKES_MS);
  }
}

/** A desk in which a cue is selected. */
async function openDesk(browser: Browser, station: BenchStation): Promise<Page> {
  // the selection begins where the pointer is: always with room for a run of keys below it
  await mustDo(station, { type: 'cue.recall', number: 1 });
  const page = await browser.newPage(FULL_HD);
  await page.addInitScript(watch);
  await page.goto(`http://127.0.0.1:${station.port}/desk?key=${station.key}`);
  await page.getByRole('grid', { name: 'Rundown' }).waitFor();
  await page.waitForFunction(() => (window as unknown as { benchDrawn: number | null }).benchDrawn !== null);
  // the keyboard is at home only when a cue is selected
  await page.locator('[role=grid][aria-activedescendant]').first().waitFor();
  return page;
}

async function used(browser: Browser, station: BenchStation): Promise<Found> {
  const page = await openDesk(browser, station);
  const { benchDrawn } = await read(page);
  await sleep(3000);
  await forget(page);
  const keys = await traced(browser, page, () => move(page));
  const { benchKeys } = await read(page);
  await forget(page);
  const takes = await traced(browser, page, () => take(page, station));
  const { benchTasks } = await read(page);
  await page.close();
  const quick = Array<number>(Math.max(0, KEYS - benchKeys.length)).fill(16);
  return {
    drawn: benchDrawn ?? NaN,
    keys: [...benchKeys, ...quick],
    tasks: benchTasks,
    processor: { keys, takes },
  };
}

const sides: [string, Size][] = [
  ['small', SMALL],
  ['large', LARGE],
];

export const deskKeys: Bench = async ({ out, browser: path, temp }) => {
  const browser = await launch(path);
  const rows: Row[] = [];
  const found = new Map<string, Found>();
  try {
    for (const [name, size] of sides) {
      const data = join(temp, name);
      await writeShow(data, 'bench', rowsOf(size));
      const station = await startStation(out, data, 'bench');
      // the first page of a browser pays for its start
      if (name === 'small') await (await openDesk(browser, station)).close();
      const one = await used(browser, station);
      station.poster.close();
      await stopNode(station);
      found.set(name, one);
      const floor = (what: string) => (name === 'large' ? `small: ${what}` : undefined);
      rows.push(
        rowOf(`${name}: key to the picture`, 'ms', one.keys, floor('key to the picture')),
        rowOf(`${name}: page to its first cue`, 'ms', [one.drawn], floor('page to its first cue')),
        rowOf(
          `${name}: tasks of keys, processor`,
          'ms',
          one.processor.keys,
          floor('tasks of keys, processor'),
        ),
        rowOf(
          `${name}: tasks of takes, processor`,
          'ms',
          one.processor.takes,
          floor('tasks of takes, processor'),
        ),
      );
    }
    const large = found.get('large');
    const small = found.get('small');
    if (!large || !small) throw new Error('a side is missing');
    const most = (values: readonly number[]): number => values.reduce((a, b) => Math.max(a, b), 0);
    return {
      rows,
      goals: [
        goalOf(`key to visible selection, p95 < ${KEY_MS} ms`, quantile(large.keys, 0.95), KEY_MS),
        goalOf(
          'the same, times a small show’s ≤ 2',
          quantile(large.keys, 0.95) / quantile(small.keys, 0.95),
          2,
        ),
        goalOf(`a key’s longest task, processor time < ${KEY_MS} ms`, most(large.processor.keys), KEY_MS),
        goalOf(`longest block while taking < ${LONGEST_MS} ms`, most(large.tasks), LONGEST_MS),
        goalOf(`the same in processor time < ${LONGEST_MS} ms`, most(large.processor.takes), LONGEST_MS),
        goalOf(`first cue drawn < ${PAINT_MS} ms after the page is asked for`, large.drawn, PAINT_MS),
      ],
      notes: [
        `${LARGE.cues} cues, ${LARGE.facts} facts; ${KEYS} keys, ${TAKES} takes; blocks over ${LONGEST_MS} ms: small ${small.tasks.length}, large ${large.tasks.length}`,
        'the station was ready before the page was asked for; a longest block of 0: Chromium saw none over 50 ms',
      ],
    };
  } finally {
    await browser.close();
  }
};
