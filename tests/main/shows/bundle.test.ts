/** A show as one file: out and in with its media; and nothing is left behind of what is not taken. */
import { deflateRawSync } from 'node:zlib';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { ShowFile } from '../../../core/schema/show-file.ts';
import { mediaFolder, storeMedia, isRefusedMedia } from '../../../main/media/library.ts';
import { readBundle, writeBundle } from '../../../main/shows/bundle.ts';
import { loadShow } from '../../../main/store/show-folder.ts';
import { T0 } from '../../support/builders.ts';
import { tempFolder, testShow } from '../../support/station.ts';

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

async function written(asRun: string | null = null) {
  const data = await tempFolder();
  const media = mediaFolder(join(data, 'from'));
  const stored = await storeMedia(media, 'mark.png', new Blob([PNG]).stream());
  if (isRefusedMedia(stored)) throw new Error(stored.detail);
  const show = { ...testShow(), media: [{ ...stored, addedAt: T0, addedBy: 'olive' }] };
  const path = join(data, 'night.tallydesk');
  if (asRun !== null) await writeFile(join(data, 'as-run.jsonl'), asRun);
  const log = asRun === null ? null : join(data, 'as-run.jsonl');
  const missing = await writeBundle(path, { show, media, asRun: log, now: T0 });
  return { data, show, path, missing };
}

/** Takes a file in that must be refused, and sees to it that the data folder is as it was. */
async function refused(
  files: Record<string, Uint8Array> | Uint8Array,
): Promise<{ code: string; detail: string }> {
  const data = await tempFolder();
  const path = join(data, 'x.tallydesk');
  await writeFile(path, files instanceof Uint8Array ? files : zipSync(files));
  const before = await readdir(data);
  const error: unknown = await readBundle(path, 'x.tallydesk', join(data, 'x'), T0).then(
    () => null,
    (why: unknown) => why,
  );
  expect(await readdir(data)).toEqual(before);
  if (!(error instanceof Error) || !('code' in error)) throw new Error(`not refused: ${String(error)}`);
  return { code: String(error.code), detail: error.message };
}

const LINE = JSON.stringify({
  event: 'in',
  at: T0,
  channel: 'program',
  layer: 'bug',
  instance: 'i-1',
  cue: { id: 'c1', number: 1, name: '' },
  graphic: { id: 'strap', version: '1', hash: 'h' },
  data: {},
  step: 0,
  facts: [],
  by: 'olive',
});

describe('a bundle', () => {
  it('goes out and comes in whole: the show, its media and the as-run log', async () => {
    const { data, show, path, missing } = await written(`${LINE}\n`);
    expect(missing).toEqual([]);
    const names = Object.keys(unzipSync(await readFile(path)));
    expect(names).toEqual(['show.json', `media/${show.media[0]?.hash ?? ''}.png`, 'as-run.jsonl']);
    const made = await readBundle(path, 'night.tallydesk', join(data, 'second'), T0);
    expect(made).toEqual({ ...show, id: 'second' });
    const loaded = await loadShow(join(data, 'second'), T0);
    expect(loaded).toMatchObject({ notes: [], state: { show: { id: 'second' }, air: { mode: 'live' } } });
    expect(await readFile(join(mediaFolder(join(data, 'second')), names[1]?.slice(6) ?? ''))).toEqual(PNG);
    expect(await readFile(join(data, 'second', 'as-run.jsonl'), 'utf8')).toBe(`${LINE}\n`);
    expect((await readdir(data)).filter((name) => name.startsWith('.'))).toEqual([]);
  });

  it('without the log where nobody wants it, and says what is missing', async () => {
    const { show, data } = await written();
    const path = join(data, 'other.tallydesk');
    expect(await writeBundle(path, { show, media: join(data, 'nowhere'), asRun: null, now: T0 })).toEqual([
      'mark.png',
    ]);
    expect(Object.keys(unzipSync(await readFile(path)))).toEqual(['show.json']);
    // it can be taken in all the same: the gate says what is missing
    await readBundle(path, 'other.tallydesk', join(data, 'third'), T0);
  });
});

