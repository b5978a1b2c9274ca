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
