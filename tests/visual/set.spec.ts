// How the boards, the ticker and the logo bug behave on air: pages, a new order, a new list, a new minute.
import { expect, test, type Page } from '@playwright/test';
import { GraphicPage, readJson, servePackages } from '../support/graphic-page.ts';

let host: Awaited<ReturnType<typeof servePackages>>;

test.beforeAll(async () => {
  host = await servePackages();
});
test.afterAll(() => host.close());

async function onAir(page: Page, id: string, fixture: string, more: object = {}): Promise<GraphicPage> {
  const graphic = new GraphicPage(page);
  await graphic.open(host.url, id);
  const data = { ...readJson(id, `fixtures/${fixture}.json`), ...more };
  expect(await graphic.call('load', { data })).toMatchObject({ statusCode: 200 });
  expect(await graphic.call('playAction', { skipAnimation: true })).toMatchObject({ statusCode: 200 });
  return graphic;
}

/** The words of a line of the picture, by its key. */
const words = (page: Page, key: string): Promise<string | undefined> =>
  page.evaluate(
    (k) =>
      document.querySelector('graphic-under-test')?.shadowRoot?.querySelector(`[data-k="${k}"]`)?.textContent,
    key,
  );

test('a race board goes through its pages, and off after the last', async ({ page }) => {
  const graphic = await onAir(page, 'race-board', 'extreme');
  const pages = [await words(page, 'aside')];
  for (const step of [1, 2]) {
    expect(await graphic.call('playAction', { skipAnimation: true })).toMatchObject({ currentStep: step });
    pages.push(await words(page, 'aside'));
  }
  expect(pages).toEqual(['1 of 3', '2 of 3', '3 of 3']);
  // fewer races while its last page is up: the last page there is, and the board knows that it is there
  const { races } = readJson('race-board', 'fixtures/extreme.json') as { races: object[] };
  await graphic.call('updateAction', { data: { races: races.slice(0, 12) }, skipAnimation: true });
  expect(await words(page, 'aside')).toBe('2 of 2');
  expect((await graphic.call('playAction')).currentStep).toBeUndefined();
});

test('rows of a vote share glide to their new order, and figures go from one true value to the next', async ({
  page,
}) => {
  const graphic = await onAir(page, 'vote-share', 'tie');
  const data = readJson('vote-share', 'fixtures/tie.json');
  const parties = structuredClone(data['parties']) as { share: number }[];
  if (parties[1] && parties[0]) [parties[0].share, parties[1].share] = [39, 41];
  const seen = await page.evaluate(async (next) => {
    const element = document.querySelector('graphic-under-test') as HTMLElement & {
      updateAction: (p: unknown) => Promise<unknown>;
    };
    const done = element.updateAction({ data: { parties: next } });
    const properties = new Set<string>();
    for (const { effect } of element.shadowRoot?.getAnimations() ?? [])
      for (const frame of (effect as KeyframeEffect).getKeyframes())
        for (const name of Object.keys(frame))
          if (!['offset', 'computedOffset', 'easing', 'composite'].includes(name)) properties.add(name);
    const shown = new Set<string>();
    let over = false;
    void done.then(() => {
      over = true;
    });
    while (!over) {
      for (const text of element.shadowRoot?.querySelectorAll('[data-k="p-labour-share"] .t') ?? [])
        shown.add(text.textContent);
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
    return { properties: [...properties].sort(), shown: [...shown].sort() };
  }, parties);
  expect(seen).toEqual({ properties: ['opacity', 'transform'], shown: ['40.0%', '41.0%'] });
  const first = await page.evaluate(
    () => document.querySelector('graphic-under-test')?.shadowRoot?.querySelector('.name')?.textContent,
  );
  expect(first).toBe('Labour');
  expect(graphic.errors).toEqual([]);
});

/** The item that is in the ticker's window, by its words. */
const inWindow = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const root = document.querySelector('graphic-under-test')?.shadowRoot;
    const window = root?.querySelector('.scene:not(.past) .window')?.getBoundingClientRect();
    return [...(root?.querySelectorAll('.scene:not(.past) .item') ?? [])].flatMap((item) => {
      const { left, right, top, bottom } = item.getBoundingClientRect();
      const inside =
        window &&
        left < window.right &&
        right > window.left &&
        top < window.bottom - 1 &&
        bottom > window.top + 1;
      return inside ? [`${item.querySelector('.words')?.textContent} at ${Math.round(left)}`] : [];
    });
  });

const list = (...items: string[]) => items.map((text) => ({ text }));
const at = (timestamp: number, type: string, params: object = {}) => ({
  timestamp,
  action: { type, params },
});

test('a new list of a flipping ticker takes over at the next item, and nothing starts anew', async ({
  page,
}) => {
  const data = { items: list('one', 'two', 'three'), hold: 4, heading: '' };
  const graphic = await onAir(page, 'ticker', 'one', data);
  const schedule = [at(0, 'playAction'), at(5000, 'updateAction', { data: { items: list('new', 'newer') } })];
  await graphic.call('setActionsSchedule', { schedule });
  const shown: string[] = [];
  for (const timestamp of [1000, 4500, 5500, 7000, 8500, 12_500, 16_500]) {
    await graphic.call('goToTime', { timestamp });
    shown.push((await inWindow(page)).join());
  }
  expect(shown.map((item) => item.split(' at ')[0])).toEqual([
    'one',
    'two',
    'two',
    'two',
    'new',
    'newer',
    'new',
  ]);
});

