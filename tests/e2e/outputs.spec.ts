/** Outputs as their pages draw them: grounds, black, test card, guides, freeze and the word that a page is ready. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { OutputInfo } from '../../core/protocol.ts';
import { expect, layer, skipInDesktop, test } from '../support/app.ts';
import { writeGlassGraphics } from '../support/glass-graphics.ts';
import { look, makeCue, makeOutput, must, openOutput, takeOn } from '../support/outputs.ts';
import {
  at,
  half,
  pixelsOf,
  screencast,
  shoot,
  unlike,
  type Pixels,
  type Rgba,
} from '../support/pictures.ts';
import type { ServeProcess } from '../support/serve-process.ts';

test.use({ show: 'nz-2008' });
skipInDesktop('drives a station of its own');

let graphics: string;
test.beforeAll(async () => {
  graphics = await mkdtemp(join(tmpdir(), 'tallydesk-glass-'));
  await writeGlassGraphics(graphics);
});
test.afterAll(() => rm(graphics, { recursive: true, force: true }));

const BLACK: Rgba = [0, 0, 0, 255];
const GREEN: Rgba = [0, 177, 64, 255];
const NOTHING: Rgba = [0, 0, 0, 0];
const WHITE: Rgba = [255, 255, 255, 255];

const html = (page: Page) => page.locator('html');
const shows = (page: Page, picture: string) => expect(html(page)).toHaveAttribute('data-picture', picture);
/** So that nothing is drawn of a card any more, or all of it. */
const hasCard = (page: Page, count: number) => expect(page.locator('#test-card')).toHaveCount(count);

test('each mode has its ground, and black is black or empty, with graphics going on underneath', async ({
  context,
  serve,
}) => {
  const station = await serve();
  const chroma = await makeOutput(station, { kind: 'chroma', colour: '#00b140' });
  const clear = await makeOutput(station, { kind: 'transparent' });
  const key = await makeOutput(station, { kind: 'key' });
  const outputs: [id: string, ground: Rgba, isClear: boolean, page: Page][] = [];
  for (const [id, ground] of [
    ['program', BLACK],
    [chroma, GREEN],
    [clear, NOTHING],
    [key, BLACK],
  ] as const) {
    outputs.push([id, ground, ground === NOTHING, await openOutput(context, station, id)]);
  }
  const pages = outputs.map(([, , , page]) => page);
  for (const [, ground, isClear, page] of outputs) expect(unlike(await shoot(page, isClear), ground)).toBe(0);

  await takeOn(station, 'auckland-central-flip', 'lower-third', pages);
  const before: Pixels[] = [];
  for (const [id, ground, isClear, page] of outputs) {
    const shown = await shoot(page, isClear);
    expect(unlike(shown, ground)).toBeGreaterThan(200_000);
    // the ground beside the graphic stays exact
    expect(at(shown, 1900, 20)).toEqual(ground);
    before.push(shown);
    await look(station, id, 'black');
    await shows(page, 'black');
    expect(unlike(await shoot(page, isClear), ground)).toBe(0);
  }
  // what is taken meanwhile comes on as ever, and is seen whole when the picture returns
  await takeOn(station, 'count-bug-95', 'bug', pages);
  for (const [i, [id, ground, isClear, page]] of outputs.entries()) {
    expect(unlike(await shoot(page, isClear), ground)).toBe(0);
    const frames = await screencast(page, async () => {
      await look(station, id, 'show');
      await shows(page, 'show');
    });
    const returned = await shoot(page, isClear);
    expect(at(returned, 200, 800)).toEqual(at(before[i] ?? returned, 200, 800));
    expect(unlike(returned, ground)).toBeGreaterThan(unlike(before[i] ?? returned, ground));
    if (isClear) continue;
    // nothing in between: each frame is the ground or all of it
    for (const frame of frames.map(pixelsOf)) {
      const same = Buffer.compare(frame.data, returned.data) === 0;
      expect(same || unlike(frame, ground) === 0).toBe(true);
    }
  }
});

