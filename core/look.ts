/** What comes with a cue: at once (a look), later (a timed sequence), and which cue is next. Pure, of the show alone. */
import type { CueId } from './ids.ts';
import type { LayerId } from './layers.ts';
import type { Problem } from './refusal.ts';
import type { Cue } from './schema/cue.ts';
import type { Show } from './schema/show.ts';
import { getRow } from './table.ts';

type Rundown = Pick<Show, 'cues' | 'rundown'>;

/**
 * The cues that are taken in the same moment. One that is set to be skipped stays out, as nothing takes it by itself.
 * @returns with what is wrong: a companion that has been deleted, or two on one layer, of which only one could be seen
 */
export function companionsAtOnce(show: Rundown, lead: Cue): { cues: Cue[]; wrong: Problem[] } {
  const cues: Cue[] = [];
  const wrong: Problem[] = [];
  const layers = new Map<LayerId, Cue>([[lead.layer, lead]]);
  for (const { cue: id, afterMs } of lead.with) {
    if (afterMs > 0) continue;
    const cue = getRow(show.cues, id);
    const other = cue && layers.get(cue.layer);
    if (!cue) wrong.push({ code: 'companion_wrong', detail: 'a cue that comes with it has been deleted' });
    else if (cue.skip || cue.id === lead.id) continue;
    else if (other) {
      const detail = `cue ${cue.number} and cue ${other.number} would be on the same layer at once`;
      wrong.push({ code: 'companion_wrong', detail });
    } else {
      layers.set(cue.layer, cue);
      cues.push(cue);
    }
  }
  return { cues, wrong };
}

/** Those that come by themselves so many milliseconds after it; not what is skipped or held. */
export const companionsLater = (show: Rundown, lead: Cue): { cue: Cue; afterMs: number }[] =>
  lead.with.flatMap(({ cue: id, afterMs }) => {
    const cue = afterMs > 0 ? getRow(show.cues, id) : undefined;
    return cue && !cue.skip && !cue.hold ? [{ cue, afterMs }] : [];
  });

/**
 * The cue that is next in the rundown: not one that is skipped, and not one that this cue has brought along already.
 * Null after the last.
 */
export function cueAfter(show: Rundown, id: CueId): Cue | null {
  const along = new Set(getRow(show.cues, id)?.with.map(({ cue }) => cue));
  const at = show.rundown.indexOf(id);
  // nothing comes after a cue that a file edited by hand has in no place
  if (at < 0) return null;
  for (const next of show.rundown.slice(at + 1)) {
    const cue = getRow(show.cues, next);
    if (cue && !cue.skip && !along.has(next)) return cue;
  }
  return null;
}
