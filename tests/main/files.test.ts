// Files over HTTP: nothing outside the folder, whatever the address says; fixed types; ranges.
import { mkdir, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { confine, fileResponse, parseRange } from '../../main/http/files.ts';
import { ask, testStation, tempFolder, writeFiles } from '../support/station.ts';

let root: string;

beforeEach(async () => {
  const folder = await tempFolder();
  root = join(folder, 'root');
  await writeFiles(folder, {
    'secret.txt': 'secret',
    'root/a.txt': '0123456789',
    'root/sub/bäd %41.txt': 'odd name',
    'root/empty.txt': '',
    'root/noextension': 'x',
    'root/page.PHP': 'x',
    'rootless/b.txt': 'beside',
  });
  await mkdir(join(root, 'inner'));
  await symlink(join(folder, 'secret.txt'), join(root, 'link.txt'));
  await symlink(folder, join(root, 'out'));
  await symlink(join(root, 'a.txt'), join(root, 'inner/fine.txt'));
});

describe('confine', () => {
  it.each(['a.txt', '/a.txt', 'sub/../a.txt', './a.txt', 'inner/fine.txt', '%61.txt'])(
    'finds %s',
    async (name) => {
      expect(await confine(root, name)).toBe(join(root, 'a.txt'));
    },
  );

  it('decodes a name once', async () => {
    const path = join(root, 'sub/bäd %41.txt');
    expect(await confine(root, `sub/${encodeURIComponent('bäd %41.txt')}`)).toBe(path);
  });

  it.each([
    '..',
    '../secret.txt',
    '../rootless/b.txt',
    '%2e%2e%2fsecret.txt',
    '%2e%2e/secret.txt',
    '..%2fsecret.txt',
    '%252e%252e%252fsecret.txt',
    'sub/../../secret.txt',
    '..\\secret.txt',
    '%2e%2e%5csecret.txt',
    'a.txt%00.js',
    'a.txt\0',
    'C:/secret.txt',
    'a.txt:stream',
    'link.txt',
    'out/secret.txt',
    '%',
    '%ff',
    '',
    '.',
    'missing.txt',
    '//secret.txt',
  ])('refuses %j', async (name) => {
    expect(await confine(root, name)).toBeNull();
  });

  it('refuses everything below a folder that is not there', async () => {
    expect(await confine(join(root, 'nowhere'), 'a.txt')).toBeNull();
  });
});

describe('ranges', () => {
  it.each<[string | undefined, ReturnType<typeof parseRange>]>([
    [undefined, null],
    ['bytes=0-0', { from: 0, to: 0 }],
    ['bytes=2-4', { from: 2, to: 4 }],
    ['bytes=7-', { from: 7, to: 9 }],
    ['bytes=7-99', { from: 7, to: 9 }],
    ['bytes=-3', { from: 7, to: 9 }],
    ['bytes=-99', { from: 0, to: 9 }],
    ['bytes=-0', 'bad'],
    ['bytes=10-', 'bad'],
    ['bytes=5-2', 'bad'],
    ['bytes=-', null],
    ['bytes=0-1,3-4', null],
    ['lines=0-1', null],
    ['bytes=a-b', null],
  ])('%s of ten bytes', (header, expected) => {
    expect(parseRange(header, 10)).toEqual(expected);
  });

  const fetchFile = (name: string, init: RequestInit = {}) =>
    fileResponse(join(root, name), new Request('http://station/file', init), { 'x-more': 'yes' });

  it('sends all of it, with its type', async () => {
    const response = await fetchFile('a.txt');
    expect(response.status).toBe(200);
    expect(await response.text()).toBe('0123456789');
    expect(Object.fromEntries(response.headers)).toEqual({
      'content-type': 'text/plain; charset=utf-8',
      'content-length': '10',
      'accept-ranges': 'bytes',
      'x-content-type-options': 'nosniff',
      'x-more': 'yes',
    });
  });

  it('sends a part as 206, and 416 for what is not there', async () => {
    const part = await fetchFile('a.txt', { headers: { range: 'bytes=-3' } });
    expect([part.status, part.headers.get('content-range'), part.headers.get('content-length')]).toEqual([
      206,
      'bytes 7-9/10',
      '3',
    ]);
    expect(await part.text()).toBe('789');
    const beyond = await fetchFile('a.txt', { headers: { range: 'bytes=10-' } });
    expect([beyond.status, beyond.headers.get('content-range')]).toEqual([416, 'bytes */10']);
  });

  it('answers HEAD with the whole length and no body, whatever range it asks for', async () => {
    const head = await fetchFile('a.txt', { method: 'HEAD', headers: { range: 'bytes=0-1' } });
    expect([head.status, head.headers.get('content-length'), head.headers.get('content-range')]).toEqual([
      200,
      '10',
      null,
    ]);
    expect(await head.text()).toBe('');
  });

  it('sends an empty file', async () => {
    const empty = await fetchFile('empty.txt');
    expect([empty.status, empty.headers.get('content-length'), await empty.text()]).toEqual([200, '0', '']);
  });

  it('does not know what has no type of its own, and no folder', async () => {
    expect((await fetchFile('noextension')).status).toBe(404);
    expect((await fetchFile('page.PHP')).status).toBe(404);
    expect((await fetchFile('sub')).status).toBe(404);
    const other = await fileResponse(join(root, 'page.PHP'), new Request('http://station/file'), {}, 'a/b');
    expect(other.headers.get('content-type')).toBe('a/b');
    expect(other.headers.get('x-content-type-options')).toBe('nosniff');
  });
});

it('keeps to the folder over a real socket, where no client tidies the path', async () => {
  const { port, data, build } = await testStation();
  await writeFiles(build, { 'secret.js': 'secret', 'pages/secret.js': 'secret' });
  const paths = [
    '/assets/../../secret.js',
    '/assets/%2e%2e/%2e%2e/secret.js',
    '/assets/..%2f..%2fsecret.js',
    '/assets/../secret.js',
    '/assets/..%2fsecret.js',
    '/assets/%252e%252e%252fsecret.js',
    `/assets/${encodeURIComponent(join(data, 'key'))}`,
    '/graphics/strap/../../secret.js',
  ];
  for (const path of paths) {
    const { status, body } = await ask(port, path);
    expect(status, path).toBe(404);
    expect(body).not.toContain('secret\n');
  }
  const script = await ask(port, '/assets/app.js', { headers: { range: 'bytes=0-5' } });
  expect([script.status, script.body]).toEqual([206, 'export']);
  expect(await ask(port, '/assets/app.js', { method: 'HEAD' })).toMatchObject({ status: 200, body: '' });
});
