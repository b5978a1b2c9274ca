/**
 * Taking a step of the history back over a show that feeds have written to since. What feeds deliver is not in the
 * history, so an older edit of the same fact could otherwise bring back an approval for words that nobody has approved.
 */
import type { Patch } from 'immer';
import { isObject, sameJson } from './json.ts';
import type { State } from './state.ts';

/** Counters only ever grow, whatever is undone: a number that is given again would be there twice. */
const isCounter = ({ path }: Patch): boolean =>
  path.length === 2 && path[0] === 'show' && path[1] === 'factSeq';

/** A whole bucket of a table: it comes with its first row, and rows of others may have joined it since. */
const isBucket = ({ path }: Patch): boolean => path.length === 4 && path[2] === 'buckets';

function at(state: State, path: readonly (string | number)[]): unknown {
  let value: unknown = state;
  for (const key of path) value = (value as Record<string | number, unknown> | null | undefined)?.[key];
  return value;
}

const samePath = (a: Patch, b: Patch): boolean =>
  a.path.length === b.path.length && a.path.every((key, i) => key === b.path[i]);

/** The rows that a step put into a bucket, or took from it: read off whichever of its two patches has them. */
function rowsOf(patch: Patch, others: readonly Patch[]): Record<string, unknown> {
  const value: unknown =
    patch.op === 'remove' ? others.find((other) => samePath(patch, other))?.value : patch.value;
  return isObject(value) ? value : {};
}

function holds(state: State, patch: Patch, back: readonly Patch[]): boolean {
  if (isCounter(patch)) return true;
  const is = at(state, patch.path);
  if (isBucket(patch)) {
    const bucket = isObject(is) ? is : {};
    return Object.entries(rowsOf(patch, back)).every(([id, row]) =>
      patch.op === 'remove' ? !Object.hasOwn(bucket, id) : sameJson(bucket[id], row),
    );
  }
  return patch.op === 'remove' ? is === undefined : sameJson(is, patch.value);
}

/** Only the step's own rows where a bucket has others as well. */
function byRows(state: State, patch: Patch, left: readonly Patch[]): Patch[] {
  const bucket = isBucket(patch) ? at(state, patch.path) : undefined;
  if (!isObject(bucket)) return [patch];
  const own = rowsOf(patch, left);
  if (patch.op === 'remove' && Object.keys(bucket).every((id) => Object.hasOwn(own, id))) return [patch];
  return Object.entries(own).map(([id, row]): Patch => {
    const path = [...patch.path, id];
    return patch.op === 'remove' ? { op: 'remove', path } : { op: 'add', path, value: row };
  });
}

/**
 * What takes the step back, or null where what it left behind has changed since.
 * @param left the patches that led to what should still be there
 * @param back those that lead away from it
 */
export function stepBack(state: State, left: readonly Patch[], back: readonly Patch[]): Patch[] | null {
  if (!left.every((patch) => holds(state, patch, back))) return null;
  return back.flatMap((patch) => (isCounter(patch) ? [] : byRows(state, patch, left)));
}
