// The pure parts of rendering out: where programs are, what happens when, which frames there are; and the pipe.
import { captureLog } from '../../support/station.ts';
import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import fc from 'fast-check';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { FRAME_RATES } from '../../../core/render.ts';
import { Browsers } from '../../../main/render/chromium.ts';
import { ANSWER_LIMIT_MS, pipeLine } from '../../../main/render/devtools.ts';
import { exactRate, ffmpegArgs, findFfmpeg } from '../../../main/render/ffmpeg.ts';
import { Films } from '../../../main/render/films.ts';
import { findBrowser } from '../../../main/render/find-browser.ts';
import { frameTimes, planOf } from '../../../main/render/schedule.ts';
import { makeGraphic } from '../../support/builders.ts';
import { tempFolder } from '../../support/station.ts';

describe('finding a browser', () => {
  const machine = (platform: string, there: string[], env: Record<string, string> = {}) => ({
    platform,
    env,
    exists: (path: string) => there.includes(path),
  });

  it('takes the first of the usual places, and CHROME_PATH before them', () => {
    const both = ['/usr/bin/google-chrome', '/usr/bin/chromium', '/opt/mine'];
    expect(findBrowser(machine('linux', both))).toBe('/usr/bin/chromium');
    expect(findBrowser(machine('linux', both, { CHROME_PATH: '/opt/mine' }))).toBe('/opt/mine');
    expect(findBrowser(machine('linux', both, { CHROME_PATH: '/opt/gone' }))).toBe('/usr/bin/chromium');
    expect(findBrowser(machine('linux', []))).toBeNull();
    expect(findBrowser(machine('aix', both))).toBeNull();
  });

  it('reads the folders of Windows from its environment', () => {
    const edge = 'C:\\Program Files (x86)/Microsoft/Edge/Application/msedge.exe';
    const env = { 'PROGRAMFILES(X86)': 'C:\\Program Files (x86)' };
    expect(findBrowser(machine('win32', [edge], env))).toBe(edge);
    expect(findBrowser(machine('win32', [edge]))).toBeNull();
  });
});

describe('finding ffmpeg', () => {
  it('takes TALLYDESK_FFMPEG or nothing, else looks along the PATH', () => {
    const node = process.execPath;
    expect(findFfmpeg({ TALLYDESK_FFMPEG: node, PATH: '' })).toBe(node);
    expect(findFfmpeg({ TALLYDESK_FFMPEG: '/nowhere/ffmpeg', PATH: '/usr/bin' })).toBeNull();
    expect(findFfmpeg({ PATH: '/nowhere' }, 'linux')).toBeNull();
    expect(findFfmpeg({}, 'linux')).toBeNull();
  });
});

describe('when what happens in a film', () => {
  const graphic = makeGraphic('g', {
    durations: [
      { type: 'playAction', duration: 600, steps: null, customActionId: null },
      { type: 'playAction', duration: 250, steps: [1], customActionId: null },
      { type: 'stopAction', duration: -1, steps: null, customActionId: null },
    ],
  });
  const plain = { step: 0, holdMs: 1000 };

  it('is an entrance, a hold and an exit, as long as the graphic declares; a second where it does not', () => {
    expect(planOf(graphic, plain)).toMatchObject({ durationMs: 2600, schedule: [{}, { timestamp: 1600 }] });
    expect(planOf(graphic, { ...plain, step: 1 }).schedule[1]).toMatchObject({ timestamp: 1250 });
    expect(planOf(graphic, { ...plain, durationMs: 500 }).durationMs).toBe(500);
  });

  it('is what its maker says, in the order of time, until the last of it is over', () => {
    const play = { timestamp: 100, action: { type: 'playAction' as const, params: { goto: 1 } } };
    const update = { timestamp: 5000, action: { type: 'updateAction' as const, params: {} } };
    const plan = planOf(graphic, { ...plain, schedule: [update, play] });
    expect(plan).toEqual({ schedule: [play, update], durationMs: 6000 });
    expect(planOf(graphic, { ...plain, schedule: [] }).durationMs).toBe(1000);
  });

  it('has frames at even times from 0 that reach the end and not a frame more', () => {
    const rate = fc.constantFrom(...FRAME_RATES);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 120_000 }), rate, (ms, frameRate) => {
        const times = frameTimes(ms, frameRate);
        const step = 1000 / exactRate(frameRate);
        expect(times[0]).toBe(0);
        expect(times.at(-1)).toBeGreaterThanOrEqual(ms - 1e-6);
        expect(times.at(-1)).toBeLessThan(ms + step + 1e-6);
        expect(times.every((time, i) => Math.abs(time - i * step) < 1e-6)).toBe(true);
      }),
    );
  });
});

