/** The templates workspace and the theme: judged on real graphics, used by one command, undone; air keeps its look. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import type { Theme } from '../../core/schema/theme.ts';
import type { State } from '../../core/state.ts';
import { expect, layer, openPages, skipInDesktop, test } from '../support/app.ts';
import type { ServeProcess } from '../support/serve-process.ts';

skipInDesktop('talks REST to its own station');
test.use({ show: 'nz-2008' });
test.slow();

const themeOf = async (station: ServeProcess): Promise<Theme> =>
  (await station.get<{ theme: Theme }>('show')).theme;

const violationsOf = async (desk: Page): Promise<string[]> => {
  const { violations } = await new AxeBuilder({ page: desk }).include('main').analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`);
};

async function toTemplates(desk: Page): Promise<void> {
  await expect(desk.getByRole('grid', { name: 'Rundown' })).toBeVisible();
  await desk.keyboard.press('Alt+5');
  await expect(desk.getByRole('grid', { name: 'Templates of this station' })).toBeVisible();
}

test('every template is there with what one must know of it', async ({ context, serve }) => {
  const { desk } = await openPages(context, await serve());
  await toTemplates(desk);
  const list = desk.getByRole('grid', { name: 'Templates of this station' });
  await list.getByRole('row', { name: /Seat arc/ }).click();
  const detail = desk.getByRole('region', { name: 'Template', exact: true });
  await expect(detail.getByRole('heading', { name: /Seat arc/ })).toBeVisible();
  await expect(detail).toContainText('Used by');
  await expect(detail.getByRole('region', { name: 'Versions' })).toContainText('IN USE', {
    ignoreCase: true,
  });
  await desk.screenshot({ path: 'test-results/desk-templates.png' });
  await desk.setViewportSize({ width: 1280, height: 720 });
  await desk.screenshot({ path: 'test-results/desk-templates-720.png' });
  expect(await violationsOf(desk)).toEqual([]);
});

test('a theme is previewed, used and undone; what is on air keeps its look', async ({ context, serve }) => {
  const station = await serve();
  const { desk, program } = await openPages(context, station);
  await expect(desk.getByRole('grid', { name: 'Rundown' })).toBeFocused();
  await desk.keyboard.type('110');
  await desk.keyboard.press('Enter');
  await expect(layer(program, 'lower-third')).toHaveAttribute('data-state', 'armed');
  await desk.keyboard.press('Space');
  await expect(layer(program, 'lower-third')).toHaveAttribute('data-state', 'on');
  const before = await themeOf(station);

  await toTemplates(desk);
  await desk.getByRole('tab', { name: 'Theme' }).click();
  const previews = desk.getByRole('region', { name: 'Preview of the theme' });
  await expect(previews.getByRole('figure')).toHaveCount(3);
  await desk.getByRole('button', { name: 'Kererū' }).click();
  await expect(desk.getByText('Not used yet')).toBeVisible();
  const quiet = desk.getByRole('textbox', { name: 'Quiet text', exact: true });
  await quiet.fill('#cccccc');
  await quiet.press('Enter');
  await expect(desk.getByRole('list', { name: 'Contrast' })).toContainText('below 4.5 : 1');
  expect(await themeOf(station)).toEqual(before);
  await desk.screenshot({ path: 'test-results/desk-theme.png' });
  await desk.setViewportSize({ width: 1280, height: 720 });
  await expect(desk.getByRole('button', { name: 'Use this theme' })).toBeInViewport();
  await desk.screenshot({ path: 'test-results/desk-theme-720.png' });
  expect(await violationsOf(desk)).toEqual([]);

  await desk.getByRole('button', { name: 'Use this theme' }).click();
  await expect(desk.getByText('This is the show’s theme.')).toBeVisible();
  expect(await themeOf(station)).toMatchObject({ id: 'own', corner: 20, colours: { muted: '#cccccc' } });
  const { channels } = await station.get<Pick<State['air'], 'channels'>>('air');
  const { current, armed } = channels.program.layers['lower-third'];
  expect(JSON.stringify(current)).toContain('Auckland Central');
  expect(JSON.stringify(current)).not.toContain('#cccccc');
  // what stands by has not been seen yet, so it is drawn anew
  expect(JSON.stringify(armed)).toContain('#cccccc');
  await desk.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect.poll(async () => (await themeOf(station)).id).toBe(before.id);
});
