/**
 * Who may talk to the station, as small pure functions. Loopback alone is not enough: any web page in a browser on
 * this machine can reach it, so Host (against DNS rebinding), Origin (against other pages) and a key are checked.
 */
import { timingSafeEqual } from 'node:crypto';

/** `station`: pages and API. `frame`: the origin of one layer's frame, which gets graphics and nothing else. */
export type HostKind = 'station' | 'frame';

const STATION_NAMES = ['127.0.0.1', 'localhost', '[::1]'];

/** @returns null for a host that is not ours */
export function hostKind(host: string | undefined, port: number): HostKind | null {
  const [, name = '', given = '80'] = /^(.+?)(?::(\d+))?$/.exec(host?.toLowerCase() ?? '') ?? [];
  if (Number(given) !== port) return null;
  if (STATION_NAMES.includes(name)) return 'station';
  return /^[a-z0-9-]+\.localhost$/.test(name) ? 'frame' : null;
}

/** Only the station's own pages, or programs that send no Origin at all. */
export function originAllowed(origin: string | undefined, port: number): boolean {
  if (origin === undefined) return true;
  return STATION_NAMES.some((name) => origin === `http://${name}:${port}`);
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