describe('the DevTools pipe', () => {
  const open = () => {
    const out = new PassThrough();
    const back = new PassThrough();
    return { out, back, line: pipeLine(out, back) };
  };
  const say = (message: object): string => `${JSON.stringify(message)}\0`;

  it('puts messages together however they are cut, and gives each answer to its question', async () => {
    const { out, back, line } = open();
    const heard: unknown[] = [];
    line.session('s1').on('Page.x', (params) => heard.push(params));
    const one = line.session(null).send('A.b', { n: 1 });
    const two = line.session('s1').send('C.d');
    const sent = String(out.read())
      .split('\0')
      .filter(Boolean)
      .map((text) => JSON.parse(text) as unknown);
    expect(sent).toEqual([
      { id: 1, method: 'A.b', params: { n: 1 } },
      { id: 2, sessionId: 's1', method: 'C.d', params: {} },
    ]);
    const bytes = Buffer.from(
      say({ id: 2, result: { ā: 'ō' } }) +
        say({ sessionId: 's1', method: 'Page.x', params: { y: 1 } }) +
        say({ sessionId: 's2', method: 'Page.x', params: { y: 2 } }) +
        say({ id: 1, error: { message: 'no such thing' } }),
    );
    for (const byte of bytes) back.write(Buffer.from([byte]));
    await expect(two).resolves.toEqual({ ā: 'ō' });
    await expect(one).rejects.toThrow('A.b: no such thing');
    expect(heard).toEqual([{ y: 1 }]);
  });

  it('fails what is still asked of a page that is closed, and all when the browser goes', async () => {
    const { back, line } = open();
    const page = line.session('s1').send('A.b');
    const other = line.session('s2').send('C.d');
    back.write(say({ method: 'Target.detachedFromTarget', params: { sessionId: 's1' } }));
    await expect(page).rejects.toThrow('the page was closed');
    back.destroy();
    await expect(other).rejects.toThrow('the browser has gone');
    await line.ended;
    await expect(line.session(null).send('E.f')).rejects.toThrow('the browser has gone');
  });

  it('gives up a browser that does not answer, and all that was asked of it', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    onTestFinished(() => void vi.useRealTimers());
    const { out, back, line } = open();
    const said = expect(line.session('s1').send('A.b')).rejects.toThrow('A.b: the browser has gone');
    const long = expect(line.session('s1').send('C.d', {}, 60_000)).rejects.toThrow('has gone');
    vi.advanceTimersByTime(ANSWER_LIMIT_MS - 1);
    expect(out.destroyed).toBe(false);
    vi.advanceTimersByTime(1);
    await Promise.all([said, long, line.ended]);
    expect([out.destroyed, back.destroyed]).toEqual([true, true]);
  });
});

it('a browser that could not start is tried anew by the next who asks', async () => {
  let starts = 0;
  const browsers = new Browsers(() => {
    starts += 1;
    return starts === 1 ? Promise.reject(new Error('no disk')) : Promise.resolve(null);
  });
  await expect(browsers.page()).rejects.toThrow('no disk');
  await expect(browsers.page()).resolves.toBeNull();
  await browsers.close();
});

it('a film takes half of the machine at most', () => {
  const args = ffmpegArgs('webm', 25, 'x.webm');
  const most = Math.max(1, Math.floor(availableParallelism() / 2));
  expect(Number(args[args.lastIndexOf('-threads') + 1])).toBeLessThanOrEqual(most);
});

it('films of a station that was killed are deleted, before the first new one is made', async () => {
  const folder = await tempFolder();
  await writeFile(join(folder, 'render-1.mov'), 'half a film');
  const camera = { sit: () => Promise.resolve(null) };
  const films = new Films({
    camera,
    ffmpeg: () => null,
    folder,
    newId: (prefix) => prefix,
    log: captureLog().log,
  });
  await vi.waitFor(() => expect(existsSync(folder)).toBe(false));
  await films.close();
});
