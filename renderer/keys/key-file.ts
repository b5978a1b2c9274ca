/** Keys as a file: out of one show and into another. Pure. */
import { z } from 'zod';
import { KeyMap } from '../../core/schema/keys.ts';
import type { Show } from '../../core/schema/show.ts';
import { getRow } from '../../core/table.ts';

const FORMAT = 1;

const KeyFile = z.object({ tallydesk: z.literal('keys'), format: z.literal(FORMAT), keys: KeyMap });
const Newer = z.object({ tallydesk: z.literal('keys'), format: z.number().min(FORMAT + 1) });

export const keyFileText = (keys: KeyMap): string =>
  `${JSON.stringify({ tallydesk: 'keys', format: FORMAT, keys }, null, 2)}\n`;

export type ReadKeys =
  /** `dropped`: function keys whose cues this show does not have. */
  { ok: true; keys: KeyMap; dropped: string[] } | { ok: false; why: 'notKeys' | 'newer' };

export function readKeyFile(text: string, { cues }: Pick<Show, 'cues'>): ReadKeys {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    // not JSON: not a file of ours
    return { ok: false, why: 'notKeys' };
  }
  const read = KeyFile.safeParse(json);
  if (!read.success) return { ok: false, why: Newer.safeParse(json).success ? 'newer' : 'notKeys' };
  const { keys } = read.data;
  const entries = Object.entries(keys.functions);
  const isHere = (to: (typeof entries)[number][1]) => !('cue' in to) || getRow(cues, to.cue) !== undefined;
  return {
    ok: true,
    keys: { ...keys, functions: Object.fromEntries(entries.filter(([, to]) => isHere(to))) },
    dropped: entries.filter(([, to]) => !isHere(to)).map(([key]) => key),
  };
}
