/** Writes packages of the corpus into a folder, each in a folder of its own. */
import { mkdir, open, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Files, Quirk } from './quirk.ts';

const isBytes = (content: Files[string]): content is { bytes: number } =>
  typeof content === 'object' && typeof content['bytes'] === 'number';

async function writeOne(path: string, content: Files[string]): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  if (!isBytes(content)) {
    await writeFile(path, typeof content === 'string' ? content : JSON.stringify(content, null, 2));
    return;
  }
  // as long as it says, without taking the disk's room
  const file = await open(path, 'w');
  await file.truncate(content.bytes);
  await file.close();
}

export async function writeQuirks(folder: string, quirks: readonly Quirk[]): Promise<void> {
  for (const { name, files } of quirks)
    for (const [path, content] of Object.entries(files)) await writeOne(join(folder, name, path), content);
}
