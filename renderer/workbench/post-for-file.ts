/** Asks the station for a file that is made of a request. Nothing throws: a refusal has its sentence. */
import { z } from 'zod';
import { text } from '../text.ts';

const Refused = z.object({ detail: z.string() });

export type FileAnswer = { ok: true; file: Blob } | { ok: false; detail: string };

/** @param path below `/api/v1` */
export async function postForFile(key: string, path: string, body: object): Promise<FileAnswer> {
  try {
    const answer = await fetch(`/api/v1${path}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (answer.ok) return { ok: true, file: await answer.blob() };
    const refused = Refused.safeParse(await answer.json());
    return {
      ok: false,
      detail: refused.success ? refused.data.detail : text.connection.badAnswer(answer.status),
    };
  } catch {
    // no line to the station, or an answer that was cut off
    return { ok: false, detail: text.connection.refused };
  }
}
