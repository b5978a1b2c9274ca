/** The rows of a list moved, doubled and taken away, with what they are bound to. Pure. */
import { joinPath, splitPath } from '../../core/data-path.ts';
import type { Json, JsonObject } from '../../core/json.ts';
import type { Bindings } from '../../core/schema/cue.ts';
import { getIn, setIn, type Path } from './paths.ts';

export interface Source {
  data: JsonObject;
  bindings: Bindings;
}

/**
 * @param path of the list
 * @param order for each row that there shall be, the place where it is now
 */
export function arrange({ data, bindings }: Source, path: Path, order: readonly number[]): Source {
  const list = getIn(data, path);
  const rows = Array.isArray(list) ? list : [];
  const moved: Bindings = {};
  for (const [field, binding] of Object.entries(bindings)) {
    const keys = splitPath(field);
    const at = Number(keys[path.length]);
    const isInside = keys.length > path.length && path.every((key, i) => String(key) === keys[i]);
    if (!isInside) moved[field] = binding;
    else
      for (const [to, from] of order.entries())
        if (from === at) moved[joinPath([...path, to, ...keys.slice(path.length + 1)])] = binding;
  }
  const next = order.flatMap((from): Json[] => (from < rows.length ? [rows[from] ?? null] : []));
  return { data: setIn(data, path, next), bindings: moved };
}

const places = (count: number): number[] => Array.from({ length: count }, (_, i) => i);

export const withoutRow = (count: number, at: number): number[] => places(count).filter((i) => i !== at);

export const doubled = (count: number, at: number): number[] => places(count).toSpliced(at, 0, at);

/** @returns null where it is at the end already */
export function movedBy(count: number, at: number, step: -1 | 1): number[] | null {
  const to = at + step;
  return to < 0 || to >= count ? null : places(count).toSpliced(at, 1).toSpliced(to, 0, at);
}
