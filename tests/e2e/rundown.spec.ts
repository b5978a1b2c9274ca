/** A producer builds a night's rundown: by mouse, by keyboard, from one station to another, with two thousand cues. */
import type { Page } from '@playwright/test';
import { expect, openPages, skipInDesktop, test } from '../support/app.ts';
import { ServeProcess } from '../support/serve-process.ts';

skipInDesktop('two stations are started by hand');

const rows = (desk: Page) => desk.getByRole('grid', { name: 'Rundown' }).getByRole('row');
const row = (desk: Page, name: string) => rows(desk).filter({ hasText: name });
const rundown = (desk: Page) => desk.getByRole('grid', { name: 'Rundown' });

const post = async ({ addresses }: ServeProcess, path: string, body: object) => {
  const answer = await fetch(`${addresses.api}${path}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${addresses.key}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return (await answer.json()) as Record<string, unknown>;
};
const namesOf = async ({ addresses }: ServeProcess): Promise<string[]> => {
  const answer = await fetch(`${addresses.api}/show`, {
    headers: { authorization: `Bearer ${addresses.key}` },
  });
  return ((await answer.json()) as { cues: { name: string }[] }).cues.map(({ name }) => name);
};

const strap = (name: string, more: object = {}) => ({
  type: 'cue.create',
  graphic: 'lower-third-headline',
  layer: 'lower-third',
  name,
  data: { headline: name },
  ...more,
});

test('a rundown is built, rearranged, copied to another station and saved as a template', async ({
  context,
  serve,
}, info) => {
  test.setTimeout(180_000);
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const station = await serve();
  const { desk } = await openPages(context, station);
  await desk.setViewportSize({ width: 1920, height: 1080 });
  for (const letter of ['A', 'B', 'C', 'D'])
    await post(station, '/commands', strap(`Test ${letter}`, { index: 0, segment: 'Test' }));
  // made one before the other: D C B A
  const order = async () =>
    (await namesOf(station))
      .slice(0, 4)
      .map((name) => name.slice(-1))
      .join('');
  await expect(row(desk, 'Test A')).toBeVisible();
  expect(await order()).toBe('DCBA');

  await test.step('by mouse: one is dragged, and Esc calls another drag off', async () => {
    await row(desk, 'Test A').scrollIntoViewIfNeeded();
    const [a, d] = [await row(desk, 'Test A').boundingBox(), await row(desk, 'Test D').boundingBox()];
    if (!a || !d) throw new Error('the rows are not there');
    const drag = async () => {
      await desk.mouse.move(a.x + 200, a.y + 20);
      await desk.mouse.down();
      await desk.mouse.move(d.x + 200, d.y + 30, { steps: 4 });
      await desk.mouse.move(d.x + 200, d.y + 4, { steps: 2 });
    };
    await drag();
    await desk.keyboard.press('Escape');
    await desk.mouse.up();
    expect(await order()).toBe('DCBA');
    await drag();
    await desk.mouse.up();
    await expect.poll(order).toBe('ADCB');
  });

  await test.step('by keyboard: two are chosen and moved, duplicated, deleted, and undone', async () => {
    await row(desk, 'Test D').click();
    await desk.keyboard.press('Shift+ArrowDown');
    await expect(desk.getByText('2 cues', { exact: true })).toBeVisible();
    await desk.keyboard.press('Control+ArrowDown');
    await expect.poll(order).toBe('ABDC');
    await desk.keyboard.press('Control+d');
    await expect(desk.getByText('Duplicated 2 cues.')).toBeVisible();
    await desk.keyboard.press('Delete');
    await expect(desk.getByText('Deleted 2 cues. Undo brings them back.')).toBeVisible();
    await desk.keyboard.press('Control+z');
    await desk.keyboard.press('Control+z');
    await desk.keyboard.press('Control+z');
    await expect.poll(order).toBe('ADCB');
  });

  await test.step('colour, skip and a filter', async () => {
    await row(desk, 'Test D').click({ button: 'right' });
    await desk.getByRole('menuitem', { name: 'Blue' }).click();
    await expect(row(desk, 'Test D')).toContainText('Blue');
    await desk.getByRole('searchbox', { name: 'Find cues' }).fill('TEST');
    await expect(desk.getByRole('status').filter({ hasText: '4 of' })).toBeVisible();
    await desk.getByRole('button', { name: 'Show all' }).click();
    await desk.screenshot({ path: info.outputPath('rundown-1920.png') });
  });

  await test.step('locked: nothing but playout', async () => {
    await rundown(desk).focus();
    await desk.keyboard.press('l');
    await desk.keyboard.press('Delete');
    await expect(desk.getByText('The rundown is locked: press L to unlock it.').first()).toBeVisible();
    await expect(desk.getByRole('button', { name: 'Duplicate' }).first()).toBeDisabled();
    await desk.keyboard.press('l');
  });

  await test.step('copied to another station, which says what template it lacks', async () => {
    await post(station, '/rundown/paste', {
      clip: {
        tallydesk: 'cues',
        format: 1,
        from: { show: 'x', title: 'x' },
        cues: [{ id: 'x', number: 9000, name: 'Test Gone', graphic: 'gone-graphic', layer: 'bug' }],
      },
      index: 1,
    });
    await row(desk, 'Test A').click();
    await row(desk, 'Test Gone').click({ modifiers: ['Shift'] });
    await rundown(desk).focus();
    await desk.keyboard.press('Control+c');
    await expect(desk.getByText('Copied 2 cues.')).toBeVisible();

    const other = await ServeProcess.start({ data: info.outputPath('other'), show: 'nz-2023' });
    const there = await context.newPage();
    await there.goto(other.addresses.desk);
    await rundown(there).focus();
    await there.keyboard.press('Control+v');
    await expect(there.getByText('Not installed here, so refused on air: gone-graphic.')).toBeVisible();
    expect(await namesOf(other)).toEqual(expect.arrayContaining(['Test A', 'Test Gone']));
    await there.evaluate(() => navigator.clipboard.writeText('no cues at all'));
    await there.keyboard.press('Control+v');
    await expect(there.getByText('what is on the clipboard is no cues')).toBeVisible();
    await there.close();
    await other.stop();
  });

  await test.step('a template is saved, renamed, inserted', async () => {
    await desk.getByRole('button', { name: 'More' }).click();
    await desk.getByRole('menuitem', { name: 'Rundown templates…' }).click();
    const dialog = desk.getByRole('dialog', { name: 'Rundown templates' });
    await dialog.getByRole('textbox', { name: 'Name of the template' }).fill('Opening: Ōtautahi');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await expect(dialog.getByText('Opening: Ōtautahi', { exact: true })).toBeVisible();
    const before = (await namesOf(station)).length;
    await desk.screenshot({ path: info.outputPath('templates.png') });
    await dialog.getByRole('button', { name: 'Insert Opening: Ōtautahi after the selected cue' }).click();
    await expect.poll(async () => (await namesOf(station)).length).toBe(before + 2);
  });

  await test.step('two thousand cues: the last is reached by a key, only those in sight are drawn', async () => {
    const cues = Array.from({ length: 2000 }, (_, i) => ({
      id: `m${i}`,
      number: 10_000 + i,
      name: `Many ${i}`,
      graphic: 'lower-third-headline',
      layer: 'lower-third',
      data: { headline: `Many ${i}` },
      segment: `Part ${Math.floor(i / 100)}`,
    }));
    const clip = { tallydesk: 'cues', format: 1, from: { show: 'x', title: 'x' }, cues };
    expect(await post(station, '/rundown/paste', { clip })).toMatchObject({ ok: true });
    await rundown(desk).focus();
    await desk.keyboard.press('End');
    await expect(row(desk, 'Many 1999').first()).toBeVisible();
    expect(await rundown(desk).getByRole('row').count()).toBeLessThan(80);
    for (const size of [
      { width: 1280, height: 720 },
      { width: 3840, height: 2160 },
    ]) {
      await desk.setViewportSize(size);
      await desk.screenshot({ path: info.outputPath(`rundown-${size.width}.png`) });
    }
  });
});
