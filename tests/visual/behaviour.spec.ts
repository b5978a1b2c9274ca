// How graphics behave under calls that overlap: updates in place, interruptions, the first frame.
import { expect, test } from '@playwright/test';
import { PNG } from 'pngjs';
import { GraphicPage, readJson, servePackages } from '../support/graphic-page.ts';

let host: Awaited<ReturnType<typeof servePackages>>;

test.beforeAll(async () => {
  host = await servePackages();
});
test.afterAll(() => host.close());

const RACE = 'lower-third-electorate';

async function loaded(graphic: GraphicPage, id: string, fixture = 'usual'): Promise<Record<string, unknown>> {
  const data = readJson(id, `fixtures/${fixture}.json`);
  await graphic.open(host.url, id);
  await graphic.call('load', { data });
  return data;
}

test('an update changes the number in place and replays no entrance', async ({ page }) => {
  const graphic = new GraphicPage(page);
  const data = await loaded(graphic, RACE);
  await graphic.call('playAction', { skipAnimation: true });
  const seen = await page.evaluate(
    async (next) => {
      const element = document.querySelector('graphic-under-test') as HTMLElement & {
        updateAction: (p: unknown) => Promise<unknown>;
      };
      const root = element.shadowRoot?.querySelector('.root');
      const words = new Set<string>();
      const done = element.updateAction({ data: next });
      const moved = element.shadowRoot
        ?.getAnimations()
        .map((a) => (a.effect as KeyframeEffect).target?.closest<HTMLElement>('[data-k]')?.dataset['k']);
      let over = false;
      void done.then(() => {
        over = true;
      });
      while (!over) {
        for (const t of element.shadowRoot?.querySelectorAll('[data-k="votes"] .t') ?? [])
          words.add(t.textContent);
        await new Promise((resolve) => requestAnimationFrame(resolve));
      }
      return { same: element.shadowRoot?.querySelector('.root') === root, moved, words: [...words].sort() };
    },
    { ...data, votes: 1602 },
  );
  expect(seen.same).toBe(true);
  // Only the number moves (the fade of the empty old scene has no key); plate, bar and name stay.
  expect(seen.moved?.filter((key) => key !== undefined && key !== 'votes')).toEqual([]);
  // It goes from one true value to the other and shows no third.
  expect(seen.words).toEqual(['1,546', '1,602']);
});

test('the same data again does nothing', async ({ page }) => {
  const graphic = new GraphicPage(page);
  const data = await loaded(graphic, RACE);
  await graphic.call('playAction', { skipAnimation: true });
  const running = await page.evaluate((same) => {
    const element = document.querySelector('graphic-under-test') as HTMLElement & {
      updateAction: (p: unknown) => Promise<unknown>;
    };
    void element.updateAction({ data: same });
    return element.shadowRoot?.getAnimations().length;
  }, data);
  expect(running).toBe(0);
});

test('something solid is visible in the very first frame', async ({ page }) => {
  const graphic = new GraphicPage(page);
  await loaded(graphic, 'lower-third-name');
  await page.evaluate(() => {
    const element = document.querySelector('graphic-under-test') as HTMLElement & {
      playAction: (p: unknown) => Promise<unknown>;
    };
    window.setTimeout = (() => 0) as unknown as typeof window.setTimeout; // hold the entrance at its start
    void element.playAction({});
    for (const animation of element.shadowRoot?.getAnimations() ?? []) {
      animation.pause();
      animation.currentTime = 0;
    }
  });
  const { data, width } = PNG.sync.read(await graphic.shot());
  const [x, y] = [86, 940];
  expect([...data.subarray((y * width + x) * 4, (y * width + x) * 4 + 4)]).toEqual([216, 42, 32, 255]);
});

test('stop during the entrance wins, and play during the exit comes back', async ({ page }) => {
  const graphic = new GraphicPage(page);
  await loaded(graphic, 'lower-third-flip');
  const steps = await page.evaluate(async () => {
    const element = document.querySelector('graphic-under-test') as HTMLElement &
      Record<
        'playAction' | 'stopAction',
        (p?: unknown) => Promise<{ currentStep?: number; statusCode: number }>
      >;
    const play = element.playAction();
    await new Promise((resolve) => setTimeout(resolve, 120));
    const stop = element.stopAction();
    const [played, stopped] = await Promise.all([play, stop]);
    const hidden = getComputedStyle(element.shadowRoot?.querySelector('.root') ?? element).opacity;
    void element.playAction();
    await new Promise((resolve) => setTimeout(resolve, 300));
    void element.stopAction();
    await new Promise((resolve) => setTimeout(resolve, 60));
    const again = await element.playAction();
    const shown = getComputedStyle(element.shadowRoot?.querySelector('.root') ?? element).opacity;
    return [played.statusCode, stopped.statusCode, hidden, again.currentStep, shown];
  });
  expect(steps).toEqual([200, 200, '0', 0, '1']);
  expect(graphic.errors).toEqual([]);
});

test('calls before load, unknown actions and calls after dispose are answered', async ({ page }) => {
  const graphic = new GraphicPage(page);
  await graphic.open(host.url, 'count-bug');
  expect((await graphic.call('playAction')).statusCode).toBe(409);
  expect((await graphic.call('customAction', { id: 'spin' })).statusCode).toBe(404);
  expect((await graphic.call('load', { data: {} })).statusCode).toBe(422);
  expect((await graphic.call('updateAction', { data: { counted: 12.5 } })).statusCode).toBe(200);
  expect((await graphic.call('playAction')).currentStep).toBe(0);
  expect((await graphic.call('playAction')).currentStep).toBeUndefined();
  await graphic.call('dispose');
  expect((await graphic.call('playAction')).statusCode).toBeLessThan(500);
  expect(graphic.errors).toEqual([]);
});

test('an update that arrives while the graphic leaves is kept for the next play', async ({ page }) => {
  const graphic = new GraphicPage(page);
  await loaded(graphic, 'count-bug');
  await graphic.call('playAction', { skipAnimation: true });
  const words = await page.evaluate(async () => {
    const element = document.querySelector('graphic-under-test') as HTMLElement &
      Record<'playAction' | 'stopAction' | 'updateAction', (p?: unknown) => Promise<unknown>>;
    const read = (): string => element.shadowRoot?.querySelector('[data-k="counted"]')?.textContent ?? '';
    const stop = element.stopAction();
    await element.updateAction({ data: { counted: 90 } });
    await stop;
    await element.playAction({ skipAnimation: true });
    return read();
  });
  expect(words).toBe('90%');
});

test('the seat arc goes to its blocs and then off', async ({ page }) => {
  const graphic = new GraphicPage(page);
  await loaded(graphic, 'seat-arc');
  expect((await graphic.call('playAction', { skipAnimation: true })).currentStep).toBe(0);
  expect((await graphic.call('playAction')).currentStep).toBe(1);
  const text = await page.evaluate(
    () => document.querySelector('graphic-under-test')?.shadowRoot?.querySelector('.column')?.textContent,
  );
  expect(text).toContain('67');
  expect((await graphic.call('playAction')).currentStep).toBeUndefined();
});
