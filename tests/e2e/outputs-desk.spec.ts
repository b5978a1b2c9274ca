/** Outputs on the desk: the panel, setting up, quitting on air. The test is the desktop app: it tells of displays, and answers. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, test as base, type Locator, type Page } from '@playwright/test';
import type { Output } from '../../core/schema/output.ts';
import type { Station } from '../../main/station.ts';
import { notNew } from '../support/app.ts';
import { isDesktop } from '../support/desktop-app.ts';
import { deskStation } from '../support/desk-station.ts';
import { askQuit, bridgeCalls, fakeBridge } from '../support/fake-bridge.ts';
import { place, shellOf } from '../support/displays.ts';

const test = base.extend<{ station: Station; desk: Page; hasApp: boolean }>({
  hasApp: [true, { option: true }],
  station: async ({}, use, info) => {
    test.skip(isDesktop(info), 'is the desktop app itself');
    const data = await mkdtemp(join(tmpdir(), 'tallydesk-'));
    const station = await deskStation(data, 'nz-2008');
    await use(station);
    await station.close();
    await rm(data, { recursive: true, force: true });
  },
  desk: async ({ page, station, hasApp }, use) => {
    if (hasApp) {
      station.setShell(shellOf([place('program', { displays: [2] })]));
      await fakeBridge(page);
    }
    await page.addInitScript(notNew);
    await page.goto(station.addresses.desk);
    await expect(page.getByRole('tab', { name: /^Rundown/ })).toBeVisible();
    await use(page);
  },
});

/** As somebody at another desk, or a script. */
function run(station: Station, command: { type: string } & Record<string, unknown>): Record<string, unknown> {
  const result = station.store.dispatch(command, { by: 'script' });
  expect(result, JSON.stringify(result)).toMatchObject({ ok: true });
  return 'answer' in result ? { ...result.answer } : {};
}

const first = (station: Station): Output => {
  const [output] = station.store.state.show.outputs;
  if (!output) throw new Error('the show has no output');
  return output;
};

const row = (desk: Page, name: string): Locator =>
  desk.getByRole('region', { name: 'Outputs' }).getByRole('listitem', { name });

const button = (desk: Page, name: string): Locator => desk.getByRole('button', { name, exact: true });
const setup = (desk: Page): Locator => desk.getByRole('dialog', { name: 'Set up outputs' });
const status = (desk: Page): Locator => desk.getByRole('status', { name: 'Status' });

/** With Tab alone, as far as it takes. */
async function tabTo(desk: Page, target: Locator): Promise<void> {
  for (let steps = 0; steps < 60; steps += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await desk.keyboard.press('Tab');
  }
  throw new Error('Tab does not get there');
}

/** Holds until it has been done. */
async function hold(desk: Page, target: Locator, until: () => Promise<void>): Promise<void> {
  await target.hover();
  await desk.mouse.down();
  await until();
  await desk.mouse.up();
}

