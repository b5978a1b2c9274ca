/** The log of a rehearsal on a disk that refuses, and in a show's file that somebody has edited. */
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { RehearsalLog } from '../../../main/rehearsal/log.ts';
import { Store } from '../../../main/store/store.ts';
import { fakeIds, graphicsOf, makeCue, makeState, T0 } from '../../support/builders.ts';
import { captureLog, tempFolder } from '../../support/station.ts';

async function logging(id?: string) {
  const data = await tempFolder();
  const folder = join(data, 'rehearsals');
  const { log } = captureLog();
  const state = makeState({ cues: [makeCue()] });
  if (id !== undefined) {
    state.held = state.show;
    state.air.mode = 'rehearsal';
    state.rehearsal = { id, phase: 'running', startedAt: T0, startedBy: 'ana', cued: null, night: false };
  }
  const sources = { now: () => T0, newId: fakeIds() };
  const store = new Store({
    state,
    revision: 1,
    graphics: graphicsOf(),
    waiveFourEyes: false,
    sources,
    log,
  });
  const rehearsals = await RehearsalLog.open({ store, folder, now: () => T0, night: () => null, log });
  const mode = (to: 'live' | 'rehearsal') => store.dispatch({ type: 'mode.set', mode: to }, { by: 'ana' });
  return { data, folder, rehearsals, mode };
}

const lines = async (folder: string, name: string) =>
  (await readFile(join(folder, name), 'utf8'))
    .split('\n')
    .filter(Boolean)
    .map((row) => (JSON.parse(row) as { line: string }).line);

it('what the disk refused of one rehearsal is in its own file later, and not in the next one’s', async () => {
  const { folder, rehearsals, mode } = await logging();
  // a file in the folder's place takes no log
  await writeFile(folder, '');
  mode('rehearsal');
  mode('live');
  // all that was to be written has been tried
  await rehearsals.heads().catch(() => null);
  await rm(folder);
  mode('rehearsal');
  mode('live');
  await rehearsals.close();
  const names = (await readdir(folder)).sort();
  expect(names).toHaveLength(2);
  for (const name of names) expect(await lines(folder, name)).toEqual(['begin', 'plan', 'plan', 'end']);
  expect(await rehearsals.heads()).toHaveLength(2);
});

it('a disk that refuses to the end does not keep a station from closing', async () => {
  const { folder, rehearsals, mode } = await logging();
  // a folder in the file's place
  await mkdir(join(folder, 'rehearsal-1.jsonl'), { recursive: true });
  mode('rehearsal');
  await rehearsals.close();
  expect(await readdir(folder)).toEqual(['rehearsal-1.jsonl']);
});

it('an id that is a path leads to no other folder', async () => {
  const { data, folder, rehearsals, mode } = await logging('../outside');
  await mkdir(folder, { recursive: true });
  mode('live');
  await rehearsals.close();
  expect(await readdir(data)).toEqual(['rehearsals']);
  expect(await readdir(folder)).toHaveLength(1);
});
