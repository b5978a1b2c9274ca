/**
 * Typing in the search of the facts workspace with 10,000 facts, letter by letter as a quick typist does: how long the page
 * is blocked at most (Chromium's own long tasks, which are those over 50 ms, and the longest gap between two timers),
 * and how soon the letter and the found rows are drawn. Beside it the same in a small show.
 */
import { join } from 'node:path';
import type { Browser, Page } from '@playwright/test';
import { FULL_HD, launch } from './chromium.ts';
import { startStation, stopNode, type BenchStation } from './processes.ts';
import { goalOf, rowOf, sleep, type Bench, type Row } from './result.ts';
import { LARGE, rowsOf, SMALL, writeShow, type Size } from './shows.ts';

/** Common and rare letters, with one that empties the list. */
const WORDS = ['electorate 7 labour', 'candidate 42', 'maori zzz'];
/** A fast typist: milliseconds between letters. */
const BETWEEN_MS = 70;
/** Chromium's border of a long task, which is also the issue's. Milliseconds. */
const LONGEST_MS = 50;

interface Watched {
  benchTasks: number[];
  benchGaps: number[];
}

/** Starts watching in the page, after what the load itself took. */
const watch = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const watched = window as unknown as Watched;
    watched.benchTasks = [];
    watched.benchGaps = [];
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) watched.benchTasks.push(duration);
    }).observe({ type: 'longtask' });
    const channel = new MessageChannel();
    let last = performance.now();
    channel.port1.onmessage = () => {
      const now = performance.now();
      watched.benchGaps.push(now - last);
      last = now;
      setTimeout(() => channel.port2.postMessage(null), 4);
    };
    channel.port2.postMessage(null);
  });

interface Typing {
  /** Tasks over 50 ms. */
  tasks: number[];
  /** How long after a letter's key-down the next frame was begun. */
  frames: number[];
  gaps: number[];
  processor: number[];
}

async function typing(page: Page): Promise<Omit<Typing, 'processor'>> {
  const search = page.getByRole('searchbox', { name: 'Search facts' });
  const frames: number[] = [];
  for (const words of WORDS) {
    await search.fill('');
    await sleep(300);
    for (const letter of words) {
      await search.press(letter === ' ' ? 'Space' : letter);
      frames.push(
        await page.evaluate(
          () =>
            new Promise<number>((done) => {
              const from = performance.now();
              requestAnimationFrame(() => done(performance.now() - from));
            }),
        ),
      );
      await sleep(BETWEEN_MS);
    }
  }
  await sleep(300);
  const { tasks, gaps } = await page.evaluate(() => {
    const { benchTasks, benchGaps } = window as unknown as Watched;
    return { tasks: benchTasks, gaps: benchGaps };
  });
  return { tasks, gaps, frames };
}

interface TaskEvent {
  name: string;
  /** Microseconds of the processor; absent where the system does not tell. */
  tdur?: number;
}

/** What the tasks of all threads of the page took of the processor, ms: other programs on the machine do not lengthen it. */
function processorTimes(trace: Buffer): number[] {
  const { traceEvents } = JSON.parse(trace.toString('utf8')) as { traceEvents: TaskEvent[] };
  return traceEvents
    .filter(({ name, tdur }) => name === 'ThreadControllerImpl::RunTask' && tdur !== undefined)
    .map(({ tdur = 0 }) => tdur / 1000);
}

async function typed(browser: Browser, station: BenchStation): Promise<Typing> {
  const page = await browser.newPage(FULL_HD);
  await page.goto(`http://127.0.0.1:${station.port}/desk?key=${station.key}`);
  await page.getByRole('grid', { name: 'Rundown' }).waitFor();
  await page.keyboard.press('Alt+2');
  await page.getByRole('grid', { name: 'Facts of the show' }).waitFor();
  await sleep(2000);
  await watch(page);
  await browser.startTracing(page, { categories: ['toplevel'] });
  const result = await typing(page);
  const processor = processorTimes(await browser.stopTracing());
  await page.close();
  return { ...result, processor };
}

const sides: [string, Size][] = [
  ['small', SMALL],
  ['large', LARGE],
];

export const factsSearch: Bench = async ({ out, browser: path, temp }) => {
  const browser = await launch(path);
  const rows: Row[] = [];
  let longest = 0;
  let processor = 0;
  const tasks: string[] = [];
  try {
    for (const [name, size] of sides) {
      const data = join(temp, name);
      await writeShow(data, 'bench', rowsOf(size));
      const station = await startStation(out, data, 'bench');
      const found = await typed(browser, station);
      await stopNode(station);
      const floor = (what: string) => (name === 'large' ? `small: ${what}` : undefined);
      rows.push(
        rowOf(`${name}: gap between two timers`, 'ms', found.gaps, floor('gap between two timers')),
        rowOf(`${name}: letter to the next frame`, 'ms', found.frames, floor('letter to the next frame')),
      );
      if (found.processor.length > 0)
        rows.push(
          rowOf(`${name}: tasks, processor time`, 'ms', found.processor, floor('tasks, processor time')),
        );
      tasks.push(`${name} ${found.tasks.length}`);
      if (name !== 'large') continue;
      longest = Math.max(0, ...found.tasks);
      processor = found.processor.reduce((most, one) => Math.max(most, one), 0);
    }
    return {
      rows,
      goals: [
        goalOf(`longest block of the page while typing < ${LONGEST_MS} ms`, longest, LONGEST_MS),
        goalOf(`the same in processor time < ${LONGEST_MS} ms`, processor, LONGEST_MS),
      ],
      notes: [
        `${LARGE.facts} facts; ${WORDS.join('').length} letters; tasks over ${LONGEST_MS} ms: ${tasks.join(', ')}`,
        'a longest block of 0 means that Chromium saw no task over 50 ms; timers wait 4 ms by themselves',
      ],
    };
  } finally {
    await browser.close();
  }
};
