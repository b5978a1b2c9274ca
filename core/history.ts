/** Undo and redo: the edits of the show, as patches. What went to air is not in it and cannot be undone. */
import type { Patch } from 'immer';
import type { Mode } from './layers.ts';

export interface Entry {
  /** What was done, in the operators' words. */
  title: string;
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
}

export const emptyHistory: History = { done: [], undone: [] };
