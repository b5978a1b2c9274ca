/**
 * Who may talk to the station, as small pure functions. Loopback alone is not enough: any web page in a browser on
 * this machine can reach it, so Host (against DNS rebinding), Origin (against other pages) and a key are checked.
 */
import { timingSafeEqual } from 'node:crypto';

/** `station`: pages and API. `frame`: the origin of one layer's frame, which gets graphics and nothing else. */
export type HostKind = 'station' | 'frame';

/** Under which this machine finds the station. */
export const LOOPBACK_NAMES: readonly string[] = ['127.0.0.1', 'localhost', '[::1]'];

/**
 * Every name in a Host or an Origin that is the station's.
 * @param listen addresses of this machine that the station answers at besides loopback
 * @param names by which other machines call it
 */
export const stationNames = (listen: readonly string[], names: readonly string[]): readonly string[] => [
  ...LOOPBACK_NAMES,
  ...listen.map(inAddress),
  ...names.map((name) => name.toLowerCase()),
];

/** As it stands in the address of a page. */
export const inAddress = (ip: string): string => (ip.includes(':') ? `[${ip}]` : ip);

export interface Keys {
  /** Opens everything. */
  key: string;
  /** Opens pages and what can be read, and changes nothing. */
  viewKey: string;
}

/** What a key opens; null for a wrong one. */
export function admittedBy(given: string | undefined, { key, viewKey }: Keys): 'full' | 'view' | null {
  if (keyMatches(given, key)) return 'full';
  return keyMatches(given, viewKey) ? 'view' : null;
}

/** @returns null for a host that is not ours */
export function hostKind(
  host: string | undefined,
  port: number,
  names: readonly string[] = LOOPBACK_NAMES,
): HostKind | null {
  const [, name = '', given = '80'] = /^(.+?)(?::(\d+))?$/.exec(host?.toLowerCase() ?? '') ?? [];
  if (Number(given) !== port) return null;
  if (names.includes(name)) return 'station';
  return /^[a-z0-9-]+\.localhost$/.test(name) ? 'frame' : null;
}

/** Only the station's own pages, or programs that send no Origin at all. */
export function originAllowed(
  origin: string | undefined,
  port: number,
  names: readonly string[] = LOOPBACK_NAMES,
): boolean {
  if (origin === undefined) return true;
  return names.some((name) => origin === `http://${name}:${port}`);
}

export function keyMatches(given: string | undefined, key: string): boolean {
  const a = Buffer.from(given ?? '');
  const b = Buffer.from(key);
  return a.length === b.length && timingSafeEqual(a, b);
}

/** `Authorization: Bearer KEY`, else `?key=` (a page's address, a link to a CSV). */
export function keyOf(authorization: string | undefined, query: string | undefined): string | undefined {
  return /^Bearer +(\S+)$/i.exec(authorization ?? '')?.[1] ?? query;
}
