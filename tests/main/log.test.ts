// The log: set aside at a start when it has grown long, with one kept before it.
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { LOG_FILE, openLog } from '../../main/world.ts';
import { tempFolder } from '../support/station.ts';

it('is set aside when it is long, and only then', async () => {
  const folder = join(await tempFolder(), 'logs');
  openLog(folder, 10);
  expect(await readdir(folder)).toEqual([LOG_FILE]);
  await writeFile(join(folder, LOG_FILE), '0123456789');
  openLog(folder, 10);
  expect(await readdir(folder)).toEqual([LOG_FILE]);
  await writeFile(join(folder, LOG_FILE), 'longer than ten');
  openLog(folder, 10);
  expect((await readdir(folder)).sort()).toEqual([LOG_FILE, 'tallydesk.previous.log']);
  expect(await readFile(join(folder, 'tallydesk.previous.log'), 'utf8')).toBe('longer than ten');
  expect(await readFile(join(folder, LOG_FILE), 'utf8')).toBe('');
});
