/** Several desks on one station: who sits where, who may take, and who only looks on. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { WebSocket } from 'ws';
import type { JsonObject } from '../../core/json.ts';
import { startStation } from '../../main/station.ts';
import { deskHello, Page, stageHello } from '../support/page.ts';
import {
  ask,
  captureLog,
  tempFolder,
  testStation,
  writeBuild,
  SHOW,
  type TestStation,
} from '../support/station.ts';

const NOWHERE = { workspace: 'playout', cue: null, fact: null, editing: null };

/** A desk that has said where it is. */
async function sit(
  station: Pick<TestStation, 'port' | 'key'>,
  user: string,
  over: JsonObject = {},
): Promise<Page & { seat: string }> {
  const page = await Page.open(station, deskHello(user, over));
  const { you } = await page.get('presence');
  page.send({ type: 'presence', ...NOWHERE });
  await page.get('presence', ({ seats }) => seats.some(({ seat }) => seat === you));
  return Object.assign(page, { seat: you });
}

const viewKey = async ({ data }: TestStation) => (await readFile(join(data, 'view-key'), 'utf8')).trim();

describe('presence', () => {
  it('shows each desk where the others are, and what they are changing', async () => {
    const station = await testStation();
    const [ana, ben] = [await sit(station, 'Ana'), await sit(station, 'Ben')];
    ana.send({ ...NOWHERE, type: 'presence', cue: 'c2', editing: { kind: 'cue', id: 'c2' } });
    const { you, seats } = await ben.get('presence', (m) => m.seats.some(({ cue }) => cue === 'c2'));
    expect(you).toBe(ben.seat);
    expect(seats).toMatchObject([
      { seat: ana.seat, user: 'Ana', cue: 'c2', editing: { kind: 'cue', id: 'c2' }, view: false },
      { seat: ben.seat, user: 'Ben', cue: null, editing: null },
    ]);
    expect((await station.ask('/api/v1/desks')).json).toMatchObject({
      desks: [{ user: 'Ana' }, { user: 'Ben' }],
    });
    await ana.leave();
    await ben.next('presence', (m) => m.seats.length === 1);
  });

  it('leaves out pages that say nothing of where they are, and repeats nothing', async () => {
    const station = await testStation();
    const ana = await sit(station, 'Ana');
    const bench = await Page.open(station, deskHello('bench'));
    ana.send({ type: 'presence', ...NOWHERE });
    await ana.settle();
    await bench.settle();
    expect(ana.messages.filter(({ type }) => type === 'presence')).toHaveLength(2);
    const { seats } = await bench.get('presence');
    expect(seats.map(({ user }) => user)).toEqual(['Ana']);
  });

  it('gives a seat back to the page that had it, and a new one to its copy', async () => {
    const station = await testStation();
    const ana = await sit(station, 'Ana', { page: 'p1' });
    const copy = await sit(station, 'Ana', { page: 'p2', seat: ana.seat });
    expect(copy.seat).not.toBe(ana.seat);
    // the line broke, and the station has not missed it yet
    const again = await sit(station, 'Ana', { page: 'p1', seat: ana.seat });
    expect(again.seat).toBe(ana.seat);
    await ana.closed;
    await copy.leave();
    const reloaded = await sit(station, 'Ana', { page: 'p3', seat: copy.seat });
    expect(reloaded.seat).toBe(copy.seat);
  });
});

