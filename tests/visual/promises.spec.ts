// What every graphic promises about paint, refusals and its entrance.
import { expect, test } from '@playwright/test';
import { PNG } from 'pngjs';
import { GraphicPage, packageIds, readJson, servePackages } from '../support/graphic-page.ts';

let host: Awaited<ReturnType<typeof servePackages>>;

test.beforeAll(async () => {
  host = await servePackages();
});
test.afterAll(() => host.close());

/** Number of pixels that are not fully transparent. */
function painted(png: Buffer): number {
  const { data } = PNG.sync.read(png);
  let count = 0;
  for (let i = 3; i < data.length; i += 4) if (data[i] !== 0) count += 1;
  return count;
}

async function onAir(graphic: GraphicPage, id: string): Promise<void> {
  await graphic.open(host.url, id);
  await graphic.call('load', { data: readJson(id, 'fixtures/usual.json') });
  expect(await graphic.call('playAction', { skipAnimation: true })).toMatchObject({ statusCode: 200 });
}

for (const id of packageIds())
  test.describe(id, () => {
    test('paints nothing before play and nothing after stop', async ({ page }) => {
      const graphic = new GraphicPage(page);
      await graphic.open(host.url, id);
      await graphic.call('load', { data: readJson(id, 'fixtures/usual.json') });
      expect(painted(await graphic.shot())).toBe(0);
      await graphic.call('playAction');
      expect(painted(await graphic.shot())).toBeGreaterThan(10_000);
      await graphic.call('stopAction');
      expect(painted(await graphic.shot())).toBe(0);
      await graphic.call('dispose');
      expect(graphic.errors).toEqual([]);
    });

    test('refused data leaves the picture as it was', async ({ page }) => {
      const graphic = new GraphicPage(page);
      await onAir(graphic, id);
      const before = await graphic.shot();
      const field = String(
        (readJson(id, `${id}.ograf.json`)['schema'] as { required: string[] }).required[0],
      );
      const empty = await graphic.call('updateAction', { data: { [field]: '' } });
      expect(empty.statusCode).toBe(422);
      expect(empty.statusMessage).toContain(field);
      expect(
        await graphic.call('updateAction', { data: { [field]: 'Panmure-Ōtāhuhu '.repeat(80) } }),
      ).toMatchObject({
        statusCode: 422,
      });
      expect((await graphic.shot()).equals(before)).toBe(true);
    });

    test('an entrance and a cut end in the same picture, and then nothing moves', async ({ page }) => {
      const graphic = new GraphicPage(page);
      await onAir(graphic, id);
      const cut = await graphic.shot();
      await graphic.call('stopAction', { skipAnimation: true });
      await graphic.call('playAction');
      expect((await graphic.shot()).equals(cut)).toBe(true);
      // what goes on by design, as a crawl does, has no end
      const running = await page.evaluate(
        () =>
          document
            .querySelector('graphic-under-test')
            ?.shadowRoot?.getAnimations()
            .filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity).length,
      );
      expect(running).toBe(0);
    });
  });
