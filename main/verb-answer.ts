/** How a verb of the desk, or a wish about shows, is answered: done, or a no with a code and a sentence. */
import type { VerbAnswer } from '../core/desk-verbs.ts';

export const done = (detail: string | null = null): VerbAnswer => ({ ok: true, detail });

export const no = (code: string, detail: string): VerbAnswer => ({ ok: false, code, detail });
