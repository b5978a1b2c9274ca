/** Media through a real station: in over REST, out to stages, kept over a restart and with a copy, gone when removed. */
import { existsSync, readdirSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ask, testStation, type TestStation } from '../../support/station.ts';
import { JPEG, PNG, svg } from './pictures.ts';

const add = (station: TestStation, name: string, body: Uint8Array) =>
  station.ask(`/api/v1/media?name=${encodeURIComponent(name)}&by=H%C4%93mi`, { method: 'POST', body });

async function added(station: TestStation, name: string, body: Uint8Array) {
  const answer = await add(station, name, body);
  expect(answer.status, answer.body).toBe(200);
  return answer.json as { address: string; file: { hash: string; width: number; addedBy: string } };
}

const stored = ({ folder }: TestStation): string[] =>
  existsSync(join(folder, 'media')) ? readdirSync(join(folder, 'media')) : [];

test('a picture comes in, and is served to stages without the key, whole and in part', async () => {
  const station = await testStation();
  const { address, file } = await added(station, 'Māori logo.png', PNG);
  expect(file).toMatchObject({
    name: 'Māori logo.png',
    type: 'image/png',
    width: 320,
    height: 80,
    addedBy: 'Hēmi',
  });
  expect(stored(station)).toEqual([`${file.hash}.png`]);
  const got = await ask(station.port, address, { headers: { host: `s1-bug.localhost:${station.port}` } });
  expect([got.status, got.headers['content-type']]).toEqual([200, 'image/png']);
  expect(got.headers['cache-control']).toContain('immutable');
  expect(got.headers['x-content-type-options']).toBe('nosniff');
  expect(got.headers['content-security-policy']).toContain('sandbox');
  const part = await ask(station.port, address, {
    headers: { host: `127.0.0.1:${station.port}`, range: 'bytes=1-3' },
  });
  expect([part.status, part.body]).toEqual([206, 'PNG']);
  const listed = await station.ask('/api/v1/media');
  expect(listed.json['media']).toMatchObject([{ address }]);
});

test('the same file again is one file, under its first name', async () => {
  const station = await testStation();
  const first = await added(station, 'a.png', PNG);
  const second = await added(station, 'b.png', PNG);
  expect(second.address).toBe(first.address);
  expect(stored(station)).toHaveLength(1);
});

test.each([
  ['page.html', PNG, 415, 'media_type'],
  ['a.png', JPEG, 415, 'media_type'],
  ['a.svg', svg('<script>1</script>'), 415, 'media_wrong'],
  ['a.png', new Uint8Array(), 400, 'media_empty'],
])('%s is refused in a sentence, and nothing stays on disk', async (name, body, status, code) => {
  const station = await testStation();
  const answer = await add(station, name, body);
  // an empty body is none at all for some clients
  expect([code, 'bad_command']).toContain(answer.json['code']);
  expect(answer.status).toBe(status);
  expect(String(answer.json['detail'])).toMatch(/^.+\.$/);
  expect(stored(station)).toEqual([]);
  expect((await station.ask('/api/v1/media')).json['media']).toEqual([]);
});

test('a picture of too many pixels is refused, however small its file', async () => {
  const station = await testStation();
  const huge = Uint8Array.from(PNG);
  huge.set([0, 0, 255, 255, 0, 0, 255, 255], 16);
  const answer = await add(station, 'huge.png', huge);
  expect([answer.status, answer.json['code']]).toEqual([413, 'too_large']);
  expect(stored(station)).toEqual([]);
});

test('more than 200 MB is refused before it is read', async () => {
  const station = await testStation();
  const answer = await station.ask('/api/v1/media?name=a.mp4', {
    method: 'POST',
    headers: { 'content-length': String(201 * 1024 * 1024), connection: 'close' },
  });
  expect([answer.status, answer.json['code']]).toEqual([413, 'too_large']);
});

test('no name leads out of the folder', async () => {
  const station = await testStation();
  const { file } = await added(station, '../../../key.png', PNG);
  expect(file).toMatchObject({ name: 'key.png' });
  await writeFile(join(station.folder, 'media', 'notes.txt'), 'secret');
  for (const path of [
    `/media/${file.hash}/..%2F..%2F..%2Fkey`,
    `/media/..%2F..%2Fshow/x.png`,
    `/media/${file.hash}/notes.txt`,
    '/media/0000000000000000/a.png',
    `/media/${file.hash}/a.html`,
  ]) {
    const { status } = await ask(station.port, path, { headers: { host: `127.0.0.1:${station.port}` } });
    expect(status, path).toBe(404);
  }
});

test('without the key nothing comes in or is listed', async () => {
  const { port } = await testStation();
  const headers = { host: `127.0.0.1:${port}` };
  expect((await ask(port, '/api/v1/media', { headers })).status).toBe(401);
  const sent = await ask(port, '/api/v1/media?name=a.png', { method: 'POST', headers, body: PNG });
  expect(sent.status).toBe(401);
});

test('what a cue uses is kept until one insists; what was removed goes at the next clean start', async () => {
  const station = await testStation();
  const { address, file } = await added(station, 'a.png', PNG);
  const edited = await station.command({
    type: 'cue.edit',
    cueId: 'c1',
    changes: { data: { headline: address } },
  });
  expect(edited.status).toBe(200);
  const kept = await station.ask(`/api/v1/media/${file.hash}`, { method: 'DELETE' });
  expect([kept.status, kept.json['code']]).toEqual([409, 'media_in_use']);
  const gone = await station.ask(`/api/v1/media/${file.hash}?force=1`, { method: 'DELETE' });
  expect(gone.status).toBe(200);
  // undo has something to bring back
  expect(stored(station)).toHaveLength(1);
  const taken = await station.command({ type: 'cue.take', cueId: 'c1' });
  expect(taken.json['code']).toBe('media_missing');
  await station.close();
  const again = await testStation({ data: station.data, build: station.build });
  expect(stored(again)).toEqual([]);
});

test('media are there after a restart, and in a copy of the show', async () => {
  const station = await testStation();
  const { address, file } = await added(station, 'a.png', PNG);
  const copy = join(station.data, 'copy');
  await station.station.saveCopy(copy);
  expect(readdirSync(join(copy, 'media'))).toEqual([`${file.hash}.png`]);
  await station.close();
  for (const show of ['copy', undefined]) {
    const again = await testStation({ data: station.data, build: station.build, ...(show ? { show } : {}) });
    const got = await ask(again.port, address, { headers: { host: `127.0.0.1:${again.port}` } });
    expect(got.status).toBe(200);
    expect((await again.ask('/api/v1/media')).json['media']).toHaveLength(1);
    await again.close();
  }
});