describe('the take right on a station', () => {
  it('is held by a seat, taken over, given, and kept over a short break', async () => {
    const station = await testStation();
    const [ana, ben] = [await sit(station, 'Ana', { page: 'p1' }), await sit(station, 'Ben')];
    const take = { type: 'cue.take', cueId: 'c1' };
    expect(await ana.command({ type: 'right.take' })).toMatchObject({ ok: true });
    expect(await ben.command(take)).toMatchObject({ ok: false, code: 'take_right' });
    expect(ben.state.air.right).toMatchObject({ seat: ana.seat, user: 'Ana' });
    expect((await station.ask('/api/v1/air')).json).toMatchObject({ right: { user: 'Ana' } });
    // a program has no seat
    expect((await station.command(take)).status).toBe(200);
    expect(await ben.command({ type: 'air.clear' })).toMatchObject({ ok: true });
    expect(await ana.command({ type: 'right.give', seat: ben.seat })).toMatchObject({ ok: true });
    expect(await ana.command({ type: 'cue.recall', number: 1 })).toMatchObject({ code: 'take_right' });
    await ana.command({ type: 'right.take' });
    await ana.leave();
    station.clock.now += 9000;
    const back = await sit(station, 'Ana', { page: 'p1', seat: ana.seat });
    expect(await back.command({ type: 'cue.recall', number: 1 })).toMatchObject({ ok: true });
  });

  it('is lost by a desk that is gone for 10 seconds', async () => {
    const station = await testStation();
    const { store } = station.station;
    const [ana, ben] = [await sit(station, 'Ana'), await sit(station, 'Ben')];
    await ana.command({ type: 'right.take' });
    await ana.leave();
    await ben.next('outputs');
    await ben.next('outputs');
    expect(store.state.air.right).toMatchObject({ user: 'Ana' });
    station.clock.now += 10_000;
    await ben.next('patch');
    expect(store.state.air.right).toBeNull();
    expect(await ben.command({ type: 'cue.take', cueId: 'c1' })).toMatchObject({ ok: true });
  });
});

const ROUTES: readonly [method: string, path: string][] = [
  ['POST', '/api/v1/commands'],
  ['POST', '/api/v1/media?name=x.png'],
  ['DELETE', '/api/v1/media/0123456789abcdef'],
  ['POST', '/api/v1/graphics/import?name=x.zip'],
  ['POST', '/api/v1/graphics/import-folder'],
  ['POST', '/api/v1/graphics/strap/use'],
  ['POST', '/api/v1/graphics/strap/network'],
  ['POST', '/api/v1/graphics/strap/render'],
  ['DELETE', '/api/v1/graphics/strap/abc'],
  ['POST', '/api/v1/cues/c1/still'],
  ['DELETE', '/api/v1/renders/x'],
  ['POST', '/api/v1/feeds/x/poll'],
  ['POST', '/api/v1/imports?name=x.csv'],
  ['POST', '/api/v1/imports/x/preview'],
  ['POST', '/api/v1/imports/x/apply'],
  ['DELETE', '/api/v1/imports/x'],
  ...['PUT', 'PATCH', 'DELETE', 'POST', 'HEAD', 'OPTIONS'].map((method): [string, string] => [
    method,
    '/api/v1/show',
  ]),
];

