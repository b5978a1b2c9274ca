/** The corpus on a real stage and before the live checker: each quirk plays, or is told why not in one sentence. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { LiveReport } from '../support/live-report.ts';
import { expect, layer, skipInDesktop, test } from '../support/app.ts';
import type { JsonObject } from '../../core/json.ts';
import { ServeProcess } from '../support/serve-process.ts';
import type { Quirk } from '../corpus/quirk.ts';
import { QUIRKS } from '../corpus/quirks.ts';
import { writeQuirks } from '../corpus/write.ts';

skipInDesktop('drives a station of its own');
// so many short tests: recording each would take longer than the tests
test.use({ trace: 'off' });

/** Shorter than on air: what never settles need not take ten seconds each time. Milliseconds. */
const CALL_LIMIT_MS = 1_500;
const AT_ONCE = 3;

let folder = '';
let station: ServeProcess;

test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tallydesk-corpus-'));
  const graphics = join(folder, 'graphics');
  await writeQuirks(graphics, QUIRKS);
  station = await ServeProcess.start({
    data: join(folder, 'data'),
    show: 'nz-2008',
    graphics: [graphics],
    fourEyes: false,
  });
});

test.afterAll(async () => {
  await station.stop();
  await rm(folder, { recursive: true, force: true });
});

interface Offered {
  graphics: { id: string }[];
  problems: string[];
}

/** What the desk says of what is on the layer. */
async function problemOn(name: string): Promise<string> {
  const air = await station.get<{ channels: { program: { layers: Record<string, JsonObject> } } }>('air');
  return JSON.stringify(air.channels.program.layers[name]);
}

async function checked(page: Page, id: string): Promise<string> {
  const { api, key } = station.addresses;
  const query = new URLSearchParams({ key, graphic: id, limit: String(CALL_LIMIT_MS) });
  await page.goto(`${new URL(api).origin}/check?${query.toString()}`);
  const ended = page.locator('html[data-check="done"], html[data-check="failed"]');
  await ended.waitFor({ state: 'attached', timeout: 90_000 });
  return (await page.locator('#report').textContent()) ?? '';
}

async function cueOf({ id, data }: Quirk): Promise<string> {
  const { body } = await station.command({ type: 'cue.create', graphic: id, layer: 'bug', data });
  expect(body, JSON.stringify(body)).toMatchObject({ ok: true });
  return String(body['cueId']);
}

test.describe('on the stage', () => {
  let page: Page;
  test.beforeAll(async ({ browser }) => {
    page = await browser.newPage();
    await page.goto(`${station.addresses.outputs.program}&background=black`);
  });
  test.afterAll(() => page.close());

  for (const quirk of QUIRKS) {
    test(`${quirk.name}: ${quirk.stage}`, async () => {
      const { graphics, problems } = await station.get<Offered>('graphics');
      if (quirk.stage === 'not offered') {
        const named = new RegExp(`(^|[^a-z-])${quirk.name}([^a-z-]|$)`);
        const told = problems.filter((one) => named.test(one));
        expect(told).toHaveLength(1);
        expect(told[0]).toMatch(quirk.says ?? /./);
        expect(graphics.map(({ id }) => id)).not.toContain(quirk.id);
        return;
      }
      expect(graphics.map(({ id }) => id)).toContain(quirk.id);
      const cueId = await cueOf(quirk);
      const taken = station.command({ type: 'cue.take', cueId });
      if (quirk.stage === 'refused') {
        const { body } = await taken;
        expect(body.ok).toBe(false);
        expect(body.detail).toMatch(quirk.says ?? /./);
        return;
      }
      expect((await taken).body).toMatchObject({ ok: true });
      const bug = layer(page, 'bug');
      await expect(bug).toHaveAttribute('data-state', quirk.stage, { timeout: 15_000 });
      if (quirk.says) expect(await problemOn('bug')).toMatch(quirk.says);
      // the operator's next command always works
      await station.command({ type: 'layer.out', layer: 'bug' });
      await expect(bug).toHaveAttribute('data-state', 'off', { timeout: 15_000 });
      await expect(bug.locator('iframe')).toHaveCount(0);
    });
  }
});

test.describe('before the checker', () => {
  const played = QUIRKS.filter(({ live }) => live !== null);
  /** What the check page said, by the quirk's name. */
  const said = new Map<string, string>();

  // several at once: most of the time goes by in waits
  test.beforeAll(async ({ browser }) => {
    test.setTimeout(8 * 60_000);
    const waiting = [...played];
    const work = async (): Promise<void> => {
      const page = await browser.newPage();
      for (let quirk = waiting.shift(); quirk; quirk = waiting.shift())
        said.set(quirk.name, await checked(page, quirk.id));
      await page.close();
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
  });

  for (const { name, live } of played) {
    test(name, () => {
      const text = said.get(name) ?? '';
      const { findings } = LiveReport.parse(JSON.parse(text));
      // one rule may be broken by several calls
      expect([...new Set(findings.map(({ rule }) => rule))].sort(), text).toEqual(live);
    });
  }
});
