/** Results worked out on the desk: the House of a stored election, why, who can govern, and the baseline of the show. */
import { AxeBuilder } from '@axe-core/playwright';
import { expect, openPages, skipInDesktop, test } from '../support/app.ts';

skipInDesktop('needs REST beside the desk');
test.use({ show: 'nz-2008' });

test('a stored election is worked out, compared and made a fact', async ({ context, serve }) => {
  const station = await serve();
  const { desk } = await openPages(context, station);
  await desk.getByRole('navigation', { name: 'Workspaces' }).getByRole('button', { name: 'Results' }).click();
  await desk.getByRole('option', { name: /2008 general election\s*Official/ }).click();
  const house = desk.getByRole('region', { name: 'House' });
  await expect(house.getByRole('img', { name: /^House of 122, 62 to govern/ })).toBeVisible();
  await expect(house.getByRole('row', { name: /^National Party/ })).toContainText('58');
  await expect(desk.getByText('National has the last seat, 0.44 ahead of Labour.')).toBeVisible();

  // from rounded shares it is another House, and says that it is a projection
  await house.getByRole('radio', { name: 'Rounded shares' }).click();
  await expect(house.getByRole('row', { name: /^National Party/ })).toContainText('57');
  await expect(house.getByText('PROJECTION', { exact: true })).toBeVisible();
  await house.getByRole('radio', { name: 'Votes' }).click();

  await desk.getByRole('tab', { name: 'Who can govern' }).click();
  const govern = desk.getByRole('tabpanel', { name: 'Who can govern' });
  const coalitions = govern.getByRole('list').first().getByRole('listitem');
  await expect(coalitions.first()).toContainText('101 seats');
  const all = await coalitions.count();
  await govern.getByRole('combobox', { name: 'One party' }).selectOption({ label: 'National' });
  await govern.getByRole('combobox', { name: 'The other party' }).selectOption({ label: 'Labour' });
  await govern.getByRole('button', { name: 'Leave out' }).click();
  await expect(coalitions).toHaveCount(all - 1);

  await house.getByRole('button', { name: 'Make it the baseline' }).click();
  await desk.getByRole('option', { name: /2008 general election\s*Election night/ }).click();
  await expect(house.getByText('Changes against official result 2008')).toBeVisible();
  await expect(house.getByRole('row', { name: /^National Party/ })).toContainText('+1');
  await house.getByRole('button', { name: 'Make a fact of this House' }).click();
  await expect(desk.getByRole('status', { name: 'Status' })).toContainText('Written as a draft');
  const { facts } = await station.get<{ facts: { kind: string; approval: string; statement: string }[] }>(
    'show',
  );
  expect(facts.at(-1)).toMatchObject({
    kind: 'seat_tally',
    approval: 'draft',
    statement: 'The House by party, election night 2008: 122 seats.',
  });
});

test('feeds, results and imports pass an accessibility scan', async ({ context, serve }) => {
  const { desk } = await openPages(context, await serve());
  const scan = async () => {
    const { violations } = await new AxeBuilder({ page: desk })
      .withTags(['wcag2a', 'wcag2aa', 'wcag22aa'])
      .analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`)).toEqual(
      [],
    );
  };
  const nav = desk.getByRole('navigation', { name: 'Workspaces' });
  await nav.getByRole('button', { name: 'Results' }).click();
  await expect(desk.getByRole('img', { name: /to govern/ })).toBeVisible();
  for (const tab of ['Last seats', 'Next seat', 'Who can govern', 'Electorates']) {
    await desk.getByRole('tab', { name: tab }).click();
    await scan();
  }
  await nav.getByRole('button', { name: 'Feeds' }).click();
  await scan();
  await desk.getByRole('button', { name: 'Add feed…' }).click();
  await scan();
  await desk.keyboard.press('Escape');
  await desk.getByRole('button', { name: 'Import a file…' }).click();
  await scan();
});
