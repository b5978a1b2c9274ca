/**
 * A whole night's files, 72 electorates, from a folder to proposals in a station of the core alone: looked at, read,
 * worked out and delivered, every file new each time. Beside it, reading the bytes alone.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setAutoFreeze } from 'immer';
import { readRecord } from '../../core/election/record.ts';
import type { Feed } from '../../core/schema/feed.ts';
import { Show } from '../../core/schema/show.ts';
import { worldOf, type World } from '../../core/reduce.ts';
import { allRows } from '../../core/table.ts';
import { stateOf } from '../../core/state.ts';
import { folderPlace } from '../../main/feeds/places.ts';
import { readerFor } from '../../main/feeds/reader.ts';
import { countFiles, listFiles } from '../../main/simulator/files.ts';
import { planNight } from '../../main/simulator/night.ts';
import { momentOf, stateAt } from '../../main/simulator/state.ts';
import { makeContext, send } from '../support/builders.ts';
import { goalOf, median, monotonic, rowOf, type Bench } from './result.ts';

const ROUNDS = 12;
/** As main/feeds/feeds.ts delivers. */
const CHUNK = 12;

function sent(world: World, command: object, actor: string): World {
  const outcome = send(world, command, makeContext({ actor }));
  if (!outcome.ok) throw new Error(outcome.detail);
  return outcome.world;
}

export const feedRefresh: Bench = async ({ out, temp }) => {
  setAutoFreeze(false);
  const { elections } = JSON.parse(await readFile(join(out, 'elections/nz-elections.json'), 'utf8')) as {
    elections: { id: string }[];
  };
  const read = readRecord(elections.find(({ id }) => id === 'nz-2023'));
  if (!read.ok) throw new Error(read.problem);
  const night = planNight(read.record, 1);
  const demo = Show.parse(JSON.parse(await readFile(join(out, 'demo/nz-2023.json'), 'utf8')));
  const folder = join(temp, 'xml');
  const place = { kind: 'folder' as const, path: folder };
  const setUp = { type: 'feed.create', feedId: 'ec', name: 'EC', format: 'nz-xml', place, source: 'EC' };
  const refreshes: number[] = [];
  const floors: number[] = [];
  let proposed = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const files = [...listFiles(night), ...countFiles(stateAt(night, momentOf(night, 60 + round)))];
    for (const [name, text] of files) {
      await mkdir(dirname(join(folder, name)), { recursive: true });
      await writeFile(join(folder, name), text);
    }
    const floor = monotonic();
    for (const [name] of files) await readFile(join(folder, name));
    floors.push(monotonic() - floor);

    let world = sent(worldOf(stateOf(demo)), setUp, 'pat');
    const feed = world.state.show.feeds[0] as Feed;
    const reader = readerFor('nz-xml');
    const from = monotonic();
    await reader.look(folderPlace(folder), feed);
    const { items } = await reader.news(feed, world.state.show);
    for (let at = 0; at < items.length; at += CHUNK)
      world = sent(world, { type: 'feed.deliver', feedId: 'ec', items: items.slice(at, at + CHUNK) }, 'EC');
    refreshes.push(monotonic() - from);
    proposed = allRows(world.state.show.proposals).length;
  }
  return {
    rows: [
      rowOf('reading the bytes', 'ms', floors),
      rowOf('72 electorates, files to proposals', 'ms', refreshes, 'reading the bytes'),
    ],
    goals: [goalOf('a full refresh < 250 ms, median', median(refreshes), 250)],
    notes: [`${proposed} proposals; the first round, with cold code, is the maximum`],
  };
};
