// Feeds in a real station: a folder and an address, nothing before the first result, damage, rollbacks, recordings.
import { createServer } from 'node:http';
import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { JsonObject } from '../../../core/json.ts';
import { allRows } from '../../../core/table.ts';
import {
  writeBuild,
  errorsIn,
  SHOW,
  tempFolder,
  testStation,
  writeFiles,
  type TestStation,
} from '../../support/station.ts';
import { demoShow, filesAtCount } from '../../support/night-files.ts';

async function stationOf2008(): Promise<TestStation> {
  const build = join(await tempFolder(), 'out');
  await writeBuild(build);
  await writeFiles(build, { [`demo/${SHOW}.json`]: { ...demoShow('nz-2008'), id: SHOW } });
  return testStation({ build });
}

const AUTO = Object.fromEntries(
  ['new', 'count', 'votes', 'leader', 'seats', 'status', 'text'].map((group) => [group, 'auto']),
);

const feedAt = (place: JsonObject, over: JsonObject = {}) => ({
  type: 'feed.create',
  feedId: 'ec',
  name: 'Commission',
  format: 'nz-xml',
  place,
  source: 'Electoral Commission',
  pollSeconds: 3600,
  ...over,
});

interface Listed {
  id: string;
  status: {
    state: string;
    problems: { file: string; detail: string; weight: string }[];
    countPercent: number;
    simulated: boolean;
    progress: number | null;
  };
}

async function look(station: TestStation, id = 'ec'): Promise<Listed['status']> {
  const { json } = await station.ask(`/api/v1/feeds/${id}/poll`, { method: 'POST' });
  expect(json).toEqual({ ok: true });
  return statusOf(station, id);
}

async function statusOf(station: TestStation, id = 'ec'): Promise<Listed['status']> {
  const { json } = await station.ask('/api/v1/feeds');
  const found = (json['feeds'] as unknown as Listed[]).find((feed) => feed.id === id);
  if (!found) throw new Error('the feed is not listed');
  return found.status;
}

const stateOf = ({ station }: TestStation) => station.store.state.show;
const feedFacts = (station: TestStation) => allRows(stateOf(station).facts).filter(({ via }) => via !== null);
const proposals = (station: TestStation) => allRows(stateOf(station).proposals);
const shareOf = (station: TestStation) =>
  allRows(stateOf(station).facts).find(({ id }) => id === 'ec.party-national')?.values[1]?.value;

