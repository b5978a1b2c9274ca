// The life of a film: asked for, drawn frame by frame, handed to (a stand-in for) ffmpeg, fetched, called off.
import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../core/json.ts';
import { RenderJob } from '../../../core/render.ts';
import { fakeBrowser, PICTURE } from '../../support/fake-browser.ts';
import { packageFiles, tempFolder, testStation, writeFiles } from '../../support/station.ts';

const FFMPEG = resolve(import.meta.dirname, '../../support/fake-ffmpeg.mjs');

const FILM = { format: 'mov', frameRate: 25, holdMs: 200 };

const setUp = async (ffmpeg: string | null = FFMPEG) => {
  const browser = fakeBrowser();
  const folder = await tempFolder();
  const durations = [
    { type: 'playAction', duration: 400 },
    { type: 'stopAction', duration: 200 },
  ];
  await writeFiles(
    folder,
    packageFiles('mover', { schema: {}, supportsNonRealTime: true, actionDurations: durations }),
  );
  const station = await testStation({
    graphics: [folder],
    openBrowser: browser.open,
    ffmpeg: () => ffmpeg,
  });
  const film = (body: JsonObject = FILM, id = 'mover') =>
    station.ask(`/api/v1/graphics/${id}/render`, { method: 'POST', body: JSON.stringify(body) });
  const job = async (id: string) => RenderJob.parse((await station.ask(`/api/v1/renders/${id}`)).json);
  const over = async (id: string): Promise<RenderJob> => {
    for (;;) {
      const now = await job(id);
      if (now.state !== 'waiting' && now.state !== 'running') return now;
      await wait(10);
    }
  };
  return { browser, station, film, job, over };
};

afterEach(() => {
  delete process.env['FAKE_FFMPEG'];
});

