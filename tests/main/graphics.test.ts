// Finding OGraf packages: what cannot be offered is said in one sentence, and keeps no other package from air.
import { symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findGraphics } from '../../main/graphics/find.ts';
import { ask, manifest, packageFiles, tempFolder, testStation, writeFiles } from '../support/station.ts';

const hashOf = async (folder: string, id = 'one') =>
  (await findGraphics([folder])).packages.get(id)?.graphic.hash;

async function folderWith(files: Record<string, string | object>): Promise<string> {
  const folder = await tempFolder();
  await writeFiles(folder, files);
  return folder;
}

const name = 'one/one.ograf.json';

describe('discovery', () => {
  it('finds the packages below, and a package itself, but none inside another', async () => {
    const folder = await folderWith({
      ...packageFiles('one', {
        version: '2.1',
        thumbnails: [{ file: 'small.png' }],
        actionDurations: [{ type: 'stopAction', duration: 800 }],
      }),
      ...packageFiles('two'),
      'deep/er/three.ograf.json': manifest('three'),
      'deep/er/graphic.js': '',
      'one/inner/four.ograf.json': manifest('four'),
    });
    const { packages, problems } = await findGraphics([folder]);
    expect([...packages.keys()]).toEqual(['three', 'one', 'two']);
    expect(problems).toEqual([]);
    expect(packages.get('one')?.graphic).toMatchObject({
      id: 'one',
      version: '2.1',
      main: 'graphic.js',
      stepCount: 1,
      thumbnail: 'small.png',
      stopMs: 800,
    });
    const itself = await findGraphics([join(folder, 'one')]);
    expect([...itself.packages.keys()]).toEqual(['one']);
  });

  it.each<[string, Record<string, string | object>, RegExp]>([
    ['broken JSON', { [name]: '{"id":' }, /is not JSON \(/],
    [
      'an unknown field',
      packageFiles('one', { colour: 'red' }),
      /the manifest: unknown field "colour" \(vendor fields begin with "v_"\)$/,
    ],
    [
      'another standard',
      packageFiles('one', { $schema: 'x' }),
      /"\$schema": must be "https:\/\/ograf\.ebu\.io/,
    ],
    ['a missing field', { [name]: { ...manifest('one'), name: undefined } }, /"name": is needed$/],
    ['a wrong id', packageFiles('one', { id: 'a/b' }), /"id": a graphic id has no "\/"/],
    ['a missing module', { [name]: manifest('one') }, /main: the file "graphic\.js" is missing$/],
    [
      'a path outside',
      packageFiles('one', { main: '../x.js' }),
      /"main": must be a path inside the package$/,
    ],
    [
      'an absolute path',
      packageFiles('one', { main: '/etc/x.js' }),
      /"main": must be a path inside the package$/,
    ],
    ['a bad data model', packageFiles('one', { schema: { type: 'wrong' } }), /: schema: /],
    [
      'no live playout',
      packageFiles('one', { supportsRealTime: false }),
      /supportsRealTime is false, so it cannot be played live$/,
    ],
  ])('says what is wrong: %s', async (_what, files, problem) => {
    const folder = await folderWith({ ...files, ...packageFiles('good') });
    const { packages, problems } = await findGraphics([folder]);
    expect([...packages.keys()]).toEqual(['good']);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(problem);
    expect(problems[0]?.startsWith(join(folder, name))).toBe(true);
  });

  it('allows vendor fields', async () => {
    expect(await hashOf(await folderWith(packageFiles('one', { v_house: { any: 1 } })))).toMatch(
      /^[0-9a-f]{16}$/,
    );
  });

  it('says so of a folder with nothing in it, or that is not there', async () => {
    const empty = await tempFolder();
    const { problems } = await findGraphics([empty, join(empty, 'gone')]);
    expect(problems).toEqual([
      `${empty} holds no OGraf package (no *.ograf.json)`,
      expect.stringMatching(/^the graphics folder .*gone cannot be read: ENOENT/),
    ]);
  });

  it('lets a later folder win, so that a designer’s copy replaces the shipped one', async () => {
    const shipped = await folderWith({ ...packageFiles('one', { name: 'shipped' }), ...packageFiles('two') });
    const own = await folderWith(packageFiles('one', { name: 'own' }));
    const { packages, problems } = await findGraphics([shipped, own]);
    expect(packages.get('one')).toMatchObject({ graphic: { name: 'own' }, folder: join(own, 'one') });
    expect([...packages.keys()]).toEqual(['one', 'two']);
    expect(problems).toEqual([]);
  });

  it('says so of two packages of one id in one folder, and always uses the same one', async () => {
    const folder = await folderWith({
      'a/x.ograf.json': manifest('one', { name: 'first' }),
      'a/graphic.js': '',
      'b/x.ograf.json': manifest('one', { name: 'second' }),
      'b/graphic.js': '',
    });
    const { packages, problems } = await findGraphics([folder]);
    expect(packages.get('one')?.graphic.name).toBe('first');
    expect(problems).toEqual([
      expect.stringMatching(/b\/x\.ograf\.json: id: another package .* is called "one" too/),
    ]);
  });

  it('changes the hash with any file: content, name, a new one in a folder', async () => {
    const folder = await folderWith(packageFiles('one'));
    const seen = new Set([await hashOf(folder)]);
    expect(seen.has(await hashOf(folder))).toBe(true);
    await writeFiles(folder, { 'one/graphic.js': '// changed' });
    seen.add(await hashOf(folder));
    await writeFiles(folder, { 'one/img/a.svg': '<svg/>' });
    seen.add(await hashOf(folder));
    await writeFiles(folder, { 'one/img/a.svg': '<svg></svg>' });
    seen.add(await hashOf(folder));
    expect(seen.size).toBe(4);
  });

  it('changes the hash where the content of one file reads like another file', async () => {
    const contents: Record<string, string>[] = [
      { 'one/x': '1', 'one/y': '2' },
      { 'one/x': '1\0y\x002' },
      { 'one/x': '1y\x001\x002' },
    ];
    const folders = contents.map((files) => folderWith({ ...packageFiles('one'), ...files }));
    const hashes = await Promise.all(folders.map(async (folder) => hashOf(await folder)));
    expect(new Set(hashes).size).toBe(3);
  });
});

describe('serving', () => {
  it('serves a package under its hash for ever, to frames of any origin', async () => {
    const { port, station } = await testStation();
    const hash = station.store.graphics.get('strap')?.hash ?? '';
    const { status, headers } = await ask(port, `/graphics/strap/${hash}/graphic.js`);
    expect(status).toBe(200);
    expect(headers).toMatchObject({
      'content-type': 'text/javascript; charset=utf-8',
      'access-control-allow-origin': '*',
      'cache-control': 'public, max-age=31536000, immutable',
    });
  });

  it('has nothing under another hash, of another template, or outside', async () => {
    const { port, station, build } = await testStation();
    await symlink(join(build, 'demo'), join(build, 'graphics/strap/link'));
    const hash = station.store.graphics.get('strap')?.hash ?? '';
    const paths = [
      `/graphics/strap/${hash.replace(/^./, (c) => (c === '0' ? '1' : '0'))}/graphic.js`,
      `/graphics/nothing/${hash}/graphic.js`,
      `/graphics/strap/${hash}/nothing.js`,
      `/graphics/strap/${hash}/`,
      `/graphics/strap/${hash}/link/test-night.json`,
      `/graphics/strap/${hash}/..%2fsting/graphic.js`,
      '/graphics/strap/graphic.js',
    ];
    for (const path of paths) expect((await ask(port, path)).status, path).toBe(404);
  });

  it('serves a template whose id has spaces, accents and signs', async () => {
    const id = 'Tāmaki 100% #1';
    const own = await tempFolder();
    await writeFiles(own, { 'x/x.ograf.json': manifest(id), 'x/graphic.js': 'export {};' });
    const { port, station } = await testStation({ graphics: [own] });
    const hash = station.store.graphics.get(id)?.hash ?? '';
    const { status } = await ask(port, `/graphics/${encodeURIComponent(id)}/${hash}/graphic.js`);
    expect(status).toBe(200);
  });
});
