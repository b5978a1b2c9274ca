// Where a simulated count goes: over HTTP with its validators, into a folder without half-written files.
import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { readArguments } from '../../../main/simulator/arguments.ts';
import { clearFolder, writeFolder } from '../../../main/simulator/folder.ts';
import type { Published } from '../../../main/simulator/nasty.ts';
import { isKnown, serveFeed } from '../../../main/simulator/server.ts';
import { StartError } from '../../../main/errors.ts';
import { ask, tempFolder, writeFiles } from '../../support/station.ts';

const published = (files: Record<string, string>): Published =>
  new Map(Object.entries(files).map(([path, text]) => [path, new TextEncoder().encode(text)]));

async function feed(files: Record<string, string>, now: number) {
  const server = await serveFeed(0);
  onTestFinished(() => server.close());
  server.publish(published(files), now);
  const get = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
    ask(Number(new URL(server.url).port), path, { headers, method });
  return { server, get };
}

const NOON = Date.UTC(2026, 0, 1, 12);

describe('over HTTP', () => {
  it('answers with the file, then with 304 to who has it, by either validator', async () => {
    const { get } = await feed({ 'election.xml': '<election/>' }, NOON + 400);
    const first = await get('/election.xml');
    expect(first).toMatchObject({ status: 200, body: '<election/>' });
    expect(first.headers['last-modified']).toBe('Thu, 01 Jan 2026 12:00:00 GMT');
    const etag = String(first.headers.etag);
    expect(await get('/election.xml', { 'if-none-match': etag })).toMatchObject({ status: 304, body: '' });
    expect((await get('/election.xml', { 'if-none-match': `W/${etag}, "other"` })).status).toBe(304);
    const since = { 'if-modified-since': 'Thu, 01 Jan 2026 12:00:00 GMT' };
    expect((await get('/election.xml', since)).status).toBe(304);
    expect((await get('/election.xml?fresh=1', { 'if-none-match': '"other"', ...since })).status).toBe(200);
    expect(
      (await get('/election.xml', { 'if-modified-since': 'Thu, 01 Jan 2026 11:59:59 GMT' })).status,
    ).toBe(200);
  });

  it('tells a change within the same second from none', async () => {
    const { server, get } = await feed({ 'a.xml': 'one', 'b.xml': 'same' }, NOON);
    const before = { a: await get('/a.xml'), b: await get('/b.xml') };
    server.publish(published({ 'a.xml': 'two', 'b.xml': 'same' }), NOON + 300);
    const asked = (path: string, { headers }: { headers: Record<string, unknown> }) =>
      get(path, { 'if-modified-since': String(headers['last-modified']) });
    expect(await asked('/a.xml', before.a)).toMatchObject({ status: 200, body: 'two' });
    expect((await asked('/b.xml', before.b)).status).toBe(304);
  });

  it('404 for what is not there yet or no more, 405 for anything but reading, a list at the root', async () => {
    const { server, get } = await feed({ 'parties.xml': '<parties/>' }, NOON);
    expect((await get('/election.xml')).status).toBe(404);
    expect((await get('/../package.json')).status).toBe(404);
    expect((await get('/parties.xml', {}, 'POST')).status).toBe(405);
    expect(await get('/parties.xml', {}, 'HEAD')).toMatchObject({ status: 200, body: '' });
    expect((await get('/')).body).toContain('parties.xml');
    server.publish(published({}), NOON);
    expect((await get('/parties.xml')).status).toBe(404);
  });

  it('an ETag that differs is believed before a time that does not', () => {
    const file = { etag: '"x"', changed: NOON, ambiguous: false };
    const since = new Date(NOON).toUTCString();
    expect(isKnown(file, { 'if-none-match': '"y"', 'if-modified-since': since })).toBe(false);
    expect(isKnown(file, { 'if-modified-since': 'nonsense' })).toBe(false);
    expect(isKnown(file, { 'if-none-match': '*' })).toBe(true);
    expect(isKnown(file, {})).toBe(false);
    expect(isKnown({ ...file, ambiguous: true }, { 'if-modified-since': since })).toBe(false);
    expect(isKnown({ ...file, ambiguous: true }, { 'if-none-match': '"x"' })).toBe(true);
  });
});

