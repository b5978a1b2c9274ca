/** A rehearsal from the switch to the review: seen on its own channel, marked, never on program, gone without a trace. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { PNG } from 'pngjs';
import { expect, layer, notNew, skipInDesktop, test } from '../support/app.ts';
import type { ServeProcess } from '../support/serve-process.ts';
import { writeGraphics } from '../support/write-graphics.ts';

skipInDesktop('it needs a station with a rehearsal output, and its REST');
test.use({ show: 'nz-2023' });

/** Covers all it can, by every way there is to be in front. */
const COVERS = `
  async load() {
    const all = 'position:fixed;inset:0;width:100vw;height:100vh;max-width:none;max-height:none;margin:0;border:0;padding:0;background:#00f;z-index:2147483647';
    this.style.cssText = all;
    const popover = document.createElement('div');
    popover.popover = 'manual';
    const dialog = document.createElement('dialog');
    for (const one of [popover, dialog]) { one.style.cssText = all; this.append(one); }
    const field = document.createElement('input');
    field.autofocus = true;
    popover.append(field);
  }
  async playAction() {
    const [popover, dialog] = this.children;
    popover.showPopover();
    popover.firstChild.select();
    dialog.showModal();
    await this.requestFullscreen().catch(() => {});
    return { statusCode: 200, currentStep: 0 };
  }`;

let graphics: string;
test.beforeAll(async () => {
  graphics = await mkdtemp(join(tmpdir(), 'tallydesk-rehearsal-'));
  await writeGraphics(graphics, { covers: COVERS });
});
test.afterAll(() => rm(graphics, { recursive: true, force: true }));

const hold = async (desk: Page, name: string, until: string) => {
  await desk.getByRole('button', { name }).hover();
  await desk.mouse.down();
  await expect(desk.getByRole('status', { name: until })).toBeVisible();
  await desk.mouse.up();
};

const showOf = async (station: ServeProcess) => {
  const { revision: _, ...show } = await station.get<Record<string, unknown>>('show');
  return show;
};

const pixel = ({ data, width }: PNG, [x, y]: readonly [number, number]): number[] => {
  const at = (y * width + x) * 4;
  return [...data.subarray(at, at + 3)];
};

/** On the frame's amber, and on the strokes of the word: its first R, its H, its last L. */
const EDGE = [
  [190, 14],
  [14, 266],
] as const;
const WORD = [
  [124, 540],
  [580, 540],
  [1660, 540],
] as const;
const BESIDE = [960, 300] as const;

test('what is rehearsed is seen, marked, refused on program, and gone', async ({ context, serve }) => {
  const station = await serve({ graphics: [graphics] });
  const before = await showOf(station);
  await context.addInitScript(notNew);
  const air = await context.newPage();
  await air.goto(`${station.addresses.outputs.rehearsal}&background=black`);
  const program = await context.newPage();
  await program.goto(`${station.addresses.outputs.program}&background=black`);
  const desk = await context.newPage();
  await desk.goto(station.addresses.desk);
  const done = async (command: { type: string } & Record<string, unknown>, user = 'ana') => {
    const { body } = await station.command(command, user);
    expect(body).toMatchObject({ ok: true });
    return body;
  };

  await hold(desk, 'Hold to rehearse', 'Mode: rehearsal');
  // what one is typing when somebody else goes live is not saved into the live show
  const name = desk.getByRole('textbox', { name: 'Cue name' });
  await desk
    .getByRole('row')
    .filter({ has: desk.getByRole('gridcell') })
    .first()
    .click();
  await name.fill('Only typed');
  await done({ type: 'mode.set', mode: 'live' }, 'ben');
  // leaving a field saves it; and nothing opens over the desk of who did not end it
  await expect(name).not.toHaveValue('Only typed');
  await name.focus();
  await desk.keyboard.press('Escape');
  await expect(desk.getByRole('dialog')).toHaveCount(0);
  expect(await showOf(station)).toEqual(before);
  await done({ type: 'mode.set', mode: 'rehearsal' });
  await expect(program.locator('html')).toHaveAttribute('data-ready', '1');
  const still = async () => {
    const { mode, picture } = await program.locator('html').evaluate(({ dataset }) => ({ ...dataset }));
    const layers = await program
      .locator('[data-layer]')
      .evaluateAll((all) => all.map((one) => one.outerHTML));
    return { mode, picture, layers, frames: await program.locator('iframe').count() };
  };
  await expect(program.locator('html')).toHaveAttribute('data-mode', 'rehearsal');
  const atFirst = await still();
  expect(atFirst.frames).toBe(0);

  // a fact is changed and approved, and taken
  const made = await done({ type: 'fact.create', kind: 'headline', statement: 'Polls close at noon' });
  const factId = String(made['factId']);
  await done({ type: 'fact.edit', factId, changes: { statement: 'Only a test' } });
  await done({ type: 'fact.approve', factId }, 'ben');
  const cue = await done({
    type: 'cue.create',
    graphic: 'covers',
    layer: 'fullframe',
    bindings: { text: { fact: factId, path: 'statement' } },
  });
  const cueId = String(cue['cueId']);
  const bare = PNG.sync.read(await air.screenshot());
  await done({ type: 'cue.take', cueId });
  await expect(layer(air, 'fullframe')).toHaveAttribute('data-state', 'on');

  // the graphic fills the picture, and the mark is over it
  await expect.poll(async () => pixel(PNG.sync.read(await air.screenshot()), BESIDE)).toEqual([0, 0, 255]);
  const covered = PNG.sync.read(await air.screenshot());
  expect(pixel(bare, BESIDE)).toEqual([0, 0, 0]);
  for (const at of EDGE) expect(pixel(covered, at)).toEqual(pixel(bare, at));
  for (const at of [...EDGE, ...WORD]) {
    const [red = 0, green = 0, blue = 0] = pixel(covered, at);
    expect([at, red > green && green > blue && red > 150]).toEqual([at, true]);
  }

  // no way to program from here
  const refused = async (command: { type: string } & Record<string, unknown>) => {
    const { status, body } = await station.command(command);
    return [body.ok, status >= 400];
  };
  const picture = { type: 'output.picture', outputId: 'program', picture: 'test' };
  expect(await refused(picture)).toEqual([false, true]);
  expect(await refused({ type: 'mode.set', mode: 'live' })).toEqual([false, true]);
  expect(await still()).toEqual(atFirst);

  // it is left, and nothing of it is kept
  await desk.bringToFront();
  await desk.keyboard.press('Shift+Escape');
  await expect(layer(air, 'fullframe')).toHaveAttribute('data-state', 'off');
  await hold(desk, 'Hold to go live', 'Mode: live');
  const review = desk.getByRole('dialog', { name: 'What the rehearsal has left' });
  await expect(review).toContainText('Only a test');
  expect((await station.command({ type: 'cue.take', cueId })).body).toMatchObject({
    ok: false,
    code: 'rehearsal_data',
  });
  await review.getByRole('button', { name: 'Throw away what is chosen' }).click();
  await expect(review).toContainText('Everything has been decided on.');
  await review.getByRole('button', { name: 'Close' }).click();
  await expect(review).toBeHidden();
  expect(await program.locator('iframe').count()).toBe(0);
  expect(await showOf(station)).toEqual(before);
});
