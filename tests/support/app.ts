/**
 * Tallydesk as a test sees it: a desk page that acts and a program page that asserts. The same specs run against
 * `serve` with Chromium and, in the projects `electron` and `desktop`, against the desktop app.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, type BrowserContext, type Page } from '@playwright/test';
import { desktopPages, endDesktop, isDesktop, launchDesktop, type Pages } from './desktop-app.ts';
import { ServeProcess, type ServeOptions } from './serve-process.ts';

export { expect } from '@playwright/test';

interface Fixtures {
  /** Which demo night, set with `test.use({ show: 'nz-2023' })`. */
  show: string;
  data: string;
  /** Starts (again) a station on this test's data folder; all are stopped at the end. */
  serve: (options?: Partial<ServeOptions>) => Promise<ServeProcess>;
  /** A desk and a program output of one station. */
  pages: Pages;
}

/** This browser has seen the tour: it is not offered over what a test looks at. */
export const notNew = (): void => {
  if (window === window.top) localStorage.setItem('tallydesk.tour', 'left');
};

/** A station's pages in this browser. Each in its own window, so that neither is in the background. */
export async function openPages(context: BrowserContext, station: ServeProcess): Promise<Pages> {
  await context.addInitScript(notNew);
  const program = await context.newPage();
  await program.goto(`${station.addresses.outputs.program}&background=black`);
  const desk = await context.newPage();
  await desk.goto(station.addresses.desk);
  // keys that are pressed before do nothing
  await desk.getByRole('grid', { name: 'Rundown' }).waitFor();
  return { desk, program };
}

export const test = base.extend<Fixtures>({
  show: ['nz-2008', { option: true }],
  data: async ({}, use) => {
    const data = await mkdtemp(join(tmpdir(), 'tallydesk-'));
    await use(data);
    // an app that a failed test has left may still be writing
    await rm(data, { recursive: true, force: true, maxRetries: 10 });
  },
  serve: async ({ data, show }, use) => {
    const started: ServeProcess[] = [];
    await use(async (options = {}) => {
      const station = await ServeProcess.start({ data, show, ...options });
      started.push(station);
      return station;
    });
    await Promise.all(started.map((station) => station.stop()));
  },
  pages: async ({ context, data, show, serve }, use, info) => {
    if (isDesktop(info)) {
      const app = await launchDesktop({ data, show });
      await use(await desktopPages(app));
      await endDesktop(app);
      return;
    }
    await use(await openPages(context, await serve()));
  },
});

/** The element of one layer on a stage page. */
export const layer = (stage: Page, id: string) => stage.locator(`[data-layer="${id}"]`);

/** For specs that need a station which the desktop app, having its own, cannot give them. */
export const skipInDesktop = (why: string): void =>
  test.beforeEach(({}, info) => test.skip(isDesktop(info), why));
