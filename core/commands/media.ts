/** The show's media: files that graphics may show. The station stores a file first and then adds it here. */
import { z } from 'zod';
import { usesOfMedia } from '../media.ts';
import { refuse } from '../refusal.ts';
import { MediaFile } from '../schema/media.ts';
import { defineCommand } from './command.ts';

export const mediaAdd = defineCommand({
  type: 'media.add',
  title: 'Add a file',
  schema: z.object({ file: MediaFile }),
  undo: 'record',
  access: 'internal',
  describe: (_state, { file }) => file.name,
  check: () => null,
  apply({ show }, { file }) {
    // the same file once more is the same file: the name under which cues know it stays
    if (!show.media.some(({ hash }) => hash === file.hash)) show.media.push(file);
    return { hash: file.hash };
  },
});

/** How many uses a refusal names. */
const NAMED = 3;

export const mediaRemove = defineCommand({
  type: 'media.remove',
  title: 'Remove a file',
  schema: z.object({
    hash: MediaFile.shape.hash,
    /** Also where something uses it: what does is refused at its next take. What is on air stays as it is. */
    force: z.boolean().default(false),
  }),
  undo: 'record',
  access: 'open',
  describe: ({ show }, { hash }) => show.media.find((file) => file.hash === hash)?.name ?? '',
  check(state, { hash, force }) {
    const file = state.show.media.find((one) => one.hash === hash);
    if (!file) return refuse('media_unknown', `There is no file "${hash}" among the show’s media.`);
    const uses = force ? [] : usesOfMedia(state, file);
    if (uses.length === 0) return null;
    const more = uses.length > NAMED ? ` and ${uses.length - NAMED} more` : '';
    return refuse('media_in_use', `“${file.name}” is used by ${uses.slice(0, NAMED).join(', ')}${more}.`);
  },
  apply({ show }, { hash }) {
    show.media = show.media.filter((file) => file.hash !== hash);
    return { hash };
  },
});
