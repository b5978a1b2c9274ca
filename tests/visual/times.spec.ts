// A graphic that does not run in real time shows at each time what real time would have shown then.
import { expect, test } from '@playwright/test';
import { THEMES } from '../../core/themes.ts';
import { themeData } from '../../core/theme.ts';
import { GraphicPage, packageIds, readJson, servePackages } from '../support/graphic-page.ts';

let host: Awaited<ReturnType<typeof servePackages>>;

test.beforeAll(async () => {
  host = await servePackages();
});
test.afterAll(() => host.close());

const RACE = 'lower-third-electorate';

async function loaded(graphic: GraphicPage, id: string, theme = 0): Promise<Record<string, unknown>> {
  const look = THEMES[theme];
  const data = {
    ...readJson(id, 'fixtures/usual.json'),
    ...(look ? { theme: themeData(look) } : {}),
  };
  await graphic.open(host.url, id, 1280);
  await graphic.call('load', { data, renderType: 'non-realtime' });
  return data;
}

const at = async (graphic: GraphicPage, timestamp: number): Promise<Buffer> => {
  expect(await graphic.call('goToTime', { timestamp })).toMatchObject({ statusCode: 200 });
  return graphic.shot();
};

/** The picture of a real call, held at some milliseconds after its start. */
async function real(graphic: GraphicPage, call: string, params: object, ms: number): Promise<Buffer> {
  await graphic.page.evaluate(
    ([name, given, time]) => {
      const element = document.querySelector('graphic-under-test') as HTMLElement &
        Record<string, (p: unknown) => Promise<unknown>>;
      window.setTimeout = (() => 0) as unknown as typeof window.setTimeout; // no call may end meanwhile
      void element[name]?.(given);
      for (const animation of element.shadowRoot?.getAnimations() ?? []) {
        animation.pause();
        animation.currentTime = time;
      }
    },
    [call, params, ms] as const,
  );
  return graphic.shot();
}

for (const id of packageIds())
  test(`${id}: its entrance at 120 and 400 ms is that of real time, in a look of each kind`, async ({
    page,
  }) => {
    const graphic = new GraphicPage(page);
    for (const theme of THEMES.keys()) {
      await loaded(graphic, id, theme);
      await graphic.call('setActionsSchedule', { schedule: [action(1000, 'playAction', { goto: 0 })] });
      expect((await at(graphic, 999)).equals(await at(graphic, 0))).toBe(true);
      const held = [await at(graphic, 1120), await at(graphic, 1400)];
      await loaded(graphic, id, theme);
      const live = await real(graphic, 'playAction', { goto: 0 }, 120);
      expect(held[0]?.equals(live), `${theme} at 120`).toBe(true);
      await loaded(graphic, id, theme);
      expect(held[1]?.equals(await real(graphic, 'playAction', { goto: 0 }, 400)), `${theme} at 400`).toBe(
        true,
      );
    }
    expect(graphic.errors).toEqual([]);
  });

const action = (timestamp: number, type: string, params: object = {}) => ({
  timestamp,
  action: { type, params },
});

test('an update and an exit at their times are those of real time', async ({ page }) => {
  const graphic = new GraphicPage(page);
  const data = await loaded(graphic, RACE);
  const next = { ...data, votes: 1602 };
  const schedule = [
    action(0, 'playAction', { goto: 0 }),
    action(2000, 'updateAction', { data: next }),
    action(4000, 'stopAction'),
  ];
  await graphic.call('setActionsSchedule', { schedule });
  const [updating, updated, leaving, gone] = [
    await at(graphic, 2100),
    await at(graphic, 3000),
    await at(graphic, 4150),
    await at(graphic, 5000),
  ];

  await loaded(graphic, RACE);
  await graphic.call('playAction', { skipAnimation: true });
  expect(updating.equals(await real(graphic, 'updateAction', { data: next }, 100))).toBe(true);
  await loaded(graphic, RACE);
  await graphic.call('updateAction', { data: next });
  await graphic.call('playAction', { skipAnimation: true });
  expect(updated.equals(await graphic.shot())).toBe(true);
  expect(leaving.equals(await real(graphic, 'stopAction', {}, 150))).toBe(true);
  await loaded(graphic, RACE);
  expect(gone.equals(await graphic.shot())).toBe(true);
});

test('a time looks the same whatever was looked at before', async ({ page }) => {
  const graphic = new GraphicPage(page);
  const data = await loaded(graphic, 'seat-arc');
  await graphic.call('setActionsSchedule', {
    schedule: [
      // not in the order of time
      action(900, 'playAction', { goto: 1 }),
      action(0, 'playAction', {}),
      action(300, 'updateAction', { data: { ...data, title: 'Another House' } }),
      action(1500, 'stopAction'),
      action(1600, 'playAction'),
    ],
  });
  const times = [100, 350, 1000, 1580, 1700, 2600];
  const once: Buffer[] = [];
  for (const time of times) once.push(await at(graphic, time));
  for (const [i, time] of [...times.entries()].reverse())
    expect(once[i]?.equals(await at(graphic, time)), `${time} ms`).toBe(true);
});

test('refuses what is no time and no schedule, and plays live again afterwards', async ({ page }) => {
  const graphic = new GraphicPage(page);
  await graphic.open(host.url, 'count-bug');
  expect((await graphic.call('goToTime', { timestamp: 0 })).statusCode).toBe(409);
  await graphic.call('load', { data: { counted: 50 } });
  expect((await graphic.call('goToTime', { timestamp: -1 })).statusCode).toBe(400);
  expect((await graphic.call('setActionsSchedule', { schedule: 'soon' })).statusCode).toBe(400);
  const wrong = { schedule: [action(0, 'explodeAction')] };
  expect((await graphic.call('setActionsSchedule', wrong)).statusCode).toBe(400);
  await graphic.call('setActionsSchedule', { schedule: [action(0, 'playAction')] });
  await at(graphic, 100);
  expect(await graphic.call('stopAction')).toMatchObject({ statusCode: 200 });
  expect(await graphic.call('playAction')).toMatchObject({ statusCode: 200, currentStep: 0 });
  const running = await page.evaluate(
    () => document.querySelector('graphic-under-test')?.shadowRoot?.getAnimations().length,
  );
  expect(running).toBe(0);
});
