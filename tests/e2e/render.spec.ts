/** Pictures and films of graphics, drawn by the station's own hidden browser and, where there is one, by real ffmpeg. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PNG } from 'pngjs';
import { findFfmpeg } from '../../main/render/ffmpeg.ts';
import { expect, skipInDesktop, test } from '../support/app.ts';
import { writeGlassGraphics } from '../support/glass-graphics.ts';
import type { ServeProcess } from '../support/serve-process.ts';
import { writeGraphics } from '../support/write-graphics.ts';

skipInDesktop('the station’s browser is its own, with or without a desktop app around it');

/** A half-transparent red box that is as far to the right as it is late, px a ms; the schedule opens it. */
const MOVER = `
  async load() {
    this.innerHTML = '<div style="position:absolute;left:0;top:500px;width:40px;height:40px;background:#ff000080"></div>';
  }
  async setActionsSchedule({ schedule }) { this.schedule = schedule; }
  async goToTime({ timestamp }) {
    const open = this.schedule.some((one) => one.action.type === 'playAction' && one.timestamp <= timestamp);
    this.firstChild.style.display = open ? 'block' : 'none';
    this.firstChild.style.transform = 'translateX(' + Math.round(timestamp) + 'px)';
  }
  async playAction() { return { statusCode: 200, currentStep: 0 }; }`;

const SOURCES = {
  mover: MOVER,
  /** One box is moved by an animation, one by a script: px a ms from its play. */
  'live-only': `
  async load() {
    const box = (top) =>
      '<div style="position:absolute;left:0;top:' + top + 'px;width:40px;height:40px;background:#f00"></div>';
    this.innerHTML = box(500) + box(600);
  }
  async playAction() {
    const [one, two] = this.children;
    one.animate([{ transform: 'none' }, { transform: 'translateX(1000px)' }], { duration: 1000, fill: 'forwards' });
    const from = performance.now();
    const frame = () => {
      two.style.transform = 'translateX(' + (performance.now() - from) + 'px)';
      requestAnimationFrame(frame);
    };
    frame();
    return { statusCode: 200, currentStep: 0 };
  }`,
  'hangs-on-play': `async load() {} async playAction() { for (;;) {} }`,
  'throws-on-load': `async load() { throw new Error('no such font'); } async playAction() {}`,
  /** Takes no notice of skipAnimation. */
  'slow-entrance': `
  async load() {
    this.innerHTML = '<div style="position:absolute;left:100px;top:100px;width:200px;height:100px;background:#0f0"></div>';
  }
  async playAction() {
    this.firstChild.animate([{ transform: 'translateX(1000px)' }, { transform: 'none' }], 700);
    return { statusCode: 200, currentStep: 0 };
  }`,
};

let graphics: string;
let station: ServeProcess;

test.beforeAll(async () => {
  graphics = await mkdtemp(join(tmpdir(), 'tallydesk-render-e2e-'));
  await writeGlassGraphics(graphics);
  await writeGraphics(graphics, SOURCES);
  const path = join(graphics, 'mover/mover.ograf.json');
  const manifest = {
    $schema: 'https://ograf.ebu.io/v1/specification/json-schemas/graphics/schema.json',
    id: 'mover',
    name: 'mover',
    main: 'graphic.js',
    supportsRealTime: true,
    supportsNonRealTime: true,
    schema: { type: 'object', properties: {} },
  };
  await writeFile(path, JSON.stringify(manifest));
});
test.afterAll(() => rm(graphics, { recursive: true, force: true }));

test.beforeEach(async ({ serve }) => {
  station = await serve({ graphics: [graphics] });
});

const ask = (path: string, body?: object): Promise<Response> =>
  fetch(`${station.addresses.api}/${path}`, {
    headers: { authorization: `Bearer ${station.addresses.key}` },
    ...(body ? { method: 'POST', body: JSON.stringify(body) } : {}),
  });

async function pngOf(response: Response): Promise<PNG> {
  expect([response.status, response.headers.get('content-type')]).toEqual([200, 'image/png']);
  return PNG.sync.read(Buffer.from(await response.arrayBuffer()));
}

