/** What the command palette offers and how it is found. Pure. */
import { fold } from '../../core/rundown.ts';
import type { CueId } from '../../core/ids.ts';
import type { KeyAction } from '../keys/keys.ts';

export type Entry =
  | { kind: 'action'; action: KeyAction; title: string; cap: string }
  | { kind: 'extra'; id: string; title: string; run(): void }
  | { kind: 'cue'; id: CueId; number: number; title: string; detail: string };

/** As many as fit: more would have to be scrolled, and typing another letter is faster. */
export const MOST = 40;

const wordsOf = (entry: Entry): string =>
  fold(entry.kind === 'cue' ? `${entry.number} ${entry.title} ${entry.detail}` : entry.title);

/** The whole name of a command, without the dots that promise a dialog. */
const nameOf = (entry: Entry): string => fold(entry.title).replace(/…$/, '');

/** Every word must be found. A number finds the cue with that very number first, a whole name the command called so. */
export function findEntries(entries: readonly Entry[], query: string): Entry[] {
  const words = fold(query).split(/\s+/).filter(Boolean);
  const found: Entry[] = [];
  const asked = query.trim();
  const exact =
    entries.find((entry) => entry.kind === 'cue' && String(entry.number) === asked) ??
    entries.find((entry) => entry.kind !== 'cue' && nameOf(entry) === fold(asked));
  if (exact) found.push(exact);
  for (const entry of entries) {
    if (found.length >= MOST) break;
    if (entry === exact) continue;
    const all = wordsOf(entry);
    if (words.every((word) => all.includes(word))) found.push(entry);
  }
  return found;
}
