/**
 * Every page, every workspace and the main dialogs, scanned for WCAG 2.2 AA in the dark and in the light. And at 200 %:
 * nothing is lost, and nothing lies outside of the screen. The contrast of all themes is in tests/renderer/tokens.test.ts.
 */
import type { Page } from '@playwright/test';
import { expect, openPages, skipInDesktop, test } from '../support/app.ts';
import { scan } from '../support/axe.ts';

test.use({ show: 'nz-2008' });
skipInDesktop('opens pages of its own');

/** In the dark with every rule, in the light for what another theme can break. The rest of the themes is arithmetic. */
async function inBothThemes(page: Page, within = 'body'): Promise<string[]> {
  const wear = (theme: 'dark' | 'light') =>
    page.evaluate((name) => (document.documentElement.dataset['theme'] = name), theme);
  await wear('light');
  const light = await scan(page, { within, only: ['color-contrast'] });
  await wear('dark');
  return [...light.map((line) => `light: ${line}`), ...(await scan(page, { within }))];
}

const workspaces = (desk: Page) => desk.getByRole('navigation', { name: 'Workspaces' }).getByRole('button');

test('every workspace can be read in the dark and in the light', async ({ context, serve }) => {
  const { desk } = await openPages(context, await serve());
  await desk.keyboard.type('110');
  await desk.keyboard.press('Enter');
  await expect(desk.getByRole('figure', { name: /^PREVIEW 110/ })).toBeVisible();
  await desk.keyboard.press('Space');
  await expect(desk.getByRole('region', { name: 'Layers' })).toContainText('ON AIR');
  expect(await inBothThemes(desk)).toEqual([]);
  for (const tab of ['Facts', 'Pre-flight']) {
    await desk.getByRole('tab', { name: new RegExp(`^${tab}`) }).click();
    expect(await inBothThemes(desk, '[role=tabpanel]'), tab).toEqual([]);
  }
  for (const button of (await workspaces(desk).all()).slice(1)) {
    await button.click();
    await expect(desk.getByRole('main')).toBeVisible();
    expect(await inBothThemes(desk, 'main'), (await button.textContent()) ?? '').toEqual([]);
  }
});

/** What is opened from the palette, by the words that find it. */
const DIALOGS = [
  'Keys',
  'Set up outputs',
  'Add feed',
  'Import facts',
  'Show settings',
  'Settings of this desk',
  'Desks',
  'History',
  'Shows',
  'Rehearsal report',
  'Help',
];

test('every dialog can be read in the dark and in the light', async ({ context, serve }) => {
  const { desk } = await openPages(context, await serve());
  const look = async (name: string) => {
    const dialog = desk.getByRole('dialog');
    await expect(dialog).toBeVisible();
    expect(await inBothThemes(desk, '[role=dialog]'), name).toEqual([]);
    await desk.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
  };
  for (const name of DIALOGS) {
    await desk.keyboard.press('Control+k');
    await desk.keyboard.type(name);
    await desk.keyboard.press('Enter');
    await look(name);
  }
  await desk.keyboard.press('Control+k');
  await look('palette');
  await desk.keyboard.press('Alt+1');
  await desk.getByRole('button', { name: 'New cue' }).click();
  await look('New cue');
});

test('the workbench can be read in the dark and in the light', async ({ context, serve }) => {
  const { desk } = await openPages(context, await serve());
  await desk.goto(desk.url().replace('/desk', '/workbench'));
  await expect(desk.getByRole('heading', { name: /Workbench/ })).toBeVisible();
  expect(await inBothThemes(desk), 'gallery').toEqual([]);
  await desk.goto(`${desk.url().replace(/#.*/, '')}#lower-third-name`);
  await expect(desk.getByRole('button', { name: 'Play' })).toBeVisible();
  expect(await inBothThemes(desk), 'bench').toEqual([]);
});

test('the shot box can be read in the dark and in the light', async ({ context, serve }) => {
  const { desk } = await openPages(context, await serve());
  await desk.goto(desk.url().replace('/desk', '/shotbox'));
  await expect(desk.getByRole('button', { name: /^Cue \d/ }).first()).toBeVisible();
  expect(await inBothThemes(desk)).toEqual([]);
});

/** Controls that can neither be seen nor scrolled to. */
const lost = (page: Page) =>
  page.evaluate(() => {
    const scrolls = (element: Element | null): boolean => {
      if (!element) return false;
      const { overflowX, overflowY } = getComputedStyle(element);
      const goesOn = element.scrollHeight > element.clientHeight || element.scrollWidth > element.clientWidth;
      return (goesOn && /auto|scroll/.test(overflowX + overflowY)) || scrolls(element.parentElement);
    };
    return [...document.querySelectorAll('button, input, select, textarea, a')].flatMap((element) => {
      const { left, top, right, bottom, width } = element.getBoundingClientRect();
      const isOut = right > innerWidth + 1 || bottom > innerHeight + 1 || left < -1 || top < -1;
      return width > 0 && isOut && !scrolls(element.parentElement)
        ? [element.getAttribute('aria-label') ?? element.textContent]
        : [];
    });
  });

test('at 200 % nothing is lost, and no page scrolls sideways', async ({ context, serve }) => {
  const { desk } = await openPages(context, await serve());
  await desk.setViewportSize({ width: 960, height: 540 });
  for (const button of await workspaces(desk).all()) {
    await button.click();
    await expect(desk.getByRole('main')).toBeVisible();
    expect(await lost(desk), (await button.textContent()) ?? '').toEqual([]);
    const wide = await desk.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(wide).toBeLessThanOrEqual(0);
  }
});
