/** What the last rehearsal has left. */
import type { Rehearsal } from '../../core/schema/rehearsal.ts';
import { useStation } from '../client/desk.ts';

export type Review = Extract<Rehearsal, { phase: 'review' }>;

/** Null where nothing is left to be decided on. */
export const useReview = (): Review | null =>
  useStation(({ state }) => (state?.rehearsal?.phase === 'review' ? state.rehearsal : null));
