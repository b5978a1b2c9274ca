// The journal: "done" only when the line is on disk; a disk that refuses stops nothing and is tried again.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { JournalLine } from '../../core/schema/show-file.ts';
import { Journal, type AppendFile, type OpenAppend } from '../../main/store/journal.ts';
import { RETRY_MS } from '../../main/store/retry.ts';
import { captureLog, SHOW, tempFolder, testStation, writeFiles } from '../support/station.ts';

const line = (revision: number, name = 'x'): JournalLine => ({
  revision,
  at: 0,
  by: 'olive',
  command: { type: 'test' },
  patches: [{ op: 'replace', path: ['show', 'title'], value: name }],
});

/** A disk in memory whose every step can be held up, cut short or refused. */
class FakeDisk {
  text = Buffer.alloc(0);
  synced = 0;
  opened = 0;
  refuses: string | null = null;
  /** At most this many bytes a write. */
  takes = Infinity;
  hold: Promise<void> = Promise.resolve();

  readonly open: OpenAppend = () => {
    this.opened += 1;
    const file: AppendFile = {
      write: async (data) => {
        await this.hold;
        if (this.refuses) throw new Error(this.refuses);
        const part = data.subarray(0, this.takes);
        this.text = Buffer.concat([this.text, part]);
        return { bytesWritten: part.length };
      },
      datasync: () => {
        if (this.refuses) return Promise.reject(new Error(this.refuses));
        this.synced = this.text.length;
        return Promise.resolve();
      },
      close: () => Promise.resolve(),
    };
    return Promise.resolve(file);
  };

  get revisions(): number[] {
    const rows = this.text.toString('utf8').split('\n');
    expect(rows.pop()).toBe('');
    return rows.map((row) => JournalLine.parse(JSON.parse(row)).revision);
  }
}

const open = (disk: FakeDisk) => Journal.open('/fake/journal.jsonl', 0, captureLog().log, disk.open);

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
afterEach(() => void vi.useRealTimers());

describe('appending', () => {
  it('says "done" only when the line is synced', async () => {
    const disk = new FakeDisk();
    let release = () => {};
    disk.hold = new Promise((done) => (release = done));
    const journal = await open(disk);
    let done = false;
    const saved = journal.append(line(1)).then((ok) => {
      done = true;
      expect(disk.synced).toBe(disk.text.length);
      return ok;
    });
    for (let turn = 0; turn < 20; turn++) await Promise.resolve();
    expect(done).toBe(false);
    release();
    expect(await saved).toBe(true);
    expect(disk.revisions).toEqual([1]);
  });

  it('keeps the order, and writes together what came while the disk was busy', async () => {
    const disk = new FakeDisk();
    const journal = await open(disk);
    const saved = await Promise.all([1, 2, 3, 4, 5].map((revision) => journal.append(line(revision))));
    expect(saved).toEqual([true, true, true, true, true]);
    expect(disk.revisions).toEqual([1, 2, 3, 4, 5]);
    expect(journal.lines).toBe(5);
  });

  it('finishes a line that the disk takes in pieces, even within a character', async () => {
    const disk = new FakeDisk();
    disk.takes = 7;
    const journal = await open(disk);
    const name = 'Māori – Tāmaki Makaurau – 🗳️';
    expect(await journal.append(line(1, name))).toBe(true);
    expect(disk.text.toString('utf8')).toBe(`${JSON.stringify(line(1, name))}\n`);
  });
});

