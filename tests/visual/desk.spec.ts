/**
 * The desk as an operator sees it with something on air and something on preview, at the three sizes that it is made for
 * and in its three themes. What moves by itself is covered: the clock, times and counters.
 */
import type { Page } from '@playwright/test';
import { expect, layer, openPages, test } from '../support/app.ts';
import type { Theme } from '../../renderer/looks/theme.ts';

test.use({ show: 'nz-2008' });

const wear = (desk: Page, theme: Theme) =>
  desk.evaluate((name) => (document.documentElement.dataset['theme'] = name), theme);

async function look(desk: Page, name: string): Promise<void> {
  await expect(desk).toHaveScreenshot(`desk-${name}.png`, {
    animations: 'disabled',
    mask: [
      desk.getByRole('timer'),
      desk.getByRole('region', { name: 'Outputs' }),
      desk.getByRole('region', { name: 'Layers' }).getByText(/^on for/),
      desk.locator('iframe'),
    ],
    maskColor: '#7f7f7f',
    maxDiffPixelRatio: 0.001,
  });
}

test('the desk at three sizes and in three themes', async ({ context, serve }) => {
  const { desk, program } = await openPages(context, await serve());
  await desk.keyboard.type('110');
  await desk.keyboard.press('Enter');
  await expect(layer(program, 'lower-third')).toHaveAttribute('data-state', 'armed');
  await desk.keyboard.press('Space');
  await expect(layer(program, 'lower-third')).toHaveAttribute('data-state', 'on');
  await expect(desk.getByRole('figure', { name: /^PREVIEW 120/ })).toBeVisible();
  await expect(desk.getByRole('region', { name: 'Layers' })).toContainText('Next: 120');
  await desk.mouse.move(2, 2);
  for (const [width, height] of [
    [1280, 720],
    [1920, 1080],
    [3840, 2160],
  ] as const) {
    await desk.setViewportSize({ width, height });
    await look(desk, `${width}-dark`);
  }
  await desk.setViewportSize({ width: 1920, height: 1080 });
  for (const theme of ['light', 'studio'] as const) {
    await wear(desk, theme);
    await look(desk, `1920-${theme}`);
  }
  await wear(desk, 'dark');
  await desk.keyboard.press('Alt+2');
  await expect(desk.getByRole('grid', { name: 'Facts of the show' })).toBeVisible();
  await look(desk, 'facts-1920-dark');
});