const pixel = ({ data, width }: PNG, x: number, y: number): number[] => [
  ...data.subarray((y * width + x) * 4, (y * width + x) * 4 + 4),
];

test('a still is the stage’s picture to the last pixel, transparent where nothing is', async ({
  context,
}) => {
  const made = await station.command({
    type: 'cue.create',
    graphic: 'glass',
    layer: 'fullframe',
    data: { text: '' },
  });
  await station.command({ type: 'cue.take', cueId: String(made.body['cueId']) });
  const stage = await context.newPage();
  await stage.goto(station.addresses.outputs.program);
  await stage.waitForSelector('[data-layer="fullframe"][data-state="on"]', { state: 'attached' });
  // on says that it was told to show itself: the picture may be a frame behind
  await stage.waitForTimeout(300);
  const seen = PNG.sync.read(await stage.screenshot({ omitBackground: true }));
  const still = await pngOf(await ask('graphics/glass/render', { data: {} }));
  expect([still.width, still.height]).toEqual([1920, 1080]);
  expect(still.data.equals(seen.data)).toBe(true);
  expect(pixel(still, 5, 5)).toEqual([0, 0, 0, 0]);
  const alphas = new Set(still.data.filter((_, i) => i % 4 === 3));
  expect(alphas.size).toBeGreaterThan(50);
});

test('a still of twice the size is the same picture with more pixels', async () => {
  const data = { name: 'Nikki Kaye', role: 'Candidate' };
  const small = await pngOf(await ask('graphics/lower-third-name/render', { data }));
  const large = await pngOf(await ask('graphics/lower-third-name/render', { data, width: 3840 }));
  expect([large.width, large.height]).toEqual([3840, 2160]);
  const covered = ({ data: bytes }: PNG): number => {
    let count = 0;
    for (let i = 3; i < bytes.length; i += 4) if (bytes[i] !== 0) count += 1;
    return count;
  };
  expect(covered(small)).toBeGreaterThan(10_000);
  expect(covered(large) / covered(small)).toBeCloseTo(4, 1);
});

test('a still waits for a graphic that moves although it was told not to', async () => {
  const still = await pngOf(await ask('graphics/slow-entrance/render', {}));
  expect(pixel(still, 150, 150)).toEqual([0, 255, 0, 255]);
  expect(pixel(still, 1200, 150)).toEqual([0, 0, 0, 0]);
});

test('a draft is marked outside the graphic', async () => {
  const made = await station.command({
    type: 'cue.create',
    graphic: 'glass',
    layer: 'fullframe',
    data: {},
  });
  const id = String(made.body['cueId']);
  const plain = await pngOf(await ask(`cues/${id}/still`, {}));
  const draft = await pngOf(await ask(`cues/${id}/still?draft=1`, {}));
  expect(pixel(plain, 20, 540)).toEqual([0, 0, 0, 0]);
  expect(pixel(draft, 20, 540)[3]).toBe(255);
});

test('a thumbnail is drawn where the package has none, and a hung graphic gets a sentence', async () => {
  const drawn = await pngOf(await ask('graphics/glass/thumbnail'));
  expect([drawn.width, drawn.height]).toEqual([640, 360]);
  expect(drawn.data.some((byte) => byte !== 0)).toBe(true);
  const throws = await ask('graphics/throws-on-load/thumbnail');
  expect(throws.status).toBe(404);
  expect(await throws.json()).toMatchObject({ detail: '“throws on load” did not load: no such font' });
  const hung = await ask('graphics/hangs-on-play/thumbnail');
  expect(hung.status).toBe(404);
  expect(await hung.json()).toMatchObject({ code: 'no_answer' });
  // the next one is drawn as if nothing had been
  expect((await ask('graphics/smoke/thumbnail')).status).toBe(200);
});

interface Job {
  job: string;
  state: string;
  done: number;
  detail: string;
}

async function film(body: object, id = 'mover'): Promise<Job> {
  let job = (await (await ask(`graphics/${id}/render`, body)).json()) as Job;
  while (job.state === 'waiting' || job.state === 'running') {
    await new Promise((done) => setTimeout(done, 100));
    job = (await (await ask(`renders/${job.job}`)).json()) as Job;
  }
  return job;
}

