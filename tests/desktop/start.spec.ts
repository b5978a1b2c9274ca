/** The desktop app's start and end: which windows there are, where, how safe, and what is saved. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, layer, test } from '../support/app.ts';
import {
  desktopPages,
  endDesktop,
  inRealElectron,
  launchDesktop,
  runDesktop,
  windowOf,
} from '../support/desktop-app.ts';

test.use({ show: 'nz-2008' });

const place = () => [innerWidth, innerHeight, screenX, screenY];

test('the desk opens on the operator’s display, the program output fullscreen on the other', async ({
  data,
  show,
}, info) => {
  test.skip(inRealElectron(info), 'needs two displays of known sizes, which only the stand-in has');
  const app = await launchDesktop({ data, show });
  const { desk, program } = await desktopPages(app);
  expect(app.windows()).toHaveLength(2);
  await expect.poll(() => program.evaluate(place)).toEqual([1920, 1080, 1920, 0]);
  const [, , x, y] = await desk.evaluate(place);
  expect([x, y]).toEqual([0, 0]);
  const output = await windowOf(app, program);
  expect(
    await output.evaluate((window) => ({
      fullscreen: window.isFullScreen(),
      onTop: window.isAlwaysOnTop(),
      focused: window.isFocused(),
    })),
  ).toEqual({ fullscreen: true, onTop: true, focused: false });
  const control = await windowOf(app, desk);
  await expect.poll(() => control.evaluate((window) => window.isFocused())).toBe(true);
  expect(await control.evaluate((window) => window.isFullScreen())).toBe(false);
  await app.close();
});

test('a take by keyboard shows on the output; quitting saves the show and ends with 0', async ({
  data,
  show,
}) => {
  const app = await launchDesktop({ data, show });
  const { desk, program } = await desktopPages(app);
  await expect(desk.getByRole('grid', { name: 'Rundown' })).toBeVisible();
  await desk.keyboard.type('110');
  await desk.keyboard.press('Enter');
  await expect(layer(program, 'lower-third')).toHaveAttribute('data-state', 'armed');
  await desk.keyboard.press('Space');
  await expect(layer(program, 'lower-third')).toHaveAttribute('data-state', 'on');
  expect(await endDesktop(app)).toBe(0);
  const saved = await readFile(join(data, show, 'show.json'), 'utf8');
  expect(saved).toContain('auckland-central-flip');
  expect(await readFile(join(data, 'profile/logs/tallydesk.log'), 'utf8')).toContain('"msg":"stopped"');
});

test('closing the desk closes the output and ends the app', async ({ data, show }) => {
  const app = await launchDesktop({ data, show });
  const { desk } = await desktopPages(app);
  const ended = new Promise<number | null>((done) => app.process().once('exit', done));
  await (await windowOf(app, desk)).evaluate((window) => window.close()).catch(() => undefined);
  expect(await ended).toBe(0);
});

test('a second start focuses the first and ends', async ({ data, show }) => {
  const app = await launchDesktop({ data, show });
  const { desk, program } = await desktopPages(app);
  const control = await windowOf(app, desk);
  await (await windowOf(app, program)).evaluate((window) => window.focus());
  await control.evaluate((window) => window.minimize());
  await expect.poll(() => control.evaluate((window) => window.isMinimized())).toBe(true);
  const second = await runDesktop({ data, show });
  expect(second.code).toBe(0);
  await expect
    .poll(() => control.evaluate((window) => [window.isMinimized(), window.isFocused()]))
    .toEqual([false, true]);
  expect(app.windows()).toHaveLength(2);
  await app.close();
});

test('what the user can mend is said in an error box, with its own exit code', async ({ data }, info) => {
  test.skip(inRealElectron(info), 'a real error box waits for a click that no test can make');
  const { code, stderr } = await runDesktop({ data, show: 'No Such Show' });
  expect(stderr).toContain('error box: Tallydesk cannot start: --show: "No Such Show" is not a show id');
  expect(code).toBe(2);
  const missing = await runDesktop({ data, show: 'no-such-show' });
  expect(missing.stderr).toContain('error box: Tallydesk cannot start: there is no show "no-such-show"');
  expect(missing.code).toBe(1);
});