test.describe('the panel', () => {
  test('a lost display is red until it is back, and no row moves', async ({ desk, station }) => {
    const { outputId } = run(station, { type: 'output.create', name: 'Wall', channel: 'preview' });
    const others = place(String(outputId), { displays: [3] });
    station.setShell(shellOf([place('program', { displays: [2] }), others]));
    await expect(row(desk, 'Program')).toContainText('Fullscreen on DELL U2720Q (2), 1920×1080, 50 Hz');
    const before = await row(desk, 'Wall').boundingBox();

    station.setShell(shellOf([place('program', { state: 'lost' }), others]));
    await expect(row(desk, 'Program')).toContainText('LOST DISPLAY');
    await expect(row(desk, 'Program').getByRole('alert')).toContainText('The channel goes on');
    await expect(desk.getByRole('region', { name: 'Outputs' })).toContainText('1 DOWN');
    await expect(button(desk, 'Choose display for Program')).toBeVisible();
    expect(await row(desk, 'Wall').boundingBox()).toEqual(before);

    station.setShell(shellOf([place('program', { displays: [2] }), others]));
    await expect(row(desk, 'Program')).toContainText('Open');
    await expect(row(desk, 'Program').getByRole('alert')).toHaveCount(0);
    await expect(desk.getByRole('region', { name: 'Outputs' })).not.toContainText('DOWN');
  });

  test('black and freeze act at once, and cannot be overlooked', async ({ desk, station }) => {
    for (const [name, chip] of [
      ['Black Program', 'BLACK'],
      ['Freeze Program', 'FROZEN'],
    ] as const) {
      await button(desk, name).click();
      await expect(row(desk, 'Program')).toContainText(chip);
      await expect(button(desk, name)).toHaveAttribute('aria-pressed', 'true');
    }
    await expect(desk.getByRole('region', { name: 'Outputs' })).toContainText('1 COVERED');
    expect(station.store.state.air.outputs['program']).toMatchObject({ picture: 'black', frozen: {} });
    await button(desk, 'Freeze Program').focus();
    await desk.keyboard.press('Enter');
    await expect(row(desk, 'Program')).not.toContainText('FROZEN');
    await button(desk, 'Black Program').click();
    await expect(row(desk, 'Program')).not.toContainText('BLACK');
  });

  test('a test card on program is held, and comes off at once', async ({ desk, station }) => {
    const card = button(desk, 'Test card Program');
    await card.click();
    await expect(status(desk)).toContainText('Hold “Test card”');
    expect(station.store.state.air.outputs['program']?.picture ?? 'show').toBe('show');
    await hold(desk, card, () => expect(row(desk, 'Program')).toContainText('TEST CARD'));
    await card.click();
    await expect(row(desk, 'Program')).not.toContainText('TEST CARD');
    await card.focus();
    await desk.keyboard.down('Enter');
    await expect(row(desk, 'Program')).toContainText('TEST CARD');
    await desk.keyboard.up('Enter');
    await expect(card).toBeFocused();
  });

  test('guides are offered where viewers are not', async ({ desk, station }) => {
    run(station, { type: 'output.create', name: 'Wall', channel: 'preview' });
    await expect(button(desk, 'Guides Program')).toHaveCount(0);
    await button(desk, 'Guides Wall').click();
    await expect(row(desk, 'Wall')).toContainText('GUIDES');
    await button(desk, 'Test card Wall').click();
    await expect(row(desk, 'Wall')).toContainText('TEST CARD');
  });

  test('says why, where the station refuses', async ({ desk, station }) => {
    run(station, { type: 'cue.take', cueId: 'auckland-central-flip' });
    await hold(desk, button(desk, 'Test card Program'), () =>
      expect(status(desk)).toContainText('a test card would cover it'),
    );
    await expect(row(desk, 'Program')).not.toContainText('TEST CARD');
  });

  test('an output that crashed too often can be restarted', async ({ desk, station }) => {
    station.setShell(shellOf([place('program', { state: 'stopped', recoveries: 3 })]));
    await expect(row(desk, 'Program').getByRole('alert')).toContainText('crashed three times');
    await button(desk, 'Restart Program').click();
    await expect.poll(() => station.store.state.air.outputs['program']?.restarts).toBe(1);
  });

  test('knows whether viewers get anything, and which page is whose', async ({ context, desk, station }) => {
    const alert = desk.getByRole('region', { name: 'Outputs' }).getByRole('alert');
    await expect(alert).toContainText('No program output connected');
    const stage = await context.newPage();
    await stage.goto(`${station.addresses.outputs.program}&output=program`);
    const other = await context.newPage();
    await other.goto(`${station.addresses.outputs.program}&name=CasparCG`);
    await desk.bringToFront();
    await expect(alert).toHaveCount(0);
    await expect(row(desk, 'Program')).toContainText(/\d fps.*late.*frames.*current/);
    await expect(desk.getByRole('list', { name: 'Other connected pages' })).toContainText('CasparCG');
  });
});

