/**
 * Whether a night of recalling cues leaves anything behind: memory of the browser's processes and what the stage's own
 * page holds, before and after 200 times arming a graphic and dropping it again. The first twenty are not counted:
 * caches and compilers fill up once.
 */
import { readdir, readFile } from 'node:fs/promises';
import { launch } from './chromium.ts';
import { mustDo, stopNode } from './processes.ts';
import { goalOf, rowOf, sleep, type Bench } from './result.ts';
import { heapOf, openStage, type BenchStage } from './stages.ts';

const WARM_UP = 20;
const CYCLES = 200;

async function cycle({ station, page }: BenchStage): Promise<void> {
  await mustDo(station, { type: 'cue.recall', number: 1 });
  await page.waitForSelector('[data-layer="lower-third"][data-state="armed"]', { state: 'attached' });
  // what stands by on another layer takes its place
  await mustDo(station, { type: 'cue.recall', number: 2 });
  await page.waitForSelector('[data-layer="lower-third"][data-state="off"]', { state: 'attached' });
}

/** Resident memory of all of this process's descendants that draw pages, in MB; null where there is no /proc. */
async function renderersMB(): Promise<number | null> {
  const parents = new Map<number, number>();
  const resident = new Map<number, number>();
  let names: string[];
  try {
    names = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  } catch {
    // not Linux: the row is left out
    return null;
  }
  for (const name of names) {
    const pid = Number(name);
    // a process may end while it is read
    const read = (file: string) => readFile(`/proc/${name}/${file}`, 'utf8').catch(() => '');
    const status = await read('status');
    parents.set(pid, Number(/^PPid:\s+(\d+)/m.exec(status)?.[1] ?? 0));
    // what only this process holds: shared libraries would count once for each
    const own = /^RssAnon:\s+(\d+) kB/m.exec(status)?.[1] ?? '0';
    if ((await read('cmdline')).includes('--type=renderer')) resident.set(pid, Number(own) / 1024);
  }
  const isOurs = (pid: number): boolean => pid === process.pid || (pid > 1 && isOurs(parents.get(pid) ?? 0));
  return [...resident].reduce((sum, [pid, mb]) => (isOurs(pid) ? sum + mb : sum), 0);
}

export const armMemory: Bench = async ({ out, browser: path, temp }) => {
  const browser = await launch(path);
  const data = { name: 'Nikki Kaye', role: 'Candidate' };
  const stage = await openStage(browser, out, temp, 'lower-third-name', data, ['lower-third', 'bug']);
  try {
    const session = await stage.page.context().newCDPSession(stage.page);
    await session.send('Performance.enable');
    const measure = async () => {
      // frames that were dropped give their processes back a little later
      await sleep(3_000);
      return { ...(await heapOf(session)), resident: await renderersMB() };
    };
    for (let i = 0; i < WARM_UP; i += 1) await cycle(stage);
    const before = await measure();
    for (let i = 0; i < CYCLES; i += 1) await cycle(stage);
    const after = await measure();
    const more = (a: number, b: number): number => 100 * (b / a - 1);
    const hasResident = before.resident !== null && after.resident !== null;
    const resident = { before: before.resident ?? 0, after: after.resident ?? 0 };
    return {
      rows: [
        rowOf('stage’s page before: heap', 'MB', [before.mb]),
        rowOf('stage’s page after: heap', 'MB', [after.mb], 'stage’s page before: heap'),
        ...(hasResident
          ? [
              rowOf('all pages before: resident', 'MB', [resident.before]),
              rowOf('all pages after: resident', 'MB', [resident.after], 'all pages before: resident'),
            ]
          : []),
      ],
      goals: [
        goalOf('heap of the stage’s page, % more ≤ 10', more(before.mb, after.mb), 10),
        goalOf('nodes of the stage’s page, % more ≤ 10', more(before.nodes, after.nodes), 10),
        ...(hasResident
          ? [goalOf('resident memory of all pages, % more ≤ 10', more(resident.before, resident.after), 10)]
          : []),
      ],
      notes: [
        `${CYCLES} cycles after ${WARM_UP}; nodes ${before.nodes} → ${after.nodes}, frames ${before.frames} → ${after.frames}`,
      ],
    };
  } finally {
    await browser.close();
    stage.station.poster.close();
    await stopNode(stage.station);
  }
};