/** All frames as RGBA, one after the other. */
async function framesOf({ job }: Job, ffmpeg: string, format: 'mov' | 'webm'): Promise<Buffer> {
  const file = join(graphics, `${job}.${format}`);
  await writeFile(file, Buffer.from(await (await ask(`renders/${job}/file`)).arrayBuffer()));
  // ffmpeg's own VP9 decoder leaves alpha out
  const decoder = format === 'webm' ? ['-c:v', 'libvpx-vp9'] : [];
  const args = ['-loglevel', 'error', ...decoder, '-i', file, '-f', 'rawvideo', '-pix_fmt', 'rgba', '-'];
  return execFileSync(ffmpeg, args, { maxBuffer: 1920 * 1080 * 4 * 12 });
}

test('a graphic that runs in real time only is filmed by a clock of its own, exactly', async () => {
  const ffmpeg = findFfmpeg();
  test.skip(ffmpeg === null, 'ffmpeg is not installed on this machine');
  if (ffmpeg === null) return;
  const schedule = [{ timestamp: 80, action: { type: 'playAction', params: { goto: 0 } } }];
  const job = await film({ format: 'mov', frameRate: 25, durationMs: 400, schedule }, 'live-only');
  expect(job).toMatchObject({ state: 'done', done: 11 });
  const raw = await framesOf(job, ffmpeg, 'mov');
  const leftOf = (frame: number, y: number): number => {
    const from = (frame * 1080 + y) * 1920 * 4;
    for (let x = 0; x < 1920; x += 1) if ((raw[from + x * 4 + 3] ?? 0) > 60) return x;
    return -1;
  };
  // nothing before it is played; then the animation and the script are where they belong at each time
  for (let frame = 0; frame < 11; frame += 1) {
    const ms = frame * 40 - 80;
    if (ms < 0) expect([leftOf(frame, 520), leftOf(frame, 620)]).toEqual([-1, -1]);
    else {
      expect(Math.abs(leftOf(frame, 520) - ms)).toBeLessThanOrEqual(1);
      expect(Math.abs(leftOf(frame, 620) - ms)).toBeLessThanOrEqual(1);
    }
  }
});

for (const format of ['mov', 'webm'] as const) {
  test(`a ${format} by real ffmpeg has every frame where it belongs, with its alpha`, async () => {
    const ffmpeg = findFfmpeg();
    test.skip(ffmpeg === null, 'ffmpeg is not installed on this machine');
    if (ffmpeg === null) return;
    const schedule = [{ timestamp: 40, action: { type: 'playAction', params: { goto: 0 } } }];
    const job = await film({ format, frameRate: 25, durationMs: 400, schedule });
    expect(job).toMatchObject({ state: 'done', done: 11 });
    const raw = await framesOf(job, ffmpeg, format);
    const size = 1920 * 1080 * 4;
    expect(raw.length / size).toBe(11);
    for (let frame = 0; frame < 11; frame += 1) {
      const at = (x: number): number[] => [
        ...raw.subarray(frame * size + (520 * 1920 + x) * 4, frame * size + (520 * 1920 + x) * 4 + 4),
      ];
      const left = frame * 40;
      if (frame === 0) expect(at(20)[3]).toBe(0);
      else {
        const [red = 0, green = 0, blue = 0, alpha = 0] = at(left + 20);
        expect(Math.abs(alpha - 128)).toBeLessThan(4);
        expect(red).toBeGreaterThan(245);
        expect(Math.max(green, blue)).toBeLessThan(10);
        expect(at(left + 60)[3]).toBe(0);
      }
    }
  });
}

test('the hidden browser goes with the station', async () => {
  expect((await ask('graphics/glass/thumbnail')).status).toBe(200);
  const { pid } = station;
  const children = (): string => spawnSync('pgrep', ['-P', String(pid)]).stdout.toString();
  test.skip(process.platform !== 'linux', 'pgrep is asked');
  const [child = ''] = children().split('\n');
  expect(child).not.toBe('');
  await station.stop();
  expect(spawnSync('kill', ['-0', child]).status).not.toBe(0);
});
