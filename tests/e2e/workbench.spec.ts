/** The designer's page: a graphic is played, held, slowed, compared, measured and reloaded, and nothing reaches air. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, skipInDesktop, test as base } from '../support/app.ts';
import { BenchPage } from '../support/bench-page.ts';
import { breakMover, MOVE_MS, writeMover } from '../support/mover-graphic.ts';
import type { ServeProcess } from '../support/serve-process.ts';

interface Fixtures {
  folder: string;
  station: ServeProcess;
  bench: BenchPage;
}

const test = base.extend<Fixtures>({
  folder: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'tallydesk-mover-'));
    await writeMover(folder, 'first');
    await use(folder);
    await rm(folder, { recursive: true, force: true });
  },
  station: async ({ serve, folder }, use) => use(await serve({ graphics: [folder] })),
  bench: async ({ page, station }, use) => use(await BenchPage.open(page, station.addresses.desk, 'mover')),
});

skipInDesktop('it needs a station with a folder of its own');

test('a graphic is opened from the gallery, played through its steps, updated and taken out', async ({
  page,
  station,
}) => {
  const revision = async (): Promise<number> => {
    const answer = await fetch(`${station.addresses.api}/health`, headers(station));
    return ((await answer.json()) as { revision: number }).revision;
  };
  const before = await revision();
  await BenchPage.open(page, station.addresses.desk, null);
  await page.getByRole('searchbox', { name: 'Filter templates' }).fill('mover');
  await page.getByRole('link', { name: 'Open Mover, sample data' }).click();
  const bench = new BenchPage(page);
  await bench.is('LOADED');

  await page.keyboard.press('p');
  await bench.is('step 1');
  await bench.is('ON');
  await page.keyboard.press('ArrowRight');
  await bench.is('step 2');
  await page.getByRole('radio', { name: 'Go to step 3' }).click();
  await bench.is('step 3');
  await expect(bench.button(/^Continue/)).toBeDisabled();

  await page.getByRole('textbox', { name: 'Text' }).fill('kia ora');
  await page.keyboard.press('Enter');
  await expect.poll(() => bench.text()).toBe('first kia ora 2');
  await bench.button(/^Out/).click();
  await bench.is('nothing shown');

  const calls = page.getByRole('table');
  await expect(calls).toContainText('play, step 3');
  await expect(calls.getByRole('row', { name: /play, step 1/ })).toContainText(`${MOVE_MS} ms`);
  // a designer may play what they like: the show and air are as they were
  expect(await revision()).toBe(before);
});

const headers = ({ addresses }: ServeProcess): RequestInit => ({
  headers: { authorization: `Bearer ${addresses.key}` },
});

test('any moment of a movement is held, whatever moves it, and found again', async ({ page, bench }) => {
  await bench.button(/^Play/).click();
  await bench.is('ON');
  const hold = async (ms: number): Promise<[number, number]> => {
    await bench.slider().fill(String(ms));
    await expect.poll(async () => Math.abs((await bench.boxes())[0] - ms)).toBeLessThan(2);
    return bench.boxes();
  };
  const [animated, scripted] = await hold(400);
  expect(Math.abs(animated - 400)).toBeLessThan(2);
  // a script is drawn frame by frame
  expect(Math.abs(scripted - 400)).toBeLessThan(20);
  const first = await bench.picture('Mover').screenshot();
  await hold(800);
  await hold(400);
  await expect(bench.slider()).toHaveAttribute('aria-valuetext', '400 ms');
  const again = await bench.picture('Mover').screenshot();
  expect(again.equals(first)).toBe(true);

  // and from there its time goes on
  await page.getByRole('radio', { name: '1:1' }).click();
  await expect.poll(async () => (await bench.boxes())[1]).toBe(MOVE_MS);
});

test('slow motion slows animations and scripts alike', async ({ page, bench }) => {
  await page.getByRole('radio', { name: '1/10' }).click();
  await bench.button(/^Play/).click();
  await bench.is('COMING');
  const ratios = await bench.frame().evaluate(async () => {
    const root = document.querySelector('tally-graphic')?.firstElementChild?.shadowRoot;
    const animation = root?.getAnimations()[0];
    await animation?.ready;
    // an event's time is the browser's own, whatever clock scripts are given
    const read = (): number[] => [
      Number(document.timeline.currentTime),
      Number(animation?.currentTime),
      new Event('now').timeStamp,
      performance.now(),
    ];
    const [t0 = 0, a0 = 0, r0 = 0, s0 = 0] = read();
    // thirty milliseconds of the slow clock
    await new Promise((resolve) => setTimeout(resolve, 30));
    const [t1 = 0, a1 = 0, r1 = 0, s1 = 0] = read();
    return [(a1 - a0) / (t1 - t0), (s1 - s0) / (r1 - r0)];
  });
  for (const ratio of ratios) expect(Math.abs(ratio - 0.1)).toBeLessThan(0.01);
  await page.getByRole('radio', { name: 'Held' }).click();
  const held = await bench.boxes();
  await page.waitForTimeout(200);
  expect(await bench.boxes()).toEqual(held);
});

test('a custom action is sent with its payload, and its result is shown', async ({ page, bench }) => {
  await bench.button('Tint…').click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Colour' }).fill('#123456');
  await page.keyboard.press('Enter');
  await dialog.getByRole('button', { name: 'Send “Tint”' }).click();
  await expect(page.getByRole('row', { name: /action tint/ })).toContainText('#123456');
});

test('data is typed as JSON, with what is wrong by its line', async ({ page, bench }) => {
  await bench.button(/^Play/).click();
  await page.getByRole('tab', { name: 'JSON' }).click();
  const editor = page.getByRole('textbox', { name: 'Data as JSON' });
  await editor.fill('{\n  "text": "typed"\n}');
  await expect.poll(() => bench.text()).toBe('first typed 0');
  await editor.fill('{\n  "text": "typed",\n}');
  await expect(page.getByText(/^Line 3:/)).toBeVisible();
  await editor.fill(`{\n  "text": "${'x'.repeat(41)}"\n}`);
  await expect(page.getByText(/^Line 2: Text/)).toBeVisible();
});

test('two graphics stand side by side or over each other, and move together', async ({ page, bench }) => {
  await page.getByRole('radio', { name: 'Side by side' }).click();
  await page.getByRole('combobox', { name: 'Compare with' }).selectOption('Corner bug: votes counted');
  await expect(bench.picture('Corner bug: votes counted')).toBeVisible();
  await expect.poll(() => bench.frames().length).toBe(2);
  await bench.button(/^Play/).click();
  await bench.is('ON');
  const other = page.getByRole('region', { name: 'Calls of Corner bug: votes counted' }).first();
  await expect(other).toContainText('play, step 1');

  const alone = await bench.picture('Mover').screenshot();
  await page.getByRole('radio', { name: 'Onion skin' }).click();
  await page.getByRole('slider', { name: 'Opacity of the other' }).fill('60');
  const [a, b] = await Promise.all([
    bench.picture('Mover').boundingBox(),
    bench.picture('Corner bug: votes counted').boundingBox(),
  ]);
  expect(b).toEqual(a);
  expect((await bench.picture('Mover').screenshot()).equals(alone)).toBe(false);
});

test('the graphic gets as many pixels as it is told', async ({ page, bench }) => {
  await page.getByRole('combobox', { name: 'Size' }).selectOption('3840×2160');
  await bench.is('LOADED');
  await expect.poll(() => bench.size()).toEqual([3840, 3840]);
});

test('the checker says what is wrong with a package, by file and field', async ({ page, folder, serve }) => {
  await writeMover(folder, 'first', {
    schema: {
      type: 'object',
      properties: { text: { type: 'string', title: 'Text', gddType: 'hologram', default: 'hello' } },
    },
  });
  const { addresses } = await serve({ graphics: [folder] });
  await BenchPage.open(page, addresses.desk, 'mover');
  await page.getByRole('tab', { name: 'Check' }).click();
  const report = page.getByRole('region', { name: 'Package' });
  await expect(report).toContainText('hologram');
  await expect(report).toContainText('mover.ograf.json');
});

test('a saved file shows with the same data and step, and a broken one leaves the last good', async ({
  page,
  bench,
  folder,
}) => {
  await page.getByRole('textbox', { name: 'Text' }).fill('kept');
  await page.keyboard.press('Enter');
  await bench.button(/^Play/).click();
  await bench.is('ON');
  await bench.button(/^Continue/).click();
  await bench.is('step 2');
  await writeMover(folder, 'second');
  await expect.poll(() => bench.text()).toBe('second kept 1');
  await bench.is('step 2');

  await breakMover(folder);
  await expect(page.getByRole('alert')).toContainText('the last good version stays');
  expect(await bench.text()).toBe('second kept 1');
  await writeMover(folder, 'third');
  await expect.poll(() => bench.text()).toBe('third kept 1');
  await expect(page.getByRole('alert')).toHaveCount(0);
});

test('everything on it has a role and a name', async ({ page, bench, station }) => {
  await bench.button(/^Play/).click();
  await bench.is('ON');
  const onBench = await new AxeBuilder({ page }).exclude('iframe').analyze();
  expect(onBench.violations).toEqual([]);
  await BenchPage.open(page, station.addresses.desk, null);
  await expect(page.getByRole('link', { name: 'Open Mover, sample data' })).toBeVisible();
  const inGallery = await new AxeBuilder({ page }).exclude('iframe').analyze();
  expect(inGallery.violations).toEqual([]);
});

test('without the key there is no workbench', async ({ page, station }) => {
  const answer = await page.goto(station.addresses.desk.replace(/\/desk.*/, '/workbench'));
  expect(answer?.status()).toBe(401);
});
