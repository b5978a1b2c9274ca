/** Forms made from a template's model: fields, tables, files, what is bound, how it will fit. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, openPages, skipInDesktop, test } from '../support/app.ts';
import type { ServeProcess } from '../support/serve-process.ts';
import { PNG } from '../main/media/pictures.ts';

skipInDesktop('has a folder of templates of its own');
test.use({ show: 'nz-2008' });
test.slow();

/** Says how its text stands, as a graphic of ours does: long words take two lines, very long ones do not fit. */
const MODULE = `export default class extends HTMLElement {
  #set({ data }) {
    const length = (data.headline ?? '').length;
    if (length > 40) return { statusCode: 422, statusMessage: 'Headline: the text is too long for the screen.' };
    const fit = { field: 'headline', lines: length > 20 ? 2 : 1, width: 100, size: 60, tight: false };
    return { statusCode: 200, result: { v_fit: [fit] } };
  }
  async load(params) { return this.#set(params); }
  async updateAction(params) { return this.#set(params); }
  async playAction() { return { statusCode: 200, currentStep: 0 }; }
  async stopAction() { return { statusCode: 200 }; }
  async customAction() { return { statusCode: 404 }; }
  async dispose() { return { statusCode: 200 }; }
}`;

const schema = {
  type: 'object',
  required: ['headline'],
  properties: {
    headline: { type: 'string', title: 'Headline', minLength: 1, maxLength: 60, order: 1 },
    share: { type: 'number', title: 'Share', gddType: 'percentage', minimum: 0, maximum: 1, order: 2 },
    tint: { type: 'string', title: 'Tint', gddType: 'color-rrggbbaa', default: '#112233ff', order: 3 },
    picture: { type: 'string', title: 'Picture', gddType: 'file-path/image-path', order: 4 },
    'rows.of it': {
      type: 'array',
      title: 'Rows',
      order: 5,
      maxItems: 4,
      items: {
        type: 'object',
        properties: {
          name: { type: 'string', title: 'Name' },
          seats: { type: 'integer', title: 'Seats', minimum: 0 },
        },
      },
    },
    extra: { title: 'Extra', order: 6 },
  },
};

async function formGraphic(data: string): Promise<string> {
  const folder = join(data, 'templates', 'form');
  await mkdir(folder, { recursive: true });
  const manifest = {
    $schema: 'https://ograf.ebu.io/v1/specification/json-schemas/graphics/schema.json',
    id: 'form',
    name: 'Form',
    main: 'graphic.js',
    supportsRealTime: true,
    supportsNonRealTime: false,
    schema,
  };
  await writeFile(join(folder, 'form.ograf.json'), JSON.stringify(manifest));
  await writeFile(join(folder, 'graphic.js'), MODULE);
  return join(data, 'templates');
}

interface ShownCue {
  id: string;
  data: Record<string, unknown>;
  bindings: Record<string, unknown>;
}

const cueOf = async (station: ServeProcess, id: unknown): Promise<ShownCue | undefined> =>
  (await station.get<{ cues: ShownCue[] }>('show')).cues.find((cue) => cue.id === id);

async function open(data: string, serve: (o: object) => Promise<ServeProcess>, over: object = {}) {
  const station = await serve({ graphics: [await formGraphic(data)] });
  const made = await station.command({
    type: 'cue.create',
    name: 'Form',
    graphic: 'form',
    layer: 'bug',
    number: 9001,
    index: 0,
    data: { headline: 'Short', ...over },
  });
  expect(made.body).toMatchObject({ ok: true });
  return { station, cueId: made.body['cueId'] };
}

async function select(desk: Page): Promise<void> {
  await desk.getByRole('grid', { name: 'Rundown' }).getByText('9001').click();
  await expect(desk.getByRole('group', { name: 'What will be seen' })).toBeVisible();
}
const form = (desk: Page) => desk.getByRole('group', { name: 'What will be seen' });

test('fields are saved as their model has them, and what is wrong is said by the field', async ({
  context,
  data,
  serve,
}) => {
  const { station, cueId } = await open(data, serve);
  const { desk } = await openPages(context, station);
  await select(desk);
  await form(desk).getByRole('textbox', { name: 'Share' }).fill('25');
  await desk.keyboard.press('Enter');
  await expect.poll(async () => (await cueOf(station, cueId))?.data['share']).toBe(0.25);
  await form(desk).getByRole('textbox', { name: 'Share' }).fill('250');
  await expect(form(desk)).toContainText('At most 100');
  await desk.keyboard.press('Escape');
  await form(desk).getByRole('textbox', { name: 'Extra' }).fill('{\n  "a": 1,\n  b\n}');
  await expect(form(desk)).toContainText('Line 3');
  await desk.keyboard.press('Escape');
});

