/** What a press on a cue's button means. Pure. */
import type { CueId } from '../../core/ids.ts';
import type { Station } from '../client/connection.ts';

/** A finger that lands twice within this time has pressed once. Milliseconds. */
export const SAME_PRESS_MS = 300;

export interface Press {
  cue: CueId;
  /** Epoch ms. */
  at: number;
}

export type PressMeans = 'take' | 'recall' | 'nothing';

/**
 * @param last the press before it, of any cue
 * @param cued what is on preview
 */
export function pressMeans(
  press: Press,
  last: Press | null,
  isTwoTouch: boolean,
  cued: CueId | null,
): PressMeans {
  if (last && last.cue === press.cue && press.at >= last.at && press.at - last.at < SAME_PRESS_MS)
    return 'nothing';
  return isTwoTouch && cued !== press.cue ? 'recall' : 'take';
}

/** Why no button takes now. */
export type Dead = 'closed' | 'connecting' | 'old' | 'view' | 'theirs';

type Reaching = Pick<Station, 'line' | 'view' | 'state' | 'seat'>;

/** Null while every button works. */
export function deadOf({ line, view, state, seat }: Reaching): Dead | null {
  if (line !== 'open') return line;
  if (view) return 'view';
  const right = state?.air.right ?? null;
  return right !== null && right.seat !== seat ? 'theirs' : null;
}

/** Clear and panic are for everybody who may act at all, whoever holds the take right. */
export const mayClear = (dead: Dead | null): boolean => dead === null || dead === 'theirs';
