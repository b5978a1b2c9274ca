/**
 * 10,000 facts from CSV over REST into a real station, previewed and written, while takes go through the same station:
 * the longest block of the station's loop, measured in its own process, and the takes' round trips beside those of an
 * idle station.
 */
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { csvRow } from '../../core/csv.ts';
import { Poster, startNode, stopNode, type Started } from './processes.ts';
import { goalOf, median, monotonic, quantile, rowOf, sleep, type Bench } from './result.ts';
import { SMALL, rowsOf, writeShow } from './shows.ts';

const FACTS = 10_000;
const ROUNDS = 3;
/** Between two takes. Milliseconds. */
const PAUSE_MS = 25;

const table = (round: number): string =>
  csvRow([
    'id',
    'kind',
    'statement',
    'onAir.headline',
    'source.name',
    'values.margin_votes',
    'asOf.countPercent',
  ]) +
  Array.from({ length: FACTS }, (_, n) =>
    csvRow([
      `row-${n}`,
      'headline',
      `Candidate ${n} leads in Electorate ${n % 72}, round ${round}.`,
      `ELECTORATE ${n % 72}`,
      'A newsroom’s table',
      String(100 + n + round),
      '85.1',
    ]),
  ).join('');

interface Watched {
  max: number;
  p99: number;
  gc: number;
}

/** What the process says of its loop since it was asked last. */
async function askLoop({ child }: Started): Promise<Watched> {
  return new Promise((done) => {
    const hear = (chunk: Buffer) => {
      const said = /loop (\{.*\})/.exec(chunk.toString());
      if (!said?.[1]) return;
      child.stderr?.off('data', hear);
      done(JSON.parse(said[1]) as Watched);
    };
    child.stderr?.on('data', hear);
    child.kill('SIGUSR2');
  });
}

const addressOf = (said: string) => JSON.parse(said) as { api: string; key: string };

export const importFacts: Bench = async ({ out, temp, here }) => {
  await writeShow(temp, 'bench', rowsOf(SMALL));
  const args = ['--port', '0', '--data', temp, '--show', 'bench', '--no-four-eyes', '--no-pictures'];
  const started = await startNode([
    '--import',
    join(here, 'loop-watch.mjs'),
    join(out, 'main/serve.js'),
    ...args,
  ]);
  const { api, key } = addressOf(started.said);
  const headers = { authorization: `Bearer ${key}` };
  const taker = new Poster(`${api}/commands`, headers);
  const call = async (path: string, method: string, body?: string): Promise<Record<string, unknown>> => {
    const answer = await fetch(`${api}${path}`, { method, headers, ...(body === undefined ? {} : { body }) });
    return (await answer.json()) as Record<string, unknown>;
  };
  let taken = 0;
  const takes = async (while_: () => boolean): Promise<number[]> => {
    const spent: number[] = [];
    while (while_()) {
      const from = monotonic();
      const result = await taker.post({ type: 'cue.take', cueId: `cue-${1 + (taken++ % SMALL.cues)}` });
      if (result['ok'] !== true) throw new Error(JSON.stringify(result));
      spent.push(monotonic() - from);
      await sleep(PAUSE_MS);
    }
    return spent;
  };
  await sleep(2000);
  let left = 60;
  await askLoop(started);
  const idle = await takes(() => (left -= 1) > 0);
  const idleLoop = await askLoop(started);

  const [previews, writes, busy, reading, writing]: number[][] = [[], [], [], [], []];
  const pauses: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    let running = true;
    const going = takes(() => running);
    await askLoop(started);
    const from = monotonic();
    const read = await call(`/imports?name=facts.csv`, 'POST', table(round));
    const path = `/imports/${String(read['id'])}`;
    await call(`${path}/preview`, 'POST', JSON.stringify({ columns: read['columns'] }));
    const compared = monotonic();
    const first = await askLoop(started);
    await call(`${path}/apply`, 'POST');
    for (;;) {
      const progress = await call(path, 'GET');
      if (progress['state'] === 'done') break;
      if (progress['state'] !== 'running') throw new Error(JSON.stringify(progress));
      await sleep(20);
    }
    writes?.push(monotonic() - compared);
    previews?.push(compared - from);
    const second = await askLoop(started);
    running = false;
    busy?.push(...(await going));
    reading?.push(first.max);
    writing?.push(second.max);
    pauses.push(first.gc, second.gc);
  }
  await stopNode(started);
  const blocks = [...(reading ?? []), ...(writing ?? [])];
  return {
    rows: [
      rowOf('take, idle station', 'ms', idle),
      rowOf('take, while importing', 'ms', busy ?? [], 'take, idle station'),
      rowOf(`read and compare ${FACTS} rows`, 'ms', previews ?? []),
      rowOf(`write ${FACTS} facts`, 'ms', writes ?? []),
      rowOf('longest block, idle', 'ms', [idleLoop.max]),
      rowOf('longest block, reading and comparing', 'ms', reading ?? []),
      rowOf('longest block, writing', 'ms', writing ?? []),
      rowOf('longest pause for garbage', 'ms', pauses),
    ],
    goals: [
      goalOf('longest block of the loop < 40 ms', Math.max(...blocks), 40),
      goalOf('a take while importing, median, < 40 ms', median(busy ?? []), 40),
    ],
    notes: [
      `first all new, then all changed; p95 of takes ${quantile(busy ?? [], 0.95).toFixed(1)} ms`,
      `table ${createHash('sha1').update(table(0)).digest('hex').slice(0, 8)}`,
    ],
  };
};
