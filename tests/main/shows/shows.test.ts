/** Shows over REST: listed, made, copied, and another one opened behind the same address. */
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import type { JsonObject } from '../../../core/json.ts';
import { stateOf } from '../../../core/state.ts';
import { getRow } from '../../../core/table.ts';
import { Shows } from '../../../main/shows/shows.ts';
import { freeId, idOfTitle, makeShow } from '../../../main/shows/shelf.ts';
import { writeCopy } from '../../../main/store/show-copy.ts';
import { T0 } from '../../support/builders.ts';
import { Page, deskHello, stageHello } from '../../support/page.ts';
import {
  ask,
  captureLog,
  SHOW,
  tempFolder,
  testShow,
  testStation,
  writeBuild,
  type Ask,
} from '../../support/station.ts';

const shelf = (json: JsonObject) => json['shows'] as JsonObject[];
const body = (value: object): Ask => ({ method: 'POST', body: JSON.stringify(value) });

it('a title makes a folder’s name, and never one that is taken', async () => {
  expect(idOfTitle('Election night – Ōtaki & Māngere 2026')).toBe('election-night-otaki-mangere-2026');
  expect(idOfTitle('……')).toBe('show');
  const data = await tempFolder();
  await mkdir(join(data, 'night'));
  expect(freeId(data, 'night')).toBe('night-2');
});

it('one show that cannot be read hides no other, and is there with the reason', async () => {
  const { ask: api, data } = await testStation();
  await mkdir(join(data, 'odd', 'show.json'), { recursive: true });
  await mkdir(join(data, 'edited'));
  await writeFile(join(data, 'edited', 'show.json'), '{"format": 1, "title": "a \\x title"}');
  const { status, json } = await api('/api/v1/shows');
  expect(status).toBe(200);
  const row = (id: string) => shelf(json).find((one) => one['id'] === id);
  expect(row(SHOW)).toMatchObject({ problem: null });
  expect(row('edited')).toMatchObject({ title: 'edited' });
  expect(row('odd')?.['problem']).toContain('cannot be read');
});

it('a show or a copy that could not be written whole leaves nothing behind, not even its name', async () => {
  const data = await tempFolder();
  const media = join(data, 'media');
  const hash = '0123456789abcdef';
  // what cannot be copied: a folder in the place of a file
  await mkdir(join(media, `${hash}.png`), { recursive: true });
  const file = { hash, name: 'mark.png', type: 'image/png', size: 1, width: 1, height: 1 };
  const show = { ...testShow(), media: [{ ...file, addedAt: T0, addedBy: 'ana' }] };
  const wanted = { id: 'new', title: 'New', template: show, keepFacts: true, keepCues: true, media };
  await expect(makeShow(data, wanted, T0)).rejects.toThrow('cannot be copied');
  await expect(writeCopy(join(data, 'copy'), stateOf(show), 1, T0, media)).rejects.toThrow(
    'cannot be copied',
  );
  expect(await readdir(data)).toEqual(['media']);
});

it('who only asks whether there is a file has none written for it', async () => {
  const { ask: api, data } = await testStation();
  const before = await readdir(data);
  const head = await api('/api/v1/shows/current/export', { method: 'HEAD' });
  expect(head).toMatchObject({ status: 200, headers: { 'content-type': 'application/zip' } });
  expect(await readdir(data)).toEqual(before);
  const got = await api('/api/v1/shows/current/export');
  expect(got.status).toBe(200);
  await expect.poll(() => readdir(data)).toEqual(before);
});

it('a show is made of this one, with what one keeps of it', async () => {
  const { ask: api, data } = await testStation();
  const made = await api('/api/v1/shows', body({ title: 'Second night', keepCues: true }));
  expect(made.json).toMatchObject({ ok: true, id: 'second-night' });
  const file = JSON.parse(await readFile(join(data, 'second-night', 'show.json'), 'utf8')) as {
    show: {
      rundown: string[];
      facts: { buckets: object };
      cues: Parameters<typeof getRow>[0];
      title: string;
    };
  };
  expect(file.show).toMatchObject({
    title: 'Second night',
    rundown: ['c1', 'c2', 'c3', 'c4', 'c5'],
    factSeq: 0,
  });
  expect(Object.values(file.show.facts.buckets)).toEqual([]);
  // what came from a fact waits to be filled
  expect(getRow(file.show.cues, 'c2')).toMatchObject({ bindings: {} });
  expect(getRow(file.show.cues, 'c1')).toMatchObject({ data: { headline: expect.any(String) as string } });

  const copy = await api('/api/v1/shows/save-as', body({ title: 'Second night' }));
  expect(copy.json).toMatchObject({ id: 'second-night-2' });
  expect((await api('/api/v1/shows', body({ title: 'x', id: 'second-night' }))).json['code']).toBe(
    'show_exists',
  );
  expect((await api('/api/v1/shows', body({ title: 'x', id: '../etc' }))).json['code']).toBe('bad_name');
  expect((await api('/api/v1/shows', body({ title: 'x', template: 'nobody' }))).status).toBe(404);
  const { json } = await api('/api/v1/shows');
  expect(json).toMatchObject({ open: SHOW, canOpen: false });
  expect(shelf(json).map(({ id, title }) => [id, title])).toEqual(
    [
      ['second-night', 'Second night'],
      ['second-night-2', 'Second night'],
      [SHOW, 'Test night'],
    ].sort((a, b) => Number(b[0] === SHOW) - Number(a[0] === SHOW)),
  );
  // a station by itself has nobody who could start another
  expect((await api('/api/v1/shows/open', body({ id: 'second-night' }))).json['code']).toBe('not_here');
});

