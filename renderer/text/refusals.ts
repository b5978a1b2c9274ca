/**
 * A few words for each reason of a refusal, put before the station's own sentence. English needs none, as the station
 * speaks it. A part of text.ts.
 */
import type { RefusalCode } from '../../core/refusal.ts';

export const refusals: Readonly<Partial<Record<RefusalCode, string>>> = {};

/** @param code of the station or of this desk; null for what is no refusal */
export const saidIn =
  (words: Readonly<Record<string, string | undefined>>) =>
  (code: string | null, detail: string): string => {
    const said = code === null ? undefined : words[code];
    return said === undefined ? detail : `${said} · ${detail}`;
  };
