/** Facts from a file: columns matched, every difference seen before anything is written, one undo step. */
import { Buffer } from 'node:buffer';
import { expect, openPages, skipInDesktop, test } from '../support/app.ts';

skipInDesktop('needs REST beside the desk');
test.use({ show: 'nz-2008' });

const CSV = [
  'id,Wording,kind,Remark',
  'sheet-1,Polls have closed in every electorate.,headline,a',
  'sheet-2,Counting has begun in Tāmaki Makaurau.,headline,b',
  'sheet-3,,headline,c',
  'sheet-4,A kind that is none.,gossip,d',
].join('\n');

test('a table is matched, compared, imported and undone', async ({ context, serve }) => {
  const station = await serve();
  const { desk } = await openPages(context, station);
  const before = (await station.get<{ facts: unknown[] }>('show')).facts.length;
  await desk.keyboard.press('Control+k');
  await desk.keyboard.type('import');
  await desk.keyboard.press('Enter');
  const dialog = desk.getByRole('dialog', { name: 'Import facts' });
  await dialog.getByLabel('Choose a file…').setInputFiles({
    name: 'sheet.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(CSV),
  });
  // the heading is none of ours: nothing can be compared before it is matched
  await dialog.getByRole('combobox', { name: 'Field for Wording' }).selectOption({ value: 'statement' });
  await expect(dialog.getByText('1 column is not used')).toBeVisible();
  await dialog.getByRole('button', { name: 'Show differences' }).click();

  const rows = dialog.getByRole('grid', { name: 'Differences row by row' });
  await expect(dialog.getByRole('radio', { name: 'Refused 2' })).toBeChecked();
  await expect(rows).toBeVisible();
  await expect(rows).toContainText('row 4');
  await expect(rows).toContainText('row 5');
  await dialog.getByRole('radio', { name: 'New 2' }).click();
  await expect(rows).toContainText('Tāmaki Makaurau');
  expect((await station.get<{ facts: unknown[] }>('show')).facts).toHaveLength(before);

  await dialog.getByRole('button', { name: 'Import 2 facts' }).click();
  await expect(dialog.getByRole('status')).toHaveText('2 facts in, as one undo step.');
  const { facts } = await station.get<{ facts: { id: string; approval: string; author: string }[] }>('show');
  expect(facts.find(({ id }) => id === 'sheet-2')).toMatchObject({ approval: 'draft', author: 'operator' });
  // what another has done since is not undone in the import's name
  const undo = dialog.getByRole('button', { name: 'Undo the import' });
  await expect(undo).toBeVisible();
  await station.command({ type: 'fact.create', kind: 'headline', statement: 'Written since.' });
  await expect(undo).toBeHidden();
  await station.command({ type: 'show.undo' });
  await undo.click();
  await expect(dialog.getByRole('status')).toContainText('Undone');
  expect((await station.get<{ facts: unknown[] }>('show')).facts).toHaveLength(before);

  // the same headings again: what was matched is remembered
  await dialog.getByRole('button', { name: 'Import another file' }).click();
  await dialog.getByLabel('Choose a file…').setInputFiles({
    name: 'sheet.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(CSV),
  });
  await expect(dialog.getByRole('columnheader', { name: 'Our field' })).toBeVisible();
});

test('a file that is no table of facts is refused in words', async ({ context, serve }) => {
  const { desk } = await openPages(context, await serve());
  await desk.keyboard.press('Control+k');
  await desk.keyboard.type('import');
  await desk.keyboard.press('Enter');
  const dialog = desk.getByRole('dialog', { name: 'Import facts' });
  await dialog.getByLabel('Choose a file…').setInputFiles({
    name: 'facts.json',
    mimeType: 'application/json',
    buffer: Buffer.from('{"facts": ['),
  });
  await expect(
    dialog.getByRole('list', { name: 'About the file' }).or(dialog.getByRole('alert')),
  ).toContainText(/facts\.json|JSON/);
  await expect(dialog.getByRole('button', { name: /^Import \d/ })).toHaveCount(0);
});