describe('a folder', () => {
  it('is waited for, read, proposed from, and followed as it changes', async () => {
    const folder = await tempFolder();
    const station = await stationOf2008();
    await station.command(feedAt({ kind: 'folder', path: folder }));
    expect(await look(station)).toMatchObject({ state: 'waiting', problems: [] });

    await writeFiles(folder, filesAtCount(30));
    expect(await look(station)).toMatchObject({ state: 'ok', simulated: true, problems: [] });
    expect(feedFacts(station)).toEqual([]);
    const ids = proposals(station).map(({ id }) => String(id));
    expect(ids).toEqual(expect.arrayContaining(['ec.count', 'ec.house', 'ec.party-national']));
    expect((await station.command({ type: 'proposal.accept', factIds: ids }, 'ben')).json).toMatchObject({
      ok: true,
      accepted: ids.length,
    });
    expect(feedFacts(station).every(({ approvedBy }) => approvedBy === 'ben')).toBe(true);
    expect(proposals(station)).toEqual([]);

    await station.command({ type: 'feed.edit', feedId: 'ec', changes: { rules: AUTO } }, 'pat');
    await writeFiles(folder, filesAtCount(60));
    await look(station);
    expect(feedFacts(station).find(({ id }) => id === 'ec.count')).toMatchObject({
      approval: 'approved',
      approvedBy: 'pat (rule)',
    });
    expect(errorsIn(station.lines)).toEqual([]);
  });

  it('with a damaged file says which, keeps the facts on hand, and comes right by itself', async () => {
    const folder = await tempFolder();
    const station = await stationOf2008();
    await writeFiles(folder, filesAtCount(40));
    await station.command(feedAt({ kind: 'folder', path: folder }, { rules: AUTO }));
    await look(station);
    const before = feedFacts(station);
    expect(before.length).toBeGreaterThan(20);

    await writeFiles(folder, { 'election.xml': '<election updated="2008-11-08T23:00:00"><statistics>' });
    const status = await look(station);
    expect(status.state).toBe('error');
    expect(status.problems).toMatchObject([{ file: 'election.xml', weight: 'refused' }]);
    expect(feedFacts(station)).toEqual(before);
    expect(proposals(station)).toEqual([]);

    await writeFiles(folder, filesAtCount(80));
    expect(await look(station)).toMatchObject({ state: 'ok', problems: [] });
    expect(feedFacts(station)).not.toEqual(before);
  });

  it('that goes back in time is left alone', async () => {
    const folder = await tempFolder();
    const station = await stationOf2008();
    await writeFiles(folder, filesAtCount(60));
    await station.command(feedAt({ kind: 'folder', path: folder }, { rules: AUTO }));
    await look(station);
    const votes = shareOf(station);
    await writeFiles(folder, filesAtCount(30));
    const status = await look(station);
    expect(status.problems[0]).toMatchObject({ weight: 'flagged' });
    expect(status.problems[0]?.detail).toContain('older');
    expect([shareOf(station), proposals(station)]).toEqual([votes, []]);
  });

  it('proposes all of what is new where some of it was turned down before', async () => {
    const folder = await tempFolder();
    const station = await stationOf2008();
    await station.command(feedAt({ kind: 'folder', path: folder }));
    await writeFiles(folder, filesAtCount(30));
    await look(station);
    const factIds = proposals(station).map(({ id }) => String(id));
    expect(factIds.length).toBeGreaterThan(50);
    await station.command({ type: 'proposal.reject', factIds });
    expect(proposals(station)).toEqual([]);
    await writeFiles(folder, filesAtCount(90));
    await look(station);
    expect(proposals(station).length).toBeGreaterThan(50);
  });

  it('is left in peace when the feed is off, and gone with the feed', async () => {
    const folder = await tempFolder();
    const station = await stationOf2008();
    await station.command(feedAt({ kind: 'folder', path: folder }, { enabled: false }));
    expect(await statusOf(station)).toMatchObject({ state: 'off' });
    expect((await station.ask('/api/v1/feeds/ec/poll', { method: 'POST' })).status).toBe(409);
    await station.command({ type: 'feed.delete', feedId: 'ec' });
    expect((await station.ask('/api/v1/feeds/ec/poll', { method: 'POST' })).status).toBe(404);
  });
});

