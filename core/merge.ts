/** What two people made of the same thing, put together field by field. Pure. */
import { isObject, sameJson, type Json } from './json.ts';

export interface Merged {
  /** Undefined where both have taken it away. What both changed is as `mine`. */
  value: Json | undefined;
  /** Where both changed the same, and not to the same. */
  conflicts: (readonly string[])[];
}

/**
 * Lists are one thing each: nobody can say which row of one is which row of the other.
 * @param was what `mine` was made from
 * @param theirs what it is by now
 */
export function merge(
  was: Json | undefined,
  mine: Json | undefined,
  theirs: Json | undefined,
  at: readonly string[] = [],
): Merged {
  if (sameJson(was, mine)) return { value: theirs, conflicts: [] };
  if (sameJson(was, theirs) || sameJson(mine, theirs)) return { value: mine, conflicts: [] };
  if (!isObject(was) || !isObject(mine) || !isObject(theirs)) return { value: mine, conflicts: [at] };
  const keys = new Set([...Object.keys(mine), ...Object.keys(theirs)]);
  const merged = [...keys].map((key) => ({
    key,
    ...merge(own(was, key), own(mine, key), own(theirs, key), [...at, key]),
  }));
  return {
    value: Object.fromEntries(
      merged.flatMap(({ key, value }) => (value === undefined ? [] : [[key, value]])),
    ),
    conflicts: merged.flatMap(({ conflicts }) => conflicts),
  };
}

const own = (object: { [key: string]: Json }, key: string): Json | undefined =>
  Object.hasOwn(object, key) ? object[key] : undefined;
