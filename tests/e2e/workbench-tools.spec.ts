/** What the workbench does with the rest of Tallydesk: stills, the show's facts, other versions. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { PNG } from 'pngjs';
import { expect, skipInDesktop, test as base } from '../support/app.ts';
import { BenchPage } from '../support/bench-page.ts';
import { writeMover } from '../support/mover-graphic.ts';
import type { ServeProcess } from '../support/serve-process.ts';

const test = base.extend<{ station: ServeProcess }>({
  station: async ({ serve }, use) => use(await serve()),
});

skipInDesktop('the workbench is the same page there');

/** A shipped graphic that goes to any moment by itself. */
const SHIPPED = 'lower-third-flip';

test('a still of what is on the bench has its size, its step and its alpha', async ({ page, station }) => {
  const bench = await BenchPage.open(page, station.addresses.desk, SHIPPED);
  await page.getByRole('combobox', { name: 'Size' }).selectOption('1280×720');
  await bench.is('LOADED');
  const coming = page.waitForEvent('download');
  await bench.button('Still').click();
  const download = await coming;
  expect(download.suggestedFilename()).toBe(`${SHIPPED}-1.png`);
  const { width, height, data } = PNG.sync.read(await readFile(await download.path()));
  expect([width, height]).toEqual([1280, 720]);
  const alphas = new Set(data.filter((_, at) => at % 4 === 3));
  expect([Math.min(...alphas), Math.max(...alphas)]).toEqual([0, 255]);
});

test('any moment of a shipped graphic is held by its own goToTime, there and back', async ({
  page,
  station,
}) => {
  const bench = await BenchPage.open(page, station.addresses.desk, SHIPPED);
  await bench.button(/^Play/).click();
  await bench.is('ON');
  const picture = () => bench.picture('Lower third: seat changes hands').screenshot();
  const isNow = (other: Buffer) => expect.poll(async () => (await picture()).equals(other));
  const on = await picture();
  await bench.slider().fill('200');
  await isNow(on).toBe(false);
  const early = await picture();
  await bench.slider().fill('900');
  await isNow(early).toBe(false);
  await bench.slider().fill('200');
  await isNow(early).toBe(true);
});

test('a fact of the show is tried in it, and the show is as it was', async ({ page, station }) => {
  const bench = await BenchPage.open(page, station.addresses.desk, SHIPPED);
  const revision = async (): Promise<number> => (await station.get<{ revision: number }>('air')).revision;
  const before = await revision();
  await bench.button('Try a fact…').click();
  const dialog = page.getByRole('dialog', { name: 'Try a fact of the show' });
  await dialog.getByRole('searchbox').fill('kaye beat tizard');
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  await expect(page.getByText(/^Fact: .*Kaye/)).toBeVisible();
  await bench.button(/^Play/).click();
  const frame = bench.picture('Lower third: seat changes hands').locator('iframe').contentFrame();
  await expect(frame.getByText('Nikki Kaye')).toBeVisible();
  expect(await revision()).toBe(before);
});

test('two versions of one template lie over each other with the same data', async ({ page, serve }) => {
  const folder = await mkdtemp(join(tmpdir(), 'tallydesk-versions-'));
  try {
    await writeMover(folder, 'first');
    const station = await serve({ graphics: [folder] });
    await writeMover(folder, 'second', { version: '2.0.0' });
    const files = ['mover.ograf.json', 'graphic.js'].map(
      async (name) => [name, strToU8(await readFile(join(folder, 'mover', name), 'utf8'))] as const,
    );
    const imported = await fetch(`${station.addresses.api}/graphics/import?name=mover.zip`, {
      method: 'POST',
      headers: { authorization: `Bearer ${station.addresses.key}` },
      body: new Uint8Array(zipSync(Object.fromEntries(await Promise.all(files)))),
    });
    expect(imported.status, await imported.text()).toBe(200);
    await writeMover(folder, 'third', { version: '3.0.0' });
    const bench = await BenchPage.open(page, station.addresses.desk, 'mover');
    await page.getByRole('radio', { name: 'Onion skin' }).click();
    // another version of the same template is what it is compared with first
    await expect(page.getByRole('combobox', { name: 'Compare with' })).toContainText('this template');
    await bench.button(/^Play/).click();
    await expect.poll(() => bench.texts()).toEqual(['third hello 0', 'second hello 0']);
    const [a, b] = await Promise.all(
      [/^Picture of Mover$/, /^Picture of Mover .+/].map((name) =>
        page.getByRole('figure', { name }).boundingBox(),
      ),
    );
    expect(b).toEqual(a);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
