// What the viewer sees: every graphic with every fixture against its baseline, and the promises about paint.
import { expect, test } from '@playwright/test';
import { PNG } from 'pngjs';
import { safe } from '../../overlays/kit/tokens.ts';
import { fixtureNames, GraphicPage, packageIds, readJson, servePackages } from '../support/graphic-page.ts';

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

async function onAir(graphic: GraphicPage, id: string, fixture: string, step = 0): Promise<void> {
  await graphic.open(host.url, id);
  expect(await graphic.call('load', { data: readJson(id, `fixtures/${fixture}.json`) })).toMatchObject({
    statusCode: 200,
  });
  expect(await graphic.call('playAction', { goto: step, skipAnimation: true })).toMatchObject({
    statusCode: 200,
    currentStep: step,
  });
}

/** Boxes of all visible text and all plates, and the distinct font sizes on screen. */
async function measure(graphic: GraphicPage): Promise<{
  text: { words: string; left: number; top: number; right: number; bottom: number }[];
  sizes: number[];
}> {
  return graphic.page.evaluate(() => {
    const root = document.querySelector('graphic-under-test')?.shadowRoot;
    const lines = [...(root?.querySelectorAll<HTMLElement>('.line > .t') ?? [])].filter(
      (line) => line.textContent !== '' && line.getClientRects().length > 0,
    );
    const text = lines.map((line) => {
      const range = document.createRange();
      range.selectNodeContents(line);
      const { left, top, right, bottom } = range.getBoundingClientRect();
      return { words: line.textContent, left, top, right, bottom };
    });
    const sizes = [...new Set(lines.map((line) => Number.parseFloat(getComputedStyle(line).fontSize)))];
    return { text, sizes };
  });
}

for (const id of packageIds()) {
  const steps = id === 'seat-arc' ? [0, 1] : [0];
  test.describe(id, () => {
    for (const fixture of fixtureNames(id))
      for (const step of steps)
        test(`${fixture}, step ${step}`, async ({ page }) => {
          const graphic = new GraphicPage(page);
          await onAir(graphic, id, fixture, step);
          const { text, sizes } = await measure(graphic);
          for (const box of text) {
            expect(box.words).not.toMatch(/undefined|null|NaN|\[object/);
            expect(box.left, box.words).toBeGreaterThanOrEqual(safe.title.left);
            expect(box.top, box.words).toBeGreaterThanOrEqual(safe.title.top);
            expect(box.right, box.words).toBeLessThanOrEqual(safe.title.right);
            expect(box.bottom, box.words).toBeLessThanOrEqual(safe.title.bottom);
          }
          expect(sizes.length, `sizes ${sizes.join(', ')}`).toBeLessThanOrEqual(3);
          expect(Math.min(...sizes)).toBeGreaterThanOrEqual(28);
          expect(await graphic.shot()).toMatchSnapshot(`${id}-${fixture}-${step}.png`, {
            threshold: 0.02,
            maxDiffPixelRatio: 0.001,
          });
          expect(graphic.errors).toEqual([]);
        });

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
      await onAir(graphic, id, 'usual');
      const before = await graphic.shot();
      const field = String(
        (readJson(id, `${id}.ograf.json`)['schema'] as { required: string[] }).required[0],
      );
      const empty = await graphic.call('updateAction', { data: { [field]: '' } });
      expect(empty.statusCode).toBe(422);
      expect(empty.statusMessage).toContain(field);
      expect(
        await graphic.call('updateAction', { data: { [field]: 'Panmure-Ōtāhuhu '.repeat(40) } }),
      ).toMatchObject({
        statusCode: 422,
      });
      expect((await graphic.shot()).equals(before)).toBe(true);
    });

    test('an entrance and a cut end in the same picture, and then nothing moves', async ({ page }) => {
      const graphic = new GraphicPage(page);
      await onAir(graphic, id, 'usual');
      const cut = await graphic.shot();
      await graphic.call('stopAction', { skipAnimation: true });
      await graphic.call('playAction');
      expect((await graphic.shot()).equals(cut)).toBe(true);
      const running = await page.evaluate(
        () => document.querySelector('graphic-under-test')?.shadowRoot?.getAnimations().length,
      );
      expect(running).toBe(0);
    });
  });
}