test('the test card is drawn in every mode, and leaves by itself at a take', async ({ context, serve }) => {
  const station = await serve();
  const both = await makeOutput(station, { kind: 'key-fill' });
  const key = await makeOutput(station, { kind: 'key' });
  const program = await openOutput(context, station, 'program');
  const keyFill = await openOutput(context, station, both, { pictures: 2 });
  const alone = await openOutput(context, station, key);
  await hasCard(program, 0);
  for (const id of ['program', both, key]) await look(station, id, 'test');
  for (const page of [program, keyFill, alone]) await hasCard(page, 1);

  const wide = await shoot(keyFill);
  for (const card of [await shoot(program), half(wide, 0)]) {
    // the outermost pixels on all four sides, but where an arrow's tip is
    for (const [x, y] of [
      [0, 300],
      [1919, 300],
      [300, 0],
      [300, 1079],
    ] as const) {
      expect(at(card, x, y)).toEqual(WHITE);
    }
    expect([1, 2, 3].map((x) => at(card, x, 15))).toEqual([BLACK, BLACK, BLACK]);
    // 75 % bars, full-range
    const bars = [0, 1, 2, 3, 4, 5, 6, 7].map((i) => at(card, 360 + 150 * i + 20, 300).slice(0, 3));
    expect(bars).toEqual([
      [191, 191, 191],
      [191, 191, 0],
      [0, 191, 191],
      [0, 191, 0],
      [191, 0, 191],
      [191, 0, 0],
      [0, 0, 191],
      [0, 0, 0],
    ]);
    // 16 steps
    const steps = Array.from({ length: 16 }, (_, i) => at(card, 360 + 75 * i + 8, 490)[0]);
    expect(steps).toEqual(Array.from({ length: 16 }, (_, i) => i * 17));
    // single lines, one pixel on and one off: nothing is scaled
    expect([150, 151, 152, 153].map((x) => at(card, x, 500)[0])).toEqual([255, 0, 255, 0]);
  }
  expect(unlike(half(wide, 1920), WHITE)).toBe(0);
  expect(unlike(await shoot(alone), WHITE)).toBe(0);
  const words = await program.locator('#test-card').evaluate((card) => card.shadowRoot?.textContent ?? '');
  for (const word of ['TEST CARD', 'Program', 'Over black', '1920 × 1080 px, 1:1']) {
    expect(words).toContain(word);
  }
  // the bar and the clock move
  const first = await shoot(program);
  await expect.poll(async () => Buffer.compare((await shoot(program)).data, first.data)).not.toBe(0);
  expect(await fontOf(program)).toBe(true);

  await must(station, { type: 'cue.take', cueId: 'auckland-central-flip' });
  for (const page of [program, keyFill, alone]) {
    await shows(page, 'show');
    await hasCard(page, 0);
    await expect(layer(page, 'lower-third')).toHaveAttribute('data-state', 'on');
  }
  const picture = await shoot(program);
  expect(at(picture, 0, 300)).toEqual(BLACK);
  expect(unlike(picture, BLACK)).toBeGreaterThan(200_000);
  const refused = await station.command({ type: 'output.picture', outputId: 'program', picture: 'test' });
  expect(refused).toMatchObject({ status: 409, body: { code: 'on_air' } });
});

/** The card's font came from the station, not from this computer. */
const fontOf = (page: Page) =>
  page.evaluate(() => [...document.fonts].some((f) => f.family.includes('Archivo') && f.status === 'loaded'));

test('guides are drawn on preview, over the picture, and refused on program', async ({ context, serve }) => {
  const station = await serve();
  const id = await makeOutput(station, { kind: 'key-fill' }, 'preview');
  const page = await openOutput(context, station, id, { channel: 'preview', pictures: 2 });
  await must(station, { type: 'output.guides', outputId: id, on: true });
  await expect(html(page)).toHaveAttribute('data-guides', 'true');
  const picture = await shoot(page);
  // title-safe 90 %, a third, and the centre; none of it has a key
  for (const [x, y] of [
    [96, 400],
    [1823, 400],
    [640, 200],
    [960, 540],
  ] as const) {
    expect(at(picture, x, y)[0]).toBeGreaterThan(80);
    expect(at(picture, x + 20, y + 20)[0]).toBe(0);
  }
  expect(unlike(half(picture, 1920), BLACK)).toBe(0);
  await must(station, { type: 'output.guides', outputId: id, on: false });
  await expect(html(page)).toHaveAttribute('data-guides', 'false');
  expect(unlike(await shoot(page), BLACK)).toBe(0);

  const refused = await station.command({ type: 'output.guides', outputId: 'program', on: true });
  expect(refused).toMatchObject({ status: 409, body: { code: 'guides_on_program' } });
});

