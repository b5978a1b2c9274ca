// The shipped nights start as they are: copied into the data folder at the first start, and never seeded again.
import { cp, readdir } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import type { JsonObject } from '../../core/json.ts';
import { tempFolder, testStation, writeBuild } from '../support/station.ts';

const shipped = resolve(import.meta.dirname, '../../assets/demo');
const nights = (await readdir(shipped)).filter((name) => name.endsWith('.json'));

it.each(nights)('%s', async (file) => {
  const build = join(await tempFolder(), 'out');
  await writeBuild(build);
  await cp(join(shipped, file), join(build, 'demo', file));
  const show = basename(file, '.json');
  const first = await testStation({ build, show });
  const { json } = await first.ask('/api/v1/show');
  expect(json['id']).toBe(show);
  expect((json['cues'] as JsonObject[]).length).toBeGreaterThan(10);
  await first.command({ type: 'show.edit', title: 'Ours now' });
  await first.close();
  const again = await testStation({ build, data: first.data, show });
  expect((await again.ask('/api/v1/show')).json).toMatchObject({
    ...json,
    title: 'Ours now',
    revision: expect.any(Number) as number,
  });
});
