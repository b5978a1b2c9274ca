/** Two people at two desks: they see each other, one takes, neither writes over the other, and nobody loses words. */
import type { Browser, Page, WebSocketRoute } from '@playwright/test';
import { expect, layer, notNew, skipInDesktop, test } from '../support/app.ts';

test.use({ show: 'nz-2008', actionTimeout: 30_000 });
skipInDesktop('opens two desks in two browsers');

/** A line to the station that can be cut, and stays cut. */
class Wire {
  isCut = false;
  /** The desk's own, and those of its monitors. */
  readonly #ends: (() => void)[] = [];

  lay(socket: WebSocketRoute): void {
    if (this.isCut) {
      void socket.close();
      return;
    }
    const server = socket.connectToServer();
    this.#ends.push(() => {
      void server.close();
      void socket.close();
    });
  }

  cut(): void {
    this.isCut = true;
    for (const end of this.#ends.splice(0)) end();
  }
}

const take = (page: Page) => page.getByRole('button', { name: 'Take', exact: true });
const right = (page: Page) => page.getByRole('group', { name: 'Take right' });
const line = (page: Page) => page.getByRole('status', { name: 'Status' });
const rowOf = (page: Page, number: string) =>
  page.getByRole('row').filter({ has: page.getByRole('gridcell', { name: number, exact: true }) });

/** A desk as a person has it: in a browser of its own. */
async function open(browser: Browser, address: string, name: string, wire?: Wire): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  await page.addInitScript(notNew);
  await page.addInitScript((user) => localStorage.setItem('tallydesk.user', user), name);
  if (wire) await page.routeWebSocket(/\/ws\?/, (socket) => wire.lay(socket));
  await page.goto(address);
  await expect(page.getByRole('tab', { name: /^Rundown/ })).toBeVisible();
  return page;
}

test('one night at two desks', async ({ browser, serve }) => {
  test.setTimeout(180_000);
  const station = await serve();
  const { desk: address } = station.addresses;
  const [ana, ben] = [await open(browser, address, 'Ana'), await open(browser, address, 'Ben')];
  const program = await (await browser.newContext()).newPage();
  await program.goto(station.addresses.outputs.program);
  await test.step('they see where the other is, and who is editing', async () => {
    await rowOf(ana, '110').click();
    await expect(rowOf(ben, '110')).toContainText('Ana is here');
    await rowOf(ben, '110').click();
    await ana.getByRole('textbox', { name: 'Cue name' }).fill('Flip of the night');
    await expect(rowOf(ben, '110')).toContainText('Ana is editing this');
    await expect(ben.getByText('Ana is editing this. Other fields go through')).toBeVisible();
  });

  await test.step('the same field is not written over: both texts are offered', async () => {
    const bens = ben.getByRole('textbox', { name: 'Cue name' });
    await bens.fill('Auckland Central flips');
    await ana.getByRole('textbox', { name: 'Cue name' }).press('Enter');
    await expect(ben.getByRole('row').filter({ hasText: 'Flip of the night' })).toBeVisible();
    await bens.press('Enter');
    await expect(ben.getByText('It says now: “Flip of the night”')).toBeVisible();
    await expect(bens).toHaveValue('Auckland Central flips');
    await ben.getByRole('button', { name: 'Save mine' }).click();
    await expect(ana.getByRole('row').filter({ hasText: 'Auckland Central flips' })).toBeVisible();
    await ana.keyboard.press('Escape');
    await ben.keyboard.press('Escape');
  });

  await test.step('the one who has the take right takes, the other is told why not', async () => {
    await right(ana).getByRole('button', { name: 'Take over' }).click();
    await expect(right(ana)).toContainText('You take');
    await expect(right(ben)).toContainText('Ana takes');
    await expect(take(ben)).toHaveAttribute('aria-disabled', 'true');
    await ana.bringToFront();
    await ana.keyboard.type('110');
    await ana.keyboard.press('Enter');
    await expect(layer(program, 'lower-third')).toHaveAttribute('data-state', 'armed');
    await take(ben).click({ force: true });
    await expect(line(ben)).toContainText('Ana holds the take right');
    await expect(layer(program, 'lower-third')).toHaveAttribute('data-state', 'armed');
    await ana.keyboard.press('Space');
    await expect(layer(program, 'lower-third')).toHaveAttribute('data-state', 'on');
    await right(ben).getByRole('button', { name: 'Take over' }).click();
    await expect(line(ana)).toContainText('Ben holds the take right');
    await right(ben).getByRole('button', { name: 'Desks…' }).click();
    const desks = ben.getByRole('dialog', { name: 'Desks' });
    await expect(desks).toContainText('by Ana');
    await desks.getByRole('button', { name: 'Give the take right to Ana' }).click();
    await expect(right(ana)).toContainText('You take');
  });

  await test.step('a viewer sees all of it and changes nothing', async () => {
    const desks = ben.getByRole('dialog', { name: 'Desks' });
    const viewers = await desks.getByRole('textbox', { name: 'A page that only looks on' }).inputValue();
    const vera = await open(browser, viewers, 'Vera');
    await expect(right(vera)).toContainText('You only look on');
    // greyed, each with the reason, and not only by its colour
    for (const name of ['Take', 'Clear', 'Swap', 'Panic', 'Hold to rehearse', 'Undo', 'Lock', 'Delete'])
      await expect(vera.getByRole('button', { name: new RegExp(`^${name}`) }).first()).toHaveAttribute(
        'title',
        'This desk changes nothing: it was opened to look on.',
      );
    const off = vera.locator('button:is(:disabled, [aria-disabled=true])');
    await expect(off.and(take(vera))).toHaveCount(1);
    await expect(off.and(vera.getByRole('button', { name: /^Undo/ }))).toHaveCount(1);
    const aired = await layer(program, 'lower-third').getAttribute('data-cue');
    await vera.keyboard.press('Shift+Escape');
    await expect(line(vera)).toContainText('This desk only looks on');
    await vera.keyboard.press('Control+Shift+Escape');
    await expect(layer(program, 'lower-third')).toHaveAttribute('data-cue', aired ?? '');
    await expect(layer(program, 'lower-third')).toHaveAttribute('data-state', 'on');
    await expect(desks.getByRole('row').filter({ hasText: 'Vera' })).toContainText('viewer');
    await desks.getByRole('button', { name: 'Close' }).click();
    await vera.context().close();
  });

  await test.step('the history is read, and jumped in, and air stays', async () => {
    await ben.getByRole('button', { name: 'History…' }).click();
    const history = ben.getByRole('dialog', { name: 'History' });
    await expect(history.getByRole('row').first()).toContainText('Edit a cue');
    await expect(history.getByRole('row').first()).toContainText('Ben');
    await history.getByRole('row').filter({ hasText: 'As the station started' }).click();
    await expect(history.getByText('Undoes 2 steps')).toBeVisible();
    await history.getByRole('button', { name: 'Go back to here' }).click();
    await expect(history.getByRole('row').first()).toContainText('undone');
    await expect(layer(program, 'lower-third')).toHaveAttribute('data-state', 'on');
    await history.getByRole('button', { name: 'Close' }).click();
    await expect(ana.getByRole('row').filter({ hasText: 'Auckland Central flips' })).toHaveCount(0);
  });
});

