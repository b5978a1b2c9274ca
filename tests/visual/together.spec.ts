// What may be up at once keeps out of each other's way: arc, lower third, ticker and bug, in every shipped theme.
import { expect, test, type Page } from '@playwright/test';
import { THEMES } from '../../core/themes.ts';
import { themeData } from '../../core/theme.ts';
import { GraphicPage, packageIds, readJson, servePackages } from '../support/graphic-page.ts';

let host: Awaited<ReturnType<typeof servePackages>>;

test.beforeAll(async () => {
  host = await servePackages();
});
test.afterAll(() => host.close());

/** px at 1920x1080. */
interface Box {
  what: string;
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** Puts a graphic on air over those that are there. */
const mount = (page: Page, id: string, data: Record<string, unknown>): Promise<number[]> =>
  page.evaluate(
    async ([graphic, given]) => {
      const name = `under-test-${graphic}`;
      const module = (await import(`/${graphic}/graphic.js`)) as { default: CustomElementConstructor };
      if (!customElements.get(name)) customElements.define(name, module.default);
      const element = document.createElement(name) as HTMLElement &
        Record<'load' | 'playAction', (p: unknown) => Promise<{ statusCode: number }>>;
      element.id = graphic;
      document.getElementById(graphic)?.remove();
      document.body.append(element);
      const loaded = await element.load({ data: given });
      return [loaded.statusCode, (await element.playAction({ skipAnimation: true })).statusCode];
    },
    [id, data] as const,
  );

/** What a graphic covers, and where it has text or seats. */
const boxes = (page: Page, id: string): Promise<{ whole: Box[]; parts: Box[] }> =>
  page.evaluate((graphic) => {
    const scene = document.getElementById(graphic)?.shadowRoot?.querySelector('.scene:not(.past)');
    const boxOf = (element: Element): Box => {
      const { left, top, right, bottom } = element.getBoundingClientRect();
      return { what: `${graphic}: ${element.textContent || element.className}`, left, top, right, bottom };
    };
    return {
      whole: [...(scene?.children ?? [])].map(boxOf),
      parts: [...(scene?.querySelectorAll('.line > .t, .tick, circle, .swatch') ?? [])].map(boxOf),
    };
  }, id);

const meet = (a: Box, b: Box): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/** The pairs of boxes, one from each list, that lie over each other. */
const clashes = (some: Box[], others: Box[]): string[] =>
  some.flatMap((a) => others.filter((b) => meet(a, b)).map((b) => `${a.what} × ${b.what}`));

const usual = (id: string, theme: (typeof THEMES)[number], more: object = {}) => ({
  ...readJson(id, 'fixtures/usual.json'),
  ...more,
  theme: themeData(theme),
});

const OPEN = ['count-bug', 'logo-bug'] as const;
const STRAPS = packageIds().filter((id) => id.startsWith('lower-third-'));

for (const theme of THEMES)
  test.describe(theme.name, () => {
    test('an arc over a lower third, a ticker and a bug', async ({ page }) => {
      await page.goto(host.url);
      const arc = { ...readJson('seat-arc', 'fixtures/above.json'), theme: themeData(theme) };
      expect(await mount(page, 'seat-arc', arc)).toEqual([200, 200]);
      expect(await mount(page, 'ticker', usual('ticker', theme))).toEqual([200, 200]);
      const [above, ticker] = [await boxes(page, 'seat-arc'), await boxes(page, 'ticker')];
      expect(above.whole.length * above.parts.length * ticker.whole.length).toBeGreaterThan(0);
      expect(clashes(above.whole, ticker.whole)).toEqual([]);
      for (const id of [...STRAPS, 'seat-tally']) {
        expect(await mount(page, id, usual(id, theme))).toEqual([200, 200]);
        const strap = await boxes(page, id);
        expect(strap.whole.length).toBeGreaterThan(0);
        expect(clashes(strap.whole, [...above.whole, ...ticker.whole])).toEqual([]);
      }
      for (const id of OPEN) {
        expect(await mount(page, id, usual(id, theme))).toEqual([200, 200]);
        const bug = await boxes(page, id);
        expect(bug.whole.length).toBeGreaterThan(0);
        // it hangs on the corner of the panel, which is kept free for it
        expect(clashes(bug.whole, [...above.parts, ...ticker.whole])).toEqual([]);
      }
    });

    test('a whole arc over a ticker, with a bug, whatever it says', async ({ page }) => {
      const graphic = new GraphicPage(page);
      await page.goto(host.url);
      await mount(page, 'ticker', usual('ticker', theme));
      const ticker = await boxes(page, 'ticker');
      for (const id of OPEN) await mount(page, id, usual(id, theme));
      const bugs = [...(await boxes(page, OPEN[0])).whole, ...(await boxes(page, OPEN[1])).whole];
      expect(bugs.length).toBe(2);
      for (const fixture of ['usual', 'leading', 'longest', 'extreme']) {
        const data = { ...readJson('seat-arc', `fixtures/${fixture}.json`), theme: themeData(theme) };
        expect(await mount(page, 'seat-arc', data)).toEqual([200, 200]);
        const arc = await boxes(page, 'seat-arc');
        expect(clashes(arc.whole, ticker.whole), fixture).toEqual([]);
        expect(clashes(arc.parts, bugs), fixture).toEqual([]);
      }
      expect(graphic.errors).toEqual([]);
    });
  });
