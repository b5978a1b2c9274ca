/** Plain JSON values: the only thing that crosses a wire, a disk or a graphic's border. */
import { z } from 'zod';

export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };
export type JsonObject = { [key: string]: Json };

export const Json: z.ZodType<Json> = z.json() as z.ZodType<Json>;
export const JsonObject: z.ZodType<JsonObject> = z.record(z.string(), Json);

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Same JSON, whatever the order of keys. */
export function sameJson(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (Array.isArray(a) || Array.isArray(b)) {
    return (
      Array.isArray(a) && Array.isArray(b) && a.length === b.length && a.every((v, i) => sameJson(v, b[i]))
    );
  }
  if (!isObject(a) || !isObject(b)) return false;
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => Object.hasOwn(b, key) && sameJson(a[key], b[key]))
  );
}

/** The given fields that are not the same already, so that an edit which changes nothing leaves no trace. */
export function differing<T extends object>(
  row: T,
  given: { [K in keyof T]?: T[K] | undefined },
): Partial<T> {
  const kept = Object.entries(given).filter(
    ([key, value]) => value !== undefined && !sameJson(value, (row as Record<string, unknown>)[key]),
  );
  return Object.fromEntries(kept) as Partial<T>;
}

export function isDeeperThan(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some((inner) => isDeeperThan(inner, levels - 1));
}

/** For what comes from another page: JSON without a hidden cost, or not. */
export const isJson = (value: unknown): value is Json => Json.safeParse(value).success;
