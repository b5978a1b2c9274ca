/**
 * Graphics that do harm, in real Chromium: one that hangs, throws, eats its process's memory, never answers or never
 * stops talking harms no other layer, and the operator's next command works at once.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { PNG } from 'pngjs';
import { findBrowser } from '../../scripts/find-browser.mjs';
import { expect, layer, skipInDesktop, test } from '../support/app.ts';
import { openBarePage } from '../support/bare-page.ts';
import type { ServeProcess } from '../support/serve-process.ts';
import { writeGraphics } from '../support/write-graphics.ts';

const executablePath = findBrowser();
/** A process that eats memory ends at so many megabytes, not at those of the computer. */
const MEMORY_LIMIT = '--js-flags=--max-old-space-size=128';

test.use({ show: 'nz-2008' });
skipInDesktop('drives a station of its own');

const plate = (colour: string, top: number): string =>
  `this.style.cssText = 'position:absolute;left:200px;top:${top}px;width:800px;height:60px;background:${colour}'`;
const PLAYS = `async load() { ${plate('#c0392b', 800)}; } async playAction() { return { currentStep: 0 }; }`;

const SOURCES = {
  good: `
    async load({ data }) { ${plate('#27ae60', 100)}; this.textContent = data.text; }
    async playAction() { return { currentStep: 0 }; }
    async updateAction({ data }) {
      this.textContent = data.text;
      if (data.text === 'blue') this.style.background = '#2980b9';
    }`,
  'loops-on-air': `
    async load() { ${plate('#c0392b', 800)}; }
    async playAction() { setTimeout(() => { for (;;) {} }, 100); }`,
  'eats-memory': `
    async load() { ${plate('#c0392b', 800)}; }
    async playAction() { const all = []; setInterval(() => all.push(new Array(1e6).fill(1.5 + all.length)), 20); }`,
  'throws-on': `
    async load() { ${plate('#c0392b', 800)}; }
    async playAction() { let n = 0; setInterval(() => { throw new Error('boom ' + n++); }, 1); }`,
  'never-settles': `
    ${PLAYS}
    async updateAction() { return new Promise(() => {}); }
    async stopAction() { return new Promise(() => {}); }
    async dispose() { return new Promise(() => {}); }`,
  chatters: `
    ${PLAYS}
    async updateAction({ data }) {
      this.textContent = data.text;
      setTimeout(() => { void this.updateAction({ data }); void this.updateAction({ data }).then(() => Promise.reject(new Error(String(performance.now())))); }, 0);
      if (performance.now() > 1e9) this.remove();
    }`,
} as const;

let graphics: string;
test.beforeAll(async () => {
  graphics = await mkdtemp(join(tmpdir(), 'tallydesk-isolation-'));
  await writeGraphics(graphics, SOURCES);
});
test.afterAll(() => rm(graphics, { recursive: true, force: true }));

async function cueFor(
  station: ServeProcess,
  graphic: keyof typeof SOURCES,
  on: string,
  text = '',
): Promise<string> {
  const { body } = await station.command({ type: 'cue.create', graphic, layer: on, data: { text } });
  expect(body, JSON.stringify(body)).toMatchObject({ ok: true });
  return String(body['cueId']);
}

async function take(station: ServeProcess, cueId: string): Promise<void> {
  const { body } = await station.command({ type: 'cue.take', cueId });
  expect(body, JSON.stringify(body)).toMatchObject({ ok: true });
}

/** A program page with a good graphic on the bug's layer, which shows “one”. */
async function onAir(page: Page, station: ServeProcess): Promise<string> {
  await page.goto(`${station.addresses.outputs.program}&background=black`);
  const good = await cueFor(station, 'good', 'bug', 'one');
  await take(station, good);
  await expect(layer(page, 'bug')).toHaveAttribute('data-state', 'on');
  return good;
}

/** The good graphic takes new data, and shows it. */
async function stillWorks(page: Page, station: ServeProcess, good: string, text: string): Promise<void> {
  await station.command({ type: 'cue.edit', cueId: good, changes: { data: { text } } });
  expect((await station.command({ type: 'layer.update', layer: 'bug' })).status).toBe(200);
  const frame = page.frameLocator('[data-layer="bug"] iframe');
  await expect(frame.getByText(text, { exact: true })).toBeAttached({ timeout: 3_000 });
  await expect(layer(page, 'bug')).toHaveAttribute('data-state', 'on');
}

/** The brightest of a 1080p picture's values from this line down: 0 is nothing. */
function brightest(png: Buffer, from: number): number {
  const { data, width } = PNG.sync.read(png);
  return data
    .subarray(from * width * 4)
    .reduce((max, value, at) => (at % 4 === 3 ? max : Math.max(max, value)), 0);
}

function pixel(png: Buffer, x: number, y: number): number[] {
  const { data, width } = PNG.sync.read(png);
  const at = (y * width + x) * 4;
  return [...data.subarray(at, at + 3)];
}

async function problemOf(station: ServeProcess): Promise<string> {
  const air = await station.get<{
    channels: { program: { layers: { ticker: { current: { problem: string | null } | null } } } };
  }>('air');
  return air.channels.program.layers.ticker.current?.problem ?? '';
}

