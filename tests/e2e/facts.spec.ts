/** The facts desk: written, approved by another, found, corrected on air, withdrawn, traced, put up, taken past the gate. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, layer, openPages, skipInDesktop, test } from '../support/app.ts';

test.use({ show: 'nz-2008' });
skipInDesktop('talks REST to its own station');

const FLIP = '2008-auckland-central-flip';
const table = (desk: Page) => desk.getByRole('grid', { name: 'Facts of the show' });
const fact = (desk: Page) => desk.getByRole('region', { name: 'Fact', exact: true });

/** Who sits here: approvals carry the name. */
async function signIn(desk: Page, name: string): Promise<void> {
  const field = desk.getByRole('textbox', { name: 'Your name' });
  await field.fill(name);
  await field.press('Enter');
  await expect(desk.getByRole('status', { name: 'Connection' })).toHaveText('Connected');
}

async function toFacts(desk: Page): Promise<void> {
  await expect(desk.getByRole('grid', { name: 'Rundown' })).toBeVisible();
  await desk.keyboard.press('Alt+2');
  await expect(table(desk)).toBeVisible();
}

/** Finds facts by words and rests on the first of them. */
async function find(desk: Page, words: string, count: number): Promise<void> {
  await desk.keyboard.press('/');
  await desk.getByRole('searchbox', { name: 'Search facts' }).fill(words);
  await expect(table(desk)).toHaveAttribute('aria-rowcount', String(count));
  await desk.keyboard.press('Enter');
  await expect(fact(desk)).toContainText('Revision');
}

/** Puts the Auckland Central flip on air. */
async function takeFlip(desk: Page, program: Page): Promise<void> {
  await expect(desk.getByRole('grid', { name: 'Rundown' })).toBeFocused();
  await desk.keyboard.type('110');
  await desk.keyboard.press('Enter');
  await expect(layer(program, 'lower-third')).toHaveAttribute('data-state', 'armed');
  await desk.keyboard.press('Space');
  await expect(layer(program, 'lower-third')).toHaveAttribute('data-state', 'on');
}

test('a fact is written, refused to its author, and approved by another', async ({ context, serve }) => {
  const station = await serve();
  const { desk } = await openPages(context, station);
  await toFacts(desk);
  await signIn(desk, 'Hana');
  await table(desk).focus();
  await desk.keyboard.press('n');
  const dialog = desk.getByRole('dialog', { name: 'New fact' });
  await dialog.getByRole('radio', { name: 'Person' }).click();
  await dialog.getByRole('textbox').fill('Ngāi Tahu spokesperson Hēmi Tāmati.');
  await desk.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  await expect(fact(desk)).toContainText('DRAFT');
  // the keyboard is in the form: Escape leaves it, and then A approves
  await desk.keyboard.press('Escape');
  await desk.keyboard.press('a');
  await expect(desk.getByRole('status', { name: 'Status' })).toContainText('another person');
  await signIn(desk, 'Ben');
  await table(desk).focus();
  await desk.keyboard.press('a');
  await expect(fact(desk)).toContainText('APPROVED');
  await expect(desk.getByRole('region', { name: 'Provenance' })).toContainText('Ben');
});

test('“maori” finds Māori; filters are chips, and stay when one looks elsewhere', async ({
  context,
  serve,
}) => {
  const { desk } = await openPages(context, await serve());
  await toFacts(desk);
  await desk.keyboard.press('/');
  await desk.keyboard.type('maori ');
  await expect(
    table(desk)
      .getByRole('row', { name: /Māori Party/ })
      .first(),
  ).toBeVisible();
  await desk.getByRole('group', { name: 'Filters' }).getByRole('button', { name: /^Kind/ }).click();
  const menu = desk.getByRole('dialog', { name: 'Kind' });
  await menu.getByRole('checkbox', { name: /Seat projection/ }).check();
  await expect(table(desk).getByText('Electorate flip')).toHaveCount(0);
  await desk.keyboard.press('Escape');
  const rows = await table(desk).getAttribute('aria-rowcount');
  await desk.keyboard.press('Alt+1');
  await expect(desk.getByRole('grid', { name: 'Rundown' })).toBeVisible();
  await desk.keyboard.press('Alt+2');
  await expect(desk.getByRole('searchbox', { name: 'Search facts' })).toHaveValue('maori ');
  await expect(table(desk)).toHaveAttribute('aria-rowcount', rows ?? '');
  await desk.getByRole('button', { name: 'Remove the filter Seat projection' }).click();
  await expect(table(desk)).not.toHaveAttribute('aria-rowcount', rows ?? '');
});

