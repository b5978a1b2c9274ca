/**
 * Whether a long night leaves anything behind: what the station holds before and after 5,000 takes, and what the stage's
 * page holds before and after some hundreds that it really shows. The first takes are not counted: caches fill up once.
 * The station runs in this process, so that its heap can be read when all that may go has gone.
 */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import pino from 'pino';
import { startStation, type Station } from '../../main/station.ts';
import { FULL_HD, launch } from './chromium.ts';
import { goalOf, rowOf, sleep, type Bench } from './result.ts';
import { rowsOf, writeShow, type Size } from './shows.ts';
import { heapOf } from './stages.ts';

const SIZE: Size = { facts: 10_000, cues: 2_000 };
const WARM_UP = 500;
const TAKES = 5_000;
const SHOWN_WARM_UP = 20;
const SHOWN = 200;
/** Takes of one turn: then the disk and the sockets have theirs. */
const TURN = 25;

function collect(): void {
  setFlagsFromString('--expose-gc');
  // the engine's own, as `--expose-gc` names it
  (runInNewContext('gc') as () => void)();
}

/** MB on the heap when all that may go has gone. */
async function heapMB(): Promise<number> {
  for (let i = 0; i < 3; i += 1) {
    collect();
    await sleep(200);
  }
  return process.memoryUsage().heapUsed / 1024 / 1024;
}

function must(station: Station, command: object): void {
  const result = station.store.dispatch(command, { by: 'bench', internal: true });
  if (!result.ok) throw new Error(`${JSON.stringify(command)}: ${result.detail}`);
}

/** Takes two cues in turns, each seen and gone as a stage would say. */
async function takes(station: Station, count: number): Promise<void> {
  for (let i = 0; i < count; i += 1) {
    must(station, { type: 'cue.take', cueId: `cue-${1 + (i % 50)}` });
    const { current, leaving } = station.store.state.air.channels.program.layers['lower-third'];
    const report = { type: 'stage.report', channel: 'program' };
    if (current) must(station, { ...report, instance: current.instance, event: 'on', detail: null });
    if (leaving) must(station, { ...report, instance: leaving.instance, event: 'off', detail: null });
    if (i % TURN === 0) await sleep(1);
  }
  await sleep(1000);
}

export const takesMemory: Bench = async ({ out, browser: path, temp }) => {
  await writeShow(temp, 'bench', rowsOf(SIZE));
  const station = await startStation({
    port: 0,
    data: temp,
    show: 'bench',
    graphics: [],
    waiveFourEyes: true,
    build: out,
    version: '0.0.0-bench',
    log: pino({ level: 'silent' }),
  });
  try {
    await takes(station, WARM_UP);
    const before = await heapMB();
    await takes(station, TAKES);
    const after = await heapMB();
    must(station, { type: 'air.panic' });

    const browser = await launch(path);
    const page = await browser.newPage(FULL_HD);
    await page.goto(`${station.addresses.outputs.program}&background=black`);
    await page.waitForSelector('html[data-connection=live]', { state: 'attached' });
    const session = await page.context().newCDPSession(page);
    await session.send('Performance.enable');
    const shown = async (count: number) => {
      for (let i = 0; i < count; i += 1) {
        const cue = `cue-${1 + (i % 50)}`;
        must(station, { type: 'cue.take', cueId: cue });
        await page.waitForSelector(`[data-layer=lower-third][data-state=on][data-cue=${cue}]`, {
          state: 'attached',
        });
      }
      await sleep(3000);
      return heapOf(session);
    };
    const first = await shown(SHOWN_WARM_UP);
    const last = await shown(SHOWN);
    await browser.close();
    const more = (a: number, b: number): number => 100 * Math.abs(b / a - 1);
    return {
      rows: [
        rowOf('station before: heap', 'MB', [before]),
        rowOf('station after: heap', 'MB', [after], 'station before: heap'),
        rowOf('stage’s page before: heap', 'MB', [first.mb]),
        rowOf('stage’s page after: heap', 'MB', [last.mb], 'stage’s page before: heap'),
      ],
      goals: [
        goalOf(`heap of the station over ${TAKES} takes, % apart ≤ 10`, more(before, after), 10),
        goalOf('heap of the stage’s page, % apart ≤ 10', more(first.mb, last.mb), 10),
        goalOf('nodes of the stage’s page, % apart ≤ 10', more(first.nodes, last.nodes), 10),
      ],
      notes: [
        `${SIZE.cues} cues, ${SIZE.facts} facts; ${TAKES} takes after ${WARM_UP} with each seen and gone as a stage says it`,
        `the stage’s page: ${SHOWN} takes that it shows, after ${SHOWN_WARM_UP}; nodes ${first.nodes} → ${last.nodes}`,
      ],
    };
  } finally {
    await station.close();
  }
};
