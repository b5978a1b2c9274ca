/**
 * A template that is saved while it is on air: preview follows at once, program keeps its picture and its files until the
 * operator asks for the new version.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, layer, openPages, skipInDesktop, test } from '../support/app.ts';
import { writeMover } from '../support/mover-graphic.ts';

skipInDesktop('it needs a station with a folder of its own');

let folder: string;
test.beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tallydesk-hot-reload-'));
  await writeMover(folder, 'first');
});
test.afterEach(() => rm(folder, { recursive: true, force: true }));

/** What the layer's frames show: the words, and the version that they are of. What stands by unseen is left out. */
async function shown(stage: Page): Promise<{ words: string; graphic: string | null }[]> {
  // one that has just been made is nowhere yet
  const frames = stage
    .mainFrame()
    .childFrames()
    .filter((frame) => URL.canParse(frame.url()));
  const all = frames.map(async (frame) => {
    const graphic = new URL(frame.url()).searchParams.get('graphic');
    const words = await frame
      .evaluate(() => {
        const wrapper = document.querySelector<HTMLElement>('tally-graphic');
        const root = wrapper?.firstElementChild?.shadowRoot;
        return wrapper?.style.opacity === '1' ? (root?.querySelector('p')?.textContent ?? null) : null;
      })
      // it may be dropped while it is looked at
      .catch(() => null);
    return words === null ? [] : [{ words, graphic }];
  });
  return (await Promise.all(all)).flat();
}

test('a save reaches preview, and air only when the operator says so', async ({ context, serve }) => {
  const station = await serve({ graphics: [folder] });
  const preview = await context.newPage();
  await preview.goto(`${station.addresses.outputs.preview}&background=black`);
  const { desk, program } = await openPages(context, station);
  const must = async (command: { type: string } & Record<string, unknown>): Promise<string> => {
    const { body } = await station.command(command);
    expect(body, JSON.stringify(body)).toMatchObject({ ok: true });
    return String(body['cueId']);
  };
  const data = { text: 'kept' };
  const cueId = await must({ type: 'cue.create', graphic: 'mover', layer: 'lower-third', data });
  await must({ type: 'cue.take', cueId });
  await expect(layer(program, 'lower-third')).toHaveAttribute('data-state', 'on');
  await must({ type: 'layer.continue', layer: 'lower-third' });
  await must({ type: 'cue.recall', cueId });
  const inUse = async (): Promise<string> => {
    const { graphics } = await station.get<{ graphics: { id: string; hash: string }[] }>('graphics');
    return `mover/${graphics.find(({ id }) => id === 'mover')?.hash}`;
  };
  const before = await inUse();
  await expect.poll(() => shown(program)).toEqual([{ words: 'first kept 1', graphic: before }]);
  await expect.poll(() => shown(preview)).toEqual([{ words: 'first kept 0', graphic: before }]);

  await writeMover(folder, 'second');
  await expect.poll(inUse).not.toBe(before);
  const after = await inUse();
  await expect.poll(() => shown(preview)).toEqual([{ words: 'second kept 0', graphic: after }]);
  expect(await shown(program)).toEqual([{ words: 'first kept 1', graphic: before }]);
  await expect(layer(program, 'lower-third')).toHaveAttribute('data-state', 'on');

  const upgrade = desk.getByRole('button', { name: /^Update .* to the new version$/ });
  await upgrade.click();
  // the same data and step, in a frame of its own
  await expect.poll(() => shown(program)).toEqual([{ words: 'second kept 1', graphic: after }]);
  await expect(layer(program, 'lower-third')).toHaveAttribute('data-state', 'on');
  await expect(upgrade).toHaveCount(0);
});
