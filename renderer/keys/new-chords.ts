/** What becomes of an action's chords when one is pressed for it. Pure. */
import { actionDef, type MapAction } from '../../core/keys/actions.ts';
import { plainChord } from '../../core/keys/chord.ts';
import { chordProblem, holderOf, keysOf } from '../../core/keys/map.ts';
import type { KeyMap } from '../../core/schema/keys.ts';

const MOST = 4;

/** @param at the chord that is replaced; past the end adds one */
export function chordsWith(map: KeyMap, action: MapAction, at: number, chord: string): string[] {
  const has = keysOf(map).get(action)?.chords ?? [];
  const next = at < has.length ? has.toSpliced(at, 1, chord) : [...has, chord];
  return [...new Set(next.map(plainChord))].slice(0, MOST);
}

export const canAdd = (map: KeyMap, action: MapAction): boolean =>
  (keysOf(map).get(action)?.chords.length ?? 0) < MOST;

export const canRemove = (map: KeyMap, action: MapAction): boolean =>
  !actionDef(action).needed || (keysOf(map).get(action)?.chords.length ?? 0) > 1;

export type Pressed =
  | { kind: 'fine'; chords: string[] }
  | { kind: 'problem'; detail: string }
  | { kind: 'taken'; chords: string[]; other: MapAction; chord: string };

/** What a press for an action comes to, before anything happens. */
export function judgePress(map: KeyMap, action: MapAction, at: number, chord: string): Pressed {
  const detail = chordProblem(action, chord);
  if (detail !== null) return { kind: 'problem', detail };
  const chords = chordsWith(map, action, at, chord);
  const other = holderOf(map, action, chord);
  return other ? { kind: 'taken', chords, other, chord } : { kind: 'fine', chords };
}
