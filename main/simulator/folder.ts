/** A feed as files in a folder: each is written aside and then takes its place, so that a reader never sees half of one. */
import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { StartError, systemCode } from '../errors.ts';
import type { Published } from './nasty.ts';

const OURS = /^(?:election|statistics|parties|electorates|candidates)\.xml$|^(e\d+)\/\1\.xml$/;

/** The feed's files that are in the folder, by path. */
async function filesIn(folder: string): Promise<string[]> {
  const found = await readdir(folder, { recursive: true });
  return found.map((path) => path.replaceAll('\\', '/')).filter((path) => OURS.test(path));
}

/**
 * Makes the folder ready for another night: an earlier simulation in it is cleared away.
 * @throws StartError where results lie in it that are not simulated: those are never touched
 */
export async function clearFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
    const paths = await filesIn(folder);
    for (const path of paths) {
      // a cut or badly encoded file of ours says it in its first lines too
      const head = (await readFile(join(folder, path), 'latin1')).slice(0, 500);
      if (head.includes('Simulated by Tallydesk')) continue;
      throw new StartError(
        `${folder} has results in it that are not simulated (${path}): choose another folder`,
        2,
      );
    }
    for (const path of paths) await rm(join(folder, path));
  } catch (error) {
    if (systemCode(error) === null) throw error;
    throw new StartError(`the folder ${folder} cannot be used: ${systemCode(error) ?? ''}`, 2);
  }
}

const same = (a: Uint8Array | undefined, b: Uint8Array): boolean =>
  a !== undefined && Buffer.compare(a, b) === 0;

/** Writes what has changed since `before` and removes what is gone. The country's file comes last: it tells of the rest. */
export async function writeFolder(folder: string, files: Published, before: Published): Promise<void> {
  for (const path of before.keys()) {
    if (!files.has(path)) await rm(join(folder, path), { force: true });
  }
  const changed = [...files].filter(([path, bytes]) => !same(before.get(path), bytes));
  changed.sort(([a], [b]) => Number(a === 'election.xml') - Number(b === 'election.xml'));
  for (const [path, bytes] of changed) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFileAtomic(join(folder, path), Buffer.from(bytes), { fsync: false });
  }
}