test('a program page draws no guides, though the station should tell it to', async ({ context, serve }) => {
  const station = await serve();
  const page = await context.newPage();
  await page.routeWebSocket(/\/ws\?/, (socket) => {
    const server = socket.connectToServer();
    server.onMessage((message) => socket.send(String(message).replace('"guides":false', '"guides":true')));
  });
  await page.goto(`${station.addresses.outputs.program}&output=program`);
  await expect(html(page)).toHaveAttribute('data-connection', 'live');
  await expect(html(page)).toHaveAttribute('data-keying', 'none');
  expect(await html(page).getAttribute('data-guides')).toBe('false');
  expect(unlike(await shoot(page), BLACK)).toBe(0);
});

test('a frozen output keeps its picture to the pixel, through a restart of its page too', async ({
  context,
  serve,
}) => {
  const station = await serve();
  const id = await makeOutput(station, { kind: 'chroma', colour: '#00b140' });
  const page = await openOutput(context, station, id);
  const other = await openOutput(context, station, 'program');
  await takeOn(station, 'auckland-central-flip', 'lower-third', [page, other]);
  await takeOn(station, 'count-bug-95', 'bug', [page, other]);
  await must(station, { type: 'output.freeze', outputId: id, on: true });
  await expect(html(page)).toHaveAttribute('data-frozen', 'true');
  const frozen = await shoot(page);
  const isFrozen = async () => expect(Buffer.compare((await shoot(page)).data, frozen.data)).toBe(0);

  const cueId = await makeCue(station, 'lower-third-name', 'lower-third', { name: 'Nikki Kaye', role: 'MP' });
  await takeOn(station, cueId, 'lower-third', [other]);
  await isFrozen();
  await must(station, { type: 'layer.out', layer: 'bug' });
  await expect(layer(other, 'bug')).toHaveAttribute('data-state', 'off');
  await must(station, {
    type: 'cue.edit',
    cueId,
    changes: { data: { name: 'Nikki Kaye', role: 'MP-elect' } },
  });
  await must(station, { type: 'layer.update', layer: 'lower-third' });
  const words = other.locator('[data-layer="lower-third"] iframe').first().contentFrame();
  await expect(words.getByText('MP-elect')).toBeVisible();
  await isFrozen();

  await page.reload();
  await expect(layer(page, 'lower-third')).toHaveAttribute('data-cue', 'auckland-central-flip');
  for (const name of ['lower-third', 'bug']) {
    await expect(layer(page, name)).toHaveAttribute('data-state', 'on');
  }
  // a page that has just come is on before this browser has painted it
  await expect.poll(async () => Buffer.compare((await shoot(page)).data, frozen.data)).toBe(0);

  await must(station, { type: 'output.freeze', outputId: id, on: false });
  await expect(html(page)).toHaveAttribute('data-frozen', 'false');
  await expect(layer(page, 'lower-third')).toHaveAttribute('data-cue', cueId);
  await expect(layer(page, 'lower-third')).toHaveAttribute('data-state', 'on');
  await expect(page.locator('[data-layer="lower-third"] iframe')).toHaveCount(1);
  await expect(layer(page, 'bug')).toHaveAttribute('data-state', 'off');
  const shown = await shoot(page);
  expect(unlike(shown, GREEN)).toBeGreaterThan(100_000);
  expect(Buffer.compare(shown.data, frozen.data)).not.toBe(0);
});

