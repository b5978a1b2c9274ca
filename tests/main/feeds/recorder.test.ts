// What is listed of recordings while they grow: every version once, and the line that is being written only when it is whole.
import { appendFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { recordingsIn } from '../../../main/feeds/recorder.ts';
import { tempFolder } from '../../support/station.ts';

const line = (at: number) => JSON.stringify({ at, feed: 'ec', files: { 'a.xml': 'TcSBb3Jp' } });

it('a recording that grows is counted on from where it was', async () => {
  const folder = await tempFolder();
  const path = join(folder, 'ec-1.jsonl');
  await writeFile(path, `${line(1)}\n${line(2)}\n${line(3).slice(0, 20)}`);
  expect(await recordingsIn(folder)).toEqual([{ name: 'ec-1', feed: 'ec', from: 1, to: 2, versions: 2 }]);
  await appendFile(path, `${line(3).slice(20)}\n${line(4)}\n`);
  expect(await recordingsIn(folder)).toEqual([{ name: 'ec-1', feed: 'ec', from: 1, to: 4, versions: 4 }]);
  // what is counted already is not read again: it could be damaged without anybody noticing
  const text = `${' '.repeat(line(1).length)}\n${line(2)}\n${line(3)}\n${line(4)}\n${line(5)}\n`;
  await writeFile(path, text);
  expect(await recordingsIn(folder)).toMatchObject([{ from: 1, to: 5, versions: 5 }]);
  await writeFile(path, `${line(7)}\n`);
  expect(await recordingsIn(folder)).toMatchObject([{ from: 7, to: 7, versions: 1 }]);
});
