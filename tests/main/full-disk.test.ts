/** A disk that fills up on the night: every desk is told, air goes on, nothing is lost, and it is tried again. */
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { StorageWatch } from '../../main/store/storage-watch.ts';
import type { StorageState } from '../../core/protocol.ts';
import type { OpenAppend } from '../../main/store/journal.ts';
import { RETRY_MS } from '../../main/store/retry.ts';
import { Page, deskHello, stageHello } from '../support/page.ts';
import { testStation } from '../support/station.ts';

/** A disk that a test fills up and empties. */
function disk() {
  const state = { full: false };
  const openJournal: OpenAppend = async (path) => {
    const file = await open(path, 'a');
    return {
      write: (data) =>
        state.full
          ? Promise.reject(
              Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' }),
            )
          : file.write(data),
      datasync: () => file.datasync(),
      close: () => file.close(),
    };
  };
  return { state, openJournal };
}

const soon = { timeout: RETRY_MS * 3 };

it('takes go on, every desk is told in a sentence, and the journal has it all when there is room again', async () => {
  const { state, openJournal } = disk();
  const it = await testStation({ openJournal });
  const desk = await Page.open(it, deskHello());
  const stage = await Page.open(it, stageHello());
  state.full = true;
  const taken = await it.command({ type: 'cue.take', cueId: 'c1' });
  expect(taken).toMatchObject({ status: 200, json: { ok: true, saved: false } });
  stage.report(String(taken.json['instance']), 'on');
  await stage.settle();
  expect(stage.stage.layers['lower-third'].current).toMatchObject({ phase: 'on' });
  const told = await desk.get('storage', ({ storage }) => storage.problem !== null);
  expect(told.storage.problem).toBe(
    'The disk does not take changes (ENOSPC: no space left on device, write). Nothing is lost: it is tried again by itself.',
  );
  expect((await it.ask('/api/v1/health')).json).toMatchObject({ ok: false });
  state.full = false;
  const well = await desk.next('storage', ({ storage }) => storage.problem === null);
  expect(well.storage.savedAt).toBe(it.clock.now);
  const journal = await readFile(join(it.folder, 'journal.jsonl'), 'utf8');
  expect(journal).toContain('"cue.take"');
});

it('the as-run log: what was shown meanwhile is in the file later, once, and never glued to half a line', async () => {
  const it = await testStation();
  const desk = await Page.open(it, deskHello());
  const stage = await Page.open(it, stageHello());
  const path = join(it.folder, 'as-run.jsonl');
  const show = async (cueId: string) => {
    const { json } = await it.command({ type: 'cue.take', cueId });
    stage.report(String(json['instance']), 'on');
    await stage.settle();
    return String(json['instance']);
  };
  const first = await show('c1');
  await expect.poll(async () => (await readFile(path, 'utf8')).split('\n').length).toBe(2);
  // a folder in its place takes no line
  await rename(path, `${path}.aside`);
  await mkdir(path);
  const second = await show('c4');
  await desk.get('storage', ({ storage }) => storage.problem?.includes('the as-run log') === true);
  await rm(path, { recursive: true });
  // what a write that failed half-way left behind
  await writeFile(path, `${await readFile(`${path}.aside`, 'utf8')}{"event":"in","at":16`);
  await expect.poll(async () => (await readFile(path, 'utf8')).endsWith('\n'), soon).toBe(true);
  const rows = (await readFile(path, 'utf8')).trim().split('\n');
  expect(rows.map((row) => (JSON.parse(row) as { instance: string }).instance)).toEqual([first, second]);
  await desk.next('storage', ({ storage }) => storage.problem === null);
});

it('the facts’ history: its lines are in the file later, each once, and in order', async () => {
  const it = await testStation();
  const desk = await Page.open(it, deskHello());
  const path = join(it.folder, 'facts.jsonl');
  const edit = async (statement: string) => {
    const { status } = await it.command({ type: 'fact.edit', factId: 'f2', changes: { statement } }, 'ana');
    expect(status).toBe(200);
  };
  await edit('First.');
  await expect.poll(async () => (await readFile(path, 'utf8')).includes('First.')).toBe(true);
  await rename(path, `${path}.aside`);
  await mkdir(path);
  await edit('Second.');
  await edit('Third.');
  await desk.get('storage', ({ storage }) => storage.problem?.includes('the facts’ history') === true);
  await rm(path, { recursive: true });
  await rename(`${path}.aside`, path);
  await desk.next('storage', ({ storage }) => storage.problem === null);
  const rows = (await readFile(path, 'utf8')).split('\n').filter(Boolean);
  const said = rows.flatMap(
    (row) => /First\.|Second\.|Third\./.exec(JSON.stringify(JSON.parse(row)))?.[0] ?? [],
  );
  expect(said.filter((word, at) => word !== said[at - 1])).toEqual(['First.', 'Second.', 'Third.']);
});

it('the show’s snapshot: closing holds nothing up, and the journal has what it has not', async () => {
  const first = await testStation();
  await first.command({ type: 'show.edit', title: 'Before' });
  await first.station.save();
  await first.command({ type: 'show.edit', title: 'While full' });
  const path = join(first.folder, 'show.json');
  await rename(path, `${path}.aside`);
  await mkdir(join(path, 'full'), { recursive: true });
  await expect(first.station.save()).rejects.toThrow();
  expect(await first.command({ type: 'cue.take', cueId: 'c1' })).toMatchObject({ status: 200 });
  await first.close();
  expect(first.lines.some(({ msg }) => msg.includes('the journal has it all'))).toBe(true);
  await rm(path, { recursive: true });
  await rename(`${path}.aside`, path);
  const second = await testStation({ data: first.data, build: first.build });
  expect(second.station.store.state.show.title).toBe('While full');
  expect(second.station.store.state.air.interrupted).toHaveLength(1);
});

it('a version that cannot be written holds nothing up', async () => {
  const it = await testStation();
  const versions = join(it.folder, 'versions');
  await expect.poll(() => readdir(versions).catch(() => [])).toHaveLength(1);
  const desk = await Page.open(it, deskHello());
  await rm(versions, { recursive: true });
  await writeFile(versions, 'no folder');
  await it.command({ type: 'show.edit', title: 'Another title' });
  expect(await it.command({ type: 'mode.set', mode: 'rehearsal' })).toMatchObject({ status: 200 });
  await desk.get('storage', ({ storage }) => storage.problem?.includes('a version of the show') === true);
  const named = await it.ask('/api/v1/versions', { method: 'POST', body: '{"name":"x"}' });
  expect(named.status).toBeGreaterThanOrEqual(500);
});

it('is told once for each change, and the most important thing first', () => {
  const told: StorageState[] = [];
  const why: Record<string, string | null> = { changes: null, pictures: null };
  const watch = new StorageWatch(
    ['changes', 'pictures'].map((what) => ({ what, problem: () => why[what] ?? null })),
    (state) => told.push(state),
  );
  watch.look();
  watch.saved(1000);
  watch.look();
  watch.look();
  why['pictures'] = 'full';
  watch.look();
  why['changes'] = 'full too';
  watch.look();
  watch.stop();
  expect(told.map(({ savedAt, problem }) => [savedAt, problem?.slice(0, 32)])).toEqual([
    [1000, undefined],
    [1000, 'The disk does not take pictures '],
    [1000, 'The disk does not take changes ('],
  ]);
});
