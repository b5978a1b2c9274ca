/**
 * Revision numbers of facts. A number names one wording for ever, in the as-run log and in the fact's history, so one
 * that an undo takes back is never given again.
 */
import type { Patch } from 'immer';
import { FactId } from '../ids.ts';
import type { Show } from '../schema/show.ts';
import type { State } from '../state.ts';
import { getRow, putRow } from '../table.ts';

type Numbered = Pick<Show, 'facts' | 'spentRevisions'>;

/** The number that the next wording of this fact gets; 1 for a fact that there has never been. */
export const nextRevision = ({ facts, spentRevisions }: Numbered, id: FactId): number =>
  Math.max(getRow(facts, id)?.revision ?? 0, getRow(spentRevisions, id) ?? 0) + 1;

/**
 * The facts that patches are about, once each. Read off their paths, so that nothing else of a large show is read.
 * @param before the state that the patches lead from
 * @param after the state that they lead to
 */
export function factsIn(patches: readonly Patch[], before: State, after: State): FactId[] {
  const ids = new Set<FactId>();
  for (const { path } of patches) {
    const [tree, table, , bucket, id] = path;
    if (tree !== 'show' || table !== 'facts' || bucket === undefined) continue;
    // the first fact of a bucket comes with it, and the last one goes with it
    const named =
      id === undefined
        ? [before, after].flatMap(({ show }) => Object.keys(show.facts.buckets[bucket] ?? {}))
        : [id];
    for (const one of named) ids.add(FactId.parse(one));
  }
  return [...ids];
}

/** After an undo or a redo: keeps the numbers that it took back from being given again. */
export function spendRevisions(draft: State, before: State, patches: readonly Patch[]): void {
  for (const id of factsIn(patches, before, draft)) {
    const was = getRow(before.show.facts, id)?.revision ?? 0;
    const is = getRow(draft.show.facts, id)?.revision ?? 0;
    const { spentRevisions } = draft.show;
    if (was > is && was > (getRow(spentRevisions, id) ?? 0)) putRow(spentRevisions, id, was);
  }
}
