/** The keys that desks, outputs and other machines show: kept in the data folder, made at the first start. */
import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { messageOf, StartError, systemCode } from './errors.ts';

/** The same key at every start, so that an output page which outlives the station finds it again. */
export async function keyIn(data: string, name: 'key' | 'view-key'): Promise<string> {
  const path = join(data, name);
  try {
    const key = (await readFile(path, 'utf8')).trim();
    if (/^[\w-]{20,}$/.test(key)) return key;
  } catch (error) {
    if (systemCode(error) !== 'ENOENT') throw new StartError(`${path} cannot be read: ${messageOf(error)}`);
  }
  const key = randomBytes(18).toString('base64url');
  try {
    await writeFileAtomic(path, key + '\n', { mode: 0o600 });
  } catch (error) {
    throw new StartError(`the data folder ${data} cannot be written: ${messageOf(error)}`);
  }
  return key;
}
