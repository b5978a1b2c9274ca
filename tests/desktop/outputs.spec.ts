/** Output windows in the desktop app: the right picture on the right display, through replugs, crashes and choices. */
import { expect, layer, test } from '../support/app.ts';
import {
  deskPage,
  desktopPages,
  inRealElectron,
  launchDesktop,
  say,
  standInOf,
  windowOf,
  endDesktop,
  takeOnAir,
} from '../support/desktop-app.ts';
import type { VirtualDisplay } from '../support/electron-stand-in/displays.ts';
import { DesktopStation, outputPage, outputWindows } from '../support/output-windows.ts';

test.use({ show: 'nz-2008' });

const HD = { width: 1920, height: 1080 };
const DESK: VirtualDisplay = { label: 'Desk', x: 0, y: 0, ...HD };
const WALL: VirtualDisplay = { label: 'Wall', x: 1920, y: 0, ...HD, rate: 50 };
const KEYER: VirtualDisplay = { label: 'Keyer', x: 3840, y: 0, ...HD, rate: 50 };

const needsHands = 'needs displays that can be plugged and unplugged, which only the stand-in has';

test('a display that goes loses its output, and gets it back with the graphic on and no entrance', async ({
  data,
  show,
}, info) => {
  test.skip(inRealElectron(info), needsHands);
  const app = await launchDesktop({ data, show, displays: [DESK, WALL] });
  const { desk, program } = await desktopPages(app);
  const station = new DesktopStation(desk);
  const hands = await standInOf(app);
  await expect.poll(async () => (await station.place()).state).toBe('shown');
  // what was taken unasked is kept, so that it is found again
  await expect
    .poll(async () => (await station.outputs())[0]?.target)
    .toMatchObject({ display: { label: 'Wall' } });
  await takeOnAir({ desk, program });

  await hands.evaluate((one) => one.unplug('Wall'));
  await expect.poll(() => outputWindows(app)).toEqual([]);
  expect(await station.place()).toMatchObject({ state: 'lost', displays: [] });
  expect(await station.onAir()).toEqual({ 'lower-third': 110 });
  const control = await windowOf(app, desk);
  expect(await control.evaluate((window) => window.getBounds().x)).toBe(0);

  await hands.evaluate((one, wall) => one.plug(wall), WALL);
  await expect.poll(async () => (await station.place()).state).toBe('shown');
  const back = await outputPage(app);
  expect(await back.evaluate(() => [innerWidth, innerHeight, screenX, screenY])).toEqual([
    1920, 1080, 1920, 0,
  ]);
  await expect(layer(back, 'lower-third')).toHaveAttribute('data-state', 'on');
  expect(await station.onAir()).toEqual({ 'lower-third': 110 });
  await endDesktop(app);
});

test('a page that crashes is brought back with what is on air; the third time in a minute it is stopped', async ({
  data,
  show,
}) => {
  const app = await launchDesktop({ data, show });
  const { desk, program } = await desktopPages(app);
  const station = new DesktopStation(desk);
  await takeOnAir({ desk, program });
  const crash = async () => {
    const page = await windowOf(app, await outputPage(app));
    await page.evaluate((window) => window.webContents.forcefullyCrashRenderer()).catch(() => undefined);
  };
  for (const times of [1, 2]) {
    await crash();
    await expect.poll(async () => (await station.place()).recoveries).toBe(times);
    await expect.poll(async () => (await station.place()).state).toBe('shown');
    const back = await outputPage(app);
    await expect(layer(back, 'lower-third')).toHaveAttribute('data-state', 'on');
  }
  await crash();
  await expect.poll(async () => (await station.place()).state).toBe('stopped');
  expect(await station.place()).toMatchObject({ recoveries: 2, lastRecovery: { reason: 'page crashed' } });
  expect(await station.onAir()).toEqual({ 'lower-third': 110 });
  // whoever has found the cause starts it again
  await station.send({ type: 'output.restart', outputId: 'program' });
  await expect.poll(async () => (await station.place()).state).toBe('shown');
  await expect(layer(await outputPage(app), 'lower-third')).toHaveAttribute('data-state', 'on');
  await endDesktop(app);
});

test('a lost GPU process and a page that does not answer are made good', async ({ data, show }, info) => {
  test.skip(inRealElectron(info), 'nothing loses its GPU process on request but the stand-in');
  const app = await launchDesktop({ data, show });
  const { desk } = await desktopPages(app);
  const station = new DesktopStation(desk);
  const hands = await standInOf(app);
  const first = await outputPage(app);
  await hands.evaluate((one) => one.gpuGone());
  await expect.poll(async () => (await station.place()).lastRecovery?.reason).toBe('GPU process lost');
  await expect.poll(async () => (await station.place()).state).toBe('shown');
  await expect.poll(() => first.isClosed()).toBe(true);
  const second = await outputPage(app);
  // an endless loop: no beat comes any more
  await second.evaluate(
    () =>
      void setTimeout(() => {
        for (;;);
      }, 0),
  );
  await expect
    .poll(async () => (await station.place()).lastRecovery?.reason, { timeout: 20_000 })
    .toBe('page hangs');
  await expect.poll(() => second.isClosed(), { timeout: 20_000 }).toBe(true);
  await expect.poll(async () => (await station.place()).state).toBe('shown');
  await endDesktop(app);
});

