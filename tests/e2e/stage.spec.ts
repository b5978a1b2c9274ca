/** The stage under stress: reloads, swaps, updates and bad graphics. Commands come over REST; the stage asserts. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { PNG } from 'pngjs';
import { expect, layer, skipInDesktop, test } from '../support/app.ts';
import { writeQuirkyGraphics, type Quirk } from '../support/quirky-graphics.ts';
import type { ServeProcess } from '../support/serve-process.ts';

test.use({ show: 'nz-2008' });
skipInDesktop('drives a station of its own');

async function openProgram(page: Page, station: ServeProcess): Promise<void> {
  await page.goto(`${station.addresses.outputs.program}&background=black`);
  await expect(page.locator('html')).toHaveAttribute('data-connection', 'live');
}

async function take(station: ServeProcess, cueId: string): Promise<void> {
  const { body } = await station.command({ type: 'cue.take', cueId });
  expect(body, JSON.stringify(body)).toMatchObject({ ok: true });
}

interface Area {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** How bright an area of a 1920x1080 picture is, whatever size it was drawn at. 0 is black: nothing there. */
function brightest(png: Buffer, area: Area): number {
  const { data, width } = PNG.sync.read(png);
  const scale = width / 1920;
  const [left, top, right, bottom] = [area.x, area.y, area.x + area.width, area.y + area.height].map((n) =>
    Math.round(n * scale),
  ) as [number, number, number, number];
  let max = 0;
  for (let y = top; y < bottom; y++) {
    for (let x = left; x < right; x++) {
      const at = (y * width + x) * 4;
      max = Math.max(max, data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0);
    }
  }
  return max;
}

/** Every frame that the compositor drew while something was done, small. */
async function screencast(page: Page, during: () => Promise<void>): Promise<Buffer[]> {
  const frames: Buffer[] = [];
  const cdp = await page.context().newCDPSession(page);
  cdp.on('Page.screencastFrame', ({ data, sessionId }) => {
    frames.push(Buffer.from(data, 'base64'));
    void cdp.send('Page.screencastFrameAck', { sessionId });
  });
  await cdp.send('Page.startScreencast', { format: 'png', maxWidth: 480, maxHeight: 270 });
  await during();
  await cdp.send('Page.stopScreencast');
  return frames;
}

test('a reload puts back what is on air without an entrance', async ({ page, serve }) => {
  const station = await serve();
  await openProgram(page, station);
  await take(station, 'auckland-central-flip');
  const lowerThird = layer(page, 'lower-third');
  await expect(lowerThird).toHaveAttribute('data-state', 'on');
  await page.reload();
  await expect(lowerThird).toHaveAttribute('data-state', 'on');
  const frame = page.frames().find((one) => one.url().includes('lower-third'));
  const running = await frame?.evaluate(
    () => document.getAnimations().filter((animation) => animation.playState === 'running').length,
  );
  expect(running).toBe(0);
  await expect(
    page.locator('[data-layer="lower-third"] iframe').first().contentFrame().getByText('Nikki Kaye'),
  ).toBeVisible();
});

test('a swap on one layer leaves no hole', async ({ page, serve }) => {
  const station = await serve();
  await openProgram(page, station);
  await take(station, 'auckland-central-flip');
  const lowerThird = layer(page, 'lower-third');
  await expect(lowerThird).toHaveAttribute('data-state', 'on');
  const frames = await screencast(page, async () => {
    await take(station, 'west-coast-flip');
    await expect(lowerThird).toHaveAttribute('data-cue', 'west-coast-flip');
    await expect(lowerThird).toHaveAttribute('data-state', 'on');
    await expect(lowerThird.locator('iframe')).toHaveCount(1); // the old one is gone only now
  });
  expect(frames.length).toBeGreaterThan(4);
  // the left end of both plates: black there would be a hole
  for (const frame of frames)
    expect(brightest(frame, { x: 84, y: 880, width: 40, height: 60 })).toBeGreaterThan(8);
});

test('an update changes the words in place and replays nothing', async ({ page, serve }) => {
  const station = await serve();
  await openProgram(page, station);
  const made = await station.command({
    type: 'cue.create',
    graphic: 'lower-third-name',
    layer: 'lower-third',
    data: { name: 'Nikki Kaye', role: 'Candidate' },
  });
  const cueId = String(made.body['cueId']);
  await take(station, cueId);
  await expect(layer(page, 'lower-third')).toHaveAttribute('data-state', 'on');
  const frame = page.locator('[data-layer="lower-third"] iframe').first().contentFrame();
  await expect(frame.getByText('Candidate')).toBeVisible();

  await station.command({
    type: 'cue.edit',
    cueId,
    changes: { data: { name: 'Nikki Kaye', role: 'MP-elect' } },
  });
  await page.waitForTimeout(300);
  await expect(frame.getByText('Candidate')).toBeVisible(); // frozen: an edit alone never changes air
  const states: string[] = [];
  await page.exposeFunction('sawState', (state: string) => states.push(state));
  await layer(page, 'lower-third').evaluate((element) => {
    new MutationObserver(() => {
      const { sawState } = globalThis as unknown as { sawState: (state: string) => void };
      sawState(element.getAttribute('data-state') ?? '');
    }).observe(element, { attributes: true, attributeFilter: ['data-state'] });
  });
  expect((await station.command({ type: 'layer.update', layer: 'lower-third' })).body.ok).toBe(true);
  await expect(frame.getByText('MP-elect')).toBeVisible();
  expect(states.filter((state) => state !== 'on')).toEqual([]);
});