test('a corrected fact on air changes in place when another approves it', async ({ context, serve }) => {
  const station = await serve();
  const { desk, program } = await openPages(context, station);
  await takeFlip(desk, program);
  const frame = program.locator('[data-layer="lower-third"] iframe').first().contentFrame();
  await expect(frame.getByText('Nikki Kaye')).toBeVisible();
  await signIn(desk, 'Hana');
  await toFacts(desk);
  await find(desk, 'kaye beat tizard', 1);
  const winner = fact(desk).getByRole('textbox', { name: 'Winner', exact: true });
  await winner.fill('Nicola Kaye');
  await desk.keyboard.press('Enter');
  const dialog = desk.getByRole('dialog', { name: 'Correct a fact' });
  await expect(dialog.getByRole('radio', { name: 'Replace' })).toBeChecked();
  await expect(dialog).toContainText('ON AIR');
  await expect(frame.getByText('Nikki Kaye')).toBeVisible();
  await dialog.getByRole('textbox', { name: 'Reason, for the history' }).fill('Full name');
  await desk.keyboard.press('Control+Enter');
  await dialog.getByRole('button', { name: 'Close' }).click();
  // a draft reaches nobody: air keeps the approved words, and the cue cannot be taken
  await expect(fact(desk)).toContainText('DRAFT');
  await expect(frame.getByText('Nikki Kaye')).toBeVisible();
  const refused = await station.command({ type: 'cue.take', cueId: 'auckland-central-flip' });
  expect(refused.body.code).toBe('fact_draft');
  await signIn(desk, 'Ben');
  await table(desk).focus();
  await desk.keyboard.press('a');
  await expect(frame.getByText('Nicola Kaye')).toBeVisible();
  await expect(layer(program, 'lower-third')).toHaveAttribute('data-state', 'on');

  // who, from which source, at what count, and where was it shown: each one click away
  await desk.getByRole('tab', { name: 'History' }).click();
  const history = desk.getByRole('list', { name: 'History' });
  await expect(history).toContainText('Full name');
  await expect(history).toContainText('Nicola Kaye');
  await expect(history.getByRole('listitem').first()).toContainText('Ben');
  await desk.getByRole('tab', { name: 'Shown' }).click();
  await expect(desk.getByRole('list', { name: 'Where it was shown' })).toContainText(
    '110 Auckland Central flip',
  );
  await expect(desk.getByRole('region', { name: 'Provenance' })).toContainText('Election-night round-up');
});

test('withdrawn on air: the dialog pulls it, and viewers see it leave', async ({ context, serve }) => {
  const station = await serve();
  const { desk, program } = await openPages(context, station);
  await takeFlip(desk, program);
  await toFacts(desk);
  await find(desk, 'kaye beat tizard', 1);
  await desk.keyboard.press('w');
  const dialog = desk.getByRole('dialog', { name: 'Withdraw a fact' });
  await expect(dialog.getByRole('radio', { name: 'Pull' })).toBeChecked();
  await expect(layer(program, 'lower-third')).toHaveAttribute('data-state', 'on');
  // a recall that is typed into the dialog withdraws nothing
  await desk.keyboard.type('12');
  await desk.keyboard.press('Enter');
  await expect(dialog.getByRole('button', { name: 'Withdraw' })).toBeVisible();
  await expect(layer(program, 'lower-third')).toHaveAttribute('data-state', 'on');
  await dialog.getByRole('textbox', { name: 'Reason, for the history' }).fill('The count was wrong');
  await desk.keyboard.press('Control+Enter');
  await expect(layer(program, 'lower-third')).not.toHaveAttribute('data-cue', 'auckland-central-flip');
  await dialog.getByRole('button', { name: 'Add a correction strap' }).click();
  await expect(desk.getByRole('group', { name: 'PREVIEW' })).toContainText('Correction');
  await expect(fact(desk)).toContainText('The count was wrong');
  const { entries } = await station.get<{ entries: { cue: { id: string }; outAt: number | null }[] }>(
    `facts/${FLIP}/shown`,
  );
  expect(entries).toHaveLength(1);
  expect(entries[0]?.outAt).not.toBeNull();
});

test('several facts are approved at once, and one is put up', async ({ context, serve }) => {
  const station = await serve();
  const { desk } = await openPages(context, station);
  for (const n of [1, 2, 3])
    await station.command({
      type: 'fact.create',
      kind: 'headline',
      statement: `Bulk ${n}`,
      onAir: { headline: `BULK ${n}`, detail: null, label: null, advice: 'ok' },
      source: { name: 'Test desk', place: '', sentence: `Bulk ${n}` },
    });
  await toFacts(desk);
  await find(desk, 'bulk', 3);
  await desk.keyboard.press('Shift+ArrowDown');
  await desk.keyboard.press('Shift+ArrowDown');
  await expect(desk.getByRole('status').filter({ hasText: '3 chosen' })).toBeVisible();
  await desk.keyboard.press('a');
  await expect(table(desk).getByText('APPROVED')).toHaveCount(3);
  await desk.keyboard.press('Home');
  await desk.keyboard.press('p');
  await expect(desk.getByRole('group', { name: 'PREVIEW' })).toContainText('BULK 1');
  await desk.keyboard.press('Space');
  await expect(desk.getByRole('region', { name: 'On air and preview' })).toContainText('ON AIR');
});

