/**
 * A key that is pressed as the mode changes was meant for the mode that its desk still showed: a take for the rehearsal must
 * not put the live show's cue on program, and words for the fork must not be saved into the show.
 */
import type { CommandDef, Context } from '../commands/command.ts';
import { refuse, type Refusal } from '../refusal.ts';
import type { State } from '../state.ts';

/** Taking everything off is never wrong. */
const ALWAYS = new Set(['air.clear', 'air.panic']);

/** Why a command of another mode is not carried out; null where it was meant for this one, or nobody said. */
export function meantRefusal(
  { air }: State,
  { type }: Pick<CommandDef, 'type'>,
  { meant }: Pick<Context, 'meant'>,
): Refusal | null {
  if (meant === undefined || meant === air.mode || ALWAYS.has(type)) return null;
  const what = air.mode === 'live' ? 'The rehearsal ended' : 'The rehearsal began';
  return refuse('mode_changed', `${what} just before this came: nothing was done.`);
}
