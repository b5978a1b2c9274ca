/** Key and fill in a real Chromium, to the pixel: the key is the alpha, and both are of one frame. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext } from '@playwright/test';
import type { ChannelId } from '../../core/layers.ts';
import { expect, layer, skipInDesktop, test } from '../support/app.ts';
import { writeGlassGraphics } from '../support/glass-graphics.ts';
import { makeCue, makeOutput, must, openOutput, takeOn } from '../support/outputs.ts';
import { half, keyErrors, pixelsOf, screencast, shoot, unlike } from '../support/pictures.ts';
import type { ServeProcess } from '../support/serve-process.ts';

test.use({ show: 'nz-2008' });
skipInDesktop('drives a station of its own');

let graphics: string;
test.beforeAll(async () => {
  graphics = await mkdtemp(join(tmpdir(), 'tallydesk-glass-'));
  await writeGlassGraphics(graphics);
});
test.afterAll(() => rm(graphics, { recursive: true, force: true }));

/** The same channel four times: with its transparency, as key and fill with the key on either side, as key alone. */
async function openAll(context: BrowserContext, station: ServeProcess, channel: ChannelId = 'program') {
  const open = async (kind: 'transparent' | 'key-fill' | 'key', pictures = 1, more = '') =>
    openOutput(context, station, await makeOutput(station, { kind }, channel), { channel, pictures, more });
  return {
    truth: await open('transparent'),
    right: await open('key-fill', 2),
    left: await open('key-fill', 2, '&key-side=left'),
    key: await open('key'),
  };
}
type Outputs = Awaited<ReturnType<typeof openAll>>;

const EXACT = { coloured: 0, over: 0 };

async function expectExactKeys({ truth, right, left, key }: Outputs): Promise<{ lit: number; soft: number }> {
  const alpha = await shoot(truth, true);
  const [toRight, toLeft, alone] = [await shoot(right), await shoot(left), await shoot(key)];
  expect([toRight.width, toRight.height]).toEqual([3840, 1080]);
  const found = [
    keyErrors(alpha, half(toRight, 1920), half(toRight, 0)),
    keyErrors(alpha, half(toLeft, 0), half(toLeft, 1920)),
    keyErrors(alpha, alone),
  ];
  for (const errors of found) {
    expect(errors).toMatchObject(EXACT);
    expect(errors.key).toBeLessThanOrEqual(2);
    expect(errors.fill).toBeLessThanOrEqual(2);
  }
  return { lit: found[0]?.lit ?? 0, soft: found[0]?.soft ?? 0 };
}

test('the key is the alpha of one, of two composed and of shipped graphics', async ({ context, serve }) => {
  const station = await serve({ graphics: [graphics] });
  const outputs = await openAll(context, station);
  const pages = Object.values(outputs);
  for (const page of pages) await expect(page.locator('html')).toHaveAttribute('data-picture', 'show');
  expect(await outputs.right.locator('html').getAttribute('data-keying')).toBe('key-fill');
  expect(await outputs.key.locator('html').getAttribute('data-keying')).toBe('key');
  expect(await expectExactKeys(outputs)).toEqual({ lit: 0, soft: 0 });

  await takeOn(station, await makeCue(station, 'glass', 'background'), 'background', pages);
  const one = await expectExactKeys(outputs);
  expect(one.soft).toBeGreaterThan(100_000);

  await takeOn(station, await makeCue(station, 'smoke', 'ticker'), 'ticker', pages);
  const two = await expectExactKeys(outputs);
  expect(two.lit).toBeGreaterThan(one.lit);

  await takeOn(station, 'auckland-central-flip', 'lower-third', pages);
  await takeOn(station, 'count-bug-95', 'bug', pages);
  const all = await expectExactKeys(outputs);
  expect(all.lit).toBeGreaterThan(two.lit);
});

test('the rehearsal mark is keyed: a rehearsal is seen downstream', async ({ context, serve }) => {
  const station = await serve({ graphics: [graphics] });
  const outputs = await openAll(context, station, 'rehearsal');
  expect((await expectExactKeys(outputs)).lit).toBeGreaterThan(50_000);
});

test('fill and key are of one frame while a graphic comes on', async ({ context, serve }) => {
  const station = await serve({ graphics: [graphics] });
  const page = await openOutput(context, station, await makeOutput(station, { kind: 'key-fill' }), {
    pictures: 2,
  });
  const cueId = await makeCue(station, 'white-loop', 'lower-third');
  const frames = await screencast(page, async (seen) => {
    await takeOn(station, cueId, 'lower-third', [page]);
    await expect.poll(() => seen.length).toBeGreaterThan(14);
  });
  const places = new Set<string>();
  for (const frame of frames) {
    const pixels = pixelsOf(frame);
    expect(pixels.width).toBe(3840);
    // white graphics over black are their own alpha; an edge of another frame would be off by all of 255
    const fill = half(pixels, 0).data;
    const key = half(pixels, 1920).data;
    expect(
      fill.reduce((worst, value, i) => Math.max(worst, Math.abs(value - (key[i] ?? 0))), 0),
    ).toBeLessThan(3);
    const first = fill.findIndex((value, i) => i % 4 === 0 && value > 0);
    places.add(first < 0 ? 'nothing' : `${first} ${fill[first] ?? 0}`);
  }
  // it was seen moving
  expect(places.size).toBeGreaterThan(5);
});

test('black is black in both halves, and what goes on underneath is there at once', async ({
  context,
  serve,
}) => {
  const station = await serve({ graphics: [graphics] });
  const id = await makeOutput(station, { kind: 'key-fill' });
  const page = await openOutput(context, station, id, { pictures: 2 });
  const other = await openOutput(context, station, 'program');
  await takeOn(station, 'auckland-central-flip', 'lower-third', [page, other]);
  await must(station, { type: 'output.picture', outputId: id, picture: 'black' });
  await expect(page.locator('html')).toHaveAttribute('data-picture', 'black');
  expect(unlike(await shoot(page), [0, 0, 0, 255])).toBe(0);
  await takeOn(station, await makeCue(station, 'glass', 'background'), 'background', [page, other]);
  expect(unlike(await shoot(page), [0, 0, 0, 255])).toBe(0);
  await must(station, { type: 'output.picture', outputId: id, picture: 'show' });
  await expect(page.locator('html')).toHaveAttribute('data-picture', 'show');
  // over black, both are the same picture
  const fill = half(await shoot(page), 0);
  expect(Buffer.compare(fill.data, (await shoot(other)).data)).toBe(0);
  await expect(layer(page, 'background')).toHaveAttribute('data-state', 'on');
});
