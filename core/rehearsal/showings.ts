/** What was seen on the rehearsal channel, as its stages said: how long, with what gaps, and what was there twice. */
import type { InstanceId } from '../ids.ts';
import type { LayerId } from '../layers.ts';
import type { CueRef, RehearsalLine } from './log.ts';
import type { Report } from './report-shape.ts';

/** A swap overlaps for as long as one leaves and the other comes: beyond this it is two at once. Milliseconds. */
const SWAP_MS = 1000;
/** A hole that a viewer sees. Milliseconds. */
const HOLE_MS = 100;

export interface Showing {
  instance: InstanceId;
  cue: CueRef;
  layer: LayerId;
  from: number;
  /** Null: no stage said that it went. */
  until: number | null;
}

/** In the order in which they were seen first. */
export function showingsIn(lines: readonly RehearsalLine[]): Showing[] {
  const showings = new Map<InstanceId, Showing>();
  for (const one of lines) {
    if (one.line !== 'as-run') continue;
    const { event, instance, cue, layer, at } = one.run;
    const known = showings.get(instance);
    if (!known) {
      if (event !== 'out') showings.set(instance, { instance, cue, layer, from: at, until: null });
    } else if (event === 'out') known.until = at;
  }
  return [...showings.values()].sort((a, b) => a.from - b.from);
}

type Moment = Report['blanks'][number];

/**
 * One item that took another's place on a layer, with nothing to be seen between them.
 * @param takenAt when each was taken
 */
export function blanksIn(showings: readonly Showing[], takenAt: ReadonlyMap<InstanceId, number>): Moment[] {
  return showings.flatMap((after, index): Moment[] => {
    const before = showings.slice(0, index).findLast(({ layer }) => layer === after.layer);
    if (!before || before.until === null) return [];
    const hole = after.from - before.until;
    // it was taken while the other was still up: this was a swap, and no pause that somebody wanted
    const taken = takenAt.get(after.instance);
    if (hole <= HOLE_MS || taken === undefined || taken >= before.until) return [];
    return [{ at: before.until, layer: after.layer, ms: hole, before: before.cue, after: after.cue }];
  });
}

/** Two at once on one layer for longer than a swap, or one cue on air twice. */
export function doubledIn(showings: readonly Showing[], end: number): Moment[] {
  return showings.flatMap((after, index) =>
    showings.slice(0, index).flatMap((before): Moment[] => {
      if (before.layer !== after.layer && before.cue.id !== after.cue.id) return [];
      const ms = Math.min(before.until ?? end, after.until ?? end) - after.from;
      if (ms <= SWAP_MS) return [];
      return [{ at: after.from, layer: after.layer, ms, before: before.cue, after: after.cue }];
    }),
  );
}
