/** Whether a cue that is refused could be taken past the gate: only where nothing but its facts is against it. Pure. */
import { OVERRIDABLE } from '../../core/commands/playout.ts';
import type { CueView } from '../client/cue-views.ts';

/** @param allowed as the show is set; the station decides, the desk only does not offer what would be refused */
export const canOverride = ({ gated }: Pick<CueView, 'gated'>, allowed: boolean): boolean =>
  allowed && gated.problems.length > 0 && gated.problems.every(({ code }) => OVERRIDABLE.has(code));
