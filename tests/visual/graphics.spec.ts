// What the viewer sees: every graphic with every fixture in every shipped theme against its baseline.
// The first theme in full size; the others at 1280x720, the smallest frame that the graphics are made for: scaled
// drawing is tested with them, and their pictures stay small. One page serves a graphic in a theme.
import { expect, test, type Page } from '@playwright/test';
import { THEMES } from '../../core/themes.ts';
import { themeData } from '../../core/theme.ts';
import { safe } from '../../overlays/kit/tokens.ts';
import { fixtureNames, GraphicPage, packageIds, readJson, servePackages } from '../support/graphic-page.ts';

let host: Awaited<ReturnType<typeof servePackages>>;

test.beforeAll(async () => {
  host = await servePackages();
});
test.afterAll(() => host.close());

/** Boxes of all visible text in px at 1920x1080, and the distinct font sizes on screen. */
async function measure(graphic: GraphicPage): Promise<{
  text: { words: string; left: number; top: number; right: number; bottom: number }[];
  sizes: number[];
}> {
  return graphic.page.evaluate(() => {
    const root = document.querySelector('graphic-under-test')?.shadowRoot;
    const k = 1920 / innerWidth;
    const lines = [...(root?.querySelectorAll<HTMLElement>('.line > .t') ?? [])].filter(
      (line) => line.textContent !== '' && line.getClientRects().length > 0,
    );
    const text = lines.flatMap((line) => {
      const range = document.createRange();
      range.selectNodeContents(line);
      const { left, top, right, bottom } = range.getBoundingClientRect();
      // what waits outside a window is not seen, and what is half in it ends at its edge
      const window = line.closest('.window')?.getBoundingClientRect();
      if (window && (left >= window.right || top >= window.bottom || bottom <= window.top)) return [];
      const end = Math.min(right, window?.right ?? right);
      return [{ words: line.textContent, left: left * k, top: top * k, right: end * k, bottom: bottom * k }];
    });
    const sizes = [...new Set(lines.map((line) => Number.parseFloat(getComputedStyle(line).fontSize)))];
    return { text, sizes };
  });
}

async function check(graphic: GraphicPage): Promise<void> {
  const { text, sizes } = await measure(graphic);
  expect(text.length).toBeGreaterThan(0);
  for (const box of text) {
    expect(box.words).not.toMatch(/undefined|null|NaN|\[object/);
    expect(box.left, box.words).toBeGreaterThanOrEqual(safe.title.left - 0.1);
    expect(box.top, box.words).toBeGreaterThanOrEqual(safe.title.top - 0.1);
    expect(box.right, box.words).toBeLessThanOrEqual(safe.title.right + 0.1);
    expect(box.bottom, box.words).toBeLessThanOrEqual(safe.title.bottom + 0.1);
  }
  expect(sizes.length, `sizes ${sizes.join(', ')}`).toBeLessThanOrEqual(3);
  expect(Math.min(...sizes)).toBeGreaterThanOrEqual(28);
}

/** Steps of a graphic; a dynamic one is looked at in its first. */
const stepsOf = (id: string): number[] => {
  const count = Number(readJson(id, `${id}.ograf.json`)['stepCount'] ?? 1);
  return Array.from({ length: Math.max(1, count) }, (_, step) => step);
};

for (const id of packageIds())
  THEMES.forEach((theme, place) => {
    const first = place === 0;
    test.describe(`${id}, ${theme.name}`, () => {
      let page: Page;
      let graphic: GraphicPage;

      test.beforeAll(async ({ browser }) => {
        page = await browser.newPage();
        graphic = new GraphicPage(page);
        await graphic.open(host.url, id, first ? 1920 : 1280);
      });
      test.afterAll(() => page.close());

      for (const fixture of fixtureNames(id))
        // what a theme does to a later step it does to that of the usual data
        for (const step of first || fixture === 'usual' ? stepsOf(id) : [0])
          test(`${fixture}, step ${step}`, async () => {
            const data = { ...readJson(id, `fixtures/${fixture}.json`), theme: themeData(theme) };
            expect(await graphic.call('load', { data })).toMatchObject({ statusCode: 200 });
            expect(await graphic.call('playAction', { goto: step, skipAnimation: true })).toMatchObject({
              statusCode: 200,
              currentStep: step,
            });
            await check(graphic);
            const name = `${id}-${fixture}-${step}.png`;
            expect(await graphic.shot()).toMatchSnapshot(first ? name : [theme.id, name], {
              threshold: 0.02,
              maxDiffPixelRatio: 0.001,
            });
            expect(graphic.errors).toEqual([]);
          });
    });
  });
