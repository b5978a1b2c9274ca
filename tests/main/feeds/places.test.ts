// Places that are not what they should be: pipes, folders, a disk that never answers, addresses with a query.
import { execFileSync } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { addressBelow, folderPlace } from '../../../main/feeds/places.ts';
import { tempFolder } from '../../support/station.ts';

it('what is no plain file is refused, and a plain one is read once', async () => {
  const folder = await tempFolder();
  await mkdir(join(folder, 'sub'));
  await writeFile(join(folder, 'a.xml'), 'a');
  const place = folderPlace(folder);
  await expect(place.look('sub')).rejects.toThrow('sub is not a file');
  expect(await place.look('a.xml')).toMatchObject({ kind: 'new', bytes: Buffer.from('a') });
  expect(await place.look('a.xml')).toEqual({ kind: 'same' });
  place.forget('a.xml');
  expect(await place.look('a.xml')).toMatchObject({ kind: 'new' });
});

it.skipIf(process.platform === 'win32')('a pipe is not waited for', async () => {
  const folder = await tempFolder();
  execFileSync('mkfifo', [join(folder, 'pipe')]);
  await expect(folderPlace(join(folder, 'pipe')).look(null)).rejects.toThrow('pipe is not a file');
});

const never = () => new Promise<never>(() => undefined);

it('a disk that never answers is given up, and not asked again meanwhile', async () => {
  const place = folderPlace('/mnt/gone', 1, never);
  await expect(place.look('election.xml')).rejects.toThrow('does not answer');
  await expect(place.look('election.xml')).rejects.toThrow('has not answered since');
});

it('a feed that is stopped waits for no disk', async () => {
  const place = folderPlace('/mnt/gone', 60_000, never);
  const looking = place.look('election.xml');
  place.stop?.();
  await expect(looking).rejects.toThrow('has been stopped');
});

it.each([
  ['http://ec.nz/xml', 'http://ec.nz/xml/e01/e01.xml'],
  ['http://ec.nz/xml/?key=a/b', 'http://ec.nz/xml/e01/e01.xml?key=a/b'],
  ['http://ec.nz/xml?key=1', 'http://ec.nz/xml/e01/e01.xml?key=1'],
  ['http://ec.nz/xml/election.xml?key=1', 'http://ec.nz/xml/e01/e01.xml?key=1'],
])('files below %s', (url, address) => expect(addressBelow(url, 'e01/e01.xml')).toBe(address));
