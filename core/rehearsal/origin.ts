/**
 * What is of a rehearsal, for ever. A row says so by its origin, and one that was made there by its id as well, which
 * nobody washes off by editing a file: everything else in the show knows it by that name.
 */
import type { Mode } from '../layers.ts';

/** The head of every id that is given in rehearsal. */
export const REHEARSAL_HEAD = 'rh-';

export const isRehearsedId = (id: string): boolean => id.startsWith(REHEARSAL_HEAD);

/** Made or changed in a rehearsal: may be seen there, and never goes on program. */
export const isRehearsed = ({ id, origin }: { id: string; origin: Mode }): boolean =>
  origin === 'rehearsal' || isRehearsedId(id);

type NewId = (prefix: string) => string;

/** What gives ids in this mode; asked twice, it is said once. */
export const idsFor =
  (mode: Mode, newId: NewId): NewId =>
  (prefix) => {
    const id = newId(prefix);
    return mode === 'live' || isRehearsedId(id) ? id : `${REHEARSAL_HEAD}${id}`;
  };

/** What gives ids to copies of a row: those of a rehearsed one have the head, wherever they are made. */
export const idsLike = (row: { id: string; origin: Mode }, newId: NewId): NewId =>
  idsFor(isRehearsed(row) ? 'rehearsal' : 'live', newId);
