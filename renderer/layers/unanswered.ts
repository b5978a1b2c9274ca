/** How long a layer has been told something that no stage has said to be done. Pure. */
import type { LayerAir } from '../../core/schema/layer-air.ts';

/** A graphic loads, comes and goes in well under this. Milliseconds. */
const PATIENCE_MS = 2500;

export interface Unanswered {
  what: 'coming' | 'going';
  /** Epoch ms at which it was told. */
  since: number;
}

/** @param now the station's clock, epoch ms */
export function unanswered({ current, leaving }: LayerAir, now: number): Unanswered | null {
  const isSilent = (at: number | null): at is number => at !== null && now - at >= PATIENCE_MS;
  if (current) {
    const { phase, shownAt, takenAt } = current;
    return phase !== 'fault' && shownAt === null && isSilent(takenAt)
      ? { what: 'coming', since: takenAt }
      : null;
  }
  return leaving && isSilent(leaving.leftAt) ? { what: 'going', since: leaving.leftAt } : null;
}