describe('a film', () => {
  it('has a picture for every frame, and its schedule', async () => {
    const { browser, station, film, over } = await setUp();
    const begun = await film();
    expect(begun.status).toBe(202);
    const { job, total } = RenderJob.parse(begun.json);
    // 400 ms in, 200 held, 200 out, at 25 a second, and one after the end
    expect(total).toBe(21);
    expect(await over(job)).toMatchObject({ state: 'done', done: 21, detail: '' });
    const times = browser.calls.flatMap((one) => (one.call === 'goToTime' ? [one.timestamp] : []));
    expect(times).toEqual(Array.from({ length: 21 }, (_, i) => i * 40));
    expect(browser.calls[0]).toMatchObject({
      call: 'load',
      target: { renderType: 'non-realtime', frameRate: 25 },
    });
    expect(browser.calls[1]).toMatchObject({
      call: 'schedule',
      schedule: [
        { timestamp: 0, action: { type: 'playAction', params: { goto: 0 } } },
        { timestamp: 600, action: { type: 'stopAction', params: {} } },
      ],
    });
    const file = await station.ask(`/api/v1/renders/${job}/file`);
    expect([file.status, file.headers['content-type']]).toEqual([200, 'video/quicktime']);
    expect(file.headers['content-disposition']).toBe(`attachment; filename="mover-${job}.mov"`);
    const { args, bytes } = JSON.parse(file.body) as { args: string[]; bytes: number };
    expect(bytes).toBe(21 * PICTURE.length);
    expect(args.join(' ')).toContain('-framerate 25 -c:v png -i pipe:0');
    expect(args.join(' ')).toContain('-c:v prores_ks -profile:v 4444 -pix_fmt yuva444p10le');
  });

  it('as webm is VP9 with alpha, at rates with a fraction too', async () => {
    const { station, film, over } = await setUp();
    const { json } = await film({ ...FILM, format: 'webm', frameRate: 59.94, durationMs: 100 });
    expect(await over(String(json['job']))).toMatchObject({ state: 'done', total: 7 });
    const file = await station.ask(`/api/v1/renders/${String(json['job'])}/file`);
    expect(file.headers['content-type']).toBe('video/webm');
    const { args } = JSON.parse(file.body) as { args: string[] };
    expect(args.join(' ')).toContain('-framerate 60000/1001');
    expect(args.join(' ')).toContain('-c:v libvpx-vp9 -pix_fmt yuva420p -auto-alt-ref 0');
  });

  it('can be called off while it is drawn: nothing of it is left', async () => {
    const { browser, station, film, job } = await setUp();
    let hang = (): void => undefined;
    const hung = new Promise<void>((done) => (hang = done));
    browser.answer = async ({ call }) => {
      if (call === 'goToTime' && browser.calls.length > 8) await hung;
      return {};
    };
    const { json } = await film();
    const id = String(json['job']);
    while ((await job(id)).done < 2) await wait(5);
    const cancelled = station.ask(`/api/v1/renders/${id}`, { method: 'DELETE' });
    await wait(20);
    hang();
    expect((await cancelled).json).toMatchObject({ state: 'cancelled' });
    expect(browser.pages.open).toBe(0);
    expect((await station.ask(`/api/v1/renders/${id}/file`)).status).toBe(409);
    expect(await readdir(join(station.data, 'renders'))).toEqual([]);
  });

  it('waits for the one before it, and can be called off while it waits', async () => {
    const { browser, station, film, over } = await setUp();
    const first = String((await film()).json['job']);
    const second = String((await film()).json['job']);
    const off = await station.ask(`/api/v1/renders/${second}`, { method: 'DELETE' });
    expect(off.json).toMatchObject({ state: 'cancelled', done: 0 });
    expect(await over(first)).toMatchObject({ state: 'done' });
    expect(browser.pages.most).toBe(1);
  });

  it('fails in the graphic’s words, and in ffmpeg’s', async () => {
    const { browser, film, over } = await setUp();
    browser.answer = ({ call }) =>
      call === 'schedule' ? { statusCode: 500, statusMessage: 'cannot do' } : {};
    const refused = await over(String((await film()).json['job']));
    expect(refused).toMatchObject({
      state: 'failed',
      detail: '“mover” did not take its schedule: cannot do',
    });
    browser.answer = () => ({});
    process.env['FAKE_FFMPEG'] = 'fails';
    const failed = await over(String((await film({ ...FILM, holdMs: 4000 })).json['job']));
    expect(failed.state).toBe('failed');
    expect(failed.detail).toContain('Unknown encoder prores_ks');
    expect(browser.pages.open).toBe(0);
  });

  it('of a graphic that runs in real time only is drawn by a clock that is held and moved on', async () => {
    const { browser, film, over } = await setUp();
    const schedule = [
      { timestamp: 100, action: { type: 'stopAction', params: { skipAnimation: true } } },
      { timestamp: 0, action: { type: 'playAction', params: { goto: 0 } } },
    ];
    const { json } = await film(
      { format: 'mov', frameRate: 25, durationMs: 160, schedule, data: { headline: 'x' } },
      'strap',
    );
    expect(await over(String(json['job']))).toMatchObject({ state: 'done', done: 5 });
    const told = browser.calls.filter(({ call }) => call !== 'drawn' && call !== 'load');
    expect(told).toEqual([
      { call: 'tempo', rate: 0 },
      { call: 'play', goto: 0, skipAnimation: false },
      { call: 'seek', ms: 0 },
      { call: 'seek', ms: 40 },
      { call: 'seek', ms: 80 },
      // to the very time of the stop, and on from there
      { call: 'seek', ms: 100 },
      { call: 'stop', skipAnimation: true },
      { call: 'seek', ms: 20 },
      { call: 'seek', ms: 60 },
    ]);
  });

  it('is refused without ffmpeg', async () => {
    const { film } = await setUp(null);
    const { status, json } = await film();
    expect([status, json['code']]).toEqual([409, 'no_ffmpeg']);
    expect(json['detail']).toContain('Install it');
  });

  it('is one of eight at the most, and gone when the station stops', async () => {
    const { browser, station, film } = await setUp();
    let go = (): void => undefined;
    const held = new Promise<void>((done) => (go = done));
    browser.answer = async () => {
      await held;
      return {};
    };
    for (let i = 0; i < 8; i += 1) expect((await film()).status).toBe(202);
    expect((await film()).json).toMatchObject({ code: 'too_many' });
    go();
    await station.close();
    expect(existsSync(join(station.data, 'renders'))).toBe(false);
  });

  it('that nobody knows is not found', async () => {
    const { station } = await setUp();
    expect((await station.ask('/api/v1/renders/nobody')).status).toBe(404);
    expect((await station.ask('/api/v1/renders/..%2f..%2fkey/file')).status).toBe(404);
    expect((await station.ask('/api/v1/renders/nobody', { method: 'DELETE' })).status).toBe(404);
  });
});