const fileOf = (over: object = {}): Uint8Array =>
  strToU8(
    JSON.stringify({
      ...ShowFile.parse({
        format: 1,
        revision: 0,
        savedAt: '',
        show: testShow(),
        air: { mode: 'live', channels: airOf(), cued: null, lastTake: null, interrupted: [] },
      }),
      ...over,
    }),
  );
/** As the folder of a show has it while a rehearsal runs. */
const rehearsing = (): Uint8Array => {
  const live = testShow();
  return fileOf({
    show: { ...live, title: 'Rehearsed', settings: { ...live.settings, fourEyes: false } },
    held: live,
    rehearsal: { id: 'r1', phase: 'running', startedAt: T0, startedBy: 'ana' },
    air: { mode: 'rehearsal', channels: airOf(), cued: null, lastTake: null, interrupted: [] },
  });
};
const layers = () => {
  const empty = { current: null, armed: null, leaving: null };
  return { layers: { background: empty, fullframe: empty, 'lower-third': empty, ticker: empty, bug: empty } };
};
const airOf = () => ({ program: layers(), preview: layers(), rehearsal: layers() });

it('a folder that somebody packed during a rehearsal comes in as its live show, and as nothing of the rehearsal', async () => {
  const data = await tempFolder();
  const path = join(data, 'x.tallydesk');
  await writeFile(path, zipSync({ 'show.json': rehearsing() }));
  expect(await readBundle(path, 'x.tallydesk', join(data, 'x'), T0)).toEqual({ ...testShow(), id: 'x' });
});

describe('what is not taken is said in one sentence, and nothing of it is left behind', () => {
  it('a show of a newer version', async () => {
    const { code, detail } = await refused({ 'show.json': fileOf({ format: 7 }) });
    expect(code).toBe('newer_format');
    expect(detail).toBe(
      '“x.tallydesk” was saved by a newer version of Tallydesk (format 7; this version reads up to 1): nothing was changed.',
    );
  });

  it.each([
    ['no zip', strToU8('this is no zip at all'), 'bundle_unsafe'],
    ['cut off', zipSync({ 'show.json': fileOf() }).subarray(0, 400), 'bundle_unsafe'],
    ['no show in it', { 'readme.txt': strToU8('x') }, 'show_broken'],
    ['a show that is no JSON', { 'show.json': strToU8('{"format":1,') }, 'show_broken'],
    [
      'a show with a wrong field',
      { 'show.json': fileOf({ show: { ...testShow(), rundown: 7 } }) },
      'show_broken',
    ],
    ['a path that leads out', { 'show.json': fileOf(), '../../evil.sh': strToU8('x') }, 'bundle_unsafe'],
    ['a device’s name', { 'show.json': fileOf(), 'media/con.png': strToU8('x') }, 'bundle_unsafe'],
    ['a damaged log', { 'show.json': fileOf(), 'as-run.jsonl': strToU8('{"event":"in"}\n') }, 'show_broken'],
  ] as [string, Uint8Array | Record<string, Uint8Array>, string][])('%s', async (_what, files, code) => {
    const said = await refused(files);
    expect(said.code).toBe(code);
    expect(said.detail).toContain('x.tallydesk');
  });

  it('a file that unpacks to a disk full', async () => {
    const zeros = Buffer.alloc(64 * 1024 * 1024);
    expect(deflateRawSync(zeros).length).toBeLessThan(100_000);
    const { code, detail } = await refused({ 'show.json': fileOf(), 'media/0000000000000000.png': zeros });
    expect(code).toBe('bundle_unsafe');
    expect(detail).toContain('grows');
  });

  it('media that are not what they were', async () => {
    const { path } = await written();
    const entries = unzipSync(await readFile(path));
    const name = Object.keys(entries).find((one) => one.startsWith('media/')) ?? '';
    const { code, detail } = await refused({ ...entries, [name]: strToU8('something else') });
    expect(code).toBe('show_broken');
    expect(detail).toContain('mark.png');
  });

  it('never over a show that is there', async () => {
    const { data, path } = await written();
    await mkdir(join(data, 'there'));
    await writeFile(join(data, 'there', 'show.json'), 'mine');
    await expect(readBundle(path, 'n', join(data, 'there'), T0)).rejects.toThrow();
    expect(await readFile(join(data, 'there', 'show.json'), 'utf8')).toBe('mine');
  });
});
