/**
 * The desk as an operator sees it with something on air and something on preview, at the sizes that it is made for and in
 * its themes. The clocks of the station and of the desk stand still, so that every time in the picture is in it; hidden
 * are only what stages measure of themselves, and the monitors, whose graphics have baselines of their own.
 */
import type { Locator, Page } from '@playwright/test';
import { expect, layer, openPages, test } from '../support/app.ts';
import type { Theme } from '../../renderer/looks/theme.ts';

/** 21:44 on the night, a minute before the next planned cue. */
const NIGHT = Date.UTC(2008, 10, 8, 8, 44);

test.use({ show: 'nz-2008' });

const wear = (desk: Page, theme: Theme) =>
  desk.evaluate((name) => (document.documentElement.dataset['theme'] = name), theme);

/** No masks: they are drawn in the wrong place where the desk is zoomed, as it is on the largest screen. */
const hide = (moving: Locator) =>
  moving.evaluateAll((all) => {
    for (const element of all) if (element instanceof HTMLElement) element.style.visibility = 'hidden';
  });

const look = (desk: Page, name: string) =>
  expect(desk).toHaveScreenshot(`desk-${name}.png`, {
    animations: 'disabled',
    maxDiffPixelRatio: 0.0003,
  });

test('the desk at its sizes and in its themes', async ({ context, serve }) => {
  const station = await serve({ clock: NIGHT });
  await context.clock.setFixedTime(NIGHT);
  const { desk, program } = await openPages(context, station);
  await desk.keyboard.type('110');
  await desk.keyboard.press('Enter');
  await expect(layer(program, 'lower-third')).toHaveAttribute('data-state', 'armed');
  await desk.keyboard.press('Space');
  await expect(layer(program, 'lower-third')).toHaveAttribute('data-state', 'on');
  await expect(desk.getByRole('region', { name: 'Layers' })).toContainText('Next: 120');
  await expect(desk.getByRole('timer')).toHaveText('21:44:00');
  await expect(desk.getByRole('button', { name: /^Pre-flight: 3/ })).toBeVisible();
  await desk.mouse.move(2, 2);
  const pages = desk
    .getByRole('region', { name: 'Outputs' })
    .getByRole('listitem')
    .filter({ hasText: 'fps' });
  await expect(pages).toHaveCount(3);
  await hide(pages);
  await hide(desk.locator('iframe'));
  for (const [width, height] of [
    [1280, 720],
    [3840, 2160],
    [1920, 1080],
  ] as const) {
    await desk.setViewportSize({ width, height });
    await look(desk, `${width}-dark`);
  }
  for (const theme of ['light', 'studio'] as const) {
    await wear(desk, theme);
    await look(desk, `1920-${theme}`);
  }
});
