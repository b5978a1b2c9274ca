/** A night from the simulator to air: the feed set up on the desk, its proposals accepted, what is on air following in place. */
import type { Page } from '@playwright/test';
import { expect, layer, openPages, skipInDesktop, test } from '../support/app.ts';
import type { ServeProcess } from '../support/serve-process.ts';
import { SimulatedNight } from '../support/simulated-night.ts';

skipInDesktop('needs REST beside the desk');
test.use({ show: 'nz-2008' });

const workspace = (desk: Page, name: string) =>
  desk.getByRole('navigation', { name: 'Workspaces' }).getByRole('button', { name: new RegExp(`^${name}`) });

const proposals = (desk: Page) => desk.getByRole('grid', { name: 'What feeds propose' });

async function addFeed(desk: Page, folder: string): Promise<void> {
  await workspace(desk, 'Feeds').click();
  await desk.getByRole('button', { name: 'Add feed…' }).click();
  const dialog = desk.getByRole('dialog', { name: 'Add a feed' });
  await dialog.getByRole('button', { name: 'Add feed' }).click();
  await expect(dialog.getByText('Say which folder or file')).toBeVisible();
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Night');
  await dialog.getByRole('textbox', { name: /^Folder or file/ }).fill(folder);
  await dialog.getByRole('textbox', { name: 'Looks every' }).fill('1');
  await dialog.getByRole('button', { name: 'Add feed' }).click();
  await expect(dialog).toBeHidden();
}

/** What has only just come is left for the next press, as nobody can have read it. */
async function acceptAllPlain(desk: Page): Promise<void> {
  await proposals(desk).focus();
  await expect(async () => {
    await desk.keyboard.press('Shift+Enter');
    await expect(desk.getByRole('button', { name: 'Accept all that are not odd' })).toBeVisible({
      timeout: 500,
    });
  }).toPass();
}

interface ShownFact {
  id: string;
  approval: string;
  approvedBy: string | null;
  revision: number;
  onAir: { headline: string | null };
}

const factOf = async (station: ServeProcess, id: string): Promise<ShownFact | undefined> => {
  const { facts } = await station.get<{ facts: ShownFact[] }>('show');
  return facts.find((fact) => fact.id === id);
};

/** A strap of National's party vote that follows it. */
async function takeStrap(station: ServeProcess): Promise<void> {
  const from = (path: string) => ({ fact: 'night.party-national', path });
  const made = await station.command({
    type: 'cue.create',
    name: 'National',
    graphic: 'lower-third-headline',
    layer: 'lower-third',
    data: { status: 'leading' },
    bindings: {
      kicker: from('onAir.label'),
      headline: from('onAir.headline'),
      detail: from('onAir.detail'),
      source: from('source.name'),
    },
    follow: true,
  });
  expect(made.body).toMatchObject({ ok: true });
  const taken = await station.command({ type: 'cue.take', cueId: made.body['cueId'] });
  expect(taken.body).toMatchObject({ ok: true });
}

