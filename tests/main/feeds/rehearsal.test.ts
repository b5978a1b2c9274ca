// Live feeds during a rehearsal: they neither disturb a played night nor lose anything for the live show.
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { JsonObject } from '../../../core/json.ts';
import type { Fact } from '../../../core/schema/fact.ts';
import type { Show } from '../../../core/schema/show.ts';
import { allRows, getRow } from '../../../core/table.ts';
import { filesAtCount } from '../../support/night-files.ts';
import { handPlayer, rehearse, stationOf2008 } from '../../support/night-station.ts';
import { errorsIn, tempFolder, writeFiles, type TestStation } from '../../support/station.ts';

const AUTO = Object.fromEntries(
  ['new', 'count', 'votes', 'leader', 'seats', 'status', 'text'].map((group) => [group, 'auto']),
);

const feedAt = (feedId: string, folder: string, over: JsonObject = {}) => ({
  type: 'feed.create',
  feedId,
  name: feedId,
  format: 'nz-xml',
  place: { kind: 'folder', path: folder },
  source: 'Electoral Commission',
  pollSeconds: 3600,
  rules: AUTO,
  ...over,
});

const look = (station: TestStation, id: string) =>
  station.ask(`/api/v1/feeds/${id}/poll`, { method: 'POST' });
const showOf = ({ station }: TestStation) => station.store.state.show;
const goLive = (station: TestStation) => station.command({ type: 'mode.set', mode: 'live' });
/** In whole percents: files of a count of 60 say 59.9. */
const percentOf = (fact: Pick<Fact, 'values'> | undefined) => Math.round(Number(fact?.values[0]?.value));
const counted = (show: Show, feed: string) => percentOf(getRow(show.facts, `${feed}.count`));
const ofFeed = (show: Show, feed: string) => allRows(show.facts).filter(({ via }) => via?.feed === feed);

it('what came in during a rehearsal is in the live show when it ends, facts and proposals', async () => {
  const [autoFolder, askFolder] = [await tempFolder(), await tempFolder()];
  const station = await stationOf2008();
  for (const folder of [autoFolder, askFolder]) await writeFiles(folder, filesAtCount(30));
  await station.command(feedAt('auto', autoFolder));
  await station.command(feedAt('asks', askFolder, { rules: {} }));
  for (const id of ['auto', 'asks']) await look(station, id);
  const before = showOf(station);

  await rehearse(station);
  for (const folder of [autoFolder, askFolder]) await writeFiles(folder, filesAtCount(60));
  for (const id of ['auto', 'asks']) await look(station, id);
  expect(counted(showOf(station), 'auto')).toBe(60);
  await station.command({ type: 'proposal.accept', factIds: ['asks.count'] }, 'ben');
  await station.command({ type: 'proposal.reject', factIds: ['asks.house'] }, 'ben');
  expect(station.station.store.state.held).toBe(before);
  // the place is out of order when the rehearsal ends: what was read of it counts
  await rm(join(autoFolder, 'election.xml'));
  await mkdir(join(autoFolder, 'election.xml'));
  await look(station, 'auto');

  await goLive(station);
  await expect.poll(() => counted(showOf(station), 'auto')).toBe(60);
  await expect.poll(() => percentOf(getRow(showOf(station).proposals, 'asks.count')?.content)).toBe(60);
  expect(getRow(showOf(station).proposals, 'asks.house')).toBeDefined();
  expect(ofFeed(showOf(station), 'auto').every(({ origin }) => origin === 'live')).toBe(true);
  const { json } = await station.ask('/api/v1/feeds');
  expect(JSON.stringify(json['feeds'])).toContain('"state":"error"');
  expect(errorsIn(station.lines)).toEqual([]);
});

it('beside a played night a live feed is read and stands aside', async () => {
  const [targetFolder, besideFolder] = [await tempFolder(), await tempFolder()];
  const station = await stationOf2008();
  for (const folder of [targetFolder, besideFolder]) await writeFiles(folder, filesAtCount(30));
  await station.command(feedAt('ec', targetFolder));
  await station.command(feedAt('other', besideFolder));
  for (const id of ['ec', 'other']) await look(station, id);

  await rehearse(station);
  const hand = handPlayer(station);
  expect(await hand.player.play({ id: 'nz-2008', speed: 60, seed: 1 }, 'olive')).toMatchObject({
    night: { feed: 'ec' },
  });
  await hand.player.change({ counted: 10, paused: true }, 'olive');
  const played = [ofFeed(showOf(station), 'ec'), ofFeed(showOf(station), 'other')];
  for (const folder of [targetFolder, besideFolder]) await writeFiles(folder, filesAtCount(70));
  await station.command({ type: 'feed.edit', feedId: 'ec', changes: { enabled: true } });
  for (const id of ['ec', 'other']) expect((await look(station, id)).json).toEqual({ ok: true });
  expect([ofFeed(showOf(station), 'ec'), ofFeed(showOf(station), 'other')]).toEqual(played);
  expect(counted(showOf(station), 'ec')).toBe(10);
  hand.player.stop('olive');
  await look(station, 'other');
  expect(counted(showOf(station), 'other')).toBe(30);
  const delivered = { type: 'feed.deliver', feedId: 'other', items: [] };
  expect(station.station.store.dispatch(delivered, { by: 'x', internal: true })).toMatchObject({
    code: 'live_data_in_rehearsal',
  });

  await goLive(station);
  await expect.poll(() => counted(showOf(station), 'other')).toBe(70);
  await expect.poll(() => counted(showOf(station), 'ec')).toBe(70);
  expect(ofFeed(showOf(station), 'ec').every(({ origin }) => origin === 'live')).toBe(true);
  expect(errorsIn(station.lines)).toEqual([]);
});

it('a delivery under way when the rehearsal ends puts nothing of the rehearsal’s reading into the live show', async () => {
  const folder = await tempFolder();
  const station = await stationOf2008();
  const { store } = station.station;
  await station.command(feedAt('ec', folder));
  await look(station, 'ec');
  await rehearse(station);
  await station.command({ type: 'feed.edit', feedId: 'ec', changes: { source: 'Rehearsed' } });
  await look(station, 'ec');
  await writeFiles(folder, filesAtCount(60));
  let chunks = 0;
  const sources = new Set<string | undefined>();
  store.onCommit(({ command, after }) => {
    if (command.type !== 'feed.deliver') return;
    chunks += 1;
    if (chunks === 1) queueMicrotask(() => store.dispatch({ type: 'mode.set', mode: 'live' }, { by: 'ana' }));
    if (after.air.mode === 'live')
      for (const { source } of ofFeed(after.show, 'ec')) sources.add(source?.name);
  });
  await look(station, 'ec');
  await expect.poll(() => counted(showOf(station), 'ec')).toBe(60);
  expect(chunks).toBeGreaterThan(2);
  expect([...sources]).toEqual(['Electoral Commission (simulated)']);
  expect(errorsIn(station.lines)).toEqual([]);
});