test('what is hidden or not shown is not acted on', async ({ context, serve }) => {
  const station = await serve();
  const { desk } = await openPages(context, station);
  for (const n of ['alpha', 'beta', 'gamma'])
    await station.command({ type: 'fact.create', kind: 'headline', statement: `Bulk ${n}` });
  await toFacts(desk);
  await find(desk, 'bulk', 3);
  await desk.keyboard.press('Shift+ArrowDown');
  await desk.keyboard.press('Shift+ArrowDown');
  await desk.keyboard.press('s');
  await expect(desk.getByRole('status', { name: 'Status' })).toContainText('one fact at a time');
  await find(desk, 'bulk beta', 1);
  await expect(desk.getByRole('status').filter({ hasText: 'chosen' })).toBeHidden();
  await desk.keyboard.press('Shift+L');
  await expect(fact(desk)).toContainText('Locked by');
  await find(desk, 'bulk', 3);
  await expect(table(desk).getByText('LOCKED')).toHaveCount(1);
  await desk.keyboard.press('Home');
  await desk.keyboard.press('Control+a');
  await desk
    .getByRole('toolbar', { name: /3 chosen facts/ })
    .getByRole('button', { name: /ock/ })
    .click();
  await expect(table(desk).getByText('LOCKED')).toHaveCount(3);
});

test('what another has written meanwhile is not written over unseen', async ({ context, serve }) => {
  const station = await serve();
  const { desk } = await openPages(context, station);
  const made = await station.command({ type: 'fact.create', kind: 'headline', statement: 'Two write' });
  await toFacts(desk);
  await find(desk, 'two write', 1);
  const note = fact(desk).getByRole('textbox', { name: 'Headline on air', exact: true });
  await note.fill('MINE');
  await station.command({
    type: 'fact.edit',
    factId: made.body['factId'],
    changes: { onAir: { headline: 'THEIRS', detail: null, label: null, advice: 'ok' } },
  });
  await expect(fact(desk)).toContainText('Revision 2');
  await note.press('Enter');
  await expect(fact(desk)).toContainText('Somebody has changed this to “THEIRS” meanwhile');
  await expect(note).toHaveValue('MINE');
  await note.press('Enter');
  await expect(fact(desk)).not.toContainText('meanwhile');
  await expect(note).toHaveValue('MINE');
});

test('taken past the gate with a reason, which the as-run log keeps', async ({ context, serve }) => {
  const station = await serve();
  const { desk, program } = await openPages(context, station);
  await desk.keyboard.type('215');
  await desk.keyboard.press('Enter');
  await expect(desk.getByRole('status', { name: 'Status' })).toContainText('would be refused');
  await expect(desk.getByRole('button', { name: 'Take anyway…' })).toBeHidden();
  await desk.keyboard.press('Alt+2');
  await desk.getByRole('button', { name: 'Show settings…' }).click();
  const allow = desk.getByRole('checkbox', { name: 'Allow take with a reason (logged)' });
  await allow.click();
  await expect(allow).toBeChecked();
  await desk.keyboard.press('Escape');
  await desk.getByRole('button', { name: 'Take anyway…' }).click();
  const dialog = desk.getByRole('dialog', { name: 'Take although the gate says no' });
  await dialog.getByRole('textbox').fill('The editor has seen it');
  const button = dialog.getByRole('button', { name: 'Hold to take anyway' });
  await button.hover();
  await desk.mouse.down();
  await expect(dialog).toBeHidden();
  await desk.mouse.up();
  await expect(layer(program, 'lower-third')).toHaveAttribute('data-state', 'on');
  await desk.keyboard.press('Alt+1');
  await expect(desk.getByRole('region', { name: 'Layers' })).toContainText('OVERRIDE');
  const { entries } = await station.get<{ entries: { override?: { reason: string } }[] }>('as-run');
  expect(entries.at(-1)?.override?.reason).toBe('The editor has seen it');
});

test('the facts desk passes an accessibility scan', async ({ context, serve }) => {
  const { desk } = await openPages(context, await serve());
  await toFacts(desk);
  await find(desk, 'house by party', 2);
  await expect(fact(desk).getByRole('group', { name: 'Edit the fact' })).toBeVisible();
  const { violations } = await new AxeBuilder({ page: desk })
    .withTags(['wcag2a', 'wcag2aa', 'wcag22aa'])
    .analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`)).toEqual([]);
});