describe('into a folder', () => {
  it('writes what changed, removes what is gone and leaves nothing aside', async () => {
    const folder = await tempFolder();
    const first = published({ 'election.xml': 'one', 'e01/e01.xml': 'a', 'e02/e02.xml': 'b' });
    await writeFolder(folder, first, new Map());
    const { mtimeMs } = await stat(join(folder, 'e01/e01.xml'));
    await writeFolder(folder, published({ 'election.xml': 'two', 'e01/e01.xml': 'a' }), first);
    expect(await readFile(join(folder, 'election.xml'), 'utf8')).toBe('two');
    expect((await stat(join(folder, 'e01/e01.xml'))).mtimeMs).toBe(mtimeMs);
    const left = (await readdir(folder, { recursive: true })).sort();
    expect(left).toEqual(['e01', 'e01/e01.xml', 'e02', 'election.xml']);
  });

  it('clears an earlier simulation away, and nothing else', async () => {
    const folder = await tempFolder();
    await writeFiles(folder, {
      'election.xml': '<?xml version="1.0"?>\n<!-- Simulated by Tallydesk. -->\n<election/>',
      'e01/e01.xml': '<!-- Simulated by Tallydesk. -->',
      'notes.txt': 'mine',
      'e01/e02.xml': 'not of the layout',
    });
    await clearFolder(folder);
    expect((await readdir(folder, { recursive: true })).sort()).toEqual(['e01', 'e01/e02.xml', 'notes.txt']);
  });

  it('never touches results that are not simulated', async () => {
    const folder = await tempFolder();
    await writeFiles(folder, { 'election.xml': '<election/>' });
    await expect(clearFolder(folder)).rejects.toThrow(StartError);
    await expect(clearFolder(folder)).rejects.toThrow(
      'has results in it that are not simulated (election.xml)',
    );
    expect(await readFile(join(folder, 'election.xml'), 'utf8')).toBe('<election/>');
    await writeFile(join(folder, 'file'), '');
    await expect(clearFolder(join(folder, 'file'))).rejects.toThrow('cannot be used');
  });
});

describe('arguments', () => {
  it('have defaults, and flags for what goes wrong', () => {
    expect(readArguments([])).toEqual({
      election: 'nz-2008',
      minutes: 5,
      folder: null,
      port: 0,
      seed: 1,
      hold: 100,
      every: 5,
      nasty: new Set(),
    });
    const given =
      '--election nz-2023 --minutes 0.2 --port 8099 --seed 4 --hold 85.1 --every 0.3 --stale --slow'.split(
        ' ',
      );
    expect(readArguments(given)).toMatchObject({
      minutes: 0.2,
      hold: 85.1,
      every: 0.3,
      nasty: new Set(['stale', 'slow']),
    });
    expect(readArguments(['--help'])).toBeNull();
  });

  it.each([
    [['--minutes', 'x'], '--minutes: "x" is not a number from 0.01 to 600'],
    [['--minutes', ''], '--minutes: "" is not a number'],
    [['--hold', '101'], '--hold: "101" is not a number from 0 to 100'],
    [['--port', '70000'], '--port: "70000" is not a port number'],
    [['--seed', '-1'], 'argument is ambiguous'],
    [['--seed=-1'], '--seed: "-1" is not a whole number'],
    [['--folder', ''], '--folder: a folder is needed'],
    [['--folder', 'x', '--port', '1'], '--folder and --port: one of the two'],
    [['--folder', 'x', '--slow'], '--slow: a folder has no answer to wait for'],
    [['--stale', '--every', '60'], '--every: what goes wrong needs 24 updates'],
    [['--wrong'], '--wrong'],
    [['loose'], 'loose'],
  ])('%j is refused', (argv, sentence) => {
    expect(() => readArguments(argv)).toThrow(StartError);
    expect(() => readArguments(argv)).toThrow(sentence);
  });
});
