/** What the desk asks of the disk: another show, a copy of this one, the as-run log. Each asks for a place first. */
import { basename, dirname, extname, join } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { z } from 'zod';
import type { VerbAnswer } from '../../core/desk-verbs.ts';
import type { Boxes } from './boxes.ts';
import type { Remembered } from './remembered.ts';
import { folderOf, type Shows } from '../shows/shows.ts';
import { done, no } from '../verb-answer.ts';

/** Where each dialog was last: since version 43 of Electron none of them remembers it by itself. */
export const Folders = z.object({
  open: z.string().nullable(),
  copy: z.string().nullable(),
  asRun: z.string().nullable(),
  facts: z.string().nullable().default(null),
  /** Shows, the last one first. */
  recent: z.array(z.string()),
});
export type Folders = z.infer<typeof Folders>;

export const NO_FOLDERS: Folders = { open: null, copy: null, asRun: null, facts: null, recent: [] };
const MOST_RECENT = 8;

export const withRecent = (folders: Folders, show: string): Folders => ({
  ...folders,
  recent: [show, ...folders.recent.filter((one) => one !== show)].slice(0, MOST_RECENT),
});

export interface ShowFilesDeps {
  shows: () => Shows;
  boxes: Boxes;
  folders: Remembered<Folders>;
  /** Where a dialog is the first time. */
  documents: string;
}

const CANCELLED = done();

export class ShowFiles {
  readonly #deps: ShowFilesDeps;

  constructor(deps: ShowFilesDeps) {
    this.#deps = deps;
  }

  async openShow(): Promise<VerbAnswer> {
    const { shows, boxes, folders } = this.#deps;
    // before the dialog: nobody should look for a folder in vain
    const refused = shows().whyNotNow();
    if (refused) return refused;
    const folder = await boxes.folder({
      title: 'Open show',
      message: 'The folder of a show: the one with show.json in it',
      buttonLabel: 'Open show',
      defaultPath: folders.value.open ?? shows().place.data,
      properties: ['openDirectory'],
    });
    if (folder === null) return CANCELLED;
    folders.set({ ...folders.value, open: dirname(folder) });
    return this.openFolder(folder);
  }

  /** Asked again here: while the dialog was open a cue may have been taken. */
  async openFolder(folder: string): Promise<VerbAnswer> {
    return this.#deps.shows().open({ data: dirname(folder), show: basename(folder) }, false);
  }

  async saveCopy(): Promise<VerbAnswer> {
    const { shows, boxes, folders } = this.#deps;
    const { data, show } = shows().place;
    const folder = await boxes.file({
      title: 'Save a copy of the show',
      buttonLabel: 'Save copy',
      nameFieldLabel: 'Folder of the copy:',
      defaultPath: join(folders.value.copy ?? data, `${show.slice(0, 56)}-copy`),
      properties: ['createDirectory'],
    });
    if (folder === null) return CANCELLED;
    await shows().station.saveCopy(folder);
    folders.set(withRecent({ ...folders.value, copy: dirname(folder) }, folder));
    return done(`A copy was saved in ${folder}.`);
  }

  async exportAsRun(): Promise<VerbAnswer> {
    const { shows, boxes, folders, documents } = this.#deps;
    const { station, place } = shows();
    const file = await boxes.file({
      title: 'Export the whole as-run log',
      buttonLabel: 'Export',
      defaultPath: join(folders.value.asRun ?? documents, `as-run-${place.show}.csv`),
      filters: [{ name: 'CSV', extensions: ['csv'] }],
      properties: ['createDirectory', 'showOverwriteConfirmation'],
    });
    if (file === null) return CANCELLED;
    await writeFileAtomic(file, station.asRunCsv());
    folders.set({ ...folders.value, asRun: dirname(file) });
    return done(`The whole as-run log was saved as ${file}. The As-run workspace exports what it has found.`);
  }

  async exportFacts(): Promise<VerbAnswer> {
    const { shows, boxes, folders, documents } = this.#deps;
    const { station, place } = shows();
    const file = await boxes.file({
      title: 'Export the facts',
      buttonLabel: 'Export',
      defaultPath: join(folders.value.facts ?? documents, `facts-${place.show}.csv`),
      filters: [
        { name: 'CSV', extensions: ['csv'] },
        { name: 'JSON', extensions: ['json'] },
      ],
      properties: ['createDirectory', 'showOverwriteConfirmation'],
    });
    if (file === null) return CANCELLED;
    const { api, key } = station.addresses;
    const format = extname(file).toLowerCase() === '.json' ? 'json' : 'csv';
    // the same table as any other program gets: it is made in slices, and takes go on meanwhile
    const answer = await fetch(`${api}/facts.${format}`, { headers: { authorization: `Bearer ${key}` } });
    if (!answer.ok) return no('refused', 'The station did not give the facts. Nothing was written.');
    await writeFileAtomic(file, await answer.text());
    folders.set({ ...folders.value, facts: dirname(file) });
    return done(`The facts were saved as ${file}.`);
  }

  /** The show that is open now is the last one next time. */
  remember(): void {
    const { shows, folders } = this.#deps;
    folders.set(withRecent(folders.value, folderOf(shows().place)));
  }
}
