/**
 * Which display is the one that was chosen? A display's id is no promise: it changes with drivers, and identical
 * monitors swap. So displays are matched by score, and where two could be meant the answer is "unsure", never a guess:
 * a picture on a wrong wall is worse than none.
 */
import type { DisplayRef } from '../schema/output.ts';
import type { DisplayInfo } from './displays.ts';

export interface Sought {
  ref: DisplayRef;
  /** Where it has been without a break in this session. */
  on: number | null;
  /** Ids of displays that were there together with it: none of them is this one. */
  beside: readonly number[];
}

export type Match = { is: 'found'; id: number } | { is: 'unsure'; ids: number[] } | { is: 'lost' };

const foundAt = (id: number): Match => ({ is: 'found', id });
const unsure = (of: readonly DisplayInfo[]): Match => ({ is: 'unsure', ids: of.map(({ id }) => id) });

const sameSize = (ref: DisplayRef, { size }: DisplayInfo): boolean =>
  size.width === ref.size.width && size.height === ref.size.height;

const sameLabel = (ref: DisplayRef, { label }: DisplayInfo): boolean => label !== '' && label === ref.label;

const samePlace = (ref: DisplayRef, { bounds }: DisplayInfo): boolean =>
  bounds.x === ref.origin.x && bounds.y === ref.origin.y;

/** Two names that differ are two displays; where the system gives none, size and place must do. */
const isNameless = (ref: DisplayRef, { label }: DisplayInfo): boolean => ref.label === '' || label === '';

const isAlike = (ref: DisplayRef, display: DisplayInfo): boolean =>
  sameLabel(ref, display) && sameSize(ref, display);

/** The display of that id, if what else is known of it agrees. */
function byId({ ref }: Sought, displays: readonly DisplayInfo[]): Match | null {
  const same = displays.find(({ id }) => id === ref.id);
  // ids name sockets on some systems: another monitor may be in it now
  if (!same || !(isNameless(ref, same) ? sameSize(ref, same) : sameLabel(ref, same))) return null;
  if (samePlace(ref, same)) return foundAt(same.id);
  // identical monitors that swapped their ids: one stands where the other was
  const twin = displays.find((one) => one.id !== same.id && isAlike(ref, one) && samePlace(ref, one));
  return twin && !ref.others.includes(twin.id) ? unsure([same, twin]) : foundAt(same.id);
}

/** Displays that could be it under another id, the best kind of likeness only. */
function candidates({ ref, beside }: Sought, free: readonly DisplayInfo[]): DisplayInfo[] {
  const possible = free.filter(({ id }) => !ref.others.includes(id) && !beside.includes(id));
  const alike = possible.filter((display) => isAlike(ref, display));
  if (alike.length < 2) {
    if (alike.length === 1) return alike;
    return possible.filter(
      (display) => isNameless(ref, display) && sameSize(ref, display) && samePlace(ref, display),
    );
  }
  const inPlace = alike.filter((display) => samePlace(ref, display));
  return inPlace.length === 1 ? inPlace : alike;
}

/**
 * Finds each of the sought displays. By the second half of the rules no display is found twice.
 * @param displays all that are there now
 */
export function matchDisplays(sought: readonly Sought[], displays: readonly DisplayInfo[]): Match[] {
  const first = sought.map((one): Match | null =>
    displays.some(({ id }) => id === one.on) ? foundAt(one.on ?? 0) : byId(one, displays),
  );
  const taken = new Set(first.flatMap((match) => (match?.is === 'found' ? match.id : [])));
  const free = displays.filter(({ id }) => !taken.has(id));
  const second = sought.map((one, index) => (first[index] ? [] : candidates(one, free)));
  return sought.map((_one, index) => {
    const match = first[index];
    if (match) return match;
    const mine = second[index] ?? [];
    const [only, ...more] = mine;
    if (!only) return { is: 'lost' };
    const hasRival = second.some((others, rival) => rival !== index && others.includes(only));
    return more.length > 0 || hasRival ? unsure(mine) : foundAt(only.id);
  });
}
