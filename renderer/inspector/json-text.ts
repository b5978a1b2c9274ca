/** Reading JSON that somebody types, with the line on which it goes wrong. Pure. */
import { Json } from '../../core/json.ts';

export type ReadJson = { ok: true; value: Json } | { ok: false; line: number; why: string };

const lineOf = (typed: string, at: number): number => typed.slice(0, at).split('\n').length;

/** Engines tell the place in different words, or not at all at the end of the text. */
function placeOf(message: string, typed: string): number {
  const line = /line (\d+)/.exec(message)?.[1];
  if (line !== undefined) return Number(line);
  const at = /position (\d+)/.exec(message)?.[1];
  return lineOf(typed, at === undefined ? typed.length : Number(at));
}

export function readJson(typed: string): ReadJson {
  try {
    return { ok: true, value: Json.parse(JSON.parse(typed)) };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const why = message.replace(/ in JSON at position.*$| \(line .*$|, ".*$|\.\.\. ".*$/s, '');
    return { ok: false, line: placeOf(message, typed), why };
  }
}

export const showJson = (value: Json | undefined): string =>
  value === undefined ? '' : JSON.stringify(value, null, 2);
