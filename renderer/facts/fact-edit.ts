/** How the fact form saves: at once, or through the correction dialog where the fact is approved and in use. */
import { createContext, useContext } from 'react';
import type { Notice } from '../../core/facts/notices.ts';
import type { Json } from '../../core/json.ts';
import { getRow } from '../../core/table.ts';
import { usesOf } from '../../core/facts/uses.ts';
import type { Fact } from '../../core/schema/fact.ts';
import type { State } from '../../core/state.ts';
import type { Desk } from '../client/desk.ts';
import type { Result } from '../client/pending.ts';
import type { FactChanges } from './correction/request.ts';
import { changeAt } from './fact-changes.ts';

export interface FactEdit {
  fact: Fact;
  notices: readonly Notice[];
  isDisabled: boolean;
  save(changes: FactChanges): Promise<Result>;
}

export const FactEditContext = createContext<FactEdit | null>(null);

export function useFactEdit(): FactEdit {
  const edit = useContext(FactEditContext);
  if (!edit) throw new Error('a field was drawn outside of the fact form');
  return edit;
}

/** Saves one field. What cannot be right is not sent. */
export function saveAt(edit: FactEdit, path: string, value: Json, unit?: string): Promise<Result> {
  const change = changeAt(edit.fact, path, value, unit);
  return change.ok
    ? edit.save(change.changes)
    : Promise.resolve({ ok: false, code: 'fact_invalid', detail: change.detail });
}

/** What is said by the very field. */
export const noticeAt = ({ notices }: Pick<FactEdit, 'notices'>, path: string): string | undefined =>
  notices.find(({ field, weight }) => field === path && weight !== 'look')?.detail;

/**
 * A fact that is approved, and in use or was on air, is corrected, not edited: somebody has to say what becomes of each
 * use. Once it is a draft again, further changes go into the same correction, unless viewers still see the old text.
 * @param wasShown it is in the as-run log
 */
export function needsCorrection(state: State, fact: Fact, wasShown: boolean): boolean {
  const uses = usesOf(state, fact.id);
  if (uses.length === 0 && !wasShown) return false;
  return (
    fact.approval === 'approved' ||
    uses.some(({ air }) => air.some((one) => !one.leaving && !one.awaitsCorrection))
  );
}

export function saveFact(desk: Desk, fact: Fact, changes: FactChanges, wasShown: boolean): Promise<Result> {
  const { state } = desk.client.store.get();
  const present = state && getRow(state.show.facts, fact.id);
  if (!state || !present || !needsCorrection(state, present, wasShown))
    return desk.send({ type: 'fact.edit', factId: fact.id, changes });
  return new Promise((settle) => {
    desk.ui.set({ dialog: 'correction', correction: { kind: 'edit', facts: [fact.id], changes, settle } });
  });
}
