/**
 * An election night by its producer, from the first count to the last: a simulated count over HTTP becomes proposals,
 * proposals become approved facts, facts are put up from the facts desk, and what is on air follows them in place.
 */
import type { Locator, Page } from '@playwright/test';
import { expect, layer, openPages, skipInDesktop, test } from '../support/app.ts';
import type { ServeProcess } from '../support/serve-process.ts';
import { SimulatedHttp } from '../support/simulated-http.ts';

skipInDesktop('needs REST beside the desk');
test.use({ show: 'nz-2008' });

const HOUSE = 'night.house';

interface ShownFact {
  id: string;
  approval: string;
  approvedBy: string | null;
  revision: number;
  onAir: { headline: string | null };
  tally?: { rows: { party: string; seats: number; leading: number }[] } | null;
}

const factOf = async (station: ServeProcess, id: string): Promise<ShownFact | undefined> => {
  const { facts } = await station.get<{ facts: ShownFact[] }>('show');
  return facts.find((fact) => fact.id === id);
};

const proposals = (desk: Page) => desk.getByRole('grid', { name: 'What feeds propose' });
const facts = (desk: Page) => desk.getByRole('grid', { name: 'Facts of the show' });
const fact = (desk: Page) => desk.getByRole('region', { name: 'Fact', exact: true });
const toWorkspace = (desk: Page, name: string) =>
  desk
    .getByRole('navigation', { name: 'Workspaces' })
    .getByRole('button', { name: new RegExp(`^${name}`) })
    .click();

/** Read on command only, so that each count is there before anybody looks. */
async function addFeed(desk: Page, url: string): Promise<void> {
  await toWorkspace(desk, 'Feeds');
  await desk.getByRole('button', { name: 'Add feed…' }).click();
  const dialog = desk.getByRole('dialog', { name: 'Add a feed' });
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Night');
  await dialog.getByRole('radio', { name: 'Address' }).click();
  await dialog.getByRole('textbox', { name: /^Address of/ }).fill(url);
  await dialog.getByRole('textbox', { name: 'Looks every' }).fill('3600');
  await dialog.getByRole('button', { name: 'Add feed' }).click();
  await expect(dialog).toBeHidden();
}

/** The next count is read and everything in it accepted, odd ones too: the desk has looked at them. */
async function acceptAll(desk: Page, station: ServeProcess, revision: number): Promise<void> {
  await expect(
    proposals(desk)
      .getByText(/^The House/)
      .first(),
  ).toBeVisible();
  await proposals(desk).focus();
  await desk.keyboard.press('Control+a');
  await desk.keyboard.press('Enter');
  await expect(desk.getByText('Nothing waits.', { exact: false })).toBeVisible();
  await expect.poll(async () => (await factOf(station, HOUSE))?.revision).toBe(revision);
}

async function countTo(desk: Page, night: SimulatedHttp, percent: number): Promise<void> {
  await night.countTo(percent);
  await toWorkspace(desk, 'Feeds');
  await desk.getByRole('button', { name: 'Look now' }).click();
}

/** What a graphic reads, all of it. */
const shown = (frame: Locator): Promise<string> => frame.contentFrame().locator('body').ariaSnapshot();

async function find(desk: Page, words: string): Promise<void> {
  await desk.keyboard.press('/');
  await desk.getByRole('searchbox', { name: 'Search facts' }).fill(words);
  await expect(facts(desk)).toHaveAttribute('aria-rowcount', '1');
  await desk.keyboard.press('Enter');
  await expect(fact(desk)).toContainText('Revision');
}

/** Finds a fact on the facts desk, puts it up, and takes it. */
async function putUp(desk: Page, words: string): Promise<void> {
  await toWorkspace(desk, 'Facts');
  await find(desk, words);
  const preview = desk.getByRole('group', { name: 'PREVIEW' });
  const before = (await preview.textContent()) ?? '';
  await desk.keyboard.press('p');
  await expect(preview).not.toHaveText(before);
  await desk.keyboard.press('Space');
}