describe('with the view key', () => {
  it('every route of the description that changes something is refused, and so is any other', async () => {
    const station = await testStation();
    const key = await viewKey(station);
    const { json } = await station.ask('/api/v1/openapi.json');
    const described = Object.entries(json['paths'] as Record<string, Record<string, unknown>>).flatMap(
      ([path, operations]) =>
        Object.keys(operations)
          .filter((method) => ['post', 'put', 'patch', 'delete'].includes(method))
          .map((method): [string, string] => [
            method.toUpperCase(),
            `/api/v1${path.replaceAll(/\{\w+\}/g, 'x')}`,
          ]),
    );
    expect(described.length).toBeGreaterThan(8);
    const before = station.station.store.revision;
    for (const [method, path] of [...ROUTES, ...described]) {
      for (const headers of [{ authorization: `Bearer ${key}` }, {}]) {
        const at =
          Object.keys(headers).length > 0 ? path : `${path}${path.includes('?') ? '&' : '?'}key=${key}`;
        const body = method === 'POST' ? JSON.stringify({ type: 'air.panic' }) : undefined;
        const answer = await ask(station.port, at, {
          method,
          headers: { host: `127.0.0.1:${station.port}`, ...headers },
          ...(body ? { body } : {}),
        });
        expect([method, at, answer.status]).toEqual([method, at, 403]);
      }
    }
    expect(station.station.store.revision).toBe(before);
  });

  it('what is only read is there, without the other key anywhere in it', async () => {
    const station = await testStation();
    const key = await viewKey(station);
    const host = `127.0.0.1:${station.port}`;
    const get = (path: string) =>
      ask(station.port, `${path}${path.includes('?') ? '&' : '?'}key=${key}`, { headers: { host } });
    for (const path of [
      '/desk',
      '/output/program?kind=monitor',
      '/api/v1/show',
      '/api/v1/air',
      '/api/v1/history',
      '/api/v1/as-run',
      '/api/v1/health',
      '/api/v1/desks',
    ]) {
      const answer = await get(path);
      expect([path, answer.status]).toEqual([path, 200]);
      expect(answer.body).not.toContain(station.key);
    }
    expect((await get('/')).headers['location']).toBe(`/desk?key=${key}`);
    expect((await get('/api/v1/desks')).json['addresses']).toBeNull();
    for (const path of ['/check', '/render']) expect((await get(path)).status).toBe(401);
    expect((await station.ask('/api/v1/desks')).json).toMatchObject({
      addresses: {
        viewer: [`http://${host}/desk?key=${key}`],
        desk: [`http://${host}/desk?key=${station.key}`],
      },
    });
  });

  it('no file is made on the station’s disk', async () => {
    const station = await testStation();
    const headers = { host: `127.0.0.1:${station.port}`, authorization: `Bearer ${await viewKey(station)}` };
    const answer = await ask(station.port, '/api/v1/shows/current/export', { headers });
    expect(answer).toMatchObject({ status: 403, json: { code: 'viewer' } });
  });

  it('nobody sits down in the seat of a desk that is away for a moment', async () => {
    const station = await testStation();
    const ana = await sit(station, 'Ana', { page: 'p1' });
    await ana.command({ type: 'right.take' });
    await ana.leave();
    const key = await viewKey(station);
    const squatter = await sit({ ...station, key }, 'Ana', { page: 'x', seat: ana.seat });
    const back = await sit(station, 'Ana', { page: 'p1', seat: ana.seat });
    expect(back.seat).toBe(ana.seat);
    expect(await back.command({ type: 'cue.take', cueId: 'c1' })).toMatchObject({ ok: true });
    const moved = await squatter.get('presence', ({ you }) => you !== ana.seat);
    expect(moved).toMatchObject({ view: true });
  });

  it('a page that asks for everything again and again gets it now and then, and at last as it is', async () => {
    const station = await testStation();
    const viewer = await Page.open({ ...station, key: await viewKey(station) }, deskHello('Vera'));
    for (let n = 0; n < 200; n += 1) viewer.send({ type: 'resync' });
    await station.command({ type: 'cue.recall', number: 1 });
    await viewer.next('snapshot');
    const count = viewer.messages.filter(({ type }) => type === 'snapshot').length;
    expect(count).toBeLessThan(20);
    expect(viewer.state.air.cued).toBe('c1');
  });

  it('a page is no window of this machine, whatever it says', async () => {
    const station = await testStation();
    const heard: (number | null)[] = [];
    station.station.onStage(({ window }) => heard.push(window));
    const page = await Page.open(
      { ...station, key: await viewKey(station) },
      stageHello('program', { output: 'program', window: 3 }),
    );
    page.send({ type: 'ready' });
    await page.settle();
    expect(heard).toEqual([null]);
  });

  it('a desk sees everything and every command of it is refused', async () => {
    const station = await testStation();
    const viewer = await sit({ ...station, key: await viewKey(station) }, 'Vera');
    const before = station.station.store.revision;
    for (const type of ['cue.take', 'air.panic', 'air.clear', 'right.take', 'show.undo', 'nonsense'])
      expect(await viewer.command({ type })).toMatchObject({ ok: false, code: 'viewer' });
    expect(station.station.store.revision).toBe(before);
    expect(await viewer.get('presence', ({ seats }) => seats.length > 0)).toMatchObject({
      view: true,
      seats: [{ view: true }],
    });
    const ana = await sit(station, 'Ana');
    expect(await ana.command({ type: 'right.give', seat: viewer.seat })).toMatchObject({
      code: 'seat_unknown',
    });
  });

  it('a desk that chose to look on is refused like that too', async () => {
    const station = await testStation();
    const viewer = await sit(station, 'Vera', { view: true });
    expect(await viewer.command({ type: 'air.panic' })).toMatchObject({ code: 'viewer' });
  });

  it('a stage has no say in what is on air', async () => {
    const station = await testStation();
    const ana = await sit(station, 'Ana');
    await ana.command({ type: 'cue.take', cueId: 'c1' });
    const stage = await Page.open({ ...station, key: await viewKey(station) }, stageHello('program'));
    const { instance = '' } = stage.stage.layers['lower-third'].current ?? {};
    stage.report(instance, 'on');
    await stage.settle();
    expect(stage.stage.layers['lower-third'].current?.phase).not.toBe('on');
    expect(station.station.outputs()).toMatchObject([{ kind: 'monitor' }]);
  });
});

