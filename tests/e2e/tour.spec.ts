/** The two-minute tour, by the hands of somebody new: every step is done as it says, and goes on by itself. */
import type { Page } from '@playwright/test';
import { expect, skipInDesktop, test } from '../support/app.ts';

skipInDesktop('it begins in a browser that has never seen a desk');
test.use({ show: 'nz-2008', actionTimeout: 15_000 });

const panel = (desk: Page) => desk.getByRole('region', { name: 'Two-minute tour' });

test('is played from the offer to the last page, and leaves the show as it was', async ({
  page: desk,
  serve,
}) => {
  const station = await serve();
  const before = await station.get<Record<string, unknown>>('show');
  await desk.goto(station.addresses.desk);
  const program = await desk.context().newPage();
  await program.goto(station.addresses.outputs.program);
  await desk.bringToFront();
  const step = (title: string) => expect(panel(desk).getByRole('heading')).toHaveText(title);
  const number = async (words: RegExp) => {
    const said = words.exec((await panel(desk).textContent()) ?? '')?.[1];
    expect(said).toBeDefined();
    return String(said);
  };
  const hold = async (name: string) => {
    await desk.getByRole('button', { name }).hover();
    await desk.mouse.down();
    await expect(desk.getByRole('button', { name })).toHaveCount(0);
    await desk.mouse.up();
  };
  await panel(desk).getByRole('button', { name: 'Start the tour' }).click();
  await step('Rehearse first');
  await hold('Hold to rehearse');
  await step('Recall a cue');
  await desk.keyboard.type(await number(/Type (\d+)/));
  await desk.keyboard.press('Enter');
  await step('Read it back');
  const second = await number(/type (\d+)/);
  await desk.keyboard.type(second);
  await desk.keyboard.press('Enter');
  await step('Take');
  await desk.keyboard.press('Space');
  await step('Continue');
  await desk.keyboard.press('ArrowRight');
  await step('Change it while it is up');
  await desk.keyboard.press('ArrowUp');
  await expect(desk.getByRole('row', { selected: true })).toContainText(second);
  await desk.keyboard.press('KeyE');
  await expect(desk.locator('[data-inspector] :focus')).toBeVisible();
  await desk.keyboard.press('End');
  await desk.keyboard.type(' now');
  await desk.keyboard.press('Enter');
  await expect(desk.locator('[data-unsaved]')).toHaveCount(0);
  await desk.keyboard.press('Escape');
  await desk.keyboard.press('KeyU');
  await step('Out');
  await desk.keyboard.press('Backspace');
  await step('Pre-flight');
  await desk.locator('[data-preflight]').click();
  await step('Back to live');
  await hold('Hold to go live');
  await desk
    .getByRole('dialog')
    .getByRole('button', { name: /^Throw/ })
    .click();
  await expect(desk.getByRole('dialog')).toContainText('Everything has been decided on.');
  await desk.getByRole('dialog').getByRole('button', { name: 'Close' }).click();
  await step('Ten keys to remember');
  await panel(desk).getByRole('button', { name: 'Finish' }).click();
  await expect(panel(desk)).toHaveCount(0);
  await desk.reload();
  await expect(desk.getByRole('grid', { name: 'Rundown' })).toBeVisible();
  await expect(panel(desk)).toHaveCount(0);
  for (const one of await program.locator('[data-layer]').all())
    await expect(one).toHaveAttribute('data-state', /off|armed/);
  const after = await station.get<Record<string, unknown>>('show');
  expect({ ...after, revision: 0 }).toEqual({ ...before, revision: 0 });
});