test('a desk that comes back says what it missed, keeps its words, and sends nothing late', async ({
  browser,
  serve,
}) => {
  test.setTimeout(180_000);
  const station = await serve();
  const wire = new Wire();
  const { desk: address } = station.addresses;
  const ana = await open(browser, address, 'Ana', wire);
  const ben = await open(browser, address, 'Ben');
  const program = await (await browser.newContext()).newPage();
  await program.goto(station.addresses.outputs.program);
  await rowOf(ana, '110').click();
  await ana.keyboard.press('Enter');
  await expect(layer(program, 'lower-third')).toHaveAttribute('data-state', 'armed');
  await ana.keyboard.press('Space');
  await expect(layer(program, 'lower-third')).toHaveAttribute('data-state', 'on');
  const notes = ana.getByRole('textbox', { name: /^Notes/ });
  await rowOf(ana, '110').click();
  await notes.fill('Say it slowly');
  wire.cut();
  await expect(ana.getByRole('alert')).toContainText('Not connected');
  await take(ana).click();
  await notes.press('Control+Enter');
  await ben.bringToFront();
  await right(ben).getByRole('button', { name: 'Take over' }).click();
  await ben.keyboard.press('Backspace');
  await expect(layer(program, 'lower-third')).not.toHaveAttribute('data-state', 'on');
  await rowOf(ben, '110').click();
  await ben.getByRole('textbox', { name: /^Notes/ }).fill('Say it loudly');
  await ben.getByRole('textbox', { name: /^Notes/ }).press('Control+Enter');
  await expect(ben.locator('[data-unsaved]')).toHaveCount(0);
  wire.isCut = false;
  await expect(line(ana)).toContainText(
    'While you were away: air cleared, Ben holds the take right, 1 cue changed',
  );
  await expect(notes).toHaveValue('Say it slowly');
  // the take that was pressed meanwhile is gone for good
  await expect(layer(program, 'lower-third')).not.toHaveAttribute('data-state', 'on');
  await notes.press('Control+Enter');
  await expect(ana.getByText('It says now: “Say it loudly”')).toBeVisible();
  await ana.getByRole('button', { name: 'Keep theirs' }).click();
  await expect(notes).toHaveValue('Say it loudly');
});