test.describe('set up', () => {
  test('with the keyboard alone', async ({ desk, station }) => {
    station.setShell(shellOf([place('program', { state: 'parked', parkedFor: 'unassigned' })]));
    await expect(row(desk, 'Program')).toContainText('PARKED');
    await desk.keyboard.press('Control+k');
    await desk.keyboard.type('set up outputs');
    await desk.keyboard.press('Enter');
    const dialog = setup(desk);
    // it waits for a display, so the keyboard is there, on the first that can be chosen
    const displays = dialog.getByRole('radiogroup', { name: 'Display', exact: true });
    await expect(displays.getByRole('radio', { name: /^DELL U2720Q \(2\)/ })).toBeFocused();
    await desk.keyboard.press('ArrowLeft');
    await expect(displays.getByRole('radio', { name: /this desk/ })).toBeFocused();
    await desk.keyboard.press('Enter');
    await desk.keyboard.press('ArrowRight');
    expect(first(station).target).toMatchObject({ display: null });
    await desk.keyboard.press('Enter');
    await expect(displays.getByRole('radio', { name: /^DELL U2720Q \(2\)/ })).toBeChecked();
    expect(first(station).target).toMatchObject({ display: { id: 2, others: [1, 3] } });

    await tabTo(desk, dialog.getByRole('radio', { name: 'Black', exact: true }));
    await desk.keyboard.press('ArrowRight');
    expect(first(station).mode.kind).toBe('black');
    await desk.keyboard.press('Space');
    const keys = dialog.getByRole('radiogroup', { name: 'Display of the key' });
    const keyDisplay = keys.getByRole('radio', { name: /^DELL U2720Q \(3\)/ });
    await expect(keys.getByRole('radio', { name: /the fill is here/ })).toBeVisible();
    await tabTo(desk, keyDisplay);
    await desk.keyboard.press('Enter');
    await expect(keyDisplay).toBeChecked();
    expect(first(station)).toMatchObject({ mode: { kind: 'key-fill' }, target: { key: { id: 3 } } });

    await tabTo(desk, dialog.getByRole('textbox', { name: 'Name' }));
    await desk.keyboard.press('Control+a');
    await desk.keyboard.type('Main');
    await desk.keyboard.press('Enter');
    await expect(dialog.getByRole('option', { name: /Main/ })).toBeVisible();

    await desk.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);
  });

  test('an output is added closed, and deleted only while it is', async ({ desk, station }) => {
    await button(desk, 'Set up outputs…').click();
    const dialog = setup(desk);
    const list = dialog.getByRole('listbox', { name: 'Outputs of the show' });
    await expect(list.getByRole('option', { name: /Program/ })).toBeFocused();
    await expect(dialog.getByRole('button', { name: 'Delete Program' })).toHaveAttribute(
      'aria-disabled',
      'true',
    );
    await tabTo(desk, dialog.getByRole('button', { name: 'Add output' }));
    await desk.keyboard.press('Enter');
    await expect(list.getByRole('option', { name: /Output 2.*Closed/, selected: true })).toBeVisible();
    await tabTo(desk, dialog.getByRole('button', { name: 'Delete Output 2' }));
    await desk.keyboard.press('Enter');
    await expect(list.getByRole('option')).toHaveCount(1);
    expect(station.store.state.show.outputs.map(({ name }) => name)).toEqual(['Program']);
  });

  test('the show’s frame rate, a colour, a browser source', async ({ desk, station }) => {
    await button(desk, 'Set up Program').click();
    const dialog = setup(desk);
    await dialog.getByLabel('Frame rate of the show').selectOption('25 frames a second');
    await expect.poll(() => station.store.state.show.settings.frameRate).toBe(25);
    await dialog.getByRole('radio', { name: 'Chroma' }).click();
    const colour = dialog.getByLabel('Colour behind the graphics').first();
    await expect(colour).toHaveValue('#00b140');
    await colour.fill('green');
    await colour.press('Enter');
    await expect(dialog).toContainText('A colour is #');
    await colour.fill('#0000ff');
    await colour.press('Enter');
    await expect.poll(() => first(station).mode).toEqual({ kind: 'chroma', colour: '#0000ff' });
    await dialog.getByRole('radio', { name: 'Browser source' }).click();
    await expect(dialog.getByRole('radiogroup', { name: 'Display' })).toHaveCount(0);
    await expect(dialog.getByRole('textbox', { name: 'Program output address' })).toHaveValue(
      `${station.addresses.outputs.program}&output=program`,
    );
  });

  test('a refusal stands where it was caused, and on the status line', async ({ desk, station }) => {
    run(station, { type: 'output.create', name: 'Wall', channel: 'preview' });
    const target = {
      kind: 'display',
      display: { id: 3, label: '', size: { width: 1, height: 1 }, origin: { x: 0, y: 0 }, others: [] },
    };
    run(station, { type: 'output.edit', outputId: 'program', target });
    await button(desk, 'Set up Wall').click();
    const displays = setup(desk).getByRole('radiogroup', { name: 'Display' });
    await displays.getByRole('radio', { name: /\(3\)/ }).click();
    const sentence = 'That display belongs to the output “Program”.';
    await expect(setup(desk).getByRole('alert')).toHaveText(sentence);
    await expect(status(desk)).toContainText(sentence);
    await expect(displays.getByRole('radio', { checked: true })).toHaveCount(0);
    await expect(setup(desk).getByRole('button', { name: 'Delete Wall' })).toHaveAttribute(
      'aria-disabled',
      'true',
    );
  });

  test('what is on air is not closed by a click', async ({ desk, station }) => {
    run(station, { type: 'cue.take', cueId: 'auckland-central-flip' });
    await button(desk, 'Set up Program').click();
    const close = setup(desk).getByRole('button', { name: 'Hold to close Program' });
    await close.click();
    await expect(status(desk)).toContainText('Hold to close Program');
    expect(first(station).open).toBe(true);
    await hold(desk, close, () =>
      expect(setup(desk).getByRole('button', { name: 'Open Program' })).toBeVisible(),
    );
    expect(first(station).open).toBe(false);
  });

  test('Identify asks the app', async ({ desk }) => {
    await button(desk, 'Set up Program').click();
    await setup(desk).getByRole('button', { name: 'Identify' }).click();
    await expect.poll(() => bridgeCalls(desk)).toEqual(['identify']);
  });
});

