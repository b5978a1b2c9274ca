/** Several desks on one station, reloads of the desk, and facts from draft to air. */
import { AxeBuilder } from '@axe-core/playwright';
import { expect, layer, openPages, test } from '../support/app.ts';
import { isDesktop } from '../support/desktop-app.ts';

test.use({ show: 'nz-2008' });

test('two desks see the same air, whoever acts', async ({ context, serve }, info) => {
  test.skip(isDesktop(info), 'opens a second desk in a browser');
  const station = await serve();
  const { desk, program } = await openPages(context, station);
  const other = await context.newPage();
  await other.goto(station.addresses.desk);
  await desk.keyboard.type('110');
  await desk.keyboard.press('Enter');
  await expect(layer(program, 'lower-third')).toHaveAttribute('data-state', 'armed');
  await desk.keyboard.press('Space');
  for (const page of [desk, other]) {
    await expect(page.getByRole('region', { name: 'Layers' })).toContainText('Auckland Central');
  }
  await other.bringToFront();
  await other.keyboard.press('Backspace');
  await expect(layer(program, 'lower-third')).not.toHaveAttribute('data-cue', 'auckland-central-flip');
  await expect(desk.getByRole('region', { name: 'Layers' })).not.toContainText('Auckland Central');
});

test('a reloaded desk is as it was, and air does not notice', async ({ pages: { desk, program } }) => {
  await desk.keyboard.type('110');
  await desk.keyboard.press('Enter');
  await expect(layer(program, 'lower-third')).toHaveAttribute('data-state', 'armed');
  await desk.keyboard.press('Space');
  await expect(layer(program, 'lower-third')).toHaveAttribute('data-state', 'on');
  await desk.reload();
  await expect(desk.getByRole('region', { name: 'Layers' })).toContainText('Auckland Central');
  await expect(layer(program, 'lower-third')).toHaveAttribute('data-state', 'on');
});

test('the desk passes an accessibility scan', async ({ pages: { desk } }) => {
  await expect(desk.getByRole('tab', { name: /^Rundown/ })).toBeVisible();
  const { violations } = await new AxeBuilder({ page: desk })
    .withTags(['wcag2a', 'wcag2aa', 'wcag22aa'])
    .analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`)).toEqual([]);
});

test('a part of the desk that breaks down takes no key with it', async ({ pages: { desk, program } }) => {
  await desk.evaluate(() => {
    // what a fault anywhere in the top bar comes to
    Object.defineProperty(Intl.DateTimeFormat.prototype, 'format', {
      get: () => {
        throw new Error('no clock');
      },
    });
  });
  await expect(desk.getByRole('alert').filter({ hasText: 'broken down' })).toBeVisible();
  await desk.keyboard.type('110');
  await desk.keyboard.press('Enter');
  await expect(layer(program, 'lower-third')).toHaveAttribute('data-state', 'armed');
  await desk.keyboard.press('Space');
  await expect(layer(program, 'lower-third')).toHaveAttribute('data-state', 'on');
});
