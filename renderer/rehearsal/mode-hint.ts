/** What the mode switch would do now, or why it would not: said before it is held. Pure. */
import { frozenOnAir } from '../../core/outputs/look.ts';
import { isShowing } from '../../core/playout.ts';
import type { State } from '../../core/state.ts';
import { text } from '../text.ts';

export function modeHint({ air, show, rehearsal }: Pick<State, 'air' | 'show' | 'rehearsal'>): string {
  const t = text.review;
  if (air.interrupted.length > 0) return t.interrupted;
  if (isShowing(air, 'program') || isShowing(air, 'rehearsal')) return t.onAir;
  const frozen = frozenOnAir({ air, show });
  if (frozen) return t.frozen(frozen.name);
  if (air.mode === 'rehearsal') return t.toLive;
  return rehearsal?.phase === 'review' ? t.throwsAway(rehearsal.items.length) : t.toRehearsal;
}
