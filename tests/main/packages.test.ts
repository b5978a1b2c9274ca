// What lies in a package's folder: limits, links, samples, warnings that keep nothing from air, packages of drafts.
import { symlink, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findGraphics } from '../../main/graphics/find.ts';
import { inUse, type Choices } from '../../main/graphics/order.ts';
import type { Package } from '../../main/graphics/find.ts';
import { makeGraphic } from '../support/builders.ts';
import { manifest, packageFiles, tempFolder, writeFiles } from '../support/station.ts';

async function folderWith(files: Record<string, string | object>): Promise<string> {
  const folder = await tempFolder();
  await writeFiles(folder, files);
  return folder;
}

describe('a folder', () => {
  it('may hold several packages, each with sample data of its own or all with the same', async () => {
    const folder = await folderWith({
      'pair/a.ograf.json': manifest('a'),
      'pair/b.ograf.json': manifest('b'),
      'pair/graphic.js': '',
      'pair/fixtures/usual.json': {},
      'pair/fixtures/b/long.json': {},
      'pair/fixtures/b/notes.txt': '',
    });
    const { packages, problems } = await findGraphics([folder]);
    expect(problems).toEqual([]);
    expect(packages.get('a')?.graphic.fixtures).toEqual([{ name: 'usual', file: 'fixtures/usual.json' }]);
    expect(packages.get('b')?.graphic.fixtures).toEqual([{ name: 'long', file: 'fixtures/b/long.json' }]);
    expect(packages.get('a')?.graphic.hash).toBe(packages.get('b')?.graphic.hash);
  });

  it('is not read past its limits, nor through links that lead out of it', async () => {
    const folder = await folderWith({
      ...packageFiles('large'),
      ...packageFiles('many'),
      ...packageFiles('linked'),
      ...packageFiles('good'),
      'outside.txt': 'secret',
    });
    await writeFile(join(folder, 'large/photo.png'), '');
    await truncate(join(folder, 'large/photo.png'), 101 * 1024 * 1024);
    await writeFiles(
      folder,
      Object.fromEntries(Array.from({ length: 2_001 }, (_, n) => [`many/${n}.txt`, ''])),
    );
    await symlink(join(folder, 'outside.txt'), join(folder, 'linked/x.txt'));
    await symlink(join(folder, 'good/graphic.js'), join(folder, 'good/same.js'));
    const { packages, problems } = await findGraphics([folder]);
    expect([...packages.keys()]).toEqual(['good']);
    expect(problems).toEqual([
      `${join(folder, 'large')}: “photo.png” is larger than 100 MB`,
      `${join(folder, 'linked')}: “x.txt” is a link that leads out of the package`,
      `${join(folder, 'many')}: it has more than 2000 files`,
    ]);
  });

  it('may hold what only breaks a cosmetic rule: it is offered, with a warning', async () => {
    const colour = { type: 'string', pattern: '^#[0-9a-f]{6}$', default: 'red' };
    const rows = {
      type: 'array',
      items: { type: 'object', properties: { n: { type: 'integer', default: 'x' } } },
    };
    const folder = await folderWith(
      packageFiles('one', {
        schema: { type: 'object', properties: { colour, rows, fine: { type: 'string', default: '' } } },
        thumbnails: [{ file: 'gone.png' }],
      }),
    );
    const { packages, problems } = await findGraphics([folder]);
    expect(problems).toEqual([]);
    expect(packages.get('one')?.graphic.warnings).toEqual([
      'thumbnails.0.file: the file "gone.png" is missing',
      expect.stringMatching(/^schema\.properties\.colour\.default: /),
      'schema.properties.rows.items.properties.n.default: must be a number',
    ]);
  });

  it('may hold a package of a draft: its author is told how to update it, and nothing is changed', async () => {
    const folder = await folderWith({
      'a/manifest.json': {
        $schema: 'https://ograf.ebu.io/draft',
        id: 'a',
        main: 'x.js',
        supportsRealTime: true,
      },
      'b/clock.ograf': {
        id: 'b',
        name: 'B',
        main: 'x.js',
        supportsRealTime: true,
        supportsNonRealTime: false,
      },
      'c/manifest.json': { name: 'A web app', start_url: '/' },
    });
    expect((await findGraphics([folder])).problems).toEqual([
      expect.stringMatching(
        /a\/manifest\.json: a package of an OGraf draft: rename this file to "a\.ograf\.json", set "\$schema" to "https:\/\/ograf\.ebu\.io\/v1\/.*", and add "name", "supportsNonRealTime"$/,
      ),
      expect.stringMatching(
        /b\/clock\.ograf: .* rename this file to "b\.ograf\.json", set "\$schema" to "[^"]*"$/,
      ),
    ]);
  });
});

describe('which version is in use', () => {
  const one = (source: Package['source'], version: string, at = 0): Package => ({
    graphic: makeGraphic('g', { version, hash: `${source}-${version}-${at}`, source }),
    folder: '',
    manifest: '',
    source,
    at,
  });
  const nothing: Choices = { pins: {}, network: {} };
  const used = (packages: Package[], choices = nothing) => inUse(packages, choices, () => []).get('g')?.hash;

  it.each<[string, Package[], string]>([
    ['the nearer', [one('folder', '1'), one('imported', '2'), one('shipped', '3')], 'folder-1-0'],
    ['the imported before the shipped', [one('shipped', '3'), one('imported', '2')], 'imported-2-0'],
    [
      'the higher version, by its numbers',
      [one('imported', '1.9'), one('imported', '1.10')],
      'imported-1.10-0',
    ],
    ['the later folder', [one('folder', '1', 9), one('folder', '1', 5)], 'folder-1-5'],
  ])('is %s', (_what, packages, hash) => {
    expect(used(packages)).toBe(hash);
  });

  it('is the one that a person pinned, for as long as it is there', () => {
    const packages = [one('folder', '2'), one('shipped', '1')];
    expect(used(packages, { ...nothing, pins: { g: 'shipped-1-0' } })).toBe('shipped-1-0');
    expect(used(packages, { ...nothing, pins: { g: 'gone' } })).toBe('folder-2-0');
  });
});
