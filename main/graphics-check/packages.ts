/** Which packages a path means: one folder, the folders in a folder, or a zip. */
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { messageOf, StartError, systemCode } from '../errors.ts';
import { packageFolders } from '../graphics/find.ts';
import { unpack } from '../graphics/zip.ts';

export interface Packages {
  /** What a station is told to offer. */
  root: string;
  /** Those of the packages; `root` itself where it is one, or none was found. */
  folders: string[];
  /** Removes what was unpacked. */
  close(): Promise<void>;
}

/** Those that a station would find there. */
async function packagesIn(root: string): Promise<string[]> {
  const found = await packageFolders(root);
  return found.length > 0 ? found.map(({ folder }) => folder) : [root];
}

async function unpacked(path: string): Promise<Packages> {
  const root = await mkdtemp(join(tmpdir(), 'tallydesk-check-'));
  const close = () => rm(root, { recursive: true, force: true });
  try {
    await unpack(path, root);
    return { root, folders: await packagesIn(root), close };
  } catch (error) {
    await close();
    throw new StartError(`${basename(path)} cannot be unpacked: ${messageOf(error)}`, 2);
  }
}

/** @throws StartError with exit code 2 where there is nothing to check */
export async function findPackages(path: string): Promise<Packages> {
  try {
    const info = await stat(path);
    if (info.isDirectory()) {
      return { root: path, folders: await packagesIn(path), close: () => Promise.resolve() };
    }
  } catch (error) {
    if (systemCode(error) === 'ENOENT') throw new StartError(`there is no ${path}`, 2);
    throw error;
  }
  if (/\.zip$/i.test(path)) return unpacked(path);
  throw new StartError(`${path} is neither a folder nor a zip`, 2);
}
