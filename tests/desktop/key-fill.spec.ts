/** Key and fill in the desktop app: one window over two displays, whose halves are the picture and its alpha. */
import { expect, layer, test } from '../support/app.ts';
import { deskPage, endDesktop, inRealElectron, launchDesktop, windowOf } from '../support/desktop-app.ts';
import { DesktopStation, outputPage, outputWindows } from '../support/output-windows.ts';
import { half, keyErrors, shoot } from '../support/pictures.ts';

test.use({ show: 'nz-2023' });

const HD = { width: 1920, height: 1080 };
const at = (label: string, place: number) => ({ label, x: place * 1920, y: 0, ...HD });

test('fill and key are one window, and the key is the alpha of the fill', async ({ data, show }, info) => {
  test.skip(inRealElectron(info), 'needs four displays, which only the stand-in can promise');
  const displays = [at('Desk', 0), at('Fill', 1), at('Key', 2), at('Truth', 3)];
  const app = await launchDesktop({ data, show, displays });
  const desk = await deskPage(app);
  const station = new DesktopStation(desk);
  await station.send({ type: 'output.edit', outputId: 'program', mode: { kind: 'key-fill' } });
  await station.choose('program', 'Fill', 'Key');
  // the same channel with its transparency, to compare with
  const made = await station.send({
    type: 'output.create',
    name: 'Truth',
    channel: 'program',
    mode: { kind: 'transparent' },
  });
  const truthId = String(made['outputId']);
  await station.choose(truthId, 'Truth');
  await expect.poll(async () => (await station.place()).state).toBe('shown');
  await expect.poll(async () => (await station.place(truthId)).state).toBe('shown');

  expect((await outputWindows(app)).find(({ output }) => output === 'program')?.bounds).toEqual({
    x: 1920,
    y: 0,
    width: 3840,
    height: 1080,
  });
  const [program, truth] = [await outputPage(app), await outputPage(app, truthId)];
  expect(await program.evaluate(() => [innerWidth, innerHeight])).toEqual([3840, 1080]);
  const window = await windowOf(app, program);
  expect(await window.evaluate((one) => [one.isFullScreen(), one.isAlwaysOnTop()])).toEqual([false, true]);

  for (const number of [20, 320]) {
    expect(await station.send({ type: 'cue.recall', number })).toMatchObject({ ok: true });
    const taken = await station.send({ type: 'cue.take' });
    expect(taken).toMatchObject({ ok: true });
    for (const page of [program, truth]) {
      await expect(layer(page, String(taken['layer']))).toHaveAttribute('data-state', 'on');
    }
    const [picture, alpha] = [await shoot(program), await shoot(truth, true)];
    const errors = keyErrors(alpha, half(picture, 1920), half(picture, 0));
    expect(errors.lit).toBeGreaterThan(20_000);
    expect(errors.key).toBeLessThanOrEqual(2);
    expect(errors.fill).toBeLessThanOrEqual(2);
    expect(errors).toMatchObject({ coloured: 0, over: 0 });
  }
  await endDesktop(app);
});

test('two displays that are not side by side are not spanned', async ({ data, show }, info) => {
  test.skip(
    inRealElectron(info),
    'needs three displays of known places, which only the stand-in can promise',
  );
  const app = await launchDesktop({ data, show, displays: [at('Desk', 0), at('Fill', 1), at('Key', 3)] });
  const station = new DesktopStation(await deskPage(app));
  await station.send({ type: 'output.edit', outputId: 'program', mode: { kind: 'key-fill' } });
  await station.choose('program', 'Fill', 'Key');
  await expect.poll(async () => (await station.place()).parkedFor).toBe('not_side_by_side');
  expect(await outputWindows(app)).toEqual([]);
  await endDesktop(app);
});