/** Every state that a layer is in from now on. */
async function watch(program: Page, name: string): Promise<() => Promise<string[]>> {
  const handle: Locator = layer(program, name);
  await handle.evaluate((element) => {
    const states: string[] = [];
    Object.assign(element, { states });
    new MutationObserver(() => states.push(element.getAttribute('data-state') ?? '')).observe(element, {
      attributeFilter: ['data-state'],
    });
  });
  await handle
    .locator('iframe')
    .first()
    .evaluate((frame) => frame.setAttribute('data-test-mark', 'first'));
  return () => handle.evaluate((element) => (element as HTMLElement & { states: string[] }).states);
}

// three counts are read and accepted, two graphics put up: long on two cores
test.setTimeout(180_000);

test('a night: counted, accepted, put up, followed, final, withdrawn, traced', async ({ context, serve }) => {
  const night = new SimulatedHttp();
  try {
    const url = await night.countTo(40);
    const station = await serve();
    const { desk, program } = await openPages(context, station);
    await addFeed(desk, url);
    await acceptAll(desk, station, 1);
    expect(await factOf(station, HOUSE)).toMatchObject({ approval: 'approved', approvedBy: 'operator' });

    await putUp(desk, 'seats are needed to govern');
    const arc = layer(program, 'fullframe');
    await expect(arc).toHaveAttribute('data-state', 'on');
    await putUp(desk, 'helensville');
    const strap = layer(program, 'lower-third');
    await expect(strap).toHaveAttribute('data-state', 'on');
    const arcFrame = arc.locator('iframe').first();
    const strapFrame = strap.locator('iframe').first();
    await expect(
      arcFrame
        .contentFrame()
        .getByText(/61 to govern/)
        .first(),
    ).toBeVisible();
    await expect(
      strapFrame
        .contentFrame()
        .getByText(/Helensville/i)
        .first(),
    ).toBeVisible();
    const [arcStates, strapStates] = [await watch(program, 'fullframe'), await watch(program, 'lower-third')];
    const before = { arc: await shown(arcFrame), strap: await shown(strapFrame) };

    await countTo(desk, night, 70);
    await acceptAll(desk, station, 2);
    await expect.poll(() => shown(arcFrame)).not.toBe(before.arc);
    await expect.poll(() => shown(strapFrame)).not.toBe(before.strap);

    await countTo(desk, night, 100);
    await acceptAll(desk, station, 3);
    const house = await factOf(station, HOUSE);
    const seats = house?.tally?.rows.map(({ seats: won, leading }) => won + leading).sort((a, b) => b - a);
    expect(seats).toEqual([58, 43, 9, 5, 5, 1, 1]);
    await expect(
      arcFrame
        .contentFrame()
        .getByText(/62 to govern/)
        .first(),
    ).toBeVisible();
    for (const frame of [arcFrame, strapFrame])
      await expect(frame).toHaveAttribute('data-test-mark', 'first');
    for (const states of [await arcStates(), await strapStates()])
      expect(states.filter((state) => state !== 'on')).toEqual([]);

    await toWorkspace(desk, 'Facts');
    await find(desk, 'helensville');
    await desk.keyboard.press('w');
    const dialog = desk.getByRole('dialog', { name: 'Withdraw a fact' });
    await expect(dialog.getByRole('radio', { name: 'Pull' })).toBeChecked();
    await desk.keyboard.type('Counted twice');
    await desk.keyboard.press('Control+Enter');
    // the next cue of the rundown may stand by there, unseen
    await expect(strap).toHaveAttribute('data-state', /off|armed/);
    await dialog.getByRole('button', { name: 'Close' }).click();
    await expect(arc).toHaveAttribute('data-state', 'on');
    await expect(arcFrame).toHaveAttribute('data-test-mark', 'first');

    // two clicks from what is on air to all that stands behind it
    await desk.getByRole('button', { name: /^Facts of .*THE HOUSE/ }).click();
    const provenance = desk.getByRole('region', { name: 'Provenance' });
    await expect(provenance).toContainText('operator');
    await expect(provenance).toContainText('Electoral Commission');
    await expect(provenance).toContainText('100% counted');
    await provenance.getByRole('button', { name: /^Shown/ }).click();
    await expect(desk.getByRole('list', { name: 'Where it was shown' })).toContainText('Program');
  } finally {
    await night.stop();
  }
});
