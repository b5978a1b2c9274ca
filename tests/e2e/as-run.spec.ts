/** The as-run desk: what was shown, with a picture of it from the stage; and air as it was at a moment. */
import { readFile } from 'node:fs/promises';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, layer, openPages, skipInDesktop, test } from '../support/app.ts';

test.use({ show: 'nz-2008' });
skipInDesktop('looks at a station that takes pictures with a browser of its own');

test('a producer finds what was shown, sees it again as it was, and takes the log along', async ({
  context,
  serve,
}) => {
  test.slow();
  const station = await serve({ pictures: true });
  const { desk, program } = await openPages(context, station);
  for (const [number, state] of [
    ['110', 'on'],
    ['120', 'on'],
  ] as const) {
    await desk.keyboard.type(number);
    await desk.keyboard.press('Enter');
    await desk.keyboard.press('Space');
    await expect(layer(program, 'lower-third')).toHaveAttribute('data-state', state);
    // the picture is taken a second after it is on, and only of what is still up
    if (number === '110') {
      await expect
        .poll(
          async () => {
            const answer = await fetch(`${station.addresses.api}/as-run?key=${station.addresses.key}`);
            const { entries } = (await answer.json()) as { entries: { picture: boolean }[] };
            return entries[0]?.picture;
          },
          { timeout: 30_000 },
        )
        .toBe(true);
    }
  }
  await desk.keyboard.press('Alt+6');
  const table = desk.getByRole('grid', { name: 'Showings' });
  await expect(table.getByRole('row')).toHaveCount(2);
  await expect(table.getByRole('row').first()).toContainText('ON AIR');
  await table.getByRole('row').nth(1).click();
  const detail = desk.getByRole('region', { name: 'One showing' });
  const picture = detail.getByRole('img', { name: /What viewers saw of 110/ });
  await expect(picture).toBeVisible();
  expect(await picture.evaluate((img: HTMLImageElement) => [img.naturalWidth, img.naturalHeight])).toEqual([
    480, 270,
  ]);
  await expect(detail.getByRole('region', { name: 'What it said' })).toContainText('Auckland Central');
  await expect(detail.getByRole('region', { name: 'Proof' })).toContainText(/[0-9a-f]{64}/);

  // no line of the table moves while something is taken
  await desk.keyboard.press('Backspace');
  await expect(table.getByRole('row').first()).not.toContainText('ON AIR');

  await desk.getByRole('searchbox', { name: 'Search showings' }).fill('auckland');
  await expect(table.getByRole('row')).toHaveCount(1);
  const [download] = await Promise.all([
    desk.waitForEvent('download'),
    desk.getByRole('button', { name: 'Export CSV' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('as-run-nz-2008.csv');
  const csv = await readFile(await download.path(), 'utf8');
  expect(csv.trim().split('\r\n')).toHaveLength(2);

  const { violations } = await new AxeBuilder({ page: desk })
    .withTags(['wcag2a', 'wcag2aa', 'wcag22aa'])
    .analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`)).toEqual([]);
  await desk.getByRole('searchbox', { name: 'Search showings' }).fill('');
  await detail.getByRole('button', { name: 'Show air at this moment' }).click();
  const program1 = desk.getByRole('region', { name: 'Program', exact: true });
  await expect(program1.locator('iframe')).toHaveCount(1);
  await expect(program1).toContainText('Auckland Central');
  await desk.getByRole('textbox', { name: 'Show air at' }).fill('half past nine');
  await desk.keyboard.press('Enter');
  await expect(desk.getByText('This is not a time.')).toBeVisible();
});