test('one display: the output is parked, and a plain window is to be had by asking for it', async ({
  data,
  show,
}, info) => {
  test.skip(inRealElectron(info), 'needs one display only, which only the stand-in can promise');
  const app = await launchDesktop({ data, show, displays: [DESK] });
  const desk = await deskPage(app);
  const station = new DesktopStation(desk);
  expect(await station.place()).toMatchObject({ state: 'parked', parkedFor: 'unassigned' });
  expect(await outputWindows(app)).toEqual([]);
  expect(await (await standInOf(app)).evaluate((hands) => hands.awake())).toEqual([]);
  await station.send({ type: 'output.edit', outputId: 'program', target: { kind: 'window' } });
  const page = await outputPage(app);
  const window = await windowOf(app, page);
  expect(
    await window.evaluate((one) => ({ fullscreen: one.isFullScreen(), onTop: one.isAlwaysOnTop() })),
  ).toEqual({ fullscreen: false, onTop: false });
  expect(await page.evaluate(() => innerWidth)).toBe(960);
  await endDesktop(app);
});

test('three displays: which one is meant is asked, and a retarget shows before the old window goes', async ({
  data,
  show,
}, info) => {
  test.skip(inRealElectron(info), needsHands);
  const app = await launchDesktop({ data, show, displays: [DESK, WALL, KEYER] });
  const desk = await deskPage(app);
  const station = new DesktopStation(desk);
  expect(await station.place()).toMatchObject({ state: 'parked', parkedFor: 'unassigned' });
  await station.choose('program', 'Keyer');
  const first = await outputPage(app);
  expect(await first.evaluate(() => screenX)).toBe(3840);
  await desk.keyboard.type('110');
  await desk.keyboard.press('Enter');
  await desk.keyboard.press('Space');
  await expect(layer(first, 'lower-third')).toHaveAttribute('data-state', 'on');
  await station.choose('program', 'Wall');
  await expect.poll(() => first.isClosed()).toBe(true);
  const second = await outputPage(app);
  expect(await second.evaluate(() => screenX)).toBe(1920);
  await expect(layer(second, 'lower-third')).toHaveAttribute('data-state', 'on');
  expect(await station.choose('program', 'Desk')).toMatchObject({ ok: true });
  // the operator's own display is never taken, not even when it is named
  await expect.poll(async () => (await station.place()).parkedFor).toBe('desk');
  expect(await outputWindows(app)).toEqual([]);
  await endDesktop(app);
});

test('warns of a scale other than 100 % and a refresh rate other than the show’s', async ({
  data,
  show,
}, info) => {
  test.skip(inRealElectron(info), needsHands);
  const app = await launchDesktop({ data, show, displays: [DESK, { ...WALL, scale: 1.25, rate: 60 }] });
  const { desk } = await desktopPages(app);
  const station = new DesktopStation(desk);
  expect((await station.place()).warnings).toEqual(['scale', 'rate', 'size']);
  await station.send({ type: 'show.edit', frameRate: 60 });
  await expect.poll(async () => (await station.place()).warnings).toEqual(['scale', 'size']);
  await endDesktop(app);
});

test('identify draws a number on every display, but not over what is on air, and takes it away', async ({
  data,
  show,
}, info) => {
  test.skip(inRealElectron(info), needsHands);
  const app = await launchDesktop({ data, show, displays: [DESK, WALL, KEYER] });
  const desk = await deskPage(app);
  const station = new DesktopStation(desk);
  await station.choose('program', 'Wall');
  await takeOnAir({ desk, program: await outputPage(app) });
  /** Where each is, and what it says. */
  const numbers = () =>
    app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()
        .flatMap((window) => {
          const url = window.isDestroyed() ? '' : window.webContents.getURL();
          const said = /<b>(\d+)<\/b>(.*)$/.exec(url.startsWith('data:') ? decodeURIComponent(url) : '');
          return said ? [[window.getBounds().x, said[1], said[2]] as const] : [];
        })
        .sort(([a], [b]) => a - b),
    );
  expect(await say(desk, 'identify')).toEqual({
    ok: true,
    detail: 'Display 2 is on air: nothing was drawn over it.',
  });
  await expect.poll(numbers).toEqual([
    [480, '1', 'This desk'],
    [4320, '3', 'Keyer'],
  ]);
  await expect.poll(numbers, { timeout: 15_000 }).toEqual([]);
  // the output was in nobody's way
  expect((await station.place()).state).toBe('shown');
  await endDesktop(app);
});

test('a display that goes while its output moves to another takes the old window with it at once', async ({
  data,
  show,
}, info) => {
  test.skip(inRealElectron(info), needsHands);
  const app = await launchDesktop({ data, show, displays: [DESK, WALL, KEYER] });
  const station = new DesktopStation(await deskPage(app));
  const hands = await standInOf(app);
  await station.choose('program', 'Wall');
  await expect.poll(async () => (await station.place()).state).toBe('shown');
  await station.choose('program', 'Keyer');
  await hands.evaluate((one) => one.unplug('Wall'));
  // the system has moved it: nothing may be seen but on the new display
  const seen = (await outputWindows(app)).filter(({ visible }) => visible);
  expect(seen.filter(({ bounds }) => bounds.x !== KEYER.x)).toEqual([]);
  await expect.poll(async () => (await station.place()).state).toBe('shown');
  expect((await outputPage(app)).url()).toContain('output=program');
  await endDesktop(app);
});