test.describe('in a browser, without the app', () => {
  test.use({ hasApp: false });

  test('the desk says where displays are chosen, and offers none of the app’s commands', async ({ desk }) => {
    await expect(row(desk, 'Program')).toContainText('this station runs without it');
    await button(desk, 'Set up Program').click();
    await expect(setup(desk)).toContainText('Displays are chosen in the desktop app');
    await expect(setup(desk).getByRole('button', { name: 'Identify' })).toHaveCount(0);
    await desk.keyboard.press('Escape');
    await desk.keyboard.press('Control+k');
    await desk.keyboard.type('outputs');
    await expect(desk.getByRole('option', { name: /Set up outputs/ })).toBeVisible();
    await desk.keyboard.press('Control+a');
    await desk.keyboard.type('logs folder');
    await expect(desk.getByRole('option', { name: /logs folder/ })).toHaveCount(0);
  });
});

test.describe('the app’s commands', () => {
  test('are in the palette, and their answers on the status line', async ({ desk }) => {
    for (const [words, answer] of [
      ['diagnostics', 'copyDiagnostics is done.'],
      ['open show', 'Something is on air.'],
    ] as const) {
      await desk.keyboard.press('Control+k');
      await desk.keyboard.type(words);
      await desk.keyboard.press('Enter');
      await expect(status(desk)).toContainText(answer);
    }
    expect(await bridgeCalls(desk)).toEqual(['copyDiagnostics', 'openShow']);
  });

  test('quitting on air is asked, and answered by staying', async ({ desk }) => {
    await askQuit(desk, 'A lower third is on air.');
    const dialog = desk.getByRole('dialog', { name: 'Something is on air' });
    await expect(dialog).toContainText('A lower third is on air.');
    await expect(dialog.getByRole('button', { name: 'Stay on air' })).toBeFocused();
    await askQuit(desk, 'Two layers are on air.');
    await expect(dialog).toHaveCount(1);
    await expect(dialog).toContainText('Two layers are on air.');
    await desk.keyboard.press('Enter');
    await expect(dialog).toHaveCount(0);
    await askQuit(desk, 'Again.');
    await expect(dialog).toContainText('Again.');
    await desk.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);
    const shown = 'quitQuestionShown';
    expect(await bridgeCalls(desk)).toEqual([shown, shown, 'stay', shown, 'stay']);
  });

  test('quitting on air is done by holding only', async ({ desk }) => {
    await button(desk, 'Set up Program').click();
    await askQuit(desk, 'A lower third is on air.');
    const quit = button(desk, 'Hold to quit');
    await quit.click();
    expect(await bridgeCalls(desk)).toEqual(['quitQuestionShown']);
    await hold(desk, quit, () => expect.poll(() => bridgeCalls(desk)).toEqual(['quitQuestionShown', 'quit']));
  });
});

for (const viewport of [
  { width: 1920, height: 1080 },
  { width: 1280, height: 720 },
]) {
  test(`passes an accessibility scan at ${viewport.width}×${viewport.height}`, async ({ desk, station }) => {
    await desk.setViewportSize(viewport);
    for (const name of ['Wall', 'Spare', 'Foyer'])
      run(station, { type: 'output.create', name, channel: 'preview' });
    const [, wall, spare, foyer] = station.store.state.show.outputs.map(({ id }) => id);
    run(station, { type: 'output.picture', outputId: 'program', picture: 'black' });
    run(station, { type: 'output.guides', outputId: String(wall), on: true });
    run(station, { type: 'output.edit', outputId: 'program', mode: { kind: 'key-fill' } });
    station.setShell(
      shellOf([
        place('program', { displays: [2, 3], warnings: ['scale', 'rate'] }),
        place(String(wall), { state: 'parked', parkedFor: 'unsure' }),
        place(String(spare), { state: 'lost' }),
        place(String(foyer), { state: 'stopped' }),
      ]),
    );
    const scan = async (part: string) => {
      const { violations } = await new AxeBuilder({ page: desk })
        .include(part)
        .withTags(['wcag2a', 'wcag2aa', 'wcag22aa'])
        .analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`)).toEqual(
        [],
      );
    };
    await expect(desk.getByText('2 DOWN')).toBeVisible();
    await scan('section[aria-label="Outputs"]');
    await button(desk, 'Set up Program').click();
    await expect(setup(desk).getByRole('radiogroup', { name: 'Display of the key' })).toBeVisible();
    await scan('[role="dialog"]');
    await askQuit(desk, 'A lower third is on air.');
    await expect(button(desk, 'Stay on air')).toBeFocused();
    await scan('[role="dialog"]');
  });
}
