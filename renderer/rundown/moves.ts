/** Where cues go that are dragged or moved by a key, and which segment they join there. Pure. */
import type { CueId } from '../../core/ids.ts';
import type { Show } from '../../core/schema/show.ts';
import { getRow } from '../../core/table.ts';
import type { Row } from './rows.ts';

export interface Move {
  /** Where the first of them stands afterwards, among those that stay. */
  index: number;
  /** Absent: each keeps its own. */
  segment?: string;
}

type Rundown = Pick<Show, 'rundown' | 'cues'>;

const segmentOf = ({ cues }: Rundown, id: CueId): string => getRow(cues, id)?.segment ?? '';

/** How many of those that stay stand before a place in the rundown. */
const among = ({ rundown }: Rundown, place: number, moved: ReadonlySet<CueId>): number =>
  rundown.slice(0, place).filter((id) => !moved.has(id)).length;

/**
 * Dropped between two rows.
 * @param gap before the row with this index; the number of rows is behind the last
 * @param whole a whole segment is moved: it never lands within another one
 */
export function dropMove(
  show: Rundown,
  rows: readonly Row[],
  gap: number,
  moved: ReadonlySet<CueId>,
  whole: boolean,
): Move {
  const { rundown } = show;
  const above = rows[gap - 1];
  const below = rows[gap];
  if (!above) {
    const first = below?.kind === 'cue' ? segmentOf(show, below.id) : '';
    return whole ? { index: 0 } : { index: 0, segment: first };
  }
  if (above.kind === 'segment') {
    if (above.folded || whole) {
      const last = above.cues.at(-1);
      const end = last === undefined ? above.at : rundown.indexOf(last) + 1;
      return { index: among(show, end, moved), ...(whole ? {} : { segment: above.title }) };
    }
    return { index: among(show, above.at, moved), segment: above.title };
  }
  const place = rundown.indexOf(above.id) + 1;
  if (!whole) return { index: among(show, place, moved), segment: segmentOf(show, above.id) };
  // past the rest of the segment that it would break up
  let end = place;
  const segment = segmentOf(show, above.id);
  const next = rundown[place];
  if (segment !== '' && next !== undefined && segmentOf(show, next) === segment)
    while (end < rundown.length && segmentOf(show, rundown[end] as CueId) === segment) end += 1;
  return { index: among(show, end, moved) };
}

/** One step up or down by the keyboard; into the next segment before past its cues. Null at the ends. */
export function stepMove(show: Rundown, chosen: readonly CueId[], step: -1 | 1): Move | null {
  const { rundown } = show;
  const moved = new Set(chosen);
  const block = rundown.filter((id) => moved.has(id));
  const edge = step === -1 ? block[0] : block.at(-1);
  if (edge === undefined) return null;
  const beside = rundown[rundown.indexOf(edge) + step];
  const rest = rundown.filter((id) => !moved.has(id));
  if (beside === undefined) return null;
  const segment = segmentOf(show, beside);
  const at = rest.indexOf(beside);
  const joins = segment !== segmentOf(show, edge);
  if (step === -1) return { index: joins ? at + 1 : at, segment };
  return { index: joins ? at : at + 1, segment };
}
