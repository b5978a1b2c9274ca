/** Templates that come from outside: taken in or refused by name, their versions, their network, and what air may be told. */
import { join } from 'node:path';
import { readFile, writeFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { strToU8, zipSync } from 'fflate';
import type { Graphic } from '../../core/schema/manifest.ts';
import { expect, layer, openPages, skipInDesktop, test } from '../support/app.ts';
import type { ServeProcess } from '../support/serve-process.ts';
import { writeGraphics } from '../support/write-graphics.ts';

skipInDesktop('has a folder of templates of its own');
test.use({ show: 'nz-2008' });
test.slow();

const PLATE = `this.style.cssText = 'position:absolute;inset:800px 400px 100px;background:#123456'`;
const SHOWN = `
  async load() { ${PLATE}; }
  async playAction() { return { statusCode: 200, currentStep: 0 }; }`;
/** Answers an action of its own, and looks for a font outside as soon as it is played. */
const SPEAKING = `
  async load() { ${PLATE}; }
  async playAction() {
    fetch('https://fonts.example/a.css').catch(() => {});
    return { statusCode: 200, currentStep: 0 };
  }
  async customAction({ id, payload }) {
    return id === 'count' ? { statusCode: 200, result: { twice: payload.times * 2 } } : { statusCode: 404 };
  }`;
const actions = [
  {
    id: 'count',
    name: 'Count',
    schema: {
      type: 'object',
      required: ['times'],
      properties: { times: { type: 'integer', title: 'Times', minimum: 1, maximum: 9 } },
    },
  },
];

async function toTemplates(desk: Page): Promise<void> {
  await expect(desk.getByRole('grid', { name: 'Rundown' })).toBeVisible();
  await desk.keyboard.press('Alt+5');
  await expect(desk.getByRole('grid', { name: 'Templates of this station' })).toBeVisible();
}

const graphicOf = async (station: ServeProcess, id: string): Promise<Graphic | undefined> =>
  (await station.get<{ graphics: Graphic[] }>('graphics')).graphics.find((one) => one.id === id);

/** A package of that version as a zip. */
async function zipOf(folder: string, version: string): Promise<Buffer> {
  await writeGraphics(folder, { guest: SHOWN }, { version });
  const file = async (name: string) => new Uint8Array(await readFile(join(folder, 'guest', name)));
  const [manifest, module] = [await file('guest.ograf.json'), await file('graphic.js')];
  return Buffer.from(zipSync({ 'guest/guest.ograf.json': manifest, 'guest/graphic.js': module }));
}

test('packages come in as zips, side by side; what is unsafe or broken is told by name', async ({
  context,
  data,
  serve,
}) => {
  const broken = join(data, 'broken');
  await writeGraphics(broken, { 'no-module': SHOWN }, { main: 'missing.js' });
  const station = await serve({ graphics: [broken] });
  const { desk } = await openPages(context, station);
  await toTemplates(desk);
  await desk.getByText('1 package is not offered').click();
  await expect(desk.getByText(/missing\.js/)).toBeVisible();

  const input = desk.locator('input[type=file][accept=".zip"]');
  const choose = (name: string, buffer: Buffer) =>
    input.setInputFiles({ name, mimeType: 'application/zip', buffer });
  await choose('evil.zip', Buffer.from(zipSync({ '../../evil.js': strToU8('x') })));
  await expect(desk.getByRole('main').getByRole('alert')).toContainText('evil.js');
  await choose('guest.zip', await zipOf(join(data, 'one'), '1.0.0'));
  await expect(desk.getByRole('status').filter({ hasText: 'Imported: guest.' })).toBeVisible();
  await expect(desk.getByRole('main').getByRole('alert')).toHaveCount(0);
  await choose('guest.zip', await zipOf(join(data, 'two'), '2.0.0'));

  const detail = desk.getByRole('region', { name: 'Template', exact: true });
  const versions = detail.getByRole('region', { name: 'Versions' });
  await expect(versions.getByRole('listitem')).toHaveCount(2);
  await expect(versions.getByRole('listitem').first()).toContainText('2.0.0');
  await versions.getByRole('button', { name: 'Use 1.0.0', exact: true }).click();
  await expect.poll(async () => (await graphicOf(station, 'guest'))?.version).toBe('1.0.0');
  await expect(versions.getByRole('listitem').last()).toContainText('Chosen', { ignoreCase: true });
  await desk.screenshot({ path: 'test-results/desk-versions.png' });
  await versions.getByRole('button', { name: 'Always the newest' }).click();
  await expect.poll(async () => (await graphicOf(station, 'guest'))?.version).toBe('2.0.0');
  // held, as it cannot be undone
  await versions.getByRole('button', { name: 'Hold to remove 1.0.0' }).click({ delay: 1_500 });
  await expect(versions.getByRole('listitem')).toHaveCount(1);

  const row = desk.getByRole('grid', { name: 'Templates of this station' }).getByRole('row');
  const picture = row.filter({ hasText: 'Seat arc' }).locator('img');
  await expect.poll(() => picture.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBeGreaterThan(0);
  const link = detail.getByRole('link', { name: 'Open in the workbench' });
  const [workbench] = await Promise.all([context.waitForEvent('page'), link.click()]);
  await expect(workbench).toHaveURL(/\/workbench\?.*#.*guest/);
  await expect(workbench.getByText('guest').first()).toBeVisible();
});

test('a graphic on air is told its own action, asks for the network, and is updated when its files change', async ({
  context,
  data,
  serve,
}) => {
  const folder = join(data, 'templates');
  await writeGraphics(folder, { speaker: SPEAKING }, { customActions: actions });
  const station = await serve({ graphics: [folder] });
  const cue = {
    type: 'cue.create',
    name: 'Speaker',
    graphic: 'speaker',
    layer: 'bug',
    number: 9001,
    index: 0,
  };
  const made = await station.command({ ...cue, data: { text: 'Kia ora' } });
  expect(made.body).toMatchObject({ ok: true });
  const { desk, program } = await openPages(context, station);
  await expect(layer(program, 'bug')).toHaveCount(1);
  await station.command({ type: 'cue.take', cueId: made.body['cueId'] });
  await expect(layer(program, 'bug')).toHaveAttribute('data-state', 'on');

  const tools = desk.getByRole('listitem', { name: 'Bug', exact: true });
  await expect(tools.getByTitle(/https:\/\/fonts\.example/)).toContainText('ASKED FOR THE NETWORK');
  await tools.getByRole('button', { name: 'Actions of Bug' }).click();
  const dialog = desk.getByRole('dialog', { name: 'Actions of “speaker”' });
  await expect(dialog.getByRole('button', { name: 'Do it' })).toBeDisabled();
  await dialog.getByRole('textbox', { name: 'Times' }).fill('4');
  await desk.keyboard.press('Enter');
  await dialog.getByRole('button', { name: 'Do it' }).click();
  await expect(dialog.getByRole('status')).toContainText('Answered 200');
  await expect(dialog.getByLabel('Result')).toContainText('"twice": 8');
  await desk.screenshot({ path: 'test-results/desk-action.png' });
  await dialog.getByRole('button', { name: 'Close' }).click();

  const before = (await graphicOf(station, 'speaker'))?.hash;
  const upgrade = tools.getByRole('button', { name: 'Update Bug to the new version' });
  await expect(upgrade).toHaveCount(0);
  const module = join(folder, 'speaker/graphic.js');
  await writeFile(module, (await readFile(module, 'utf8')).replace('#123456', '#654321'));
  await expect(upgrade).toBeVisible();
  expect((await graphicOf(station, 'speaker'))?.hash).not.toBe(before);
  await upgrade.click();
  await expect(upgrade).toHaveCount(0);
  await expect(tools.getByText('Kia ora')).toBeVisible();

  await toTemplates(desk);
  const list = desk.getByRole('grid', { name: 'Templates of this station' });
  await list.getByRole('row', { name: /speaker/ }).click();
  const network = desk.getByRole('region', { name: 'Network' });
  await expect(network).toContainText('It asked for: https://fonts.example');
  await network.getByRole('button', { name: 'Hold to let it use the network' }).focus();
  await desk.keyboard.down('Enter');
  await expect(network).toContainText('lets this version use the network');
  await desk.keyboard.up('Enter');
  expect((await graphicOf(station, 'speaker'))?.network).toBe(true);
  await network.getByRole('button', { name: 'Take the network from it' }).click();
  await expect(network).toContainText('It may not use the network');
});
