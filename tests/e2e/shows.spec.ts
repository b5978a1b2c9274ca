/** Shows from a desk in a browser: another one behind the same address, one file out and in, and a version back. */
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, layer, openPages, skipInDesktop, test } from '../support/app.ts';

test.use({ show: 'nz-2008' });
skipInDesktop('the desktop app opens shows from its own menu');

const HOLD = 1000;

test('another show takes the place of this one: never on air, and outputs show nothing of the old one', async ({
  context,
  serve,
}) => {
  test.slow();
  const station = await serve();
  const { desk, program } = await openPages(context, station);
  await desk.keyboard.type('110');
  await desk.keyboard.press('Enter');
  await desk.keyboard.press('Space');
  await expect(layer(program, 'lower-third')).toHaveAttribute('data-state', 'on');
  await desk.getByRole('button', { name: /Shows and versions…/ }).click();
  const dialog = desk.getByRole('dialog', { name: 'Shows' });
  const open = dialog.getByRole('button', { name: /Hold to open “.*2023/ });
  await expect(open).toBeDisabled();
  await expect(dialog.getByRole('status').first()).toContainText('On air: 110');
  await desk.keyboard.press('Control+Shift+Escape');
  await expect(layer(program, 'lower-third')).not.toHaveAttribute('data-state', 'on');
  await expect(open).toBeEnabled();

  // one file out …
  const [download] = await Promise.all([
    desk.waitForEvent('download'),
    dialog.getByRole('link', { name: 'Export as one file' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('nz-2008.tallydesk');
  const file = join(test.info().outputDir, 'second-night.tallydesk');
  await download.saveAs(file);
  // … and in again, under a name of its own
  await dialog.getByLabel('Import a .tallydesk file…').setInputFiles(file);
  await expect(dialog.getByRole('list', { name: 'Shows in the data folder' })).toContainText('second-night');

  const { violations } = await new AxeBuilder({ page: desk })
    .withTags(['wcag2a', 'wcag2aa', 'wcag22aa'])
    .analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`)).toEqual([]);
  await open.hover();
  await desk.mouse.down();
  await desk.waitForTimeout(HOLD);
  await desk.mouse.up();
  // the same desk and the same output, by themselves
  await expect(desk.getByRole('button', { name: /2023.*Shows and versions…/ })).toBeVisible({
    timeout: 20_000,
  });
  await expect(program.locator('html')).toHaveAttribute('data-connection', 'live');
  for (const state of ['on', 'coming']) {
    await expect(layer(program, 'lower-third')).not.toHaveAttribute('data-state', state);
  }
  // armed for the old show, and gone with it
  await expect(layer(program, 'lower-third')).not.toHaveAttribute('data-cue', 'west-coast-flip');
});

test('a version that was saved by hand is compared with now, and gone back to', async ({
  pages: { desk },
}) => {
  const dialog = desk.getByRole('dialog', { name: 'Shows' });
  const versions = async () => {
    await desk.getByRole('button', { name: /Shows and versions…/ }).click();
    await dialog.getByRole('tab', { name: 'Versions' }).click();
  };
  await versions();
  await dialog.getByRole('textbox', { name: 'Name of this version' }).fill('Before polls close');
  await dialog.getByRole('button', { name: 'Save version' }).click();
  await expect(dialog.getByRole('list')).toContainText('Before polls close');
  await dialog.getByRole('button', { name: 'Close' }).click();
  const title = desk.getByRole('button', { name: /Shows and versions…/ });
  const was = (await title.textContent()) ?? '';
  await title.click();
  await dialog.getByRole('textbox', { name: 'Title', exact: true }).fill('Another night');
  await dialog.getByRole('button', { name: 'Rename' }).click();
  await expect(title).toHaveText('Another night');
  await dialog.getByRole('tab', { name: 'Versions' }).click();
  const row = dialog.getByRole('listitem').filter({ hasText: 'Before polls close' });
  await row.getByRole('button', { name: 'Compare with now' }).click();
  await expect(dialog.getByRole('region', { name: 'Settings' })).toContainText('Another night');
  await dialog.getByRole('tab', { name: 'Versions' }).click();
  await row.getByRole('button', { name: /Hold to go back/ }).hover();
  await desk.mouse.down();
  await desk.waitForTimeout(HOLD);
  await desk.mouse.up();
  await expect(title).toHaveText(was);
});
