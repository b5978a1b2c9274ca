/**
 * A night by the keyboard alone, at two desks: Ana plays out from the keypad, Ben finds, mends and approves what she
 * shows. No mouse is there; what viewers see is read off the stage page.
 */
import type { Browser, Locator, Page } from '@playwright/test';
import { expect, layer, notNew, skipInDesktop, test } from '../support/app.ts';

skipInDesktop('opens two desks in two browsers');
// three pages draw at once: long on two cores that others use, too
test.setTimeout(120_000);
test.use({ show: 'nz-2008' });

/** A second press within 300 ms is taken for a bounced key. */
const CALM_MS = 350;

/** A desk as a person has it: in a browser of its own. */
async function open(browser: Browser, address: string, name: string): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  await page.addInitScript(notNew);
  await page.addInitScript((user) => localStorage.setItem('tallydesk.user', user), name);
  await page.goto(address);
  await expect(page.getByRole('grid', { name: 'Rundown' })).toBeVisible();
  return page;
}

const status = (desk: Page) => desk.getByRole('status', { name: 'Status' });
const right = (desk: Page) => desk.getByRole('group', { name: 'Take right' });
const fact = (desk: Page) => desk.getByRole('region', { name: 'Fact', exact: true });
const preview = (desk: Page) => desk.getByRole('figure', { name: /^PREVIEW/ });

/** The keys in turn, as fast as a hand is. */
async function press(desk: Page, ...keys: string[]): Promise<void> {
  for (const key of keys) await desk.keyboard.press(key);
}

/** A recall number on the keypad, read back from the buffer, to preview. */
async function recall(desk: Page, number: string): Promise<void> {
  await press(desk, ...[...number].map((digit) => `Numpad${digit}`));
  await expect(desk.getByRole('status', { name: `Recall ${number}`, exact: true })).toBeVisible();
  await press(desk, 'NumpadEnter');
  await expect(preview(desk)).toHaveAccessibleName(new RegExp(`^PREVIEW ${number} `));
}

/** A command by its name, from the palette. */
async function command(desk: Page, name: string): Promise<void> {
  await press(desk, 'Control+k');
  await expect(desk.getByRole('combobox', { name: 'Commands and cues' })).toBeFocused();
  await desk.keyboard.type(name);
  await press(desk, 'Enter');
}

/** Tab until it has the keyboard, as somebody without a mouse comes to a control. */
async function tabTo(desk: Page, control: Locator, most = 30): Promise<void> {
  const isThere = () => control.evaluate((element) => element === document.activeElement);
  for (let steps = 0; steps < most && !(await isThere()); steps += 1) await press(desk, 'Tab');
  await expect(control).toBeFocused();
}

async function findFact(desk: Page, words: string): Promise<void> {
  await press(desk, '/');
  await expect(desk.getByRole('searchbox', { name: 'Search facts' })).toBeFocused();
  await press(desk, 'Control+a');
  await desk.keyboard.type(words);
  const facts = desk.getByRole('grid', { name: 'Facts of the show' });
  await expect(facts).toHaveAttribute('aria-rowcount', '1');
  await press(desk, 'Enter');
  await expect(facts).toBeFocused();
  await expect(fact(desk)).toContainText(words);
}

async function isOn(stage: Locator, cue: string): Promise<void> {
  await expect(stage).toHaveAttribute('data-cue', cue);
  await expect(stage).toHaveAttribute('data-state', 'on');
}

