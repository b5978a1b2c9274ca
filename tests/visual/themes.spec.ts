// What a theme may do on air: change in place, be wrong, be missing its manners; and text of other scripts.
import { expect, test } from '@playwright/test';
import { THEMES } from '../../core/themes.ts';
import { themeData } from '../../core/theme.ts';
import { GraphicPage, readJson, servePackages } from '../support/graphic-page.ts';

let host: Awaited<ReturnType<typeof servePackages>>;

test.beforeAll(async () => {
  host = await servePackages();
});
test.afterAll(() => host.close());

const ID = 'lower-third-name';
const [harbour, kereru] = THEMES.map(themeData);

async function shown(graphic: GraphicPage, data: Record<string, unknown>, id = ID): Promise<Buffer> {
  expect(await graphic.call('load', { data })).toMatchObject({ statusCode: 200 });
  expect(await graphic.call('playAction', { skipAnimation: true })).toMatchObject({ statusCode: 200 });
  return graphic.shot().then((shot) => {
    expect(graphic.errors, id).toEqual([]);
    return shot;
  });
}

test('no theme, and a theme in which all is wrong, look like Harbour', async ({ page }) => {
  const graphic = new GraphicPage(page);
  await graphic.open(host.url, ID);
  const data = readJson(ID, 'fixtures/usual.json');
  const expected = await shown(graphic, { ...data, theme: harbour });
  expect((await shown(graphic, data)).equals(expected)).toBe(true);
  const wrong = {
    colours: { ground: 'navy', text: 7, muted: null, accent: '#fff' },
    fonts: { text: 'comic-sans', figures: {} },
    corner: 400,
    density: 'roomy',
    mark: [],
    caps: 'yes',
  };
  for (const theme of [wrong, 'harbour', 12, null, []])
    expect((await shown(graphic, { ...data, theme })).equals(expected)).toBe(true);
});

test('a new theme takes over in place, with its own fonts, and ends as if it had been there', async ({
  page,
}) => {
  const graphic = new GraphicPage(page);
  await graphic.open(host.url, ID);
  const data = readJson(ID, 'fixtures/usual.json');
  await shown(graphic, data);
  expect(
    await page.evaluate(() => [
      ...new Set([...document.fonts].map(({ family }) => family.replaceAll('"', ''))),
    ]),
  ).toEqual(['Tallydesk Archivo']);
  expect(await graphic.call('updateAction', { data: { theme: kereru } })).toMatchObject({ statusCode: 200 });
  const changed = await graphic.shot();
  expect(changed.equals(await shown(graphic, { ...data, theme: kereru }))).toBe(true);
});

test('updates come in their order, though the fonts of one have to be waited for', async ({ page }) => {
  const graphic = new GraphicPage(page);
  await graphic.open(host.url, ID);
  await shown(graphic, readJson(ID, 'fixtures/usual.json'));
  const words = await page.evaluate(async (theme) => {
    const element = document.querySelector('graphic-under-test') as HTMLElement & {
      updateAction: (p: unknown) => Promise<unknown>;
    };
    await Promise.all([
      element.updateAction({ data: { name: 'First', theme } }),
      element.updateAction({ data: { name: 'Second' } }),
    ]);
    return element.shadowRoot?.querySelector('[data-k="name"]')?.textContent;
  }, kereru);
  expect(words).toBe('Second');
});

test('the answers say how each text was set', async ({ page }) => {
  const graphic = new GraphicPage(page);
  await graphic.open(host.url, ID);
  const data = readJson(ID, 'fixtures/usual.json');
  const name = async (value: string): Promise<unknown> => {
    const { result } = await graphic.call('updateAction', { data: { ...data, name: value } });
    return result?.v_fit.find(({ field }) => field === 'name');
  };
  expect(await name('Chris Hipkins')).toEqual({ field: 'name', lines: 1, width: 94, size: 76, tight: false });
  expect(await name('Panmure-Ōtāhuhu Panmure-Ōtāhuhu Rangitāne')).toMatchObject({ lines: 1, tight: true });
  expect(await name('Panmure-Ōtāhuhu '.repeat(5))).toMatchObject({ lines: 2, tight: true });
});

test('names that run from right to left keep to their line, and turn nothing around them', async ({
  page,
}) => {
  const graphic = new GraphicPage(page);
  await graphic.open(host.url, 'lower-third-electorate');
  const data = readJson('lower-third-electorate', 'fixtures/usual.json');
  await shown(graphic, { ...data, name: 'גולריז גהרמן', opponent: 'إبراهيم عمر' }, 'lower-third-electorate');
  const lines = await page.evaluate(() => {
    const root = document.querySelector('graphic-under-test')?.shadowRoot;
    /** Where a part of a line's text is, from its left. */
    const at = (key: string, part: string): { left: number; right: number } => {
      const text = root?.querySelector(`[data-k="${key}"] > .t`)?.firstChild;
      const from = text?.textContent?.indexOf(part) ?? -1;
      if (!text || from < 0) throw new Error(`no ${part} in ${key}`);
      const range = document.createRange();
      range.setStart(text, from);
      range.setEnd(text, from + part.length);
      return range.getBoundingClientRect();
    };
    const plate = root?.querySelector('.body')?.getBoundingClientRect();
    return {
      plate: { left: plate?.left ?? 0, right: plate?.right ?? 0 },
      name: at('leader', 'גולריז').left,
      surname: at('leader', 'גהרמן').left,
      ahead: at('versus', 'ahead of').left,
      opponent: at('versus', 'إبراهيم عمر').left,
      party: at('versus', 'Labour').left,
      end: at('versus', 'Labour').right,
    };
  });
  // the name runs leftwards, the sentence around the opponent's rightwards
  expect(lines.name).toBeGreaterThan(lines.surname);
  expect(lines.opponent).toBeGreaterThan(lines.ahead);
  expect(lines.party).toBeGreaterThan(lines.opponent);
  expect(lines.surname).toBeGreaterThan(lines.plate.left);
  expect(lines.end).toBeLessThan(lines.plate.right);
});

test('draws in a frame of any size, in the middle, and follows when it changes', async ({ page }) => {
  const graphic = new GraphicPage(page);
  await graphic.open(host.url, ID, 3840);
  await shown(graphic, readJson(ID, 'fixtures/usual.json'));
  const box = () =>
    page.evaluate(() => {
      const plate = document.querySelector('graphic-under-test')?.shadowRoot?.querySelector('.body');
      const { left = 0, bottom = 0 } = plate?.getBoundingClientRect() ?? {};
      return [left, bottom];
    });
  expect(await box()).toEqual([160, 1904]);
  await page.setViewportSize({ width: 1280, height: 920 });
  await expect.poll(async () => (await box()).map(Math.round)).toEqual([53, 735]);
});
