/**
 * Keys that a list of a workspace keeps for itself, whatever the show's map says: the one table that the list acts by,
 * that the key rules step back for, and that the key sheet prints. Pure.
 */
import { plainChord } from './chord.ts';
import { keysOf } from './map.ts';
import type { KeyMap } from '../schema/keys.ts';
import type { MapAction } from './actions.ts';

export type ListAction = 'acceptProposal' | 'rejectProposal' | 'acceptPlain';

export interface ListKeys {
  workspace: 'feeds';
  action: ListAction;
  chords: readonly string[];
  /** In the whole workspace they mean nothing else: X, pressed beside the list, must never be a swap on air. */
  everywhere: boolean;
}

export const LIST_KEYS: readonly ListKeys[] = [
  { workspace: 'feeds', action: 'acceptProposal', chords: ['Enter'], everywhere: false },
  { workspace: 'feeds', action: 'rejectProposal', chords: ['x', 'Shift+x'], everywhere: true },
  { workspace: 'feeds', action: 'acceptPlain', chords: ['Shift+Enter'], everywhere: false },
];

/** What a chord does in the list of a workspace; null where the list has no such key. */
export const listActionOf = (workspace: string, chord: string): ListAction | null =>
  LIST_KEYS.find((one) => one.workspace === workspace && one.chords.includes(chord))?.action ?? null;

/** True where a map's key has to step back in a workspace. */
export const isCovered = (workspace: string, chord: string): boolean =>
  LIST_KEYS.some((one) => one.everywhere && one.workspace === workspace && one.chords.includes(chord));

/** Keys of an action that do not reach it in some workspace, because a list there has them. */
export const coveredKeys = (map: KeyMap, action: MapAction): ListKeys[] => {
  const chords = new Set((keysOf(map).get(action)?.chords ?? []).map(plainChord));
  return LIST_KEYS.filter((one) => one.everywhere && one.chords.some((chord) => chords.has(chord)));
};
