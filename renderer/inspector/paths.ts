/** Reading and changing a value deep inside plain data, copying only the way to it. Pure. */
import { isObject, type Json, type JsonObject } from '../../core/json.ts';

export type Path = readonly (string | number)[];

export function getIn(data: Json | undefined, path: Path): Json | undefined {
  let value = data;
  for (const key of path) {
    if (typeof key === 'number') value = Array.isArray(value) ? value[key] : undefined;
    else value = isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
  }
  return value;
}

function setAny(data: Json | undefined, path: Path, value: Json | undefined): Json | undefined {
  const [key, ...rest] = path;
  if (key === undefined) return value;
  if (typeof key === 'number') {
    const list = Array.isArray(data) ? [...data] : [];
    const next = setAny(list[key], rest, value);
    if (rest.length === 0 && value === undefined) list.splice(key, 1);
    else list[key] = next ?? {};
    return list;
  }
  const object = isObject(data) ? data : {};
  const next = setAny(object[key], rest, value);
  if (next !== undefined) return { ...object, [key]: next };
  const kept = Object.entries(object).filter(([name]) => name !== key);
  // an object that has lost its last key goes too: `{}` would fail where nothing at all is allowed
  return kept.length > 0 ? Object.fromEntries(kept) : undefined;
}

/** @param value undefined takes the key, or the row of a list, away */
export const setIn = (data: JsonObject, path: Path, value: Json | undefined): JsonObject =>
  (setAny(data, path, value) ?? {}) as JsonObject;
