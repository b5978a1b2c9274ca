/** The desktop app as a test starts it: in real Electron where its runtime is, else in the stand-in. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import {
  _electron,
  type ElectronApplication,
  type JSHandle,
  type Page,
  type TestInfo,
} from '@playwright/test';
import type { DeskVerb, VerbAnswer } from '../../core/desk-verbs.ts';
import { electronPath } from '../../scripts/electron-path.mjs';
import { standInExecutable } from './electron-stand-in/build.ts';
import type { VirtualDisplay } from './electron-stand-in/displays.ts';
import type { StandIn } from './electron-stand-in/hooks.ts';
import { DesktopStation } from './output-windows.ts';
import { root } from './serve-process.ts';

export interface Pages {
  desk: Page;
  program: Page;
}

/** Whether this project's pages are windows of the desktop app. */
export const isDesktop = ({ project }: TestInfo): boolean => ['electron', 'desktop'].includes(project.name);

/** Why a spec that needs the stand-in's hands is skipped elsewhere; false where it runs. */
export const inRealElectron = ({ project }: TestInfo): boolean => project.name === 'electron';

export interface DesktopStart {
  /** Takes pictures of what is shown. */
  pictures?: boolean;
  data: string;
  show: string;
  /** Other displays than the desk's and the output's; the stand-in only. */
  displays?: readonly VirtualDisplay[];
  /** Another app than Tallydesk. */
  root?: string;
}

const executable = async (): Promise<string> => electronPath() ?? (await standInExecutable());

/** Another build of the app than the tree's own may be tried: colleagues' builds then do not disturb. */
const appRoot = process.env['TALLYDESK_APP_ROOT'] ?? root;

const argsOf = ({ data, show, root: app = appRoot, pictures = false }: DesktopStart): string[] => [
  app,
  `--user-data-dir=${join(data, 'profile')}`,
  ...['--port', '0', '--data', data, '--show', show, ...(pictures ? [] : ['--no-pictures'])],
];

const envOf = ({ displays }: DesktopStart): Record<string, string> => ({
  ...(process.env as Record<string, string>),
  ...(displays ? { STAND_IN_DISPLAYS: JSON.stringify(displays) } : {}),
});

export async function launchDesktop(start: DesktopStart): Promise<ElectronApplication> {
  return _electron.launch({
    executablePath: await executable(),
    args: argsOf(start),
    env: envOf(start),
  });
}

/**
 * Ends the app without a question, as the system does. `app.close()` asks, as an operator's Quit does: with something on
 * air it would wait for the desk's answer.
 * @returns its exit code
 */
export async function endDesktop(app: ElectronApplication): Promise<number | null> {
  const child = app.process();
  if (child.exitCode !== null) return child.exitCode;
  const ended = new Promise<number | null>((done) => child.once('exit', done));
  child.kill('SIGTERM');
  return ended;
}

export interface Ended {
  code: number | null;
  stderr: string;
}

/** Starts the app without a debugger and waits for its end: for starts that are over at once. */
export async function runDesktop(start: DesktopStart): Promise<Ended> {
  const child = spawn(await executable(), argsOf(start), {
    env: envOf(start),
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let stderr = '';
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => (stderr += chunk));
  return new Promise((done, fail) => {
    child.on('error', fail);
    child.on('close', (code) => done({ code, stderr }));
  });
}

/** A window appears empty and then loads, so its address is asked for until it is the one. */
async function pageAt(app: ElectronApplication, part: string): Promise<Page> {
  const until = Date.now() + 30_000;
  while (Date.now() < until) {
    const page = app.windows().find((one) => one.url().includes(part));
    if (page) {
      await page.waitForLoadState();
      return page;
    }
    await new Promise((done) => setTimeout(done, 50));
  }
  throw new Error(
    `no window shows ${part}, only ${app
      .windows()
      .map((page) => page.url())
      .join(' ')}`,
  );
}

/** Both windows, when they have heard from the station: keys that are pressed before do nothing. */
export async function desktopPages(app: ElectronApplication): Promise<Pages> {
  const desk = await deskPage(app);
  const station = new DesktopStation(desk);
  // a virtual screen of a test machine is often the only one: the output then waits to be asked onto it
  if ((await station.shell()).displays.length === 1) {
    await station.send({ type: 'output.edit', outputId: 'program', target: { kind: 'window' } });
  }
  const program = await pageAt(app, '/output/program');
  await program.locator('html[data-connection="live"]').waitFor();
  return { desk, program };
}

/** The desk alone, where there may be no output. */
export async function deskPage(app: ElectronApplication): Promise<Page> {
  const desk = await pageAt(app, '/desk');
  await desk.getByRole('grid', { name: 'Rundown' }).waitFor();
  return desk;
}

/** The window that shows a page, in the main process. */
export const windowOf = (app: ElectronApplication, page: Page): Promise<JSHandle<Electron.BrowserWindow>> =>
  app.browserWindow(page) as Promise<JSHandle<Electron.BrowserWindow>>;

/** The hands that only the stand-in has. */
export const standInOf = (app: ElectronApplication): Promise<JSHandle<StandIn>> =>
  app.evaluateHandle(() => (globalThis as unknown as { standIn: StandIn }).standIn);

/** Brings cue 110 to air by the keyboard, and waits until the output says that it is seen. */
export async function takeOnAir({ desk, program }: Pages): Promise<void> {
  await desk.keyboard.type('110');
  await desk.keyboard.press('Enter');
  const strap = program.locator('[data-layer="lower-third"]');
  await strap.and(program.locator('[data-state="armed"]')).waitFor({ state: 'attached' });
  await desk.keyboard.press('Space');
  await strap.and(program.locator('[data-state="on"]')).waitFor({ state: 'attached' });
}

/** One of the desk's verbs, as its page says it. */
export const say = (desk: Page, verb: DeskVerb): Promise<VerbAnswer> =>
  desk.evaluate(
    (name) =>
      (globalThis as unknown as { tallydesk: Record<string, () => Promise<VerbAnswer>> }).tallydesk[name]?.(),
    verb,
  ) as Promise<VerbAnswer>;

/** What was asked of the operator in native boxes and dialogs so far; the stand-in only. */
export async function dialogsOf(app: ElectronApplication): Promise<string[]> {
  const asked = await (await standInOf(app)).evaluate((hands) => hands.asked.dialogs);
  return asked.map(({ kind, options }) => `${kind}: ${JSON.stringify(options)}`);
}

/** The operator's answer to the next native box or dialog; the stand-in only. */
export async function answerDialog(app: ElectronApplication, answer: object): Promise<void> {
  await (await standInOf(app)).evaluate((hands, given) => hands.answerDialog(given), answer);
}
