/**
 * The night of 2008 from the keyboard alone, by two people at two desks: the operator plays out, the producer edits and
 * approves meanwhile. Every step is seen on the stage page.
 */
import type { BrowserContext, Page } from '@playwright/test';
import { expect, layer, skipInDesktop, test } from '../support/app.ts';
import type { ServeProcess } from '../support/serve-process.ts';

skipInDesktop('opens two desks with names of their own');
test.use({ show: 'nz-2008' });
test.setTimeout(150_000);

/** Longer than a bounced key. */
const CALM_MS = 400;

async function deskOf(context: BrowserContext, station: ServeProcess, name: string): Promise<Page> {
  await context.addInitScript((user) => localStorage.setItem('tallydesk.user', user), name);
  const page = await context.newPage();
  await page.goto(station.addresses.desk);
  await expect(page.getByRole('tab', { name: /^Rundown/ })).toBeVisible();
  return page;
}

const edit = (station: ServeProcess, cueId: string, changes: object) =>
  station.command({ type: 'cue.edit', cueId, changes });

test('a night by keyboard alone, in two desks', async ({ browser, serve }) => {
  const station = await serve();
  // a look, and a timed sequence, as the producer has prepared them
  await edit(station, 'arc-election-night', { with: [{ cue: 'count-bug-95' }] });
  await edit(station, 'party-vote-so-far', { with: [{ cue: 'ticker-the-night-so-far', afterMs: 1500 }] });

  const [first, second, third] = await Promise.all([1, 2, 3].map(() => browser.newContext()));
  if (!first || !second || !third) throw new Error('no contexts');
  const program = await third.newPage();
  await program.goto(`${station.addresses.outputs.program}&background=black`);
  const producer = await deskOf(second, station, 'Ben');
  const operator = await deskOf(first, station, 'Ana');
  const keys = operator.keyboard;
  const strap = layer(program, 'lower-third');
  const full = layer(program, 'fullframe');
  const state = 'data-state';
  const on = async (where: typeof strap, cue: string) => {
    await expect(where).toHaveAttribute('data-cue', cue);
    await expect(where).toHaveAttribute(state, 'on');
  };
  const instanceOn = async (id: string): Promise<string | undefined> => {
    type Air = {
      channels: { program: { layers: Record<string, { current: { instance: string } | null }> } };
    };
    return (await station.get<Air>('air')).channels.program.layers[id]?.current?.instance;
  };

  // recall by number, with the buffer to read it back; a number that nobody has says so, and Esc empties it
  await keys.type('999');
  await expect(operator.getByRole('status', { name: 'Recall 999' })).toContainText('No cue 999');
  await keys.press('Escape');
  await expect(operator.getByRole('status', { name: 'Recall 999' })).toHaveCount(0);
  await keys.type('1');
  await expect(operator.getByRole('status', { name: 'Recall 1', exact: true })).toContainText('Helen Clark');
  await keys.press('Enter');
  await expect(strap).toHaveAttribute(state, 'armed');
  await edit(station, 'helen-clark', { autoOutMs: null });
  await keys.press('Space');
  await on(strap, 'helen-clark');

  // the producer mends the name; air waits for the operator's update
  const cueName = producer.getByRole('textbox', { name: 'Cue name' });
  for (let steps = 0; steps < 60 && (await cueName.inputValue()) !== 'Helen Clark'; steps += 1)
    await producer.keyboard.press('ArrowDown');
  await expect(cueName).toHaveValue('Helen Clark');
  await producer.keyboard.press('e');
  await producer.keyboard.press('Control+a');
  await producer.keyboard.type('Helen Clark MP');
  await producer.keyboard.press('Enter');
  const layers = operator.getByRole('region', { name: 'Layers' });
  await expect(layers.getByRole('listitem', { name: 'Lower third' })).toContainText('CHANGED');
  const seen = strap.locator('iframe').first().contentFrame().locator('body');
  await expect(seen).not.toContainText(/Helen Clark MP/i);
  await keys.press('u');
  await expect(seen).toContainText(/Helen Clark MP/i);

  // a draft is refused; the producer approves it at the other desk; now it goes
  await keys.type('320');
  await keys.press('Enter');
  await keys.press('Space');
  await expect(operator.getByRole('status', { name: 'Status' })).toContainText('not approved');
  await on(strap, 'helen-clark');
  await producer.keyboard.press('Escape');
  await producer.keyboard.press('Alt+2');
  await producer.keyboard.press('/');
  await producer.keyboard.type('anderton congratulates');
  await producer.keyboard.press('Enter');
  await producer.keyboard.press('a');
  await expect(strap).toHaveAttribute(state, 'on');
  await operator.waitForTimeout(CALM_MS);
  await expect
    .poll(async () => {
      await keys.press('Space');
      return strap.getAttribute('data-cue');
    })
    .toBe('anderton-congratulates-key-draft-approve-first');
  await operator.waitForTimeout(CALM_MS);
  await keys.press('Backspace');
  await expect(strap).not.toHaveAttribute(state, 'on');

  // a look: the arc and the count bug in one take; then its next step
  await keys.type('340');
  await keys.press('NumpadEnter');
  await expect(full).toHaveAttribute(state, 'armed');
  await expect(layer(program, 'bug')).toHaveAttribute(state, 'armed');
  await keys.press('NumpadEnter');
  await on(full, 'arc-election-night');
  await on(layer(program, 'bug'), 'count-bug-95');
  await keys.press('ArrowRight');
  await expect(operator.getByRole('status', { name: 'Status' })).toBeVisible();

  // a timed sequence: the ticker comes by itself
  await operator.waitForTimeout(CALM_MS);
  await keys.type('410');
  await keys.press('Enter');
  await keys.press('Space');
  await on(full, 'party-vote-so-far');
  await on(layer(program, 'ticker'), 'ticker-the-night-so-far');

  // swap preview and program, and once more what was taken last
  await keys.type('420');
  await keys.press('Enter');
  await operator.waitForTimeout(CALM_MS);
  await keys.press('x');
  await on(full, 'board-seats-to-watch');
  await expect(operator.getByRole('figure', { name: /PREVIEW 410/ })).toBeVisible();
  const before = await instanceOn('fullframe');
  await operator.waitForTimeout(CALM_MS);
  await keys.press('r');
  await expect.poll(() => instanceOn('fullframe')).not.toBe(before);
  await on(full, 'board-seats-to-watch');

  // out, and back to preview what went out last
  await keys.press('Backspace');
  await expect(full).not.toHaveAttribute('data-cue', 'board-seats-to-watch');
  await keys.press('o');
  await expect(operator.getByRole('figure', { name: /PREVIEW 420/ })).toBeVisible();
  await operator.waitForTimeout(CALM_MS);
  await keys.press('Space');
  await on(full, 'board-seats-to-watch');

  // a held key is one press, and typing in a field reaches nothing
  await keys.down('Backspace');
  await keys.down('Backspace');
  await keys.up('Backspace');
  await expect(layer(program, 'ticker')).toHaveAttribute(state, 'on');

  // clear, animated; and panic, at once
  await keys.press('Shift+Escape');
  for (const id of ['ticker', 'bug']) await expect(layer(program, id)).toHaveAttribute(state, 'off');
  await keys.type('1');
  await keys.press('Enter');
  await keys.press('Space');
  await on(strap, 'helen-clark');
  await keys.press('Control+Shift+Escape');
  await expect(strap).not.toHaveAttribute(state, 'on');
  await expect(strap).not.toHaveAttribute('data-cue', 'helen-clark');
  await Promise.all([first, second, third].map((context) => context.close()));
});
