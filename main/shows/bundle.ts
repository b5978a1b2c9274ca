/**
 * A show as one file, `NAME.tallydesk`: a zip with `show.json`, the media, and the as-run log where somebody wants it. What
 * comes in is believed in nothing: it is unpacked beside the shows, read as a whole, and only then becomes one.
 */
import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { mkdir, readFile, rename, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { AsRunLine } from '../../core/as-run.ts';
import { isObject } from '../../core/json.ts';
import { firstIssue } from '../../core/plain-issue.ts';
import { ShowFile } from '../../core/schema/show-file.ts';
import { SHOW_FORMAT, type Show } from '../../core/schema/show.ts';
import { stateOf } from '../../core/state.ts';
import { messageOf, systemCode } from '../errors.ts';
import { LibraryError } from '../graphics/library-error.ts';
import { unpack } from '../graphics/zip.ts';
import { MAX_MEDIA, mediaFileName, mediaFolder } from '../media/library.ts';
import { pathsOf, saveSnapshot } from '../store/show-folder.ts';
import { ShowsError } from './shows-error.ts';
import { ZipWriter } from './zip-write.ts';

export const BUNDLE_ENDING = '.tallydesk';

const MB = 1024 * 1024;
/** Of a bundle that is taken in, unpacked. Bytes. */
const LIMITS = { files: 5_000, total: 4_000 * MB, file: MAX_MEDIA } as const;

export interface BundleParts {
  show: Show;
  /** Where the show's media are. */
  media: string;
  /** The as-run log's file; null leaves it out. */
  asRun: string | null;
  /** Epoch ms. */
  now: number;
}

/** Media are compressed already, but for drawings. */
const isPlain = (name: string): boolean => /\.(svg|wav|json|csv)$/i.test(name);

/**
 * Writes the file; nothing of it stays where that fails.
 * @returns the names of media that are not there: the gate says so of the cues that use them
 */
export async function writeBundle(path: string, { show, media, asRun, now }: BundleParts): Promise<string[]> {
  const file: ShowFile = {
    format: SHOW_FORMAT,
    revision: 0,
    savedAt: new Date(now).toISOString(),
    ...stateOf(show),
  };
  const zip = await ZipWriter.create(path);
  const missing: string[] = [];
  try {
    await zip.addText('show.json', `${JSON.stringify(file, null, 1)}\n`);
    for (const { hash, name } of show.media) {
      const stored = mediaFileName(hash, name);
      const from = stored === null ? null : join(media, stored);
      if (stored !== null && from !== null && existsSync(from)) {
        await zip.addFile(`media/${stored}`, from, isPlain(stored));
      } else missing.push(name);
    }
    if (asRun !== null && existsSync(asRun)) await zip.addFile('as-run.jsonl', asRun, true);
    await zip.finish();
    return missing;
  } catch (error) {
    await zip.close();
    await rm(path, { force: true });
    throw error;
  }
}

/** @throws ShowsError for a newer format, or what is no show: each names the file */
function readShow(text: string, file: string): ShowFile {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    throw new ShowsError(
      'show_broken',
      `“${file}” is damaged: its show.json is not JSON (${messageOf(error)}).`,
    );
  }
  const format = isObject(json) ? json['format'] : undefined;
  if (typeof format === 'number' && format > SHOW_FORMAT) throw newerFormat(`“${file}”`, format);
  const parsed = ShowFile.safeParse(json);
  if (parsed.success) return parsed.data;
  throw new ShowsError('show_broken', `“${file}” is damaged: ${firstIssue(parsed.error, 'the show')}.`);
}

export const newerFormat = (what: string, format: number): ShowsError =>
  new ShowsError(
    'newer_format',
    `${what} was saved by a newer version of Tallydesk (format ${format}; this version reads up to ${SHOW_FORMAT}): nothing was changed.`,
  );

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex').slice(0, 16);
}

/** Only files that the show names, and only where they are what they say. */
async function takeMedia(from: string, to: string, { media }: Show, file: string): Promise<void> {
  for (const { hash, name } of media) {
    const stored = mediaFileName(hash, name);
    const path = stored === null ? null : join(from, 'media', stored);
    // a file that was missing where the show came from is missing here too, and the gate says so
    if (stored === null || path === null || !existsSync(path)) continue;
    if ((await hashOf(path)) !== hash) {
      throw new ShowsError('show_broken', `“${file}” is damaged: “${name}” in it is not what it was.`);
    }
    await mkdir(mediaFolder(to), { recursive: true });
    await rename(path, join(mediaFolder(to), stored));
  }
}

async function takeAsRun(from: string, to: string, file: string): Promise<void> {
  const path = join(from, 'as-run.jsonl');
  if (!existsSync(path)) return;
  for (const [index, row] of (await readFile(path, 'utf8')).split('\n').entries()) {
    if (row === '') continue;
    try {
      AsRunLine.parse(JSON.parse(row));
    } catch {
      throw new ShowsError('show_broken', `“${file}” is damaged: line ${index + 1} of its as-run log.`);
    }
  }
  await rename(path, pathsOf(to).asRun);
}

const plainError = (error: unknown, file: string): unknown => {
  if (error instanceof LibraryError) {
    const sentence = error.message.charAt(0).toUpperCase() + error.message.slice(1);
    return new ShowsError('bundle_unsafe', `“${file}” is not taken. ${sentence}.`);
  }
  if (systemCode(error) === 'ENOSPC')
    return new ShowsError('disk_full', `“${file}” is not taken: the disk is full. Nothing was left behind.`);
  return error;
};

/**
 * Makes a show of a bundle.
 * @param path the file
 * @param name what it is called, for sentences
 * @param folder of the show that it becomes; not there yet
 * @throws ShowsError with a sentence; nothing is left behind then
 */
export async function readBundle(path: string, name: string, folder: string, now: number): Promise<Show> {
  const work = join(folder, '..', `.incoming-${basename(folder)}-${now}`);
  const [raw, made] = [join(work, 'raw'), join(work, 'show')];
  try {
    await mkdir(raw, { recursive: true });
    await mkdir(made);
    await unpack(path, raw, LIMITS);
    if (!existsSync(join(raw, 'show.json'))) {
      throw new ShowsError('show_broken', `“${name}” is no show: there is no show.json in it.`);
    }
    const file = readShow(await readFile(join(raw, 'show.json'), 'utf8'), name);
    // of a folder that was packed during a rehearsal: what was rehearsed stays in the rehearsal
    const show: Show = { ...(file.held ?? file.show), id: basename(folder) };
    await takeMedia(raw, made, show, name);
    await takeAsRun(raw, made, name);
    // whatever was on air elsewhere is not on air here
    await saveSnapshot(made, stateOf(show), 0, now, () => Promise.resolve());
    await rename(made, folder);
    return show;
  } catch (error) {
    throw plainError(error, name);
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}
