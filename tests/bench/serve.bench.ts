/**
 * How fast `serve` is ready, from the spawn to its line, and how much memory it holds, beside a bare `node -e` HTTP server
 * that says a line when it listens. All are started in turns, each as a new process on a folder of its own.
 */
import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { residentMB, startNode, startStation, stopNode } from './processes.ts';
import { goalOf, median, rowOf, sleep, type Bench } from './result.ts';
import { LARGE, rowsOf, writeShow } from './shows.ts';

const ROUNDS = 8;
/** Until the first collection of garbage is over. */
const SETTLE_MS = 1_500;

const BARE = `const s = require('node:http').createServer((q, r) => r.end('ok'));
s.listen(0, '127.0.0.1', () => process.stdout.write('ready ' + s.address().port + '\\n'));`;

export const serve: Bench = async ({ out, temp }) => {
  const template = join(temp, 'template');
  await writeShow(template, 'bench', rowsOf(LARGE));
  const ready: Record<string, number[]> = { bare: [], demo: [], large: [] };
  const resident: Record<string, number[]> = { bare: [], demo: [], large: [] };
  const starts = {
    bare: () => startNode(['-e', BARE]),
    demo: (round: number) => startStation(out, join(temp, `demo-${round}`), 'nz-2008'),
    large: async (round: number) => {
      await cp(template, join(temp, `large-${round}`), { recursive: true });
      return startStation(out, join(temp, `large-${round}`), 'bench');
    },
  };
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [name, start] of Object.entries(starts)) {
      const started = await start(round);
      await sleep(SETTLE_MS);
      const megabytes = await residentMB(started);
      await stopNode(started);
      ready[name]?.push(started.readyMs);
      if (megabytes !== null) resident[name]?.push(megabytes);
    }
  }
  const memory = (name: string) => resident[name] ?? [];
  const rows = [
    rowOf('bare node: ready', 'ms', ready['bare'] ?? []),
    rowOf('serve, demo show: ready', 'ms', ready['demo'] ?? [], 'bare node: ready'),
    rowOf('serve, large show: ready', 'ms', ready['large'] ?? [], 'bare node: ready'),
  ];
  if (memory('bare').length === 0) return { rows, goals: [], notes: ['memory: only where there is /proc'] };
  rows.push(
    rowOf('bare node: resident', 'MB', memory('bare')),
    rowOf('serve, demo show: resident', 'MB', memory('demo'), 'bare node: resident'),
    rowOf('serve, large show: resident', 'MB', memory('large'), 'bare node: resident'),
  );
  return {
    rows,
    goals: [goalOf('resident with the large show < 150 MB', median(memory('large')), 150)],
    notes: [`large: ${LARGE.facts} facts, ${LARGE.cues} cues; demo: a first start, which copies the show`],
  };
};