/** A station that can open other shows, as `serve` starts it. */
async function served() {
  const build = join(await tempFolder(), 'out');
  await writeBuild(build);
  const data = await tempFolder();
  const options = {
    port: 0,
    data,
    show: SHOW,
    graphics: [],
    waiveFourEyes: false,
    build,
    version: '0',
    log: captureLog().log,
  };
  const shows = await Shows.start(options, {
    stopOutputs: () => undefined,
    opened: () => undefined,
    notOpened: () => undefined,
    lost: (error) => {
      throw error;
    },
  });
  onTestFinished(() => shows.close());
  const { key, desk } = shows.station.addresses;
  const port = Number(new URL(desk).port);
  const api = (path: string, how: Ask = {}) =>
    ask(port, `/api/v1${path}`, { ...how, headers: { authorization: `Bearer ${key}` } });
  const opened = (id: string) =>
    expect.poll(async () => (await api('/shows').catch(() => null))?.json['open']).toBe(id);
  return { shows, data, key, port, api, opened };
}

it('another show is behind the same port and key; pages find it by themselves', async () => {
  const { shows, data, key, port, api, opened } = await served();
  await api('/shows', body({ title: 'Second night', keepCues: true, keepFacts: true }));
  const desk = await Page.open({ port, key }, deskHello());
  const answer = await api('/shows/open', body({ id: 'second-night' }));
  expect(answer).toMatchObject({ status: 202, json: { opening: 'second-night' } });
  await desk.closed;
  await opened('second-night');
  // the new station answers a moment before it is said to be open
  await expect.poll(() => shows.place).toEqual({ data, show: 'second-night' });
  expect(shows.station.addresses).toMatchObject({
    key,
    desk: expect.stringContaining(String(port)) as string,
  });
  const again = await Page.open({ port, key }, deskHello());
  expect(again.state.show.title).toBe('Second night');
  // the one that was opened last comes first
  expect(shelf((await api('/shows')).json)[0]).toMatchObject({ id: 'second-night' });
});

it('refused on air and in rehearsal, and for what is not there or too new: nothing is closed', async () => {
  const { shows, data, key, port, api } = await served();
  await api('/shows', body({ title: 'Second night' }));
  const code = async (id: string) => (await api('/shows/open', body({ id }))).json['code'];
  expect(await code('nobody')).toBe('show_unknown');
  expect(await code('../../etc')).toBe('show_unknown');
  expect(await code(SHOW)).toBe('busy');
  await mkdir(join(data, 'tomorrow'));
  const newer = '{\n "format": 9,\n "show": {"title": "Of tomorrow"}}';
  await writeFile(join(data, 'tomorrow', 'show.json'), newer);
  const refused = await api('/shows/open', body({ id: 'tomorrow' }));
  expect(refused.json).toMatchObject({ code: 'newer_format' });
  expect(refused.json['detail']).toContain('format 9');
  expect(await readFile(join(data, 'tomorrow', 'show.json'), 'utf8')).toBe(newer);
  expect(shelf((await api('/shows')).json).find(({ id }) => id === 'tomorrow')?.['problem']).toContain(
    'newer version',
  );

  const { store } = shows.station;
  const stage = await Page.open({ port, key }, stageHello());
  store.dispatch({ type: 'mode.set', mode: 'rehearsal' }, { by: 'ana' });
  expect(await code('second-night')).toBe('rehearsing');
  store.dispatch({ type: 'mode.set', mode: 'live' }, { by: 'ana' });
  const taken = store.dispatch({ type: 'cue.take', cueId: 'c1' }, { by: 'ana' });
  stage.report(String(taken.ok && taken.answer['instance']), 'on');
  await stage.settle();
  expect(await code('second-night')).toBe('on_air');
  expect(shows.station.store).toBe(store);
});

it('one that turns out to be damaged: the old one is open again, and says why', async () => {
  const { data, api, opened, shows } = await served();
  await mkdir(join(data, 'broken'));
  await writeFile(join(data, 'broken', 'show.json'), '{"format": 1, "show": {');
  const first = shows.station;
  expect((await api('/shows/open', body({ id: 'broken' }))).status).toBe(202);
  await expect.poll(() => shows.station !== first).toBe(true);
  await opened(SHOW);
  expect((await api('/shows')).json['failed']).toContain('broken cannot be opened');
});