test('rows are added, filled, moved by keyboard and bound to a fact, under a key with a dot', async ({
  context,
  data,
  serve,
}) => {
  const rows = [
    { name: 'One', seats: 1 },
    { name: 'Two', seats: 2 },
  ];
  const { station, cueId } = await open(data, serve, { 'rows.of it': rows });
  const { desk } = await openPages(context, station);
  await select(desk);
  await form(desk).getByRole('button', { name: 'Open as a table' }).click();
  const table = desk.getByRole('dialog', { name: 'Table: Rows' });
  const rowsOf = async () => (await cueOf(station, cueId))?.data['rows.of it'];
  const nameIn = (row: number) =>
    table.getByRole('group', { name: `Row ${row}` }).getByRole('textbox', { name: 'Name' });
  await nameIn(1).fill('Uno');
  await desk.keyboard.press('Alt+ArrowDown');
  await expect.poll(rowsOf).toEqual([rows[1], { name: 'Uno', seats: 1 }]);
  await expect(nameIn(2)).toBeFocused();
  await desk.keyboard.press('Alt+ArrowUp');
  await expect(nameIn(1)).toBeFocused();
  await table.getByRole('button', { name: 'Move row 1 down' }).focus();
  await desk.keyboard.press('Enter');
  await expect.poll(rowsOf).toEqual([rows[1], { name: 'Uno', seats: 1 }]);
  await expect(table.getByRole('button', { name: 'Move row 2 up' })).toBeFocused();
  await expect(nameIn(1)).toHaveValue('Two');
  await table.getByRole('button', { name: 'Duplicate row 1' }).click();
  await expect(table.getByRole('group', { name: /^Row / })).toHaveCount(3);
  await desk.screenshot({ path: 'test-results/desk-table.png' });
  const { violations } = await new AxeBuilder({ page: desk }).include('[role="dialog"]').analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)).toEqual([]);
  await table.getByRole('button', { name: 'Remove row 3' }).click();
  await expect(table.getByRole('group', { name: /^Row / })).toHaveCount(2);
  await table.getByRole('button', { name: 'Close' }).click();

  await form(desk)
    .getByRole('group', { name: 'Row 2' })
    .getByRole('button', { name: /Bind.*Name/ })
    .click();
  const bind = desk.getByRole('dialog', { name: 'Bind “Name” to a fact' });
  await bind.getByRole('searchbox').fill('auckland central');
  await bind.getByRole('grid').getByRole('row').first().click();
  await bind.getByRole('button', { name: 'Bind' }).click();
  await expect(bind).toBeHidden();
  await expect
    .poll(async () => Object.keys((await cueOf(station, cueId))?.bindings ?? {}))
    .toEqual(['rows\\.of it.1.name']);
  await expect(form(desk).getByRole('group', { name: 'Row 2' }).getByText('APPROVED')).toBeVisible();
});

test('while one types, the graphic says how its text will stand', async ({ context, data, serve }) => {
  const { station } = await open(data, serve);
  const { desk } = await openPages(context, station);
  await select(desk);
  await expect(desk.locator('[data-fit-check]')).toHaveCount(0);
  const headline = form(desk).getByRole('textbox', { name: 'Headline' });
  await headline.fill('A headline of some length');
  await expect(form(desk)).toContainText('needs two lines');
  await headline.fill('A headline that is far too long for any screen there is');
  await expect(form(desk)).toContainText('too long for the screen');
  await headline.fill('Short again');
  await expect(form(desk)).not.toContainText('too long for the screen');
  await desk.keyboard.press('Alt+2');
  await expect(desk.locator('[data-fit-check]')).toHaveCount(0);
});

test('a picture is added to the show and chosen; a script in disguise is refused', async ({
  context,
  data,
  serve,
}) => {
  const { station, cueId } = await open(data, serve);
  const { desk } = await openPages(context, station);
  await select(desk);
  await form(desk).getByRole('button', { name: 'Choose a file: Picture' }).click();
  const picker = desk.getByRole('dialog', { name: 'A file for “Picture”' });
  const input = picker.locator('input[type=file]');
  await input.setInputFiles({ name: 'a.png', mimeType: 'image/png', buffer: Buffer.from('alert(1)') });
  await expect(picker.getByRole('alert')).toContainText('says that it is png');
  await input.setInputFiles({ name: 'Kererū.png', mimeType: 'image/png', buffer: Buffer.from(PNG) });
  await expect(picker).toBeHidden();
  await expect(form(desk)).toContainText('Kererū.png');
  await expect.poll(async () => (await cueOf(station, cueId))?.data['picture']).toMatch(/^\/media\//);
  await desk.screenshot({ path: 'test-results/desk-form.png' });
  const { violations } = await new AxeBuilder({ page: desk }).include('[data-inspector]').analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)).toEqual([]);
});
