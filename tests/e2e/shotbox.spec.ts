/**
 * The shot box on a tablet: a press takes, a second press at once does not, two-touch reads first; who may not take sees
 * it, and no line means dead.
 */
import { expect, layer, notNew, skipInDesktop, test } from '../support/app.ts';

skipInDesktop('a page of its own, in a browser');
test.use({ show: 'nz-2008' });

test('cues are taken by touch, and nothing works without the station', async ({ browser, serve }, info) => {
  const station = await serve();
  const context = await browser.newContext({ viewport: { width: 1180, height: 820 }, hasTouch: true });
  const program = await context.newPage();
  await program.goto(station.addresses.outputs.program);
  const box = await context.newPage();
  await box.goto(station.addresses.desk.replace('/desk?', '/shotbox?'));
  const strap = layer(program, 'lower-third');
  const isOn = async (id: string) => {
    await expect(strap).toHaveAttribute('data-cue', id);
    await expect(strap).toHaveAttribute('data-state', 'on');
  };
  const cue = (number: number) => box.getByRole('button', { name: new RegExp(`^Cue ${number} `) });

  await box.getByRole('button', { name: 'Names', exact: true }).tap();
  // every target is large enough for a finger, in both orientations
  for (const viewport of [
    { width: 820, height: 1180 },
    { width: 1180, height: 820 },
  ]) {
    await box.setViewportSize(viewport);
    await expect(cue(1)).toBeVisible();
    for (const button of await box.getByRole('button').all()) {
      const size = await button.boundingBox();
      if (size) expect(Math.min(size.width, size.height)).toBeGreaterThanOrEqual(56);
    }
  }

  await cue(1).tap();
  await cue(1).tap();
  await isOn('helen-clark');
  await expect(cue(1)).toHaveAccessibleName(/ON AIR/);
  await box.getByRole('button', { name: 'Out Lower third' }).tap();
  await expect(strap).not.toHaveAttribute('data-cue', 'helen-clark');

  await box.getByRole('button', { name: 'One touch' }).tap();
  await cue(2).tap();
  await expect(strap).toHaveAttribute('data-state', 'armed');
  await expect(cue(2)).toContainText('Press again to take');
  await box.waitForTimeout(400);
  await cue(2).tap();
  await isOn('john-key');

  // what is on air and what is on preview change places; what has gone out comes back to preview, and up
  const tool = (name: RegExp) =>
    box.getByRole('group', { name: 'More playout' }).getByRole('button', { name });
  await box.getByRole('button', { name: 'Opening', exact: true }).tap();
  await cue(20).tap();
  await expect(tool(/^Take: 20 /)).toBeVisible();
  await tool(/^Swap: 20 /).tap();
  await expect(strap).toHaveAttribute('data-cue', 'key-on-his-way-5-left');
  await expect(tool(/^Take: 2 /)).toBeVisible();
  await box.getByRole('button', { name: 'Out Lower third' }).tap();
  await expect(strap).not.toHaveAttribute('data-cue', 'key-on-his-way-5-left');
  await tool(/^Last out: 20 /).tap();
  await tool(/^Take: 20 /).tap();
  await isOn('key-on-his-way-5-left');
  interface Air {
    channels: { program: { layers: Record<string, { current: { instance: string } | null }> } };
  }
  const shown = async () =>
    (await station.get<Air>('air')).channels.program.layers['lower-third']?.current?.instance;
  const before = await shown();
  await box.waitForTimeout(400);
  await tool(/^Retake: 20 /).tap();
  await expect.poll(shown).not.toBe(before);
  await isOn('key-on-his-way-5-left');

  // while another takes, these buttons say so and do nothing, but for clear; a viewer's clear nothing, either
  const other = await browser.newContext();
  const desk = await other.newPage();
  await desk.addInitScript(notNew);
  await desk.goto(station.addresses.desk);
  await desk.getByRole('group', { name: 'Take right' }).getByRole('button', { name: 'Take over' }).click();
  const said = box.getByRole('alert');
  await expect(said).toContainText('takes: here only Clear and Panic work');
  for (const button of [cue(30), tool(/^Swap/), box.getByRole('button', { name: 'Out Lower third' })])
    await expect(button).toHaveAttribute('aria-disabled', 'true');
  await box.screenshot({ path: info.outputPath('shotbox-theirs.png') });
  await desk.getByRole('button', { name: 'Desks…' }).click();
  const viewers = await desk.getByRole('textbox', { name: 'A page that only looks on' }).inputValue();
  const viewer = await other.newPage();
  await viewer.goto(viewers.replace('/desk?', '/shotbox?'));
  await expect(viewer.getByRole('alert')).toContainText('View only: no button works');
  for (const name of [/^Cue 20 /, /^Swap/, 'Clear'])
    await expect(viewer.getByRole('button', { name })).toHaveAttribute('aria-disabled', 'true');
  await viewer.getByRole('button', { name: 'Clear' }).click({ force: true });
  await viewer.getByRole('button', { name: /^Cue 30 / }).click({ force: true });
  await viewer.screenshot({ path: info.outputPath('shotbox-viewer.png') });
  await isOn('key-on-his-way-5-left');
  await box.getByRole('button', { name: 'Clear' }).tap();
  await expect(strap).not.toHaveAttribute('data-cue', 'key-on-his-way-5-left');
  await desk.keyboard.press('Escape');
  await desk.getByRole('group', { name: 'Take right' }).getByRole('button', { name: 'Release' }).click();
  await expect(said).toHaveText('');
  await other.close();

  // by segment, in which the last cues of the night are found at once
  await box.getByRole('button', { name: 'Boards', exact: true }).tap();
  await expect(cue(450)).toBeVisible();
  await expect(cue(1)).toHaveCount(0);

  await station.stop();
  await expect(box.getByRole('alert').filter({ hasText: 'NOT CONNECTED' })).toBeVisible();
  await expect(cue(450)).toHaveAttribute('aria-disabled', 'true');
  await context.close();
});
