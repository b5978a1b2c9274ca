// The station's templates: versions side by side, imports, consent, and files that change while they are on air.
import { readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { strToU8, zipSync, type Zippable } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { Graphic } from '../../core/schema/manifest.ts';
import { Page } from '../support/page.ts';
import {
  ask,
  manifest,
  packageFiles,
  tempFolder,
  testShow,
  testStation,
  writeFiles,
  type Answer,
  type TestStation,
} from '../support/station.ts';

const zipOf = (files: Record<string, string | object>): Uint8Array => {
  const entries = Object.entries(files).map(([name, content]): [string, Uint8Array] => [
    name,
    strToU8(typeof content === 'string' ? content : JSON.stringify(content)),
  ]);
  return zipSync(Object.fromEntries(entries) satisfies Zippable);
};

const importZip = (station: TestStation, body: Uint8Array): Promise<Answer> =>
  station.ask('/api/v1/graphics/import?name=x.zip', { method: 'POST', body });

const post = (station: TestStation, path: string, body: object): Promise<Answer> =>
  station.ask(`/api/v1/graphics/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });

const graphic = ({ station }: TestStation, id: string): Graphic => {
  const found = station.store.graphics.get(id);
  if (!found) throw new Error(`no template ${id}`);
  return found;
};

describe('import', () => {
  it('takes a zip with a folder around its packages, and offers them at once', async () => {
    const station = await testStation();
    const page = await Page.open(station);
    const told = page.next('graphics');
    const files = { ...packageFiles('alpha'), ...packageFiles('beta', { version: '2' }) };
    const inFolder = Object.fromEntries(Object.entries(files).map(([name, file]) => [`show/${name}`, file]));
    const { status, json } = await importZip(station, zipOf({ ...inFolder, 'show/bad/x.ograf.json': '{' }));
    expect(status).toBe(200);
    expect(json).toMatchObject({
      imported: [{ id: 'alpha' }, { id: 'beta' }],
      problems: [expect.stringMatching(/^show\/bad\/x\.ograf\.json: is not JSON/)],
    });
    expect((await told).graphics.map(({ id }) => id)).toContain('alpha');
    const { hash, source } = graphic(station, 'alpha');
    expect(source).toBe('imported');
    expect((await ask(station.port, `/graphics/alpha/${hash}/graphic.js`)).status).toBe(200);
  });

  it('keeps versions side by side, uses the highest, and the pinned one where somebody chose', async () => {
    const station = await testStation();
    for (const version of ['1.9', '1.10', '1.2']) {
      expect((await importZip(station, zipOf(packageFiles('alpha', { version })))).status).toBe(200);
    }
    expect(graphic(station, 'alpha')).toMatchObject({ version: '1.10', pinned: false });
    expect(graphic(station, 'alpha').versions.map(({ version }) => version)).toEqual(['1.10', '1.9', '1.2']);
    const old = graphic(station, 'alpha').versions[2]?.hash ?? '';
    expect((await post(station, 'alpha/use', { hash: old })).status).toBe(200);
    expect(graphic(station, 'alpha')).toMatchObject({ version: '1.2', hash: old, pinned: true });
    expect((await post(station, 'alpha/use', { hash: 'nothing' })).json).toMatchObject({
      code: 'version_unknown',
    });
    await station.close();
    const again = await testStation({ data: station.data, build: station.build });
    expect(graphic(again, 'alpha')).toMatchObject({ version: '1.2', pinned: true });
    await post(again, 'alpha/use', { hash: null });
    expect(graphic(again, 'alpha').version).toBe('1.10');
    const gone = await again.ask(`/api/v1/graphics/alpha/${old}`, { method: 'DELETE' });
    expect(gone.status).toBe(200);
    expect(graphic(again, 'alpha').versions).toHaveLength(2);
  });

  it('copies a folder', async () => {
    const station = await testStation();
    const folder = await tempFolder();
    await writeFiles(folder, packageFiles('gamma'));
    expect((await post(station, 'import-folder', { path: folder })).json).toMatchObject({
      imported: [{ id: 'gamma' }],
      problems: [],
    });
    await rm(folder, { recursive: true });
    const { hash } = graphic(station, 'gamma');
    expect((await ask(station.port, `/graphics/gamma/${hash}/graphic.js`)).status).toBe(200);
  });

  it.each<[string, Uint8Array, string, RegExp]>([
    ['a name that leads out', zipOf({ '../../evil.js': 'x' }), 'zip_path', /evil\.js|relative path/],
    ['an absolute name', zipOf({ '/etc/evil.js': 'x' }), 'zip_path', /evil\.js|absolute/],
    ['a name for another computer', zipOf({ 'C:/evil.js': 'x' }), 'zip_path', /evil\.js|absolute/],
    [
      'a link',
      zipSync({ 'a/link': [strToU8('/etc/passwd'), { os: 3, attrs: 0o120777 << 16 }] }),
      'zip_link',
      /is a link/,
    ],
    ['a bomb', zipSync({ 'a/b.js': [new Uint8Array(30 * 1024 * 1024), { level: 9 }] }), 'zip_bomb', /grows/],
    [
      'too many files',
      zipSync(Object.fromEntries(Array.from({ length: 2_001 }, (_, n) => [`a/${n}.txt`, strToU8('x')]))),
      'too_large',
      /more than 2000 files/,
    ],
    ['what is no zip', strToU8('hello'), 'zip_broken', /cannot be read/],
    ['a zip that is cut off', zipOf(packageFiles('alpha')).slice(0, 60), 'zip_broken', /cannot be read/],
    ['a zip without a package', zipOf({ 'a/readme.txt': 'x' }), 'no_package', /holds no OGraf package/],
    [
      'a package that cannot be offered',
      zipOf(packageFiles('alpha', { colour: 'red' })),
      'package_invalid',
      /unknown field "colour"/,
    ],
    [
      'a draft',
      zipOf({ 'a/manifest.json': { id: 'old', main: 'x.js', name: 'Old' } }),
      'package_invalid',
      /rename this file to "old\.ograf\.json", set "\$schema" to .*, and add "supportsRealTime"/,
    ],
  ])('refuses %s by name, and leaves nothing behind', async (_what, body, code, detail) => {
    const station = await testStation();
    const before = [...station.station.store.graphics.keys()];
    const answer = await importZip(station, body);
    expect(answer.status).toBe(422);
    expect(answer.json).toMatchObject({ ok: false, code, detail: expect.stringMatching(detail) as string });
    expect([...station.station.store.graphics.keys()]).toEqual(before);
    expect(await readdir(join(station.data, 'graphics'))).toEqual([]);
  });

  it('refuses an encrypted zip', async () => {
    const body = zipOf(packageFiles('alpha'));
    // the flag of every entry, in its own header and in the zip's directory
    for (let at = 0; at + 4 < body.length; at += 1) {
      const mark = String.fromCharCode(...body.slice(at, at + 4));
      if (mark === 'PK\x03\x04') body[at + 6] = (body[at + 6] ?? 0) | 1;
      if (mark === 'PK\x01\x02') body[at + 8] = (body[at + 8] ?? 0) | 1;
    }
    expect((await importZip(await testStation(), body)).json).toMatchObject({ code: 'zip_encrypted' });
  });

  it('deletes one of several packages of a folder, and leaves the others', async () => {
    const station = await testStation();
    const folder = await tempFolder();
    await writeFiles(folder, {
      'pair/a.ograf.json': manifest('a'),
      'pair/b.ograf.json': manifest('b'),
      'pair/graphic.js': '',
    });
    await post(station, 'import-folder', { path: folder });
    const { hash } = graphic(station, 'a');
    expect((await station.ask(`/api/v1/graphics/a/${hash}`, { method: 'DELETE' })).status).toBe(200);
    expect(station.station.store.graphics.has('a')).toBe(false);
    expect(graphic(station, 'b').versions).toHaveLength(1);
    expect((await station.ask('/api/v1/graphics')).json['problems']).toEqual([]);
    expect((await ask(station.port, `/graphics/b/${hash}/graphic.js`)).status).toBe(200);
  });

  it('does not offer what was changed after it was imported', async () => {
    const station = await testStation();
    await importZip(station, zipOf(packageFiles('alpha')));
    const { hash } = graphic(station, 'alpha');
    await station.close();
    await writeFile(join(station.data, 'graphics/alpha', hash, 'graphic.js'), '// other');
    const again = await testStation({ data: station.data, build: station.build });
    expect(again.station.store.graphics.has('alpha')).toBe(false);
    expect((await again.ask('/api/v1/graphics')).json['problems']).toEqual([
      expect.stringMatching(
        /alpha\.ograf\.json: its files are not those that were imported: import it again$/,
      ),
    ]);
  });

  it('does not delete what is on air, nor what it did not import', async () => {
    const station = await testStation();
    await importZip(station, zipOf(packageFiles('strap', { version: '9' })));
    const { hash } = graphic(station, 'strap');
    await station.command({ type: 'cue.take', cueId: 'c1' });
    const remove = () => station.ask(`/api/v1/graphics/strap/${hash}`, { method: 'DELETE' });
    expect((await remove()).json).toMatchObject({ code: 'version_in_use' });
    await station.command({ type: 'air.panic' });
    await station.command({ type: 'cue.recall', cueId: 'c4' });
    expect((await remove()).status).toBe(200);
    const shipped = graphic(station, 'strap').hash;
    const answer = await station.ask(`/api/v1/graphics/strap/${shipped}`, { method: 'DELETE' });
    expect(answer.json).toMatchObject({ code: 'not_imported' });
  });
});

describe('consent to the network', () => {
  const policyOf = async ({ port }: TestStation, id: string, hash: string) => {
    const { headers } = await ask(port, `/frame?graphic=${encodeURIComponent(`${id}/${hash}`)}`);
    return String(headers['content-security-policy']);
  };

  it('is one version’s, and reaches its frame’s policy but for scripts', async () => {
    const station = await testStation();
    await importZip(station, zipOf(packageFiles('alpha', { version: '1' })));
    const { hash } = graphic(station, 'alpha');
    expect(await policyOf(station, 'alpha', hash)).not.toContain('https:');
    await post(station, 'alpha/network', { hash, allow: true });
    expect(graphic(station, 'alpha').network).toBe(true);
    const policy = await policyOf(station, 'alpha', hash);
    expect(policy).toMatch(/img-src [^;]*https: http:/);
    expect(policy).toMatch(/connect-src [^;]*wss: ws:/);
    expect(policy).toContain(`script-src 'self' 'wasm-unsafe-eval';`);
    await importZip(station, zipOf(packageFiles('alpha', { version: '2' })));
    expect(graphic(station, 'alpha')).toMatchObject({ version: '2', network: false });
    expect(await policyOf(station, 'alpha', graphic(station, 'alpha').hash)).not.toContain('https:');
    await post(station, 'alpha/network', { hash, allow: false });
    expect(await policyOf(station, 'alpha', hash)).not.toContain('https:');
  });

  it('is asked for by what a stage saw refused', async () => {
    const station = await testStation();
    const stage = await Page.open(station, {
      type: 'hello',
      protocol: 1,
      role: 'stage',
      channel: 'program',
      kind: 'output',
      name: '',
      isolation: 'full',
      showing: [],
    });
    const taken = await station.command({ type: 'cue.take', cueId: 'c1' });
    stage.report(String(taken.json['instance']), 'asked', 'https://fonts.example/a.css');
    await stage.settle();
    expect(graphic(station, 'strap').asked).toEqual(['https://fonts.example/a.css']);
  });
});

describe('a folder that somebody works in', () => {
  const changed = (page: Page, fits: (graphic: Graphic | undefined) => boolean) =>
    page.next('graphics', ({ graphics }) => fits(graphics.find(({ id }) => id === 'strap')));

  async function working() {
    const folder = await tempFolder();
    await writeFiles(folder, packageFiles('strap', { version: '1' }));
    const station = await testStation({ graphics: [folder] });
    return { folder, station, page: await Page.open(station) };
  }

  it('reaches preview when a file is saved, and leaves what is on air with its own files', async () => {
    const { folder, station, page } = await working();
    await station.command({ type: 'cue.take', cueId: 'c1' });
    await station.command({ type: 'cue.recall', cueId: 'c1' });
    const onAir = station.station.store.state.air.channels.program.layers['lower-third'].current?.graphic;
    const first = graphic(station, 'strap').hash;
    const told = changed(page, (one) => one?.hash !== first);
    await writeFile(join(folder, 'strap/graphic.js'), 'export default class extends HTMLElement {} // new');
    await told;
    const { program, preview } = station.station.store.state.air.channels;
    expect(program.layers['lower-third'].current?.graphic).toEqual(onAir);
    expect(preview.layers['lower-third'].current?.graphic.hash).toBe(graphic(station, 'strap').hash);
    const old = await ask(station.port, `/graphics/strap/${first}/graphic.js`);
    expect(old.body).not.toContain('new');
    expect(
      (await ask(station.port, `/graphics/strap/${graphic(station, 'strap').hash}/graphic.js`)).body,
    ).toContain('new');
    expect((await station.command({ type: 'layer.upgrade', layer: 'lower-third' })).status).toBe(200);
  });

  it('keeps the last good version while a manifest is half saved, and says what is wrong', async () => {
    const { folder, station, page } = await working();
    const { hash } = graphic(station, 'strap');
    const told = page.next('graphics', ({ problems }) => problems.length > 0);
    await writeFile(join(folder, 'strap/strap.ograf.json'), '{"id":');
    expect((await told).problems).toEqual([expect.stringContaining('is not JSON')]);
    expect(graphic(station, 'strap').hash).toBe(hash);
    const well = page.next('graphics', ({ problems }) => problems.length === 0);
    await writeFile(
      join(folder, 'strap/strap.ograf.json'),
      JSON.stringify(manifest('strap', { version: '3' })),
    );
    await well;
    expect(graphic(station, 'strap').version).toBe('3');
  });

  it('may be deleted under a picture: its files are still served after a restart', async () => {
    const { folder, station } = await working();
    await station.command({ type: 'cue.take', cueId: 'c1' });
    const { hash } = graphic(station, 'strap');
    await station.close();
    await rm(join(folder, 'strap'), { recursive: true });
    const again = await testStation({ data: station.data, build: station.build, graphics: [folder] });
    expect((await ask(again.port, `/graphics/strap/${hash}/graphic.js`)).status).toBe(200);
  });

  it('may be deleted under a picture, and another show opened meanwhile', async () => {
    const { folder, station } = await working();
    await station.command({ type: 'cue.take', cueId: 'c1' });
    const { hash } = graphic(station, 'strap');
    await station.close();
    await rm(join(folder, 'strap'), { recursive: true });
    const { data, build } = station;
    await writeFiles(build, { 'demo/other-night.json': testShow() });
    await (await testStation({ data, build, graphics: [folder], show: 'other-night' })).close();
    const again = await testStation({ data, build, graphics: [folder] });
    expect((await ask(again.port, `/graphics/strap/${hash}/graphic.js`)).status).toBe(200);
  });
});
