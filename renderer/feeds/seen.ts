/** Which state of a proposal a person has looked at: what a feed has changed under the hand is not decided on unseen. Pure. */
import type { Proposal } from '../../core/schema/feed.ts';

/** `at` of each proposal, as it was when the cursor came to it or it was marked. By its id. */
export type Seen = ReadonlyMap<string, number>;

export const NOTHING_SEEN: Seen = new Map();

/** What came less long ago than this cannot have been read. Milliseconds. */
export const UNREAD_MS = 1500;

/**
 * Those that are looked at now: known ones as they were first seen, others as they are.
 * @returns the same map where nothing is another
 */
export function look(seen: Seen, present: ReadonlyMap<string, Proposal>, looked: Iterable<string>): Seen {
  const next = new Map<string, number>();
  for (const id of looked) {
    const at = seen.get(id) ?? present.get(id)?.at;
    if (at !== undefined) next.set(id, at);
  }
  const isSame = next.size === seen.size && [...next].every(([id, at]) => seen.get(id) === at);
  return isSame ? seen : next;
}

export const isChanged = (seen: Seen, { id, at }: Pick<Proposal, 'id' | 'at'>): boolean =>
  at > (seen.get(id) ?? at);

/** Those still as they were seen, and those that have changed since. */
export function split(
  seen: Seen,
  which: readonly Proposal[],
): { same: readonly Proposal[]; changed: readonly Proposal[] } {
  return {
    same: which.filter((one) => !isChanged(seen, one)),
    changed: which.filter((one) => isChanged(seen, one)),
  };
}

/** Those that have stood long enough to be read. @param now the station's time, epoch ms */
export const readable = (which: readonly Proposal[], now: number): Proposal[] =>
  which.filter(({ at }) => now - at >= UNREAD_MS);
