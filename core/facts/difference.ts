/** What differs between two versions of a fact, in words for a person: for histories, proposals and imports. */
import { isObject, sameJson, type Json } from '../json.ts';
import type { FactContent } from '../schema/fact.ts';

export interface Change {
  /** Path in the fact. */
  path: string;
  /** What the desk calls the field. */
  title: string;
  /** Null where there was, or is, nothing. */
  from: string | null;
  to: string | null;
}

const words = (value: Json | undefined): string | null =>
  value === undefined || value === null || value === ''
    ? null
    : typeof value === 'string'
      ? value
      : JSON.stringify(value);

/** @param before null for a fact that is new */
export function differenceOf(before: FactContent | null, after: FactContent): Change[] {
  const a = (before ?? {}) as unknown as Record<string, Json>;
  const b = after as unknown as Record<string, Json>;
  return Object.keys(b).flatMap((path): Change[] => {
    if (sameJson(a[path], b[path])) return [];
    const from = isObject(a[path]) ? JSON.stringify(a[path]) : words(a[path]);
    return [{ path, title: path, from, to: words(b[path]) }].filter((one) => one.from !== one.to);
  });
}
