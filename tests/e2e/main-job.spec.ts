/** The main job: from the rundown to air, by keyboard alone. The desk acts, the program page asserts. */
import { expect, layer, test } from '../support/app.ts';

test.describe('2008', () => {
  test.use({ show: 'nz-2008' });

  test('a stranger puts the Auckland Central flip on air and takes it off', async ({
    pages: { desk, program },
  }) => {
    await expect(desk.getByRole('tab', { name: /^Rundown/ })).toBeVisible();
    const lowerThird = layer(program, 'lower-third');
    await desk.keyboard.type('110');
    await desk.keyboard.press('Enter');
    await expect(lowerThird).toHaveAttribute('data-state', 'armed');
    await desk.keyboard.press('Space');
    await expect(lowerThird).toHaveAttribute('data-state', 'on');
    const frame = program.locator('[data-layer="lower-third"] iframe').first().contentFrame();
    await expect(frame.getByText('Nikki Kaye')).toBeVisible();
    await expect(frame.getByText('Judith Tizard')).toBeVisible();
    await desk.keyboard.press('Backspace');
    await expect(lowerThird).not.toHaveAttribute('data-state', 'on');
    await expect(lowerThird).not.toHaveAttribute('data-cue', 'auckland-central-flip');
  });

  test('Space takes preview and the next cue stands by', async ({ pages: { desk, program } }) => {
    await desk.keyboard.type('110');
    await desk.keyboard.press('Enter');
    await expect(layer(program, 'lower-third')).toHaveAttribute('data-state', 'armed');
    await desk.keyboard.press('Space');
    await expect(layer(program, 'lower-third')).toHaveAttribute('data-cue', 'auckland-central-flip');
    await expect(layer(program, 'lower-third')).toHaveAttribute('data-state', 'on');
    await desk.waitForTimeout(350); // beyond the bounce guard of a second press
    await desk.keyboard.press('Space');
    await expect(layer(program, 'lower-third')).toHaveAttribute('data-cue', 'west-coast-flip');
  });

  test('a fact marked “do not air as worded” is refused and air stays as it was', async ({
    pages: { desk, program },
  }) => {
    const lowerThird = layer(program, 'lower-third');
    await desk.keyboard.type('210');
    await desk.keyboard.press('Enter');
    await expect(lowerThird).toHaveAttribute('data-state', 'armed');
    await desk.keyboard.press('Space');
    await expect(lowerThird).toHaveAttribute('data-state', 'on');
    const aired = await lowerThird.getAttribute('data-cue');
    await desk.keyboard.type('215');
    await desk.keyboard.press('Enter');
    await desk.keyboard.press('Space');
    await expect(desk.getByRole('status').filter({ hasText: 'do not air' }).first()).toBeVisible();
    await expect(lowerThird).toHaveAttribute('data-cue', aired ?? '');
    await expect(lowerThird).toHaveAttribute('data-state', 'on');
  });

  test('typing in a field never reaches air', async ({ pages: { desk, program } }) => {
    await desk.keyboard.type('110');
    await desk.keyboard.press('Enter');
    await expect(layer(program, 'lower-third')).toHaveAttribute('data-state', 'armed');
    await desk.keyboard.press('/');
    await desk.keyboard.type('maori party ');
    await expect(desk.getByRole('searchbox')).toHaveValue('maori party ');
    await expect(layer(program, 'lower-third')).toHaveAttribute('data-state', 'armed');
  });

  test('clear and panic take everything off', async ({ pages: { desk, program } }) => {
    for (const number of ['10', '110']) {
      await desk.keyboard.type(number);
      await desk.keyboard.press('Enter');
      await expect(program.locator('[data-state="armed"]').first()).toBeAttached();
      await desk.keyboard.press('Space');
      await desk.waitForTimeout(350);
    }
    await expect(layer(program, 'bug')).toHaveAttribute('data-state', 'on');
    await expect(layer(program, 'lower-third')).toHaveAttribute('data-state', 'on');
    await desk.keyboard.press('Shift+Escape');
    await expect(program.locator('[data-state="on"]')).toHaveCount(0);
    await desk.keyboard.type('10');
    await desk.keyboard.press('Enter');
    await desk.keyboard.press('Space');
    await expect(layer(program, 'bug')).toHaveAttribute('data-state', 'on');
    await desk.keyboard.press('Control+Shift+Escape');
    await expect(program.locator('[data-state="on"]')).toHaveCount(0);
  });
});

test.describe('2023', () => {
  test.use({ show: 'nz-2023' });

  test('the official seat arc goes on air and continues to its blocs', async ({
    pages: { desk, program },
  }) => {
    await desk.keyboard.type('320');
    await desk.keyboard.press('Enter');
    const arc = layer(program, 'fullframe');
    await expect(arc).toHaveAttribute('data-state', 'armed');
    await desk.keyboard.press('Space');
    await expect(arc).toHaveAttribute('data-state', 'on');
    const frame = program.locator('[data-layer="fullframe"] iframe').first().contentFrame();
    await expect(frame.getByText('Te Pāti Māori')).toBeVisible();
    await expect(frame.getByText('62 to govern', { exact: false }).first()).toBeVisible();
    await desk.keyboard.press('ArrowRight');
    await expect(frame.getByText('67').first()).toBeVisible();
  });
});
