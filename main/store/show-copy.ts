/** A copy of the show in a folder of its own, which is opened as any other show. */
import { existsSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { stateOf, type State } from '../../core/state.ts';
import { isShowId } from '../args.ts';
import { StartError } from '../errors.ts';
import { copyMedia, mediaFolder } from '../media/library.ts';
import { saveSnapshot } from './show-folder.ts';

/** Why a show cannot be kept in a folder of this name; null where it can. */
export const badShowName = (name: string): string | null =>
  isShowId(name)
    ? null
    : `A show's folder has lower-case letters, digits and "-" only in its name, which "${name}" has not.`;

/**
 * With its media. Nothing is on air in a copy, whatever is on air now.
 * @param media where the show's media are
 * @param title of the copy; null keeps the show's own
 * @throws StartError with a sentence where the folder cannot be a copy's
 */
export async function writeCopy(
  folder: string,
  state: State,
  revision: number,
  now: number,
  media: string,
  title: string | null = null,
): Promise<void> {
  const id = basename(folder);
  const bad = badShowName(id);
  if (bad !== null) throw new StartError(bad);
  if (existsSync(folder)) {
    throw new StartError(`${folder} is there already: a copy is never written over anything.`);
  }
  // of the live show: what is rehearsed stays in the rehearsal
  const copy = stateOf({ ...(state.held ?? state.show), id, ...(title === null ? {} : { title }) });
  await wholeOrNothing(folder, async () => {
    await copyMedia(media, mediaFolder(folder), copy.show.media);
    await saveSnapshot(folder, copy, revision, now, () => Promise.resolve());
  });
}

/**
 * Fills a new folder. Where that fails nothing of it stays, so that its name is free for the next try.
 * @param folder that is not there yet
 */
export async function wholeOrNothing(folder: string, fill: () => Promise<void>): Promise<void> {
  await mkdir(dirname(folder), { recursive: true });
  await mkdir(folder);
  try {
    await fill();
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw error;
  }
}
