/** Leaving the app: asked on air, by the desk or else natively, and everything saved before it goes. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { DeskBridge } from '../../core/desk-verbs.ts';
import { expect, test } from '../support/app.ts';
import {
  answerDialog,
  desktopPages,
  dialogsOf,
  endDesktop,
  inRealElectron,
  launchDesktop,
  say,
  standInOf,
  takeOnAir,
  windowOf,
} from '../support/desktop-app.ts';

test.use({ show: 'nz-2008' });

interface Listening {
  tallydesk: DeskBridge;
  questions: string[];
}

/** A desk that shows the question, as its dialog does. */
const listens = (desk: Page) =>
  desk.evaluate(() => {
    const page = globalThis as unknown as Listening;
    page.questions = [];
    page.tallydesk.onQuitAsked((what) => {
      page.questions.push(what);
      void page.tallydesk.quitQuestionShown();
    });
  });

const questions = (desk: Page): Promise<string[]> =>
  desk.evaluate(() => (globalThis as unknown as Listening).questions);

test('on air, Quit and closing the desk ask; staying changes nothing; the hold saves and ends with 0', async ({
  data,
  show,
}) => {
  const app = await launchDesktop({ data, show });
  const pages = await desktopPages(app);
  const { desk, program } = pages;
  await takeOnAir(pages);
  await listens(desk);
  // said without a question, it is not heard
  expect(await say(desk, 'quit')).toMatchObject({ ok: false, code: 'not_asked' });

  await (await windowOf(app, program)).evaluate((window) => window.focus());
  await app.evaluate(({ app: real }) => real.quit());
  await expect.poll(() => questions(desk)).toHaveLength(1);
  expect((await questions(desk))[0]).toContain('On air: 110 ');
  expect((await questions(desk))[0]).toContain('(lower third)');
  expect(await (await windowOf(app, desk)).evaluate((window) => window.isFocused())).toBe(true);
  expect(await say(desk, 'stay')).toEqual({ ok: true, detail: null });
  expect(await say(desk, 'quit')).toMatchObject({ ok: false, code: 'not_asked' });
  await expect(program.locator('[data-layer="lower-third"]')).toHaveAttribute('data-state', 'on');

  await (await windowOf(app, desk)).evaluate((window) => window.close());
  await expect.poll(() => questions(desk)).toHaveLength(2);
  expect(app.windows()).toHaveLength(2);
  const ended = new Promise<number | null>((done) => app.process().once('exit', done));
  await say(desk, 'quit').catch(() => undefined);
  expect(await ended).toBe(0);
  expect(await readFile(join(data, show, 'show.json'), 'utf8')).toContain('"phase": "on"');
  expect(await readFile(join(data, 'profile/logs/tallydesk.log'), 'utf8')).toContain('"msg":"stopped"');
});

test('a desk that hangs is no way around the question', async ({ data, show }, info) => {
  test.skip(inRealElectron(info), 'a real box waits for a click that no test can make');
  const app = await launchDesktop({ data, show });
  const pages = await desktopPages(app);
  await takeOnAir(pages);
  await listens(pages.desk);
  await pages.desk.evaluate(() => {
    setTimeout(() => {
      for (;;);
    });
  });
  await app.evaluate(({ app: real }) => real.quit());
  await expect.poll(() => dialogsOf(app)).toHaveLength(1);
  const [box] = await dialogsOf(app);
  expect(box).toContain('"buttons":["Stay on air","Quit anyway"],"defaultId":0,"cancelId":0');
  expect(box).toContain('On air: 110 ');
  await expect(pages.program.locator('[data-layer="lower-third"]')).toHaveAttribute('data-state', 'on');

  await answerDialog(app, { response: 1 });
  const ended = new Promise<number | null>((done) => app.process().once('exit', done));
  await app.evaluate(({ app: real }) => real.quit());
  expect(await ended).toBe(0);
});

test('off air it quits at once, and nobody is asked', async ({ data, show }) => {
  const app = await launchDesktop({ data, show });
  const { desk } = await desktopPages(app);
  await listens(desk);
  const ended = new Promise<number | null>((done) => app.process().once('exit', done));
  await app.evaluate(({ app: real }) => real.quit()).catch(() => undefined);
  expect(await ended).toBe(0);
});

test('a system that shuts down is held back until all is saved, and asks nobody', async ({
  data,
  show,
}, info) => {
  test.skip(inRealElectron(info), 'needs a system that shuts down');
  const app = await launchDesktop({ data, show });
  const pages = await desktopPages(app);
  await takeOnAir(pages);
  const ended = new Promise<number | null>((done) => app.process().once('exit', done));
  expect(await (await standInOf(app)).evaluate((hands) => hands.power('shutdown'))).toBe(true);
  expect(await ended).toBe(0);
  expect(await readFile(join(data, show, 'show.json'), 'utf8')).toContain('"phase": "on"');
});

test('a Windows session that may end is saved at once and goes on; one that ends, ends', async ({
  data,
  show,
}, info) => {
  test.skip(inRealElectron(info), 'needs a Windows session that ends');
  const app = await launchDesktop({ data, show });
  const pages = await desktopPages(app);
  await takeOnAir(pages);
  const id = await (await windowOf(app, pages.desk)).evaluate((window) => window.id);
  const standIn = await standInOf(app);
  await standIn.evaluate((hands, desk) => hands.endSession(desk, false), id);
  await expect.poll(() => readFile(join(data, show, 'show.json'), 'utf8')).toContain('"phase": "on"');
  expect(app.windows()).toHaveLength(2);
  const ended = new Promise<number | null>((done) => app.process().once('exit', done));
  await standIn.evaluate((hands, desk) => hands.endSession(desk, true), id);
  expect(await ended).toBe(0);
});

test('a signal saves and ends with 0, on air too', async ({ data, show }) => {
  const app = await launchDesktop({ data, show });
  const pages = await desktopPages(app);
  await takeOnAir(pages);
  await listens(pages.desk);
  expect(await endDesktop(app)).toBe(0);
  expect(await readFile(join(data, show, 'show.json'), 'utf8')).toContain('"phase": "on"');
});
