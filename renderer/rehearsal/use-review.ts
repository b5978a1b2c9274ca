/** What the last rehearsal has left, and the dialog that opens when one ends. */
import { useEffect, useRef } from 'react';
import type { Rehearsal } from '../../core/schema/rehearsal.ts';
import { useDesk, useStation } from '../client/desk.ts';

export type Review = Extract<Rehearsal, { phase: 'review' }>;

/** Null where nothing is left to be decided on. */
export const useReview = (): Review | null =>
  useStation(({ state }) => (state?.rehearsal?.phase === 'review' ? state.rehearsal : null));

/** Opens the review when a rehearsal that this desk has seen ends and has left something. */
export function useReviewAtEnd(): void {
  const desk = useDesk();
  const review = useReview();
  const mode = useStation(({ state }) => state?.air.mode ?? null);
  const before = useRef(mode);
  useEffect(() => {
    const ended = before.current === 'rehearsal' && mode === 'live';
    before.current = mode;
    // whatever somebody has open here is theirs
    if (ended && review && desk.ui.get().dialog === null) desk.ui.set({ dialog: 'review' });
  }, [mode, review, desk]);
}