test('a count comes in as proposals, and what is on air follows in place', async ({
  context,
  data,
  serve,
}) => {
  const night = await SimulatedNight.in(data);
  const station = await serve();
  const { desk, program } = await openPages(context, station);
  await addFeed(desk, night.folder);
  const feed = desk.getByRole('option', { name: /^Night/ });
  await expect(feed).toContainText(/WAITING|ERROR/);

  await night.countTo(30);
  await expect(feed).toContainText('SIMULATED');
  await expect(feed).toContainText('OK');
  await expect(proposals(desk).getByText(/^National: /)).toBeVisible();
  await expect(workspace(desk, 'Feeds')).toContainText(/\d/);
  expect(await factOf(station, 'night.party-national')).toBeUndefined();

  await acceptAllPlain(desk);
  await expect(proposals(desk).getByText(/^National: /)).toBeHidden();
  const first = await factOf(station, 'night.party-national');
  expect(first).toMatchObject({ approval: 'approved', approvedBy: 'operator', revision: 1 });

  await takeStrap(station);
  const strap = layer(program, 'lower-third');
  await expect(strap).toHaveAttribute('data-state', 'on');
  const frame = strap.locator('iframe').first();
  await expect(frame.contentFrame().getByText(first?.onAir.headline ?? '')).toBeVisible();
  // the very same frame must show the next figure
  await frame.evaluate((element) => element.setAttribute('data-test-mark', 'first'));
  const states: string[] = [];
  await program.exposeFunction('sawState', (state: string) => states.push(state));
  await strap.evaluate((element) => {
    const saw = (globalThis as unknown as { sawState(state: string): void }).sawState;
    new MutationObserver(() => saw(element.getAttribute('data-state') ?? '')).observe(element, {
      attributeFilter: ['data-state'],
    });
  });

  await night.countTo(60);
  const row = proposals(desk)
    .getByRole('row')
    .filter({ hasText: /National: / });
  await expect(row).toContainText('ON AIR');
  await expect(row).toContainText('will change in place');
  await acceptAllPlain(desk);
  await expect.poll(async () => (await factOf(station, 'night.party-national'))?.revision).toBe(2);
  const second = await factOf(station, 'night.party-national');
  expect(second?.onAir.headline).not.toBe(first?.onAir.headline);
  await expect(frame.contentFrame().getByText(second?.onAir.headline ?? '')).toBeVisible();
  await expect(frame).toHaveAttribute('data-test-mark', 'first');
  await expect(strap).toHaveAttribute('data-state', 'on');
  // it may be said again that it is on, but it never is anything else
  expect(states.filter((state) => state !== 'on')).toEqual([]);
});

test('a cut file is named with its line, and the facts on hand stay', async ({ context, data, serve }) => {
  const night = await SimulatedNight.in(data);
  await night.countTo(30);
  const station = await serve();
  const { desk } = await openPages(context, station);
  await addFeed(desk, night.folder);
  await expect(proposals(desk).getByText(/^National: /)).toBeVisible();
  await acceptAllPlain(desk);
  await expect(proposals(desk).getByText(/^National: /)).toBeHidden();
  const before = await factOf(station, 'night.party-national');

  await night.countTo(45);
  await expect(proposals(desk).getByText(/^National: /)).toBeVisible();
  const mend = await night.cut('election.xml');
  const feed = desk.getByRole('option', { name: /^Night/ });
  await expect(feed).toContainText('ERROR');
  await expect(desk.getByRole('region', { name: 'Problems' })).toContainText(/election\.xml · line \d+/);
  expect(await factOf(station, 'night.party-national')).toEqual(before);
  await mend();
  await expect(feed).toContainText('OK');
});

test('proposals are marked, turned down and accepted by keyboard alone', async ({ context, data, serve }) => {
  const night = await SimulatedNight.in(data);
  await night.countTo(30);
  const station = await serve();
  const { desk } = await openPages(context, station);
  await addFeed(desk, night.folder);
  const grid = proposals(desk);
  await expect(grid.getByText(/^National: /)).toBeVisible();
  await desk.getByRole('button', { name: 'Turn off' }).click();
  await grid.focus();
  // the count is the first that is not odd
  await desk.keyboard.press('ArrowDown');
  await desk.keyboard.press('Shift+ArrowDown');
  await desk.keyboard.press('Shift+ArrowDown');
  await expect(desk.getByRole('button', { name: /^Accept 3/ })).toBeVisible();
  await expect(grid.getByRole('checkbox', { checked: true })).toHaveCount(3);
  await desk.keyboard.press('Enter');
  await expect(grid.getByRole('checkbox', { checked: true })).toHaveCount(0);
  await expect
    .poll(
      async () =>
        (await station.get<{ facts: ShownFact[] }>('show')).facts.filter(({ id }) => id.startsWith('night.'))
          .length,
    )
    .toBe(3);
  await desk.keyboard.press('Control+a');
  await desk.keyboard.press('x');
  await expect(desk.getByText('Nothing waits.', { exact: false })).toBeVisible();
  await desk.keyboard.press('Control+z');
  await expect(desk.getByText('Nothing waits.', { exact: false })).toBeHidden();
  await expect(grid.getByRole('row').nth(2)).toBeVisible();
});
