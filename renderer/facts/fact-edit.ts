/** How the fact form saves: at once, or through the correction dialog where the fact is approved and in use. */
import { createContext, useContext } from 'react';
import type { Notice } from '../../core/facts/notices.ts';
import { factValue } from '../../core/bindings.ts';
import { sameJson, type Json } from '../../core/json.ts';
import { getRow } from '../../core/table.ts';
import { usesOf } from '../../core/facts/uses.ts';
import type { Fact } from '../../core/schema/fact.ts';
import type { State } from '../../core/state.ts';
import { useDesk, type Desk } from '../client/desk.ts';
import type { Result } from '../client/pending.ts';
import type { Change } from './correction/request.ts';
import { changeAt } from './fact-changes.ts';

export interface FactEdit {
  fact: Fact;
  notices: readonly Notice[];
  isDisabled: boolean;
  /** @param change made from the fact as it is when its turn comes */
  save(path: string, change: (fact: Fact) => Change): Promise<Result>;
}

export const FactEditContext = createContext<FactEdit | null>(null);

export function useFactEdit(): FactEdit {
  const edit = useContext(FactEditContext);
  if (!edit) throw new Error('a field was drawn outside of the fact form');
  return edit;
}

/** A value, or how it is made from the fact as it is when it is saved. */
type Next = Json | ((fact: Fact) => Json);

/** Saves one field. What cannot be right is not sent. */
export const saveAt = (edit: FactEdit, path: string, value: Next, unit?: string): Promise<Result> =>
  edit.save(path, (fact) => changeAt(fact, path, typeof value === 'function' ? value(fact) : value, unit));

/** For a control that has no place of its own for a refusal: it goes on the status line. */
export function useSaveNow(): (edit: FactEdit, path: string, value: Next, unit?: string) => void {
  const desk = useDesk();
  return (edit, path, value, unit) =>
    void saveAt(edit, path, value, unit).then((result) => {
      if (!result.ok) desk.say(result.code, result.detail);
    });
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

/** What was saved last: the next field waits for it, so that its base is the revision that this desk itself has made. */
let last: Promise<unknown> = Promise.resolve();

/**
 * @param seen the fact as the form showed it
 * @param path what is changed: if somebody else has changed the same, the station is given the revision that was seen, and refuses
 * @param wasShown it is in the as-run log, or that is not known
 */
export function saveFact(
  desk: Desk,
  seen: Fact,
  path: string,
  change: (fact: Fact) => Change,
  wasShown: boolean,
): Promise<Result> {
  const present = (): Fact => {
    const { state } = desk.client.store.get();
    return (state && getRow(state.show.facts, seen.id)) ?? seen;
  };
  const send = async (): Promise<Result> => {
    const fact = present();
    const made = change(fact);
    if (!made.ok) return { ok: false, code: 'fact_invalid', detail: made.detail };
    const base = sameJson(factValue(fact, path), factValue(seen, path)) ? fact.revision : seen.revision;
    return desk.send({ type: 'fact.edit', factId: fact.id, changes: made.changes, base });
  };
  const checked = change(present());
  if (!checked.ok) return Promise.resolve({ ok: false, code: 'fact_invalid', detail: checked.detail });
  const { state } = desk.client.store.get();
  if (state && needsCorrection(state, present(), wasShown))
    return new Promise((settle) => {
      desk.ui.set({ dialog: 'correction', correction: { kind: 'edit', facts: [seen.id], change, settle } });
    });
  const result = last.then(send);
  last = result;
  return result;
}
