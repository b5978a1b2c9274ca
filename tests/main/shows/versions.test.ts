/** Versions: kept, listed, compared, gone back to; and which of them go. */
import fc from 'fast-check';
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { JsonObject } from '../../../core/json.ts';
import {
  MOST_NAMED,
  MOST_VERSIONS,
  versionsToDrop,
  type VersionInfo,
} from '../../../main/shows/keep-versions.ts';
import { Versions } from '../../../main/shows/versions.ts';
import { makeFact, makeShow, T0 } from '../../support/builders.ts';
import { Page, stageHello } from '../../support/page.ts';
import { captureLog, tempFolder, testStation } from '../../support/station.ts';

const list = (json: JsonObject) => json['versions'] as JsonObject[];

async function versionsOf(show = makeShow({ facts: [makeFact()] })) {
  const folder = join(await tempFolder(), 'versions');
  const held = { show, now: T0 };
  const deps = { folder, show: () => held.show, now: () => held.now, log: captureLog().log };
  return { folder, held, deps, versions: await Versions.open(deps) };
}

it('a version is what the show was, also after a start', async () => {
  const { held, deps, versions } = await versionsOf();
  await versions.tick();
  await versions.tick();
  expect(versions.list).toMatchObject([{ reason: 'auto', at: T0, facts: 1 }]);
  const first = held.show;
  held.show = { ...first, title: 'Second' };
  held.now += 600_000;
  await versions.tick();
  await versions.save('named', 'Before polls close', 'ana');
  await versions.close();
  const again = await Versions.open(deps);
  expect(again.list.map(({ reason, name, by }) => [reason, name, by])).toEqual([
    ['named', 'Before polls close', 'ana'],
    ['auto', '', 'station'],
    ['auto', '', 'station'],
  ]);
  expect(await again.read(again.list[2]?.id ?? '')).toEqual(first);
  await again.close();
});

it('what cannot be read stays where it is and is no version; the disk’s refusal is said and tried again', async () => {
  const { folder, held, versions, deps } = await versionsOf();
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, '1697263200000-auto.version'), 'rubbish');
  expect((await Versions.open(deps)).list).toEqual([]);
  await rm(folder, { recursive: true });
  await writeFile(folder, 'no folder');
  await versions.tick();
  expect(versions.problem).not.toBeNull();
  await rm(folder);
  held.now += 600_000;
  await versions.tick();
  expect(versions.problem).toBeNull();
  expect(await readdir(folder)).toHaveLength(1);
});

const HOUR = 3_600_000;
const info = (at: number, reason: VersionInfo['reason'], n: number): VersionInfo => ({
  id: `${at}-${reason}-${n}`,
  at,
  reason,
  name: '',
  by: 'x',
  title: 't',
  facts: 0,
  cues: 0,
  media: [],
});

it('all of the last day are kept, one an hour for a week, and those that somebody named', () => {
  const now = T0 + 30 * 24 * HOUR;
  const age = fc.integer({ min: 0, max: 12 * 24 * HOUR });
  const some = fc.array(fc.record({ age, named: fc.boolean() }), { maxLength: 60 });
  fc.assert(
    fc.property(some, (rows) => {
      const all = rows.map((row, i) => info(now - row.age, row.named ? 'named' : 'auto', i));
      const gone = new Set(versionsToDrop(all, now));
      const kept = all.filter(({ id }) => !gone.has(id));
      for (const one of all) {
        const old = now - one.at;
        if (one.reason === 'named' || old < 24 * HOUR) expect(gone.has(one.id)).toBe(false);
        else if (old >= 7 * 24 * HOUR) expect(gone.has(one.id)).toBe(true);
        else {
          // of its hour one is left, and it is the newest
          const hour = Math.floor(one.at / HOUR);
          const same = kept.filter(
            ({ at, reason }) => reason === 'auto' && Math.floor(at / HOUR) === hour && now - at >= 24 * HOUR,
          );
          expect(same).toHaveLength(1);
          expect(same[0]?.at).toBeGreaterThanOrEqual(one.at);
        }
      }
    }),
  );
});

it('never more than fit', () => {
  const many = Array.from({ length: 900 }, (_, i) => info(T0 - i * 1000, i % 2 ? 'named' : 'auto', i));
  const kept = many.length - versionsToDrop(many, T0).length;
  expect(kept).toBeLessThanOrEqual(MOST_VERSIONS);
  const gone = new Set(versionsToDrop(many, T0));
  expect(many.filter(({ id, reason }) => reason === 'named' && !gone.has(id))).toHaveLength(MOST_NAMED);
});

it('over REST: saved, compared, gone back to and undone; refused on air', async () => {
  const it = await testStation();
  const { ask, command, station } = it;
  const post = (path: string, body: object) =>
    ask(path, { method: 'POST', headers: { 'x-tallydesk-user': 'ana' }, body: JSON.stringify(body) });
  expect((await post('/api/v1/versions', {})).status).toBe(422);
  const saved = await post('/api/v1/versions', { name: 'Rundown as agreed' });
  const id = String((saved.json['version'] as JsonObject)['id']);
  it.clock.now += 1000;
  await command({ type: 'cue.delete', cueId: 'c1' });
  await command({ type: 'fact.edit', factId: 'f1', changes: { statement: 'Wrong.' } });

  const compared = await ask(`/api/v1/compare?before=${id}&after=now`);
  expect(compared.json['comparison']).toMatchObject({
    facts: [{ id: 'f1', what: 'changed' }],
    cues: [{ id: 'c1', what: 'removed' }],
  });
  const stage = await Page.open(it, stageHello());
  const { json } = await command({ type: 'cue.take', cueId: 'c4' });
  stage.report(String(json['instance']), 'on');
  await stage.settle();
  expect(await post(`/api/v1/versions/${id}/restore`, {})).toMatchObject({
    status: 409,
    json: { code: 'on_air' },
  });
  await command({ type: 'air.panic' });
  expect((await post(`/api/v1/versions/${id}/restore`, {})).status).toBe(200);
  const { comparison } = (await ask(`/api/v1/compare?before=${id}&after=now`)).json;
  expect(comparison).toEqual({ facts: [], cues: [], order: [], parties: [], settings: [] });
  // what it was before is a version too
  await expect
    .poll(async () => list((await ask('/api/v1/versions')).json).map(({ reason }) => reason))
    .toEqual(['restore', 'named', 'start']);
  await command({ type: 'show.undo' });
  expect(station.store.state.show.rundown).not.toContain('c1');
  expect((await post('/api/v1/versions/1-auto/restore', {})).status).toBe(404);
});

it('a rehearsal and an import begin with a version', async () => {
  const { ask, command } = await testStation();
  await expect.poll(async () => list((await ask('/api/v1/versions')).json)).toHaveLength(1);
  await command({ type: 'show.edit', title: 'Another title' });
  await command({ type: 'mode.set', mode: 'rehearsal' });
  await expect
    .poll(async () => list((await ask('/api/v1/versions')).json).map(({ reason }) => reason))
    .toContain('rehearsal');
});