describe('a disk that refuses', () => {
  it('is reported, plays no trick with the order, and is tried again by itself', async () => {
    const disk = new FakeDisk();
    const journal = await open(disk);
    await journal.append(line(1));
    disk.refuses = 'ENOSPC: no space left';
    expect(await journal.append(line(2))).toBe(false);
    expect(await journal.append(line(3))).toBe(false);
    expect(journal.problem).toBe('ENOSPC: no space left');
    vi.advanceTimersByTime(RETRY_MS);
    await journal.flush();
    expect(journal.problem).toBe('ENOSPC: no space left');
    disk.refuses = null;
    vi.advanceTimersByTime(RETRY_MS);
    await journal.flush();
    expect(journal.problem).toBeNull();
    expect(disk.revisions).toEqual([1, 2, 3]);
  });

  it('is opened anew: the old handle may be of a disk that was pulled out', async () => {
    const disk = new FakeDisk();
    const journal = await open(disk);
    disk.refuses = 'EIO';
    await journal.append(line(1));
    disk.refuses = null;
    expect(await journal.append(line(2))).toBe(true);
    expect(disk.opened).toBe(2);
    expect(disk.revisions).toEqual([1, 2]);
  });

  it('does not rotate away half a line', async () => {
    const disk = new FakeDisk();
    const journal = await open(disk);
    disk.refuses = 'ENOSPC';
    await journal.append(line(1));
    await expect(journal.rotate('/fake/previous')).rejects.toThrow('unwritten lines');
  });

  it('is let go of when the journal closes', async () => {
    const disk = new FakeDisk();
    const journal = await open(disk);
    disk.refuses = 'ENOSPC';
    await journal.append(line(1));
    await journal.close();
    expect(vi.getTimerCount()).toBe(0);
    expect(await journal.append(line(2))).toBe(false);
  });
});

describe('rotating', () => {
  it('loses no line that comes meanwhile: each is in one file or the other, in order', async () => {
    const folder = await tempFolder();
    const [path, previous] = [join(folder, 'journal.jsonl'), join(folder, 'previous.jsonl')];
    const { log, lines } = captureLog();
    const journal = await Journal.open(path, 0, log);
    const saved: Promise<boolean>[] = [];
    let revision = 0;
    const add = () => saved.push(journal.append(line((revision += 1))));
    add();
    const rotated = journal.rotate(previous);
    for (let turn = 0; turn < 50; turn++) {
      add();
      await Promise.resolve();
    }
    await rotated;
    add();
    expect(await Promise.all(saved)).not.toContain(false);
    await journal.close();
    const read = async (file: string) =>
      (await readFile(file, 'utf8'))
        .split('\n')
        .filter(Boolean)
        .map((row) => JournalLine.parse(JSON.parse(row)).revision);
    const [old, now] = [await read(previous), await read(path)];
    expect([...old, ...now]).toEqual(Array.from({ length: revision }, (_, index) => index + 1));
    expect(journal.lines).toBe(now.length);
    expect(lines).toEqual([]);
  });
});

describe('a station on a disk that refuses', () => {
  it('keeps playing, says so on /health and to the sender, and recovers', async () => {
    const disk = new FakeDisk();
    const data = await tempFolder();
    await writeFiles(data, { [`${SHOW}/journal.jsonl`]: '' });
    const station = await testStation({ data, openJournal: disk.open });
    await station.command({ type: 'cue.recall', number: 1 });
    disk.refuses = 'ENOSPC: no space left on device, write';
    const taken = await station.command({ type: 'cue.take', cueId: 'c1' });
    expect([taken.status, taken.json['ok'], taken.json['saved']]).toEqual([200, true, false]);
    expect(station.station.store.state.air.channels.program.layers['lower-third'].current).not.toBeNull();
    expect((await station.ask('/api/v1/health')).json).toMatchObject({ ok: false, storage: disk.refuses });
    disk.refuses = null;
    vi.advanceTimersByTime(RETRY_MS);
    const next = await station.command({ type: 'cue.edit', cueId: 'c1', changes: { name: 'Again' } });
    expect(next.json['saved']).toBeUndefined();
    expect((await station.ask('/api/v1/health')).json).toMatchObject({ ok: true, storage: 'ok' });
    const { revision } = station.station.store;
    expect(disk.revisions).toEqual(Array.from({ length: revision }, (_, index) => index + 1));
  });
});
