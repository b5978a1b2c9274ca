/** Which versions of a show are kept: all of the last day's, one an hour for a week, and those that a person named. Pure. */
import { z } from 'zod';

export const VersionReason = z.enum(['auto', 'start', 'import', 'restore', 'rehearsal', 'named']);
export type VersionReason = z.infer<typeof VersionReason>;

export const VersionInfo = z.object({
  /** Also its file's name. */
  id: z.string().regex(/^\d{13}-[a-z]+(-\d+)?$/),
  /** Epoch ms. */
  at: z.number(),
  reason: VersionReason,
  /** What a person called it; empty otherwise. */
  name: z.string().max(120),
  by: z.string().max(80),
  title: z.string(),
  facts: z.int(),
  cues: z.int(),
  /** Hashes of its media: they stay on disk as long as it does. */
  media: z.array(z.string()).max(500),
});
export type VersionInfo = z.infer<typeof VersionInfo>;

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const WEEK_MS = 7 * DAY_MS;

/** Whatever happens: a version of a large show is some hundred kilobytes. */
export const MOST_VERSIONS = 500;
export const MOST_NAMED = 100;

/**
 * @param versions in any order
 * @param now epoch ms
 * @returns the ids of those that go
 */
export function versionsToDrop(versions: readonly VersionInfo[], now: number): string[] {
  const newest = versions.toSorted((a, b) => b.at - a.at || (a.id < b.id ? 1 : -1));
  const hours = new Set<number>();
  let named = 0;
  let kept = 0;
  return newest.flatMap(({ id, at, reason }) => {
    const keep = (): boolean => {
      if (reason === 'named') return (named += 1) <= MOST_NAMED;
      if (now - at < DAY_MS) return true;
      if (now - at >= WEEK_MS) return false;
      const hour = Math.floor(at / HOUR_MS);
      if (hours.has(hour)) return false;
      hours.add(hour);
      return true;
    };
    return keep() && (kept += 1) <= MOST_VERSIONS ? [] : [id];
  });
}
