// The show on disk: whatever a kill, a full disk or a bad sector leaves, the most that can be read is read, and
// nothing that could not be read is written over.
import { appendFile, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { getRow } from '../../core/table.ts';
import { StartError } from '../../main/errors.ts';
import { loadShow, pathsOf, saveSnapshot } from '../../main/store/show-folder.ts';
import { T0 } from '../support/builders.ts';
import { errorsIn, tempFolder, testStation, writeFiles, type TestStation } from '../support/station.ts';

/** Every file below a folder with its bytes. */
async function bytesOf(folder: string): Promise<Record<string, string>> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const read = files.map(async (path): Promise<[string, string]> => [path, await readFile(path, 'latin1')]);
  return Object.fromEntries(await Promise.all(read));
}

const asides = async (folder: string): Promise<string[]> =>
  (await readdir(dirname(folder))).filter((name) => name.startsWith(`${basename(folder)}.damaged-`));

const edit = (station: TestStation, name: string) =>
  station.command({ type: 'cue.edit', cueId: 'c1', changes: { name } });

const nameIn = ({ station }: TestStation): string | undefined =>
  getRow(station.store.state.show.cues, 'c1')?.name;

/** The data folder as a kill at this moment would leave it, moved to where nobody has it open. */
async function killed(station: TestStation): Promise<{ data: string; folder: string }> {
  const data = await tempFolder();
  const files = await bytesOf(station.folder);
  const folder = join(data, basename(station.folder));
  for (const [path, text] of Object.entries(files)) {
    await writeFiles(folder, { [path.slice(station.folder.length + 1)]: Buffer.from(text, 'latin1') });
  }
  return { data, folder };
}

async function edited(...names: string[]): Promise<TestStation> {
  const station = await testStation();
  for (const name of names) expect((await edit(station, name)).status).toBe(200);
  return station;
}

describe('after a kill', () => {
  it('every acknowledged change is there, and nothing is on air', async () => {
    const station = await edited('one', 'two');
    await station.command({ type: 'cue.take', cueId: 'c1' });
    const { show } = station.station.store.state;
    const again = await testStation({ ...(await killed(station)), build: station.build });
    expect(again.station.store.state.show).toEqual(show);
    expect(again.station.store.revision).toBeGreaterThan(station.station.store.revision);
    expect(again.station.store.state.air.channels.program.layers['lower-third'].current).toBeNull();
    expect(again.station.store.state.air.interrupted).toHaveLength(1);
    expect(errorsIn(again.lines)).toEqual([]);
  });

  it('a half-written last line is dropped and reported, and the next is not glued to it', async () => {
    const station = await edited('one');
    const { data, folder } = await killed(station);
    await appendFile(pathsOf(folder).journal, '{"revision":99,"at":1,"by":"ol');
    const again = await testStation({ data, build: station.build });
    expect(nameIn(again)).toBe('one');
    expect(errorsIn(again.lines)).toEqual([
      expect.stringMatching(/the last line of .*journal\.jsonl was cut off/),
    ]);
    await edit(again, 'two');
    const third = await testStation({ ...(await killed(again)), build: station.build });
    expect(nameIn(third)).toBe('two');
    expect(await asides(folder)).toEqual([]);
  });

  it('between any two steps of a snapshot, nothing is lost', async () => {
    const station = await edited('one', 'two');
    const { folder } = await killed(station);
    const paths = pathsOf(folder);
    const whole = await loadShow(folder, T0);
    if (!whole) throw new Error('no show');
    const same = async () => expect((await loadShow(folder, T0))?.state).toEqual(whole.state);
    const stop = () => Promise.reject(new Error('killed here'));
    await expect(saveSnapshot(folder, whole.state, whole.revision, T0, stop)).rejects.toThrow('killed here');
    await same();
    await rename(paths.journal, paths.previousJournal);
    await same();
    await rename(paths.show, paths.previousShow);
    await same();
    await rename(paths.nextShow, paths.show);
    await same();
  });

  it('a rotation in between changes nothing', async () => {
    const station = await edited('one', 'two');
    const { state } = station.station.store;
    await station.close();
    const again = await testStation({ data: station.data, build: station.build });
    expect(again.station.store.state.show).toEqual(state.show);
    expect(errorsIn(again.lines)).toEqual([]);
  });
});

