/** When pictures of showings are taken, and when they are left out: air comes first. */
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { AsRunLine } from '../../../core/as-run.ts';
import { MOST_PICTURES, Pictures, type StageCamera } from '../../../main/as-run/pictures.ts';
import { T0 } from '../../support/builders.ts';
import { captureLog, tempFolder } from '../../support/station.ts';

const line = (instance: string, at: number, over: object = {}): AsRunLine =>
  AsRunLine.parse({
    event: 'in',
    at,
    channel: 'program',
    layer: 'bug',
    instance,
    cue: { id: 'c1', number: 1, name: '' },
    graphic: { id: 'strap', version: '1', hash: 'h' },
    data: {},
    step: 0,
    facts: [],
    by: 'olive',
    ...over,
  });

async function book(camera: StageCamera = () => Promise.resolve(Buffer.from('jpeg'))) {
  const folder = join(await tempFolder(), 'pictures');
  const clock = { now: T0 };
  const on = new Set<string>();
  const shots: { channel: string; at: number }[] = [];
  const open = () =>
    Pictures.open({
      folder,
      camera: (channel) => {
        shots.push({ channel, at: clock.now - T0 });
        return camera(channel);
      },
      isOn: (instance) => on.has(instance),
      now: () => clock.now,
      wait: (ms) => {
        clock.now += ms;
        return Promise.resolve();
      },
      log: captureLog().log,
    });
  return { folder, clock, on, shots, open, pictures: await open() };
}

it('a second after it is on, and is there after a start too', async () => {
  const { pictures, on, shots, folder, open } = await book();
  on.add('i-1');
  pictures.hear([line('i-1', T0)]);
  await pictures.settled();
  expect(shots).toEqual([{ channel: 'program', at: 1000 }]);
  expect(pictures.pathOf('i-1')).toBe(join(folder, 'i-1.jpg'));
  expect((await readFile(join(folder, 'i-1.jpg'))).toString()).toBe('jpeg');
  expect(pictures.pathOf('i-2')).toBeNull();
  expect((await open()).pathOf('i-1')).not.toBeNull();
});

it('not while another take has just come, one after the other, and never of what has gone', async () => {
  let busy = 0;
  let most = 0;
  const { pictures, on, shots, clock } = await book(async () => {
    most = Math.max(most, (busy += 1));
    await Promise.resolve();
    busy -= 1;
    return Buffer.from('x');
  });
  for (const id of ['i-1', 'i-3']) on.add(id);
  pictures.hear([line('i-1', T0), line('i-2', T0)]);
  clock.now += 900;
  pictures.hear([line('i-3', clock.now, { channel: 'rehearsal' })]);
  await pictures.settled();
  // i-1 is due at 1000, and i-3 was taken at 1900: it waits until that is over; i-2 is not up any more
  expect(shots).toEqual([
    { channel: 'program', at: 2600 },
    { channel: 'rehearsal', at: 2900 },
  ]);
  expect(most).toBe(1);
});

it('what left while it was drawn has no picture, and a camera that fails holds nothing up', async () => {
  const camera = vi.fn<StageCamera>();
  const { pictures, on, folder } = await book(camera);
  camera.mockImplementationOnce(() => {
    on.delete('i-1');
    return Promise.resolve(Buffer.from('x'));
  });
  camera.mockRejectedValueOnce(new Error('the browser has gone'));
  camera.mockResolvedValueOnce(null);
  camera.mockResolvedValueOnce(Buffer.from('x'));
  for (const id of ['i-1', 'i-2', 'i-3', 'i-4']) on.add(id);
  pictures.hear(['i-1', 'i-2', 'i-3', 'i-4'].map((id) => line(id, T0)));
  await pictures.settled();
  expect(await readdir(folder)).toEqual(['i-4.jpg']);
});

it('the oldest go when there are too many', async () => {
  const folder = join(await tempFolder(), 'pictures');
  await mkdir(folder);
  const names = Array.from({ length: MOST_PICTURES + 3 }, (_, i) => `i-${i}.jpg`);
  for (let i = 0; i < names.length; i += 500) {
    await Promise.all(names.slice(i, i + 500).map((name) => writeFile(join(folder, name), '')));
  }
  await Pictures.open({
    folder,
    camera: () => Promise.resolve(null),
    isOn: () => true,
    now: () => T0,
    log: captureLog().log,
  });
  expect(await readdir(folder)).toHaveLength(MOST_PICTURES);
});

it('says what the disk refuses', async () => {
  const { pictures, on, folder } = await book();
  await writeFile(folder, 'no folder');
  on.add('i-1');
  pictures.hear([line('i-1', T0)]);
  await pictures.settled();
  expect(pictures.problem).not.toBeNull();
  expect(pictures.pathOf('i-1')).toBeNull();
});
