/** The shot box on a tablet: a press takes, a second press at once does not, two-touch reads first, and no line means dead. */
import { expect, layer, skipInDesktop, test } from '../support/app.ts';

skipInDesktop('a page of its own, in a browser');
test.use({ show: 'nz-2008' });

test('cues are taken by touch, and nothing works without the station', async ({ browser, serve }) => {
  const station = await serve();
  const context = await browser.newContext({ viewport: { width: 1180, height: 820 }, hasTouch: true });
  const program = await context.newPage();
  await program.goto(station.addresses.outputs.program);
  const box = await context.newPage();
  await box.goto(station.addresses.desk.replace('/desk?', '/shotbox?'));
  const strap = layer(program, 'lower-third');
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
  await expect(strap).toHaveAttribute('data-cue', 'helen-clark');
  await expect(strap).toHaveAttribute('data-state', 'on');
  await expect(cue(1)).toHaveAccessibleName(/ON AIR/);
  await box.getByRole('button', { name: 'Out Lower third' }).tap();
  await expect(strap).not.toHaveAttribute('data-cue', 'helen-clark');

  await box.getByRole('button', { name: 'One touch' }).tap();
  await cue(2).tap();
  await expect(strap).toHaveAttribute('data-state', 'armed');
  await expect(cue(2)).toContainText('Press again to take');
  await box.waitForTimeout(400);
  await cue(2).tap();
  await expect(strap).toHaveAttribute('data-cue', 'john-key');
  await expect(strap).toHaveAttribute('data-state', 'on');

  // by segment, in which the last cues of the night are found at once
  await box.getByRole('button', { name: 'Boards', exact: true }).tap();
  await expect(cue(450)).toBeVisible();
  await expect(cue(1)).toHaveCount(0);

  await station.stop();
  await expect(box.getByRole('alert').filter({ hasText: 'NOT CONNECTED' })).toBeVisible();
  await expect(cue(450)).toHaveAttribute('aria-disabled', 'true');
  await context.close();
});