test('a take a moment before the output follows again has no entrance there', async ({ context, serve }) => {
  const station = await serve({ graphics: [graphics] });
  const page = await openOutput(context, station, 'program');
  await must(station, { type: 'output.freeze', outputId: 'program', on: true });
  await expect(html(page)).toHaveAttribute('data-frozen', 'true');
  await must(station, { type: 'cue.take', cueId: await makeCue(station, 'white-mover', 'lower-third') });
  await must(station, { type: 'output.freeze', outputId: 'program', on: false });
  await expect(layer(page, 'lower-third')).toHaveAttribute('data-state', 'on');
  // its entrance would carry it to the other side
  expect(at(await shoot(page), 90, 300)).toEqual(WHITE);
});

test.describe('ready', () => {
  const infoOf = async (station: ServeProcess): Promise<OutputInfo | undefined> =>
    (await station.get<{ outputs: OutputInfo[] }>('health')).outputs.find(
      ({ output }) => output === 'program',
    );
  const isReady = async (station: ServeProcess) => (await infoOf(station))?.ready ?? false;

  /** What the page said, and what was on its layers when it did. */
  async function listen(page: Page): Promise<string[]> {
    const said: string[] = [];
    page.on('websocket', (socket) =>
      socket.on('framesent', ({ payload }) => {
        const { type, report } = JSON.parse(String(payload)) as { type: string; report?: { event: string } };
        said.push(report ? report.event : type);
      }),
    );
    return Promise.resolve(said);
  }

  test('is said at once when nothing is on', async ({ page, serve }) => {
    const station = await serve();
    const said = await listen(page);
    await page.goto(`${station.addresses.outputs.program}&output=program`);
    await expect.poll(() => isReady(station)).toBe(true);
    expect(said.filter((type) => type === 'ready')).toHaveLength(1);
  });

  test('is said when what is on air is drawn, and not before', async ({ context, page, serve }) => {
    const station = await serve();
    const first = await openOutput(context, station, 'program');
    await takeOn(station, 'auckland-central-flip', 'lower-third', [first]);
    await first.close();
    const said = await listen(page);
    await page.goto(`${station.addresses.outputs.program}&output=program`);
    await expect.poll(() => said).toContain('ready');
    expect(said.indexOf('on')).toBeGreaterThan(-1);
    expect(said.indexOf('ready')).toBeGreaterThan(said.indexOf('on'));
  });

  test('does not wait for ever for a graphic that is slow', async ({ context, page, serve }) => {
    const station = await serve({ graphics: [graphics] });
    const first = await openOutput(context, station, 'program');
    await takeOn(station, await makeCue(station, 'slow-loader', 'ticker'), 'ticker', [first]);
    await first.close();
    const said = await listen(page);
    await page.goto(`${station.addresses.outputs.program}&output=program`);
    await expect.poll(() => said).toContain('ready');
    expect(said).not.toContain('on');
    await expect(layer(page, 'ticker')).toHaveAttribute('data-state', 'on');
  });

  test('is said again to a station that was restarted', async ({ page, serve }) => {
    const station = await serve();
    const said = await listen(page);
    await page.goto(`${station.addresses.outputs.program}&output=program`);
    await expect.poll(() => isReady(station)).toBe(true);
    const { port } = station;
    await station.stop();
    await expect(html(page)).toHaveAttribute('data-connection', 'lost');
    const again = await serve({ port });
    await expect.poll(() => said.filter((type) => type === 'ready').length).toBe(2);
    await expect.poll(() => isReady(again)).toBe(true);
  });
});

test('the ground is there before anything else, so nothing is ever white', async ({
  context,
  page,
  serve,
}) => {
  const station = await serve();
  const chroma = await makeOutput(station, { kind: 'chroma', colour: '#00b140' });
  const address = `${station.addresses.outputs.program}&output=${chroma}&background=%2300b140`;
  // the page with all its scripts missing
  await context.route('**/assets/*.js', (route) => route.abort());
  await page.goto(address);
  expect(unlike(await shoot(page), GREEN)).toBe(0);
  await context.unroute('**/assets/*.js');
  const frames = await screencast(page, async () => {
    await page.reload();
    await expect(html(page)).toHaveAttribute('data-connection', 'live');
  });
  for (const frame of frames) expect(unlike(pixelsOf(frame), GREEN)).toBe(0);
});
