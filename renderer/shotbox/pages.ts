/** The cues of a shot box by segment, and which of them fit on one page. Pure. */
import { cuesInOrder } from '../../core/rundown.ts';
import type { Cue } from '../../core/schema/cue.ts';
import type { Show } from '../../core/schema/show.ts';

export interface Segment {
  /** Empty for cues without one. */
  name: string;
  cues: Cue[];
}

/** In the order in which each segment first comes. */
export function segmentsOf(show: Pick<Show, 'cues' | 'rundown'> & Show): Segment[] {
  const found = new Map<string, Cue[]>();
  for (const cue of cuesInOrder(show)) {
    const cues = found.get(cue.segment);
    if (cues) cues.push(cue);
    else found.set(cue.segment, [cue]);
  }
  return [...found].map(([name, cues]) => ({ name, cues }));
}

export const FEWEST_COLUMNS = 2;
export const MOST_COLUMNS = 8;

/** A button is never lower than a thumb needs with three lines on it. CSS pixels. */
export const BUTTON_HEIGHT = 104;
const GAP = 8;

/** As many columns as there is room for, between 2 and 8; `wish` more or fewer than that. */
export const columnsFor = (width: number, wish: number): number =>
  Math.max(FEWEST_COLUMNS, Math.min(MOST_COLUMNS, Math.floor(width / 190) + wish));

export const rowsFor = (height: number): number =>
  Math.max(1, Math.floor((height + GAP) / (BUTTON_HEIGHT + GAP)));

/** @param page from 0; one past the last is the last */
export function pageOf<T>(items: readonly T[], size: number, page: number) {
  const pages = Math.max(1, Math.ceil(items.length / size));
  const at = Math.max(0, Math.min(pages - 1, page));
  return { items: items.slice(at * size, (at + 1) * size), at, pages };
}
