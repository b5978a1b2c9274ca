/** Asks the station over REST, for what is too large or too seldom wanted to be mirrored. Answers are parsed; nothing throws. */
import { useEffect, useState } from 'react';
import { z } from 'zod';
import { text } from '../text.ts';
import { useDesk, type Desk } from './desk.ts';

export type Answer<T> = { ok: true; body: T } | { ok: false; code: string; detail: string };

const Refused = z.object({ code: z.string(), detail: z.string() });

const noAnswer: Answer<never> = { ok: false, code: 'not_connected', detail: text.connection.refused };

async function jsonOf(response: Response): Promise<unknown> {
  try {
    return await response.json();
  } catch {
    // not JSON, or cut off: the caller says that it could not be read
    return null;
  }
}

/** @param path below `/api/v1`, with its query */
export async function askStation<T>(
  { key, ui }: Pick<Desk, 'key'> & Partial<Pick<Desk, 'ui'>>,
  path: string,
  schema: z.ZodType<T>,
  init: RequestInit = {},
): Promise<Answer<T>> {
  if (ui?.get().locked && (init.method ?? 'GET') !== 'GET')
    return { ok: false, code: 'locked', detail: text.refusal.locked };
  const headers = new Headers(init.headers);
  headers.set('authorization', `Bearer ${key}`);
  let response: Response;
  try {
    response = await fetch(`/api/v1${path}`, { ...init, headers });
  } catch {
    // no line to the station, or the request was given up: the same for whoever asked
    return noAnswer;
  }
  const json = await jsonOf(response);
  if (!response.ok) {
    const refused = Refused.safeParse(json);
    return refused.success
      ? { ok: false, ...refused.data }
      : { ok: false, code: 'http', detail: text.connection.badAnswer(response.status) };
  }
  const parsed = schema.safeParse(json);
  return parsed.success
    ? { ok: true, body: parsed.data }
    : { ok: false, code: 'unreadable', detail: text.connection.unreadable };
}

/** @returns the text of the answer, for files; null when there is none */
export async function textOf({ key }: Pick<Desk, 'key'>, path: string): Promise<string | null> {
  try {
    const answer = await fetch(`/api/v1${path}`, { headers: { authorization: `Bearer ${key}` } });
    return answer.ok ? await answer.text() : null;
  } catch {
    // no line to the station: the lamp of the connection says so
    return null;
  }
}

/** The same with a JSON body. */
export const postJson = <T>(
  desk: Parameters<typeof askStation>[0],
  path: string,
  body: object,
  schema: z.ZodType<T>,
) =>
  askStation(desk, path, schema, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });

/**
 * An answer kept on the page, asked again when `path` or `stamp` changes. What was there stays until the new one comes.
 * @param path null asks nothing
 * @param stamp anything that changes when there is news
 */
export function useAnswer<T>(path: string | null, schema: z.ZodType<T>, stamp: unknown): Answer<T> | null {
  const desk = useDesk();
  const [kept, setKept] = useState<{ path: string; answer: Answer<T> } | null>(null);
  useEffect(() => {
    if (path === null) return;
    let isWanted = true;
    void askStation(desk, path, schema).then((answer) => isWanted && setKept({ path, answer }));
    return () => {
      isWanted = false;
    };
  }, [desk, path, schema, stamp]);
  return kept && kept.path === path ? kept.answer : null;
}
