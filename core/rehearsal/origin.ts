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

/** A new id for a copy of a row: one of what was rehearsed is of the rehearsal too, and says so by its name. */
export const idOfCopy = (row: { id: string; origin: Mode }, id: string): string =>
  isRehearsed(row) && !isRehearsedId(id) ? `${REHEARSAL_HEAD}${id}` : id;

/** What gives ids in this mode. */
export const idsFor = (mode: Mode, newId: NewId): NewId =>
  mode === 'live' ? newId : (prefix) => `${REHEARSAL_HEAD}${newId(prefix)}`;