describe('damage', () => {
  it('in show.json: the folder is kept aside, and the previous generation brings everything back', async () => {
    const station = await edited('one', 'two', 'three');
    const { data, folder } = await killed(station);
    await writeFile(pathsOf(folder).show, '{"format":1,"show":');
    const damaged = Object.values(await bytesOf(folder)).sort();
    const again = await testStation({ data, build: station.build });
    expect(nameIn(again)).toBe('three');
    const [aside, ...more] = await asides(folder);
    expect(more).toEqual([]);
    expect(Object.values(await bytesOf(join(data, aside ?? ''))).sort()).toEqual(damaged);
    expect(errorsIn(again.lines)).toEqual([
      expect.stringMatching(/show\.json is not JSON .*; the folder as it was is kept in /),
      expect.stringMatching(/was put together again from .*show\.previous\.json and the journals/),
    ]);
  });

  it('a field of show.json that is no such thing is named', async () => {
    const station = await edited('one');
    const { data, folder } = await killed(station);
    const path = pathsOf(folder).show;
    await writeFile(path, (await readFile(path, 'utf8')).replace('"fourEyes": true', '"fourEyes": "maybe"'));
    const again = await testStation({ data, build: station.build });
    expect(nameIn(again)).toBe('one');
    expect(errorsIn(again.lines)[0]).toContain('"show.settings.fourEyes": must be true or false');
  });

  it.each<[string, string, (rows: string[]) => string[]]>([
    ['a line in the middle', 'one', (rows) => rows.with(2, 'garbage')],
    ['a whole last line', 'two', (rows) => rows.with(-1, 'garbage')],
    ['a line that is missing', 'one', (rows) => rows.toSpliced(2, 1)],
    [
      'a line that fits nothing',
      'one',
      (rows) => rows.with(2, (rows[2] ?? '').replace('"path":["show"', '"path":["nowhere","at"')),
    ],
  ])('in the journal: %s', async (_what, name, spoil) => {
    const station = await edited('one', 'two', 'three');
    const { data, folder } = await killed(station);
    const path = pathsOf(folder).journal;
    const rows = (await readFile(path, 'utf8')).trimEnd().split('\n');
    // the start's own line, then one for each edit
    expect(rows).toHaveLength(4);
    await writeFile(path, `${spoil(rows).join('\n')}\n`);
    const damaged = await readFile(path, 'utf8');
    const again = await testStation({ data, build: station.build });
    expect(nameIn(again)).toBe(name);
    const [aside] = await asides(folder);
    expect(await readFile(join(data, aside ?? '', 'journal.jsonl'), 'utf8')).toBe(damaged);
    expect(errorsIn(again.lines)).toEqual([expect.stringContaining('the folder as it was is kept in')]);
  });

  it('of both generations: not started, and not one byte changed', async () => {
    const station = await edited('one');
    const { data, folder } = await killed(station);
    await writeFile(pathsOf(folder).show, 'x');
    await writeFile(pathsOf(folder).previousShow, 'y');
    const before = await bytesOf(folder);
    const start = testStation({ data, build: station.build });
    await expect(start).rejects.toThrow(/cannot be read, and nothing was changed: .*show\.json is not JSON/);
    await expect(start).rejects.toBeInstanceOf(StartError);
    expect(await bytesOf(folder)).toEqual(before);
    expect(await asides(folder)).toEqual([]);
  });

  it('a show.json that is gone comes back from the previous one', async () => {
    const station = await edited('one');
    const { data, folder } = await killed(station);
    await rm(pathsOf(folder).show);
    const again = await testStation({ data, build: station.build });
    expect(nameIn(again)).toBe('one');
  });
});

describe('a show of a newer Tallydesk', () => {
  it.each(['show', 'previousShow'] as const)('in %s is refused, untouched', async (which) => {
    const station = await edited('one');
    const { data, folder } = await killed(station);
    const paths = pathsOf(folder);
    if (which === 'previousShow') await rm(paths.show);
    await writeFile(paths[which], '{"format":2,"show":{}}');
    const before = await bytesOf(folder);
    await expect(testStation({ data, build: station.build })).rejects.toThrow(
      /saved by a newer version of Tallydesk \(format 2; this version reads up to 1\): nothing was changed/,
    );
    expect(await bytesOf(folder)).toEqual(before);
  });
});

describe('starting', () => {
  it('refuses a show that is nowhere', async () => {
    await expect(testStation({ show: 'nothing' })).rejects.toThrow(
      /there is no show "nothing" in .*, and no demo show of that name/,
    );
  });

  it('refuses a port in use, naming it, and touches nothing', async () => {
    const first = await testStation();
    const data = await tempFolder();
    await expect(testStation({ port: first.port, data, build: first.build })).rejects.toThrow(
      `port ${first.port} is in use: choose another with --port`,
    );
    expect(await readdir(data)).toEqual([]);
  });

  it('refuses a show that another station has open, and leaves its journal alone', async () => {
    const first = await edited('one');
    const before = await bytesOf(first.folder);
    await expect(testStation({ data: first.data, build: first.build })).rejects.toThrow(
      /is open in another Tallydesk/,
    );
    expect(await bytesOf(first.folder)).toEqual(before);
    await edit(first, 'two');
    await first.close();
    const second = await testStation({ data: first.data, build: first.build });
    expect(nameIn(second)).toBe('two');
  });

  it('keeps its key, so that an output page finds it again', async () => {
    const first = await testStation();
    await first.close();
    const second = await testStation({ data: first.data, build: first.build });
    expect(second.key).toBe(first.key);
  });

  it('recalls the cue that stood by', async () => {
    const first = await testStation();
    await first.command({ type: 'cue.recall', number: 2 });
    await first.close();
    const second = await testStation({ data: first.data, build: first.build });
    const { air } = second.station.store.state;
    expect(air.cued).toBe('c2');
    expect(air.channels.preview.layers['lower-third'].current?.cue.id).toBe('c2');
  });
});
