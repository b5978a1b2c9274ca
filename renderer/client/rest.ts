/** What a desk reads of the station besides its mirror: what lies in logs on the disk, asked for when it is looked at. */
import type { z } from 'zod';
import type { Desk } from './desk.ts';

/** @returns null when the station does not answer, or answers with something else */
export async function getJson<T>(
  { key }: Pick<Desk, 'key'>,
  path: string,
  schema: z.ZodType<T>,
  signal?: AbortSignal,
): Promise<T | null> {
  try {
    const answer = await fetch(`/api/v1${path}`, {
      headers: { authorization: `Bearer ${key}` },
      ...(signal ? { signal } : {}),
    });
    if (!answer.ok) return null;
    const parsed = schema.safeParse(await answer.json());
    return parsed.success ? parsed.data : null;
  } catch {
    // broken off, or the station is gone: the connection lamp says which, and the caller offers to try again
    return null;
  }
}

/** @returns the text of the answer; null when there is none */
export async function getText({ key }: Pick<Desk, 'key'>, path: string): Promise<string | null> {
  try {
    const answer = await fetch(`/api/v1${path}`, { headers: { authorization: `Bearer ${key}` } });
    return answer.ok ? await answer.text() : null;
  } catch {
    // as above
    return null;
  }
}
