/** An import step by step: the file is read, its columns matched, the differences shown, and only then is it written. */
import { useEffect, useRef, useState } from 'react';
import { z } from 'zod';
import { ImportCounts, ImportProgress, ImportRead } from '../../core/feeds/rest.ts';
import type { ColumnMap } from '../../core/schema/feed.ts';
import { useDesk, type Desk } from '../client/desk.ts';
import { askStation, postJson } from '../client/rest.ts';
import { savedUser } from '../client/seat.ts';

export type Step = 'choose' | 'columns' | 'preview' | 'done';

export interface ImportState {
  step: Step;
  /** What the station is doing just now; null when it waits for a person. */
  busy: 'reading' | 'comparing' | 'importing' | null;
  name: string;
  read: ImportRead | null;
  columns: ColumnMap;
  counts: ImportCounts | null;
  progress: ImportProgress | null;
  /** Why the last step was refused. */
  refused: string | null;
}

const START: ImportState = {
  step: 'choose',
  busy: null,
  name: '',
  read: null,
  columns: {},
  counts: null,
  progress: null,
  refused: null,
};

const Preview = z.object({ counts: ImportCounts });

/** How often a running step is asked how far it is. Milliseconds. */
const ASK_MS = 250;

const isOver = ({ state }: ImportProgress): boolean =>
  state === 'done' || state === 'cancelled' || state === 'failed';

const progressOf = (desk: Desk, id: string) => askStation(desk, `/imports/${id}`, ImportProgress);

export interface Import extends ImportState {
  readFile(file: File): Promise<void>;
  setColumns(columns: ColumnMap): void;
  compare(): Promise<void>;
  back(): void;
  apply(): Promise<void>;
  cancel(): Promise<void>;
  reset(): void;
}

export function useImport(): Import {
  const desk = useDesk();
  const [state, setState] = useState(START);
  const set = (changes: Partial<ImportState>) => setState((old) => ({ ...old, ...changes }));
  const { read, busy, columns } = state;
  const id = read?.id ?? null;

  useEffect(() => {
    if (id === null || (busy !== 'comparing' && busy !== 'importing')) return;
    let isWanted = true;
    const ask = async () => {
      const answer = await progressOf(desk, id);
      if (!isWanted || !answer.ok) return;
      const over = busy === 'importing' && isOver(answer.body);
      setState((old) => ({ ...old, progress: answer.body, ...(over ? { busy: null } : {}) }));
    };
    const timer = setInterval(() => void ask(), ASK_MS);
    void ask();
    return () => {
      isWanted = false;
      clearInterval(timer);
    };
  }, [desk, id, busy]);

  // what was read and not imported is of no use once the dialog is closed
  const forget = useRef<(() => void) | null>(null);
  useEffect(() => {
    forget.current =
      id !== null && state.step !== 'done'
        ? () => void askStation(desk, `/imports/${id}`, ImportProgress, { method: 'DELETE' })
        : null;
  }, [desk, id, state.step]);
  useEffect(() => () => forget.current?.(), []);

  const compareWith = async (importId: string, matched: ColumnMap) => {
    set({ busy: 'comparing', refused: null, progress: null });
    const answer = await postJson(desk, `/imports/${importId}/preview`, { columns: matched }, Preview);
    if (answer.ok) set({ busy: null, step: 'preview', counts: answer.body.counts });
    else set({ busy: null, refused: answer.detail });
  };

  return {
    ...state,
    async readFile(file) {
      set({ ...START, busy: 'reading', name: file.name });
      const query = new URLSearchParams({ name: file.name });
      const answer = await askStation(desk, `/imports?${query}`, ImportRead, { method: 'POST', body: file });
      if (!answer.ok) return set({ busy: null, refused: answer.detail });
      const body = answer.body;
      const cannot = body.problems.some(({ weight }) => weight === 'refused');
      set({ busy: null, read: body, columns: body.columns, step: cannot ? 'choose' : 'columns' });
      // a file of records says itself which field is which
      if (!cannot && body.format === 'json') await compareWith(body.id, {});
    },
    setColumns: (matched) => set({ columns: matched }),
    async compare() {
      if (id !== null) await compareWith(id, columns);
    },
    back: () => set(read?.format === 'json' ? START : { step: 'columns', refused: null }),
    async apply() {
      if (id === null) return;
      const query = new URLSearchParams({ by: savedUser() });
      const answer = await postJson(desk, `/imports/${id}/apply?${query}`, {}, ImportProgress);
      if (answer.ok) set({ busy: 'importing', step: 'done', progress: answer.body, refused: null });
      else set({ refused: answer.detail });
    },
    async cancel() {
      if (id === null) return;
      const answer = await askStation(desk, `/imports/${id}`, ImportProgress, { method: 'DELETE' });
      if (answer.ok) set({ progress: answer.body, ...(isOver(answer.body) ? { busy: null } : {}) });
    },
    reset: () => set(START),
  };
}
