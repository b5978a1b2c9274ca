/** A rehearsal with the night of 2023: play it, jump in it, take a cue that moves with it, and read what came of it. */
import type { Page } from '@playwright/test';
import { expect, layer, notNew, skipInDesktop, test } from '../support/app.ts';
import type { ServeProcess } from '../support/serve-process.ts';

skipInDesktop('it needs a station with a rehearsal output, and its REST');
test.use({ show: 'nz-2023' });
test.slow();

const hold = async (desk: Page, name: string, until: string) => {
  await desk.getByRole('button', { name }).hover();
  await desk.mouse.down();
  await expect(desk.getByRole('status', { name: until })).toBeVisible();
  await desk.mouse.up();
};

const fact = 'rh-nz-2023.party-labour';
const moving = {
  type: 'cue.create',
  number: 900,
  name: 'Labour so far',
  graphic: 'lower-third-headline',
  layer: 'lower-third',
  data: { status: 'stated' },
  planned: '21:30',
  follow: true,
  bindings: {
    kicker: { fact, path: 'onAir.label' },
    headline: { fact, path: 'onAir.headline' },
    detail: { fact, path: 'onAir.detail' },
    source: { fact, path: 'source.name' },
    party: { party: 'labour' },
  },
};

const showOf = async (station: ServeProcess) => {
  const answer = await fetch(`${station.addresses.api}/show`, {
    headers: { authorization: `Bearer ${station.addresses.key}` },
  });
  const { revision: _, ...show } = (await answer.json()) as Record<string, unknown>;
  return show;
};

test('the night of 2023 is played, jumped in, taken from, and leaves nothing behind', async ({
  context,
  serve,
}) => {
  const station = await serve();
  const before = await showOf(station);
  await context.addInitScript(notNew);
  const air = await context.newPage();
  await air.goto(`${station.addresses.outputs.rehearsal}&background=black`);
  const program = await context.newPage();
  await program.goto(station.addresses.outputs.program);
  const desk = await context.newPage();
  await desk.goto(station.addresses.desk);
  await hold(desk, 'Hold to rehearse', 'Mode: rehearsal');

  const bar = desk.getByRole('region', { name: 'Night to rehearse with' });
  await expect(bar.getByRole('combobox', { name: 'Which night' })).toHaveValue('nz-2023');
  await bar.getByRole('button', { name: 'Play' }).click();
  await bar.getByRole('button', { name: '60 times as fast' }).click();
  await expect(bar.getByRole('button', { name: '60 times as fast' })).toHaveAttribute('aria-pressed', 'true');
  await bar.getByRole('spinbutton', { name: 'Jump to per cent counted' }).fill('40');
  await desk.keyboard.press('Enter');
  await expect(bar).toContainText(/4\d\.\d% counted/);

  expect((await station.command(moving)).body).toMatchObject({ ok: true });
  await desk.keyboard.type('900');
  await desk.keyboard.press('Enter');
  const lowerThird = layer(air, 'lower-third');
  await expect(lowerThird).toHaveAttribute('data-state', 'armed');
  await desk.keyboard.press('Space');
  await expect(lowerThird).toHaveAttribute('data-state', 'on');
  const frame = air.locator('[data-layer="lower-third"] iframe').first().contentFrame();
  // while a figure rolls, the old one stands beside it
  await expect(frame.getByText(/SIMULATED · [45]\d(\.\d)?% COUNTED/).first()).toBeVisible();

  await bar.getByRole('button', { name: /Pause/ }).click();
  await bar.getByRole('spinbutton').fill('90');
  await bar.getByRole('button', { name: 'Jump', exact: true }).click();
  await expect(frame.getByText('SIMULATED · 90% COUNTED')).toBeVisible();
  await bar.getByRole('spinbutton').fill('25');
  await desk.keyboard.press('Enter');
  await expect(bar).toContainText('25.0% counted');
  await expect(lowerThird).toHaveAttribute('data-state', 'on');
  expect(await program.locator('iframe').count()).toBe(0);

  await desk.keyboard.press('Shift+Escape');
  await expect(lowerThird).toHaveAttribute('data-state', 'off');
  await hold(desk, 'Hold to go live', 'Mode: live');
  // the review comes first, for there is something to decide on; the report is one button away
  const review = desk.getByRole('dialog', { name: 'What the rehearsal has left' });
  await review.getByRole('button', { name: 'Rehearsal report' }).click();
  const report = desk.getByRole('dialog', { name: 'Rehearsal report' });
  await expect(report.getByRole('region', { name: 'Against the plan' })).toContainText('900 Labour so far');
  await expect(report.getByRole('region', { name: 'Time on air, by cue' })).toContainText('Labour so far');
  await expect(report).toContainText('Election night 2023: 1 round, at up to 60 times its speed');
  await report.getByRole('button', { name: 'Close' }).click();
  await expect(bar).toBeHidden();
  expect(await showOf(station)).toEqual(before);
});
