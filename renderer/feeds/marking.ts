/** Marking several rows of a list: by Shift and the arrows, by Ctrl and Shift with the mouse. Pure. */

export interface Marking {
  /** Where a stretch begins: the last row that was chosen without Shift. */
  anchor: string | null;
  marked: ReadonlySet<string>;
}

export const NOTHING_MARKED: Marking = { anchor: null, marked: new Set() };

/** Every row between two, both included, in the list's order. */
export function between(ids: readonly string[], a: string, b: string): string[] {
  const [i, j] = [ids.indexOf(a), ids.indexOf(b)];
  if (i < 0 || j < 0) return j < 0 ? [] : [b];
  return ids.slice(Math.min(i, j), Math.max(i, j) + 1);
}

/** @param how `plain` chooses that row alone, `extend` marks up to it, `toggle` marks or unmarks it */
export function choose(
  { anchor, marked }: Marking,
  ids: readonly string[],
  id: string,
  how: 'plain' | 'extend' | 'toggle',
  cursor: string | null,
): Marking {
  if (how === 'plain') return { anchor: id, marked: new Set() };
  if (how === 'extend') {
    const from = anchor ?? cursor ?? id;
    return { anchor: from, marked: new Set(between(ids, from, id)) };
  }
  const next = new Set(marked);
  if (!next.delete(id)) next.add(id);
  return { anchor: id, marked: next };
}

/** What a key acts on: the marked rows that are still there, else the one under the cursor. */
export function actedOn({ marked }: Marking, ids: readonly string[], cursor: string | null): string[] {
  const there = ids.filter((id) => marked.has(id));
  if (there.length > 0) return there;
  return cursor !== null && ids.includes(cursor) ? [cursor] : [];
}

/** The row to stand on after `gone` have left: the next that stays, else the last before them. */
export function cursorAfter(
  ids: readonly string[],
  gone: readonly string[],
  cursor: string | null,
): string | null {
  const leaves = new Set(gone);
  if (cursor !== null && !leaves.has(cursor)) return cursor;
  const at = ids.findIndex((id) => leaves.has(id));
  if (at < 0) return cursor;
  return (
    ids.slice(at).find((id) => !leaves.has(id)) ??
    ids
      .slice(0, at)
      .reverse()
      .find((id) => !leaves.has(id)) ??
    null
  );
}