test('a stage hears of its own channel only', async ({ page, serve }) => {
  const station = await serve();
  const heard: string[] = [];
  page.on('websocket', (socket) => socket.on('framereceived', ({ payload }) => heard.push(String(payload))));
  await openProgram(page, station);
  await station.command({ type: 'cue.recall', number: 320 });
  await take(station, 'auckland-central-flip');
  await expect(layer(page, 'lower-third')).toHaveAttribute('data-state', 'on');
  const all = heard.join('\n');
  expect(all).toContain('Nikki Kaye');
  expect(all).not.toContain('"facts":{"buckets"');
  expect(all).not.toContain('guerilla');
});

test.describe('bad graphics', () => {
  let graphics: string;
  test.beforeEach(async () => {
    graphics = await mkdtemp(join(tmpdir(), 'tallydesk-quirks-'));
    await writeQuirkyGraphics(graphics);
  });
  test.afterEach(() => rm(graphics, { recursive: true, force: true }));

  async function cueFor(station: ServeProcess, graphic: Quirk, layerId: string): Promise<string> {
    const { body } = await station.command({ type: 'cue.create', graphic, layer: layerId, data: {} });
    return String(body['cueId']);
  }

  test('one that hangs harms no other layer, and panic removes it', async ({ page, serve }) => {
    const station = await serve({ graphics: [graphics] });
    await openProgram(page, station);
    await take(station, 'count-bug-95');
    await expect(layer(page, 'bug')).toHaveAttribute('data-state', 'on');
    await take(station, await cueFor(station, 'hangs-on-play', 'ticker'));
    await expect(layer(page, 'ticker')).toHaveAttribute('data-state', 'coming');
    await take(station, 'auckland-central-flip');
    await expect(layer(page, 'lower-third')).toHaveAttribute('data-state', 'on');
    await station.command({ type: 'air.panic' });
    await expect(page.locator('[data-state="on"], [data-state="coming"]')).toHaveCount(0);
    // the layer works again at once, on a fresh process
    await take(station, await cueFor(station, 'paints-early', 'ticker'));
    await expect(layer(page, 'ticker')).toHaveAttribute('data-state', 'on');
  });

  test('one that throws is a fault on its layer, never words on air', async ({ page, serve }) => {
    const station = await serve({ graphics: [graphics] });
    await openProgram(page, station);
    await take(station, await cueFor(station, 'throws-on-play', 'ticker'));
    await expect(layer(page, 'ticker')).toHaveAttribute('data-state', 'fault');
    const text = await page.evaluate(() => document.body.innerText);
    expect(text.trim()).toBe('');
    const air = await station.get<{
      channels: { program: { layers: { ticker: { current: { problem: string } } } } };
    }>('air');
    expect(air.channels.program.layers.ticker.current.problem).toContain('forgot');
  });

  test('one that fails to load cannot be taken, and air stays', async ({ page, serve }) => {
    const station = await serve({ graphics: [graphics] });
    await openProgram(page, station);
    await take(station, 'auckland-central-flip');
    await expect(layer(page, 'lower-third')).toHaveAttribute('data-state', 'on');
    const cueId = await cueFor(station, 'throws-on-load', 'lower-third');
    await station.command({ type: 'cue.arm', cueId });
    await expect
      .poll(async () => {
        const { channels } = await station.get<{
          channels: { program: { layers: Record<string, { armed: { phase: string } | null }> } };
        }>('air');
        return channels.program.layers['lower-third']?.armed?.phase;
      })
      .toBe('fault');
    const refused = await station.command({ type: 'cue.take', cueId });
    expect(refused.status).toBe(409);
    expect(refused.body.code).toBe('graphic_fault');
    await expect(layer(page, 'lower-third')).toHaveAttribute('data-cue', 'auckland-central-flip');
    await expect(layer(page, 'lower-third')).toHaveAttribute('data-state', 'on');
  });

  test('one that paints while loading is not seen before its take', async ({ page, serve }) => {
    const station = await serve({ graphics: [graphics] });
    await openProgram(page, station);
    const cueId = await cueFor(station, 'paints-early', 'ticker');
    await station.command({ type: 'cue.arm', cueId });
    await expect(layer(page, 'ticker')).toHaveAttribute('data-state', 'armed');
    const area = { x: 300, y: 820, width: 100, height: 60 };
    expect(brightest(await page.screenshot(), area)).toBe(0);
    await take(station, cueId);
    await expect(layer(page, 'ticker')).toHaveAttribute('data-state', 'on');
    expect(brightest(await page.screenshot(), area)).toBeGreaterThan(100);
  });
});
