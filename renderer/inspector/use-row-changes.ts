/**
 * Changing the rows of a list while one types in them: what is typed is saved where it was, then the rows change, and the
 * keyboard goes with its row, so that the same keys move it on.
 */
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { Result } from '../client/pending.ts';
import { useCueEdit, type CueEdit } from './edit-context.ts';
import type { Path } from './paths.ts';
import { placeIn, stayAt, type Place } from './row-place.ts';
import { arrange } from './rows.ts';

interface Change {
  /** Drawn for the list: its row n shows whatever data are nth. */
  list: Element;
  /** The row with which the keyboard stays. */
  to: number;
  place: Place | null;
}

interface RowChanges {
  /** For the fields of the rows: the same form, and its saves are waited for. */
  edit: CueEdit;
  /**
   * @param row where the keyboard is, or was until a button was pressed
   * @param order for each row that there shall be, the place where it is now
   * @param to where the row stands afterwards
   */
  change(row: HTMLElement, order: readonly number[], to: number): void;
  /** Once what is being typed is saved. */
  afterSaving(run: (edit: CueEdit) => Promise<Result>): void;
}

const rowOf = (list: Element, at: number): Element | null =>
  list.querySelectorAll(':scope > [data-row]')[at] ?? null;

/** @param path of the list */
export function useRowChanges(path: Path): RowChanges {
  const edit = useCueEdit();
  const saving = useRef<Promise<unknown>>(Promise.resolve());
  const isBusy = useRef(false);
  const [next, setNext] = useState<{ run(edit: CueEdit): unknown } | null>(null);
  const [done, setDone] = useState<Change | null>(null);

  // both run once the page shows what the station answered: before that, the data here are those of before
  const runNext = useEffectEvent(() => next?.run(edit));
  useEffect(() => void runNext(), [next]);
  useEffect(() => {
    if (done) stayAt(rowOf(done.list, done.to), done.place);
  }, [done]);

  const afterSaving = (run: (edit: CueEdit) => unknown) => {
    void saving.current.then(() => setNext({ run }));
  };
  return {
    edit: {
      ...edit,
      setData(at, value) {
        const result = edit.setData(at, value);
        saving.current = result;
        return result;
      },
    },
    afterSaving,
    change(row, order, to) {
      const place = placeIn(row);
      const list = row.parentElement;
      // a second press would be of the rows as they were
      if (!list || isBusy.current) return;
      isBusy.current = true;
      // leaving a field saves it; the keyboard waits in the row, where no playout key is heard
      if (document.activeElement?.matches('input, textarea')) row.focus();
      afterSaving(async (now) => {
        isBusy.current = false;
        // what could not be saved would stay behind, in a row that it is not of
        if (list.querySelector('[data-unsaved]')) return stayAt(row, place);
        const { data, bindings } = arrange(now.cue, path, order);
        const result = await now.setBindings(bindings, data);
        if (result.ok) setDone({ list, to, place });
        else stayAt(row, place);
      });
    },
  };
}