/** Serves what is in `files` with an ETag each, and counts what it answers. */
async function serveFiles() {
  const files = new Map<string, string>();
  const answers: string[] = [];
  const server = createServer((request, response) => {
    const name = decodeURIComponent((request.url ?? '/').replace('/xml/', ''));
    const text = files.get(name);
    const etag = `"${text?.length ?? 0}-${[...(text ?? '')].reduce((n, c) => (n * 31 + c.charCodeAt(0)) | 0, 7)}"`;
    const status = text === undefined ? 404 : request.headers['if-none-match'] === etag ? 304 : 200;
    answers.push(`${status} ${name}`);
    response.writeHead(status, text === undefined ? {} : { etag });
    response.end(status === 200 ? text : undefined);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  onTestFinished(() => void server.close());
  const address = server.address();
  if (typeof address !== 'object' || !address) throw new Error('no address');
  return { files, answers, url: `http://127.0.0.1:${address.port}/xml/`, close: () => server.close() };
}

describe('an address', () => {
  it('is asked only for what has changed, and nothing there yet is normal', async () => {
    const { files, answers, url } = await serveFiles();
    const station = await stationOf2008();
    await station.command(feedAt({ kind: 'http', url }, { rules: AUTO }));
    expect(await look(station)).toMatchObject({ state: 'waiting', problems: [] });
    expect(new Set(answers)).toEqual(new Set(['404 election.xml']));

    for (const [name, text] of Object.entries(filesAtCount(50))) files.set(name, text);
    expect(await look(station)).toMatchObject({ state: 'ok' });
    answers.length = 0;
    await look(station);
    expect(answers.filter((answer) => answer.startsWith('200'))).toEqual([]);
    answers.length = 0;
    await look(station);
    // nothing new: the whole count is all that is asked for
    expect(answers).toEqual(['304 election.xml']);
  });

  it('with one damaged file is asked for that one until it is right, even when the count stands still', async () => {
    const { files, answers, url } = await serveFiles();
    const good = Object.entries(filesAtCount(50));
    const name = 'e01/e01.xml';
    for (const [file, text] of good) files.set(file, file === name ? text.slice(0, 300) : text);
    const station = await stationOf2008();
    await station.command(feedAt({ kind: 'http', url }, { rules: AUTO }));
    await look(station);
    await look(station);
    await look(station);
    answers.length = 0;
    expect(await look(station)).toMatchObject({ state: 'error', problems: [{ file: name }] });
    expect(answers).toContain(`200 ${name}`);
    expect(answers.filter((answer) => /e02/.test(answer))).toEqual([]);
    expect(feedFacts(station).some(({ via }) => via?.key === 'house')).toBe(false);

    for (const [file, text] of good) files.set(file, text);
    expect(await look(station)).toMatchObject({ state: 'ok', problems: [] });
    answers.length = 0;
    await look(station);
    expect(answers).toEqual(['304 election.xml']);
  });

  it('that is gone is told, and the facts stay', async () => {
    const { files, url, close } = await serveFiles();
    for (const [name, text] of Object.entries(filesAtCount(50))) files.set(name, text);
    const station = await stationOf2008();
    await station.command(feedAt({ kind: 'http', url }, { rules: AUTO }));
    await look(station);
    const before = feedFacts(station);
    close();
    const status = await look(station);
    expect(status).toMatchObject({ state: 'error' });
    expect(status.problems[0]?.detail).toMatch(/cannot be reached/);
    expect(feedFacts(station)).toEqual(before);
  });
});

describe('a recording', () => {
  it('is written version by version and played again, faster', async () => {
    const folder = await tempFolder();
    const station = await stationOf2008();
    await station.command(feedAt({ kind: 'folder', path: folder }, { record: true, rules: AUTO }));
    await look(station);
    await writeFiles(folder, filesAtCount(30));
    await look(station);
    station.clock.now += 60_000;
    await writeFiles(folder, filesAtCount(90));
    await look(station);
    const votes = shareOf(station);
    const { json } = await station.ask('/api/v1/feeds');
    expect(json['recordings']).toMatchObject([{ feed: 'ec', versions: 2 }]);
    expect(await readdir(join(station.folder, 'recordings'))).toHaveLength(1);
    await mkdir(join(station.folder, 'recordings', 'unreadable.jsonl'));
    expect((await station.ask('/api/v1/feeds')).json['recordings']).toEqual(json['recordings']);
    const [{ name }] = json['recordings'] as [{ name: string }];
    await rm(folder, { recursive: true });

    await station.command({ type: 'mode.set', mode: 'rehearsal' });
    const place = { kind: 'recording', name, speed: 60 };
    await station.command(feedAt(place, { feedId: 'again', rules: AUTO }));
    const early = await look(station, 'again');
    expect(early).toMatchObject({ state: 'ok', progress: 0 });
    station.clock.now += 1000;
    const late = await look(station, 'again');
    expect(late.progress).toBe(1);
    const fact = feedFacts(station).find(({ id }) => id === 'again.party-national');
    const replayed =
      fact?.values[1]?.value ?? proposals(station).find(({ id }) => id === 'again.party-national');
    expect(replayed).toBe(votes);
    expect(fact?.origin).toBe('rehearsal');
  });
});

describe('the station', () => {
  it('stops with feeds under way, and starts again with them', async () => {
    const folder = await tempFolder();
    const station = await stationOf2008();
    await writeFiles(folder, filesAtCount(50));
    await station.command(feedAt({ kind: 'folder', path: folder }, { rules: AUTO }));
    await look(station);
    const votes = shareOf(station);
    await station.close();
    const again = await testStation({ build: station.build, data: station.data });
    await look(again);
    expect(shareOf(again)).toBe(votes);
    expect(errorsIn(again.lines)).toEqual([]);
  });
});
