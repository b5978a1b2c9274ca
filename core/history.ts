/** Undo and redo: the edits of the show, as patches. What went to air is not in it and cannot be undone. */
import type { Patch } from 'immer';
import type { Mode } from './layers.ts';

export interface Entry {
  /** Grows: the steps of a show are jumped to by it. */
  id: number;
  /** What was done, in the operators' words. */
  title: string;
  /** Of which thing, as “12 Labour 34”; empty where the title says all. */
  detail: string;
  by: string;
  /** The mode it was made in: a live edit is not undone from rehearsal. */
  mode: Mode;
  /** Epoch milliseconds. */
  at: number;
  patches: Patch[];
  inverse: Patch[];
  /** Entries with the same group are one step, whatever others did between them. */
  group?: string;
}

export interface History {
  done: Entry[];
  undone: Entry[];
  /** The id of the entry that comes next. */
  next: number;
}

export const emptyHistory: History = { done: [], undone: [], next: 1 };

/** Undo keeps patches, not versions; a night's edits are a few hundred. */
const LIMIT = 1000;

/** With one more entry. A long rehearsal takes no live step from the list: each mode has its own share. */
export function withEntry(history: History, entry: Entry): History {
  const done = [...history.done, entry];
  if (done.filter(({ mode }) => mode === entry.mode).length > LIMIT)
    done.splice(
      done.findIndex(({ mode }) => mode === entry.mode),
      1,
    );
  // what was undone live can be redone after the rehearsal
  const undone = history.undone.filter(({ mode }) => mode !== entry.mode && mode === 'live');
  return { done, undone, next: history.next + 1 };
}

/** What is left of it when a rehearsal ends: its steps were of a show that is gone. */
export const liveSteps = ({ done, undone, next }: History): History => ({
  done: done.filter(({ mode }) => mode === 'live'),
  undone: undone.filter(({ mode }) => mode === 'live'),
  next,
});