test('loops-on-air: the layer goes clean with a name for it, and all else plays on', async ({
  page,
  serve,
}) => {
  const station = await serve({ graphics: [graphics] });
  const good = await onAir(page, station);
  await take(station, await cueFor(station, 'loops-on-air', 'ticker'));
  await stillWorks(page, station, good, 'two');
  await expect(layer(page, 'ticker')).toHaveAttribute('data-state', 'fault', { timeout: 15_000 });
  expect(await problemOf(station)).toContain('does not answer any more');
  await expect(page.locator('[data-layer="ticker"] iframe')).toHaveCount(0);
  expect(brightest(await page.screenshot(), 600)).toBe(0);
  await stillWorks(page, station, good, 'three');
  // the layer's next graphic, on a fresh process
  await take(station, await cueFor(station, 'good', 'ticker', 'next'));
  await expect(layer(page, 'ticker')).toHaveAttribute('data-state', 'on');
});

test('eats-memory: its process ends, the layer goes clean at once, and all else plays on', async ({
  serve,
}) => {
  const station = await serve({ graphics: [graphics] });
  const page = await openBarePage(
    executablePath ?? '',
    `${station.addresses.outputs.program}&background=black`,
    [MEMORY_LIMIT],
  );
  const picture = async (): Promise<Buffer> => {
    const { data } = await page.send('Page.captureScreenshot', { format: 'png' });
    return Buffer.from(String(data), 'base64');
  };
  const states = async (): Promise<unknown> => {
    const expression = `[...document.querySelectorAll('.layer')].map((l) => l.dataset.state + l.children.length).join()`;
    const { result } = await page.send('Runtime.evaluate', { expression });
    return (result as { value?: unknown } | undefined)?.value;
  };
  try {
    const good = await cueFor(station, 'good', 'bug', 'one');
    await take(station, good);
    await expect.poll(states, { timeout: 10_000 }).toBe('off0,off0,off0,off0,on1');
    await take(station, await cueFor(station, 'eats-memory', 'ticker'));
    await expect.poll(() => problemOf(station), { timeout: 15_000 }).toContain('its process has ended');
    expect(await states()).toBe('off0,off0,off0,fault0,on1');
    expect(brightest(await picture(), 600)).toBe(0);
    expect(pixel(await picture(), 600, 130)).toEqual([39, 174, 96]);
    await station.command({ type: 'cue.edit', cueId: good, changes: { data: { text: 'blue' } } });
    await station.command({ type: 'layer.update', layer: 'bug' });
    await expect
      .poll(async () => pixel(await picture(), 600, 130), { timeout: 5_000 })
      .toEqual([41, 128, 185]);
    await take(station, await cueFor(station, 'good', 'ticker', 'next'));
    await expect.poll(states, { timeout: 5_000 }).toBe('off0,off0,off0,on1,on1');
  } finally {
    await page.close();
  }
});

test('loops-on-air: out, clear and panic do not wait for it', async ({ page, serve }) => {
  const station = await serve({ graphics: [graphics] });
  const good = await onAir(page, station);
  const bad = await cueFor(station, 'loops-on-air', 'ticker');
  for (const command of [
    { type: 'layer.out', layer: 'ticker' },
    { type: 'air.clear' },
    { type: 'air.panic' },
  ]) {
    await take(station, bad);
    await expect(layer(page, 'ticker')).toHaveAttribute('data-state', 'on');
    await page.waitForTimeout(300);
    expect((await station.command(command)).status).toBe(200);
    await expect(layer(page, 'ticker')).toHaveAttribute('data-state', 'off', { timeout: 3_000 });
  }
  await take(station, good);
  await expect(layer(page, 'bug')).toHaveAttribute('data-state', 'on');
});

for (const graphic of ['throws-on', 'never-settles', 'chatters'] as const) {
  test(`${graphic}: harms nobody, and leaves when it is told`, async ({ page, serve }) => {
    const station = await serve({ graphics: [graphics] });
    const good = await onAir(page, station);
    const bad = await cueFor(station, graphic, 'ticker', 'a');
    await take(station, bad);
    await expect(layer(page, 'ticker')).toHaveAttribute('data-state', 'on');
    await station.command({ type: 'cue.edit', cueId: bad, changes: { data: { text: 'b' } } });
    await station.command({ type: 'layer.update', layer: 'ticker' });
    await stillWorks(page, station, good, 'two');
    await page.waitForTimeout(1_000);
    const { revision } = await station.get<{ revision: number }>('air');
    await page.waitForTimeout(1_000);
    // nothing that it says keeps the station busy for ever
    expect((await station.get<{ revision: number }>('air')).revision - revision).toBeLessThanOrEqual(2);
    await stillWorks(page, station, good, 'three');
    await take(station, await cueFor(station, 'good', 'ticker', 'next'));
    await expect(layer(page, 'ticker').locator('iframe')).toHaveCount(1, { timeout: 11_000 });
    await expect(layer(page, 'ticker')).toHaveAttribute('data-state', 'on');
    await station.command({ type: 'air.panic' });
    await expect(page.locator('[data-state="on"], [data-state="going"]')).toHaveCount(0);
  });
}
