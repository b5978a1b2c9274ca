/** Other shows: opened, copied, and what became of them on air exported. Dialogs are answered by the stand-in. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ElectronApplication } from '@playwright/test';
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
} from '../support/desktop-app.ts';

test.use({ show: 'nz-2008' });
// several starts and takes each: nothing here waits, but a busy machine is slow
test.beforeEach(() => test.slow());
test.beforeEach(({}, info) =>
  test.skip(inRealElectron(info), 'a real file dialog waits for a click that no test can make'),
);

const urls = (app: ElectronApplication): Promise<string[]> =>
  app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map((one) => one.webContents.getURL()));

const portOf = (address: string): string => new URL(address).port;

test('a copy is a show: it is opened, on the same port, and from the menu the first one is again', async ({
  data,
  show,
}) => {
  const app = await launchDesktop({ data, show });
  const pages = await desktopPages(app);
  const port = portOf(pages.desk.url());
  await takeOnAir(pages);
  const folder = join(data, 'elsewhere', 'second-night');
  await answerDialog(app, { canceled: false, filePath: folder });
  // a copy may be saved on air; nothing is on air in it
  expect(await say(pages.desk, 'saveShowCopy')).toEqual({
    ok: true,
    detail: `A copy was saved in ${folder}.`,
  });
  const copy = JSON.parse(await readFile(join(folder, 'show.json'), 'utf8')) as {
    show: { id: string };
    air: { channels: { program: { layers: Record<string, unknown> } } };
  };
  expect(copy.show.id).toBe('second-night');
  expect(copy.air.channels.program.layers['lower-third']).toEqual({
    current: null,
    armed: null,
    leaving: null,
  });

  // on air no other show is opened, and no dialog is shown for it
  const before = (await dialogsOf(app)).length;
  expect(await say(pages.desk, 'openShow')).toMatchObject({ ok: false, code: 'on_air' });
  expect(await dialogsOf(app)).toHaveLength(before);
  await pages.desk.keyboard.press('Shift+Escape');
  await expect(pages.program.locator('[data-layer="lower-third"]')).toHaveAttribute(
    'data-state',
    /^(off|armed)$/,
  );

  await answerDialog(app, { canceled: false, filePaths: [folder] });
  await say(pages.desk, 'openShow').catch(() => undefined);
  await expect.poll(async () => (await readLock(folder)).includes('station.start')).toBe(true);
  const second = await desktopPages(app);
  expect(portOf(second.desk.url())).toBe(port);
  await expect.poll(async () => (await urls(app)).map(portOf)).toEqual([port, port]);
  await takeOnAir(second);
  await second.desk.keyboard.press('Shift+Escape');
  await expect(second.program.locator('[data-layer="lower-third"]')).toHaveAttribute(
    'data-state',
    /^(off|armed)$/,
  );

  // what was taken there is in the copy's log, not in the first show's
  const asRun = join(data, 'second.csv');
  await answerDialog(app, { canceled: false, filePath: asRun });
  expect(await say(second.desk, 'exportAsRun')).toMatchObject({ ok: true });
  const rows = (await readFile(asRun, 'utf8')).trim().split('\r\n');
  expect(rows).toHaveLength(2);
  expect(rows[0]).toMatch(/^in,out,seconds,channel,layer,number,cue/);
  expect(rows[1]).toContain('program,lower-third,110,');

  const standIn = await standInOf(app);
  await standIn.evaluate((hands) => hands.clickMenu('recent-0'));
  await expect
    .poll(async () => (await readLock(join(data, show))).match(/"type":"station.start"/g)?.length ?? 0)
    .toBe(1);
  await desktopPages(app);
  expect(await standIn.evaluate((hands) => hands.unknownMembers)).toEqual([]);
  expect(await endDesktop(app)).toBe(0);
});

/** The journal of a show: a station that opens it writes there first. */
const readLock = (folder: string): Promise<string> =>
  readFile(join(folder, 'journal.jsonl'), 'utf8').catch(() => '');

test('what is no show is refused; what cannot be read leaves the old show open', async ({ data, show }) => {
  const app = await launchDesktop({ data, show });
  const { desk } = await desktopPages(app);
  await answerDialog(app, { canceled: true, filePaths: [] });
  expect(await say(desk, 'openShow')).toEqual({ ok: true, detail: null });

  await mkdir(join(data, 'no-show'));
  await answerDialog(app, { canceled: false, filePaths: [join(data, 'no-show')] });
  expect(await say(desk, 'openShow')).toMatchObject({ ok: false, code: 'no_show' });

  // and a copy is never written over anything
  await answerDialog(app, { canceled: false, filePath: join(data, 'no-show') });
  expect(await say(desk, 'saveShowCopy')).toMatchObject({ ok: false, code: 'refused' });
  await answerDialog(app, { canceled: false, filePath: join(data, 'My Copy') });
  expect(await say(desk, 'saveShowCopy')).toMatchObject({
    ok: false,
    detail: expect.stringContaining('"My Copy"'),
  });

  const newer = join(data, 'newer');
  await mkdir(newer);
  await writeFile(join(newer, 'show.json'), JSON.stringify({ format: 999 }));
  await answerDialog(app, { canceled: false, filePaths: [newer] });
  // known before anything is closed
  expect(await say(desk, 'openShow')).toMatchObject({
    ok: false,
    code: 'newer_format',
    detail: expect.stringContaining('was saved by a newer version'),
  });

  const broken = join(data, 'broken');
  await mkdir(broken);
  await writeFile(join(broken, 'show.json'), '{"format": 1, "show": {');
  await answerDialog(app, { canceled: false, filePaths: [broken] });
  await say(desk, 'openShow').catch(() => undefined);
  await expect.poll(async () => (await dialogsOf(app)).at(-1)).toContain('broken cannot be opened');
  expect((await dialogsOf(app)).at(-1)).toContain(`${show} is open again`);
  const pages = await desktopPages(app);
  await takeOnAir(pages);
  expect(await endDesktop(app)).toBe(0);
});
