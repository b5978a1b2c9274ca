/** What the last rehearsal has left, and which dialog opens when one ends. */
import { useEffect, useRef } from 'react';
import type { Rehearsal } from '../../core/schema/rehearsal.ts';
import { useDesk, useStation } from '../client/desk.ts';

export type Review = Extract<Rehearsal, { phase: 'review' }>;

/** Null where nothing is left to be decided on. */
export const useReview = (): Review | null =>
  useStation(({ state }) => (state?.rehearsal?.phase === 'review' ? state.rehearsal : null));

/**
 * When a rehearsal that this desk has seen ends: the review where it has left something to decide on, else the report.
 * Each leads to the other.
 */
export function useEndOfRehearsal(): void {
  const desk = useDesk();
  const review = useReview();
  const mode = useStation(({ state }) => state?.air.mode ?? null);
  const before = useRef(mode);
  useEffect(() => {
    const ended = before.current === 'rehearsal' && mode === 'live';
    before.current = mode;
    // whatever somebody has open here is theirs
    if (ended && desk.ui.get().dialog === null) desk.ui.set({ dialog: review ? 'review' : 'report' });
  }, [mode, review, desk]);
}
