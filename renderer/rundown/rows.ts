/** The rundown as rows: a heading where a segment begins, then its cues. And what each cue is on air. Pure. */
import type { CueId } from '../../core/ids.ts';
import { LAYERS, type LayerId } from '../../core/layers.ts';
import { layerOf, targetOf } from '../../core/playout.ts';
import type { Air } from '../../core/schema/air.ts';
import type { Item } from '../../core/schema/layer-air.ts';
import type { Show } from '../../core/schema/show.ts';
import { getRow } from '../../core/table.ts';

export interface SegmentRow {
  kind: 'segment';
  title: string;
  /** Place of its first cue in the rundown. */
  at: number;
  /** The cues below it, shown or not. */
  cues: readonly CueId[];
  folded: boolean;
}
export type Row = SegmentRow | { kind: 'cue'; id: CueId };

const NONE: ReadonlySet<string> = new Set();

/**
 * A segment's heading stands before every run of cues that name it.
 * @param folded segments of which only the heading is shown
 * @param shown the cues that the filter lets through; absent: all. A filter unfolds everything.
 */
export function rundownRows(
  { rundown, cues }: Pick<Show, 'rundown' | 'cues'>,
  folded: ReadonlySet<string> = NONE,
  shown?: ReadonlySet<CueId>,
): Row[] {
  const rows: Row[] = [];
  let segment = '';
  let run: CueId[] = [];
  rundown.forEach((id, at) => {
    const cue = getRow(cues, id);
    if (!cue || (shown && !shown.has(id))) return;
    const isFolded = !shown && folded.has(cue.segment);
    if (cue.segment !== segment) {
      run = [];
      if (cue.segment !== '')
        rows.push({ kind: 'segment', title: cue.segment, at, cues: run, folded: isFolded });
    }
    segment = cue.segment;
    run.push(id);
    if (!isFolded || cue.segment === '') rows.push({ kind: 'cue', id });
  });
  return rows;
}

/** The cue one step away; the first or last when none is selected. Stays at the ends. */
export function neighbourOf(rundown: readonly CueId[], cue: CueId | null, step: -1 | 1): CueId | null {
  const at = cue === null ? -1 : rundown.indexOf(cue);
  if (at === -1) return (step === 1 ? rundown[0] : rundown.at(-1)) ?? null;
  return rundown[at + step] ?? cue;
}

/** What is seen of a cue now, in the words of the desk. `pvw` and `armed` may go with the others. */
export type Mark = 'on' | 'coming' | 'going' | 'fault' | 'pvw' | 'armed' | 'changed';

export interface OnAir {
  marks: Mark[];
  /** What is on air under the cue, to compare with what it would be now. */
  item: Item | null;
}

function markOf(item: Item, leaving: boolean): Mark {
  if (leaving) return 'going';
  return item.phase === 'on' || item.phase === 'fault' ? item.phase : 'coming';
}

/** Every cue that is on air, coming, going, on preview or armed. All others are off. */
export function onAirByCue(air: Air): ReadonlyMap<string, OnAir> {
  const found = new Map<string, OnAir>();
  const add = (cue: string, mark: Mark, item: Item | null) => {
    const one = found.get(cue) ?? { marks: [], item: null };
    if (!one.marks.includes(mark)) one.marks.push(mark);
    found.set(cue, { marks: one.marks, item: one.item ?? item });
  };
  const layers = LAYERS.map((id: LayerId) => layerOf(air, targetOf(air.mode), id));
  for (const { current } of layers) if (current) add(current.cue.id, markOf(current, false), current);
  for (const { leaving } of layers) if (leaving) add(leaving.cue.id, markOf(leaving, true), null);
  if (air.cued) add(air.cued, 'pvw', null);
  for (const { armed } of layers) {
    if (armed?.phase === 'armed') add(armed.cue.id, 'armed', null);
    if (armed?.phase === 'fault') add(armed.cue.id, 'fault', null);
  }
  return found;
}