test('a night by keyboard alone, at two desks', async ({ browser, serve }) => {
  // Ben approves what he has mended: nobody else is there who could
  const station = await serve({ fourEyes: false });
  const { desk: address, outputs } = station.addresses;
  const program = await (await browser.newContext()).newPage();
  await program.goto(outputs.program);
  const [ana, ben] = await Promise.all([open(browser, address, 'Ana'), open(browser, address, 'Ben')]);
  const strap = layer(program, 'lower-third');
  const full = layer(program, 'fullframe');
  const strapRow = ana.getByRole('region', { name: 'Layers' }).getByRole('listitem', { name: 'Lower third' });

  await test.step('a number is read back before it is recalled, then taken, and a held key takes once', async () => {
    await press(ana, 'Numpad9', 'Numpad9', 'Numpad9');
    await expect(ana.getByRole('status', { name: 'Recall 999' })).toContainText('No cue 999');
    await press(ana, 'Escape');
    await expect(ana.getByRole('status', { name: 'Recall 999' })).toHaveCount(0);
    await recall(ana, '260');
    await expect(strap).toHaveAttribute('data-state', 'armed');
    await ana.keyboard.down('Space');
    await ana.keyboard.down('Space');
    await ana.keyboard.up('Space');
    await isOn(strap, 'clark-concedes');
    // the next cue waits on preview, and the repeated press has not taken it
    await expect(preview(ana)).toHaveAccessibleName(/^PREVIEW 270 /);
  });

  await test.step('the desks see each other', async () => {
    await press(ben, 'Alt+2');
    await findFact(ben, 'phoned John Key to concede');
    await command(ana, 'Desks');
    const desks = ana.getByRole('dialog', { name: 'Desks' });
    await expect(desks.getByRole('row').filter({ hasText: 'Ben' })).toContainText('Facts · at');
    await press(ana, 'Escape');
    await expect(desks).toBeHidden();
  });

  const { frame, words } = {
    frame: strap.locator('iframe').first().contentFrame(),
    words: 'Clark rings Key',
  };
  await test.step('the producer mends what is on air; air waits for the operator', async () => {
    await press(ben, 'e');
    const headline = ben.getByRole('textbox', { name: 'Headline on air' });
    await tabTo(ben, headline);
    await press(ben, 'Control+a');
    await ben.keyboard.type(words);
    await press(ben, 'Enter');
    // it is on air: what becomes of it there is asked, and he leaves that to Ana
    const asked = ben.getByRole('dialog', { name: 'Correct a fact' });
    const choice = asked.getByRole('radiogroup', { name: /^What becomes of cue 260/ });
    await tabTo(ben, choice.getByRole('radio', { checked: true }));
    await press(ben, 'ArrowRight', 'ArrowRight', 'Space');
    await expect(choice.getByRole('radio', { name: 'Keep' })).toBeChecked();
    await press(ben, 'Control+Enter');
    await expect(asked.getByRole('button', { name: 'Close' })).toBeFocused();
    await press(ben, 'Enter');
    await expect(headline).toBeFocused();
    await press(ben, 'Escape');
    await expect(headline).not.toBeFocused();
    await expect(strapRow).toContainText('CHANGED');
    await press(ana, 'u');
    await expect(status(ana)).toContainText('not approved');
    await press(ben, 'a');
    await expect(fact(ben)).toContainText('APPROVED');
    await expect(frame.getByText(words)).toHaveCount(0);
    await press(ana, 'u');
    await expect(frame.getByText(words).first()).toBeVisible();
    await expect(strapRow).not.toContainText('CHANGED');
  });

  await test.step('a draft is refused until the producer has approved it', async () => {
    await recall(ana, '320');
    await press(ana, 'NumpadEnter');
    await expect(status(ana)).toContainText('not approved');
    await isOn(strap, 'clark-concedes');
    await findFact(ben, 'Anderton has congratulated');
    await press(ben, 'a');
    await expect(fact(ben)).toContainText('APPROVED');
    await ana.waitForTimeout(CALM_MS);
    await press(ana, 'NumpadEnter');
    await isOn(strap, 'anderton-congratulates-key-draft-approve-first');
  });

  await test.step('a graphic with steps goes on, preview and program are swapped, and what went out comes back', async () => {
    await recall(ana, '340');
    await press(ana, 'NumpadEnter');
    await isOn(full, 'arc-election-night');
    const blocs = full
      .locator('iframe')
      .first()
      .contentFrame()
      .getByText(/National, ACT/i);
    await expect(blocs).toHaveCount(0);
    await press(ana, 'NumpadDecimal');
    await expect(blocs.first()).toBeVisible();
    await recall(ana, '420');
    await press(ana, 'x');
    await isOn(full, 'board-seats-to-watch');
    await expect(preview(ana)).toHaveAccessibleName(/^PREVIEW 340 /);
    await press(ana, 'NumpadSubtract');
    await expect(full).not.toHaveAttribute('data-cue', 'board-seats-to-watch');
    await press(ana, 'o');
    await expect(preview(ana)).toHaveAccessibleName(/^PREVIEW 420 /);
  });

  await test.step('the take right is taken over and handed over; without it no key reaches air but clear', async () => {
    await command(ana, 'Take right: take it over');
    await expect(right(ana)).toContainText('You take');
    await press(ben, 'Alt+1');
    await expect(ben.getByRole('grid', { name: 'Rundown' })).toBeFocused();
    await press(ben, 'Space');
    await expect(status(ben)).toContainText('Ana holds the take right');
    await expect(full).not.toHaveAttribute('data-state', 'on');
    await command(ana, 'Desks');
    await tabTo(ana, ana.getByRole('button', { name: 'Give the take right to Ben' }));
    await press(ana, 'Enter');
    await expect(right(ben)).toContainText('You take');
    const desks = ana.getByRole('dialog', { name: 'Desks' });
    await expect(desks.getByRole('button', { name: 'Close' })).toBeFocused();
    await press(ana, 'Enter');
    await expect(desks).toBeHidden();
    await press(ana, 'Space');
    await expect(status(ana)).toContainText('Ben holds the take right');
    await press(ben, 'Space');
    await isOn(full, 'board-seats-to-watch');
    await press(ana, 'Shift+Escape');
    // what is next may wait there, unseen
    for (const stage of [full, strap]) await expect(stage).toHaveAttribute('data-state', /^(off|armed)$/);
  });
});