test('what scrolls moves on when the list changes, and the new items come in after it', async ({ page }) => {
  const items = list(
    'the first of three items that scroll',
    'the second of them',
    'and the third one of them here',
  );
  const graphic = await onAir(page, 'ticker', 'one', {
    items: [...items, ...items.map(({ text }) => ({ text: `again ${text}` }))],
    mode: 'scroll',
  });
  const update = at(6000, 'updateAction', {
    data: { items: list('x'.repeat(60), 'y'.repeat(60), 'z'.repeat(60)) },
  });
  await graphic.call('setActionsSchedule', { schedule: [at(0, 'playAction'), update] });
  const look = async (timestamp: number): Promise<string[]> => {
    await graphic.call('goToTime', { timestamp });
    return inWindow(page);
  };
  const [before, after, later] = [await look(5999.9), await look(6000.1), await look(16_000)];
  expect(before.length).toBeGreaterThan(1);
  expect(after).toEqual(before);
  expect(later.join()).toContain('xxx');
});

test('a ticker that is refused a list keeps the one it has', async ({ page }) => {
  const graphic = await onAir(page, 'ticker', 'usual');
  const before = await inWindow(page);
  const long = await graphic.call('updateAction', { data: { items: list('Ōtāhuhu '.repeat(20)) } });
  expect(long.statusCode).toBe(422);
  expect(long.statusMessage).toContain('items.0.text');
  expect(await inWindow(page)).toEqual(before);
});

test('only transform moves in a ticker, and a single item does not move at all', async ({ page }) => {
  const moving = (): Promise<string[]> =>
    page.evaluate(() => [
      ...new Set(
        document
          .querySelector('graphic-under-test')
          ?.shadowRoot?.getAnimations()
          .flatMap(({ effect }) =>
            (effect as KeyframeEffect).getKeyframes().flatMap((frame) => Object.keys(frame)),
          )
          .filter((name) => !['offset', 'computedOffset', 'easing', 'composite'].includes(name)),
      ),
    ]);
  await onAir(page, 'ticker', 'scroll');
  expect(await moving()).toEqual(['transform']);
  await onAir(page, 'ticker', 'one');
  expect(await moving()).toEqual([]);
});

test('the clock of the logo bug rolls on the minute, in its own zone', async ({ page }) => {
  await page.clock.install({ time: new Date('2023-10-14T09:41:30Z') });
  const graphic = new GraphicPage(page);
  await graphic.open(host.url, 'logo-bug');
  const data = {
    ...readJson('logo-bug', 'fixtures/logo-only.json'),
    clock: 'zone',
    zone: 'Pacific/Auckland',
  };
  await graphic.call('load', { data });
  await page.evaluate(() => {
    void (
      document.querySelector('graphic-under-test') as HTMLElement & { playAction: (p: object) => unknown }
    ).playAction({
      skipAnimation: true,
    });
  });
  await expect.poll(() => words(page, 'time')).toBe('10.41 pm');
  await page.clock.fastForward(31_000);
  await expect.poll(() => words(page, 'time')).toContain('10.42 pm');
});

test('a logo that cannot be had gives way to its words, and one that can is there whole', async ({
  page,
}) => {
  const pixel =
    'data:image/svg+xml,%3Csvg xmlns="http://www.w3.org/2000/svg" width="80" height="40"%3E%3Crect width="80" height="40" fill="red"/%3E%3C/svg%3E';
  await onAir(page, 'logo-bug', 'logo-only', { image: pixel });
  const size = (): Promise<number | undefined> =>
    page.evaluate(
      () =>
        document
          .querySelector('graphic-under-test')
          ?.shadowRoot?.querySelector('img')
          ?.getBoundingClientRect().width,
    );
  expect(await size()).toBe(96);
  await onAir(page, 'logo-bug', 'logo-only', { image: '/nothing.png' });
  expect(await size()).toBeUndefined();
  expect(await words(page, 'logo')).toBe('TALLY');
});

test('a corner bug without a logo of any kind is refused, and the later of two updates wins', async ({
  page,
}) => {
  const pixel =
    'data:image/svg+xml,%3Csvg xmlns="http://www.w3.org/2000/svg" width="80" height="40"%3E%3C/svg%3E';
  const graphic = await onAir(page, 'logo-bug', 'logo-only', { text: 'ONE', image: '' });
  const empty = { text: '', image: '', theme: { logo: { text: '', image: '' } } };
  expect(await graphic.call('updateAction', { data: empty })).toMatchObject({
    statusCode: 422,
    statusMessage: 'text: a logo in words or an image is required.',
  });
  expect(await words(page, 'logo')).toBe('ONE');
  // the first has an image to fetch, the second has not
  await page.evaluate(async (image) => {
    type Bug = HTMLElement & { updateAction: (params: object) => Promise<unknown> };
    const bug = document.querySelector<Bug>('graphic-under-test');
    await Promise.all([
      bug?.updateAction({ data: { image }, skipAnimation: true }),
      bug?.updateAction({ data: { image: '', text: 'TWO' }, skipAnimation: true }),
    ]);
  }, pixel);
  expect(await words(page, 'logo')).toBe('TWO');
});
