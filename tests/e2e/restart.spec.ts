/** A station that dies with a graphic on air: viewers see nothing of it, and nothing comes back by itself. */
import { expect, layer, openPages, skipInDesktop, test } from '../support/app.ts';

test.use({ show: 'nz-2008' });
skipInDesktop('kills a station of its own');

interface AirView {
  interrupted: { item: { cue: { id: string } } }[];
  channels: {
    program: { layers: Record<string, { state: string; current: { cue: { id: string } } | null }> };
  };
}

test('a running output keeps the picture, and is believed after the restart', async ({ context, serve }) => {
  const first = await serve();
  const { desk, program } = await openPages(context, first);
  await first.command({ type: 'cue.take', cueId: 'auckland-central-flip' });
  const lowerThird = layer(program, 'lower-third');
  await expect(lowerThird).toHaveAttribute('data-state', 'on');
  const before = await program.screenshot();

  await first.kill();
  await expect(program.locator('html')).toHaveAttribute('data-connection', 'lost');
  await expect(desk.getByText('Not connected', { exact: false }).first()).toBeVisible();
  expect((await program.screenshot()).equals(before)).toBe(true);

  const second = await serve({ port: first.port });
  await expect(program.locator('html')).toHaveAttribute('data-connection', 'live');
  await expect(lowerThird).toHaveAttribute('data-state', 'on');
  expect((await program.screenshot()).equals(before)).toBe(true);
  const air = await second.get<AirView>('air');
  expect(air.interrupted).toEqual([]);
  expect(air.channels.program.layers['lower-third']?.current?.cue.id).toBe('auckland-central-flip');

  await expect(desk.getByText('Not connected', { exact: false })).toHaveCount(0);
  await desk.keyboard.press('Backspace');
  await expect(lowerThird).not.toHaveAttribute('data-cue', 'auckland-central-flip');

  // a pulled cable closes no connection: a station that is silent is not connected either
  process.kill(second.pid, 'SIGSTOP');
  await expect(desk.getByText('Not connected', { exact: false }).first()).toBeVisible({ timeout: 20_000 });
  process.kill(second.pid, 'SIGCONT');
  await expect(desk.getByText('Not connected', { exact: false })).toHaveCount(0);
});

test('with no output left, nothing returns to air until the operator says so', async ({
  context,
  page,
  serve,
}) => {
  const first = await serve();
  await page.goto(first.addresses.outputs.program);
  await first.command({ type: 'cue.take', cueId: 'auckland-central-flip' });
  await expect(layer(page, 'lower-third')).toHaveAttribute('data-state', 'on');
  await page.close();
  await first.kill();

  const second = await serve({ port: first.port });
  const { desk, program } = await openPages(context, second);
  await expect(program.locator('html')).toHaveAttribute('data-connection', 'live');
  await expect(layer(program, 'lower-third')).toHaveAttribute('data-state', 'off');
  expect((await second.get<AirView>('air')).interrupted.map(({ item }) => item.cue.id)).toEqual([
    'auckland-central-flip',
  ]);
  await desk.getByRole('button', { name: /put back/i }).click();
  await expect(layer(program, 'lower-third')).toHaveAttribute('data-state', 'on');
});
