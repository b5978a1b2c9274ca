/** What a desk keeps of its rundown: what is chosen, folded away and filtered. A part of client/desk-ui.ts. */
import type { CueId, FactId } from '../../core/ids.ts';
import { NO_FILTER, type CueFilter } from './filter.ts';

export type RundownDialog = 'rundown-templates' | 'rename-segment' | 'renumber' | 'put-up';

export interface RundownUi {
  /** Cues chosen together; they count while the selected one is among them. */
  chosenCues: ReadonlySet<CueId>;
  /** Where a choice with Shift begins. */
  cueAnchor: CueId | null;
  /** Segments whose cues are folded away, by name. */
  collapsed: ReadonlySet<string>;
  cueFilter: CueFilter;
  /** The list keeps what comes next in sight, unless somebody scrolls. */
  followsAir: boolean;
  /** A row that must come into sight, selected or not. Another object for each wish. */
  reveal: { id: CueId } | null;
  /** The segment that gets another name: the cues of it, in order. */
  renaming: { title: string; cues: readonly CueId[] } | null;
  /** The cues in sight of the filter and the folds, in order; null while the rundown has not been drawn. */
  shownCues: readonly CueId[] | null;
  /** The fact for which a graphic is being chosen. */
  putUp: FactId | null;
}

export const initialRundownUi: RundownUi = {
  chosenCues: new Set(),
  cueAnchor: null,
  collapsed: new Set(),
  cueFilter: NO_FILTER,
  followsAir: true,
  reveal: null,
  renaming: null,
  shownCues: null,
  putUp: null,
};

/** What commands are about: those chosen if the selected one is among them, else that one alone. */
export const chosenCues = ({
  cue,
  chosenCues: chosen,
}: Pick<RundownUi, 'chosenCues'> & { cue: CueId | null }): CueId[] =>
  cue === null ? [] : chosen.has(cue) ? [...chosen] : [cue];

/**
 * Those chosen, without what a filter or a fold has just taken out of sight: nobody means what nobody sees. What was never
 * in sight, such as cues that have just been pasted, stays.
 */
export function withoutHidden(
  chosen: ReadonlySet<CueId>,
  before: readonly CueId[],
  now: readonly CueId[],
): ReadonlySet<CueId> {
  if (chosen.size === 0) return chosen;
  const seen = new Set(now);
  const hidden = before.filter((id) => chosen.has(id) && !seen.has(id));
  return hidden.length === 0 ? chosen : new Set([...chosen].filter((id) => !hidden.includes(id)));
}