describe('--listen', () => {
  it('answers at that very address and name, on loopback too, and says so in the log', async () => {
    const station = await testStation({ listen: ['127.0.0.2'], names: ['studio.test'] });
    const { port, key } = station;
    const get = async (host: string) =>
      (await ask(port, `/desk?key=${key}`, { headers: { host: `${host}:${port}` } })).status;
    for (const host of ['127.0.0.1', '127.0.0.2', 'studio.test']) expect(await get(host)).toBe(200);
    for (const host of ['127.0.0.3', 'studio.other']) expect(await get(host)).toBe(403);
    const real = await fetch(`http://127.0.0.2:${port}/desk?key=${key}`);
    expect(real.status).toBe(200);
    const socket = new WebSocket(`ws://127.0.0.2:${port}/ws?key=${key}`, {
      origin: `http://127.0.0.2:${port}`,
    });
    onTestFinished(() => socket.terminate());
    await new Promise((done, fail) => socket.once('open', done).once('error', fail));
    const frame = await fetch(`http://127.0.0.2:${port}/frame`);
    const policy = frame.headers.get('content-security-policy') ?? '';
    expect(policy).toContain(`http://127.0.0.2:${port}`);
    expect(policy).toContain('sandbox allow-scripts');
    expect(
      station.lines
        .filter(({ level }) => level === 40)
        .map(({ msg }) => msg)
        .join(),
    ).toContain('other machines');
    expect((await station.ask('/api/v1/desks')).json).toMatchObject({
      addresses: {
        shotbox: [
          expect.stringContaining('127.0.0.1'),
          expect.stringContaining('127.0.0.2'),
          expect.stringContaining('studio.test'),
        ],
      },
    });
  });

  it('without it nobody is answered at any other address', async () => {
    const { port, key } = await testStation();
    await expect(fetch(`http://127.0.0.2:${port}/desk?key=${key}`)).rejects.toThrow();
  });

  it('an address that this machine does not have is named, and nothing is left open', async () => {
    const build = await tempFolder();
    await writeBuild(build);
    const { log } = captureLog();
    const data = await tempFolder();
    const options = {
      port: 0,
      data,
      show: SHOW,
      graphics: [],
      waiveFourEyes: false,
      build,
      version: '0',
      log,
    };
    await expect(startStation({ ...options, listen: ['203.0.113.7'] })).rejects.toThrow(
      '--listen 203.0.113.7',
    );
  });
});
