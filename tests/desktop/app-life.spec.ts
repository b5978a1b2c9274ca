/** The desk's window and the app around it: second starts, what is remembered, a page that crashes, the one door in. */
import { appendFile, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import { DESK_VERBS } from '../../core/desk-verbs.ts';
import { expect, test } from '../support/app.ts';
import {
  answerDialog,
  desktopPages,
  dialogsOf,
  endDesktop,
  inRealElectron,
  launchDesktop,
  runDesktop,
  say,
  standInOf,
  takeOnAir,
  windowOf,
} from '../support/desktop-app.ts';

test.use({ show: 'nz-2008' });
// several starts and takes each: nothing here waits, but a busy machine is slow
test.beforeEach(() => test.slow());

const titleIn = (desk: Page) => desk.getByText('2023 New Zealand general election night').first();

test('a second start with a show opens it off air; on air it is refused and nothing changes', async ({
  data,
  show,
}, info) => {
  test.skip(inRealElectron(info), 'a real box waits for a click that no test can make');
  const app = await launchDesktop({ data, show });
  const pages = await desktopPages(app);
  const address = pages.desk.url();
  await takeOnAir(pages);
  expect((await runDesktop({ data, show: 'nz-2023' })).code).toBe(0);
  await expect.poll(async () => (await dialogsOf(app)).at(-1)).toContain('Take it off first.');
  expect(pages.desk.url()).toBe(address);
  await expect(pages.program.locator('[data-layer="lower-third"]')).toHaveAttribute('data-state', 'on');
  await expect(titleIn(pages.desk)).toHaveCount(0);

  // what it cannot understand, the first one says: the second has ended
  const wrong = await runDesktop({ data, show: 'No Such' });
  expect(wrong.code).toBe(0);
  await expect.poll(async () => (await dialogsOf(app)).at(-1)).toContain('is not a show id');
  expect((await runDesktop({ data, show: 'nowhere' })).code).toBe(0);
  await expect.poll(async () => (await dialogsOf(app)).at(-1)).toContain('there is no show.json in it');

  await pages.desk.keyboard.press('Shift+Escape');
  await expect(pages.program.locator('[data-layer="lower-third"]')).toHaveAttribute(
    'data-state',
    /^(off|armed)$/,
  );
  expect((await runDesktop({ data, show: 'nz-2023' })).code).toBe(0);
  await expect(titleIn(pages.desk)).toBeVisible();
  const second = await desktopPages(app);
  expect(second.desk.url()).toBe(address);
  expect(await readFile(join(data, 'nz-2023/show.json'), 'utf8')).toContain('"id": "nz-2023"');
  expect(await endDesktop(app)).toBe(0);
});

const boundsOf = async (app: ElectronApplication, desk: Page) =>
  (await windowOf(app, desk)).evaluate((window) => ({
    bounds: window.getNormalBounds(),
    maximized: window.isMaximized(),
  }));

test('the desk’s place, its size and its zoom are there again after a restart', async ({
  data,
  show,
}, info) => {
  test.skip(inRealElectron(info), 'needs displays of known sizes, which only the stand-in has');
  const memory = join(data, 'profile/desk-window.json');
  let app = await launchDesktop({ data, show });
  let { desk } = await desktopPages(app);
  const bounds = { x: 100, y: 80, width: 1300, height: 800 };
  await (await windowOf(app, desk)).evaluate((window, to) => window.setBounds(to), bounds);
  await expect.poll(() => boundsOf(app, desk)).toEqual({ bounds, maximized: false });
  await (await standInOf(app)).evaluate((hands) => hands.clickMenu('zoom-in'));
  expect(await endDesktop(app)).toBe(0);
  expect(JSON.parse(await readFile(memory, 'utf8'))).toEqual({ bounds, maximized: false, zoom: 1.1 });

  app = await launchDesktop({ data, show });
  ({ desk } = await desktopPages(app));
  expect(await boundsOf(app, desk)).toEqual({ bounds, maximized: false });
  const window = await windowOf(app, desk);
  expect(await window.evaluate((one) => one.webContents.getZoomFactor())).toBe(1.1);
  await window.evaluate((one) => one.maximize());
  await expect.poll(() => boundsOf(app, desk)).toEqual({ bounds, maximized: true });
  expect(await endDesktop(app)).toBe(0);

  app = await launchDesktop({ data, show });
  ({ desk } = await desktopPages(app));
  await expect.poll(() => boundsOf(app, desk)).toEqual({ bounds, maximized: true });
  expect(await endDesktop(app)).toBe(0);
});

test('a desk that was left on the output’s display opens on its own; a bad memory is no memory', async ({
  data,
  show,
}, info) => {
  test.skip(inRealElectron(info), 'needs displays of known places, which only the stand-in has');
  const memory = join(data, 'profile/desk-window.json');
  let app = await launchDesktop({ data, show });
  await desktopPages(app);
  await endDesktop(app);
  const onOutput = { x: 2000, y: 100, width: 1300, height: 800 };
  await writeFile(memory, JSON.stringify({ bounds: onOutput, maximized: false, zoom: 1 }));
  app = await launchDesktop({ data, show });
  let { desk } = await desktopPages(app);
  expect((await boundsOf(app, desk)).bounds).toEqual({ x: 0, y: 0, width: 1300, height: 800 });
  await endDesktop(app);
  await writeFile(memory, '{"bounds":');
  app = await launchDesktop({ data, show });
  ({ desk } = await desktopPages(app));
  expect((await boundsOf(app, desk)).bounds).toEqual({ x: 0, y: 0, width: 1920, height: 1080 });
  expect(await readFile(join(data, 'profile/logs/tallydesk.log'), 'utf8')).toContain(
    'a remembered setting is ignored',
  );
  await endDesktop(app);
});

test('a desk that crashes comes back and air does not notice; again and again, somebody is asked', async ({
  data,
  show,
}, info) => {
  test.skip(inRealElectron(info), 'a page that has crashed is lost to Playwright');
  const app = await launchDesktop({ data, show });
  const pages = await desktopPages(app);
  await takeOnAir(pages);
  const desk = await windowOf(app, pages.desk);
  const revived = () =>
    desk.evaluate((window) =>
      window.webContents
        .executeJavaScript(`document.querySelector('[role="grid"]') !== null`)
        .catch(() => false),
    );
  await desk.evaluate((window) => {
    Object.assign(globalThis, { gone: 0 });
    window.webContents.on('render-process-gone', () => (globalThis as unknown as { gone: number }).gone++);
  });
  const crash = () => desk.evaluate((window) => window.webContents.forcefullyCrashRenderer());
  const crashes = () => app.evaluate(() => (globalThis as unknown as { gone: number }).gone);
  const id = await desk.evaluate((window) => window.id);
  const standIn = await standInOf(app);
  for (const nth of [1, 2]) {
    // one that hangs is ended first
    if (nth === 2) await standIn.evaluate((hands, window) => hands.unresponsive(window), id);
    else await crash();
    await expect.poll(crashes).toBe(nth);
    await expect.poll(revived).toBe(true);
  }
  expect(await dialogsOf(app)).toEqual([]);
  await answerDialog(app, { response: 1 });
  await crash();
  await expect.poll(() => dialogsOf(app)).toHaveLength(1);
  expect((await dialogsOf(app))[0]).toContain('The desk stops again and again.');
  await expect(pages.program.locator('[data-layer="lower-third"]')).toHaveAttribute('data-state', 'on');
  expect(await desk.evaluate((window) => window.isDestroyed())).toBe(false);
  expect(await endDesktop(app)).toBe(0);
});

test('a desk whose window is gone is opened again', async ({ data, show }) => {
  const app = await launchDesktop({ data, show });
  const pages = await desktopPages(app);
  await takeOnAir(pages);
  await (await windowOf(app, pages.desk)).evaluate((window) => window.destroy()).catch(() => undefined);
  await expect.poll(() => pages.desk.isClosed()).toBe(true);
  const second = await desktopPages(app);
  expect(await say(second.desk, 'stay')).toMatchObject({ ok: true });
  await expect(second.program.locator('[data-layer="lower-third"]')).toHaveAttribute('data-state', 'on');
  expect(await endDesktop(app)).toBe(0);
});

test('diagnostics say much, and never the key', async ({ data, show }, info) => {
  test.skip(inRealElectron(info), 'would write over the clipboard of whoever sits there');
  const app = await launchDesktop({ data, show });
  const { desk } = await desktopPages(app);
  const key = new URL(desk.url()).searchParams.get('key') ?? '';
  expect(key.length).toBeGreaterThan(20);
  // nothing logs the key today; should something, it must not leave the machine
  await appendFile(join(data, 'profile/logs/tallydesk.log'), `{"msg":"planted ${key} ${desk.url()}"}\n`);
  expect(await say(desk, 'copyDiagnostics')).toEqual({
    ok: true,
    detail: 'Diagnostics are on the clipboard.',
  });
  const standIn = await standInOf(app);
  await standIn.evaluate((hands) => hands.clickMenu('copy-diagnostics'));
  await expect.poll(() => standIn.evaluate((hands) => hands.asked.copied.length)).toBe(2);
  for (const text of await standIn.evaluate((hands) => hands.asked.copied)) {
    expect(text).not.toContain(key);
    expect(text).toContain('planted [key] ');
    expect(text).toContain('Tallydesk 0.');
    expect(text).toContain(`${show} in `);
    expect(text).toContain('"Output" 1920x1080 at 1920,0, 100 %, 60 Hz');
    expect(text).toMatch(/program output "program": (.*frames\/s|no beat yet)/);
    expect(text).toMatch(/gpu_compositing: \w+/);
    expect(text).toContain('"msg":"ready"');
    expect(text).toContain('no problem');
    expect(text).toMatch(/program: (shown|opening), on \d+, recovered 0 times/);
  }
  await say(desk, 'openLogs');
  expect(await standIn.evaluate((hands) => hands.asked.opened)).toEqual([join(data, 'profile/logs')]);
  await endDesktop(app);
});

test('the desk alone has verbs: no other window and no other page is heard', async ({ data, show }) => {
  const app = await launchDesktop({ data, show });
  const { desk, program } = await desktopPages(app);
  expect(
    await desk.evaluate(() => Object.keys((globalThis as unknown as { tallydesk: object }).tallydesk)),
  ).toEqual([...DESK_VERBS, 'onQuitAsked']);
  // verbs, and the question that comes back: a door that one can watch
  expect(DESK_VERBS.length + 1).toBeLessThanOrEqual(12);
  expect(await program.evaluate(() => 'tallydesk' in globalThis)).toBe(false);
  for (const page of [desk, program]) {
    expect(
      await page.evaluate(() =>
        ['require', 'process', 'module', 'Buffer'].filter((name) => name in globalThis),
      ),
    ).toEqual([]);
  }

  // an output that got hold of the preload, and a page of somebody else in the same kind of window
  const preload = await (
    await windowOf(app, desk)
  ).evaluate(
    (window) =>
      (
        window.webContents as unknown as { getLastWebPreferences(): Electron.WebPreferences }
      ).getLastWebPreferences().preload ?? '',
  );
  const open = async (url: string): Promise<Page> => {
    const opened = app.waitForEvent('window');
    await app.evaluate(
      ({ BrowserWindow }, given) =>
        void new BrowserWindow({ webPreferences: { preload: given.preload, sandbox: true } }).loadURL(
          given.url,
        ),
      { preload, url },
    );
    const page = await opened;
    await page.waitForURL(url);
    return page;
  };
  const impostor = await open(`${program.url()}&name=impostor`);
  await impostor.waitForFunction(() => 'tallydesk' in globalThis);
  for (const verb of DESK_VERBS) {
    expect([verb, await say(impostor, verb)]).toEqual([
      verb,
      { ok: false, code: 'not_allowed', detail: 'Only the desk may do this.' },
    ]);
  }
  const second = await open(desk.url());
  expect(await say(second, 'identify')).toMatchObject({ code: 'not_allowed' });
  // the desk's own window, while it shows another page of the station
  const station = new URL(desk.url()).origin;
  await (
    await windowOf(app, desk)
  ).evaluate((window, url) => window.loadURL(url), `${station}/output/preview${new URL(desk.url()).search}`);
  await desk.waitForFunction(() => 'tallydesk' in globalThis);
  expect(await say(desk, 'identify')).toMatchObject({ code: 'not_allowed' });
  expect(await readFile(join(data, 'profile/logs/tallydesk.log'), 'utf8')).toContain(
    'a verb is not heard: it comes from another window than the desk',
  );
  expect(await endDesktop(app)).toBe(0);
});

test('outputs have no menu', async ({ data, show }, info) => {
  test.skip(inRealElectron(info), 'Electron does not tell which menu a window has');
  const app = await launchDesktop({ data, show });
  const { desk, program } = await desktopPages(app);
  const menuOf = async (page: Page) =>
    (await windowOf(app, page)).evaluate(
      (window) =>
        (window as unknown as { menu: { items: { label: string }[] } | null }).menu?.items.length ?? 0,
    );
  expect(await menuOf(desk)).toBe(6);
  expect(await menuOf(program)).toBe(0);
  expect(await (await standInOf(app)).evaluate((hands) => hands.unknownMembers)).toEqual([]);
  await endDesktop(app);
});
