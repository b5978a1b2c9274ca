/**
 * The keys as this desk prints them: the table of core with the map of the show that is open. It is kept here, beside
 * the mirror, because a key cap is printed in a hundred places; all of them are drawn anew when the map changes.
 */
import {
  actionDef,
  MAP_ACTIONS,
  type KeyAction,
  type KeyPlace,
  type MapAction,
} from '../../core/keys/actions.ts';
import { keysOf, type KeyBinding } from '../../core/keys/map.ts';
import { firstKeyMap, type KeyMap } from '../../core/schema/keys.ts';

export type { FocusKind, KeyContext, KeyOutcome } from '../../core/keys/action-for.ts';
export type { KeyAction } from '../../core/keys/actions.ts';
export type { KeyPress } from '../../core/keys/chord.ts';

const USUAL = firstKeyMap();
let map: KeyMap = USUAL;

/** From now on these keys are printed. */
export const printKeysOf = (next: KeyMap | undefined): void => {
  map = next ?? USUAL;
};

export const bindingOf = (action: KeyAction): KeyBinding | undefined =>
  [...keysOf(map).values()].find((one) => one.action === action);

/** The cap to print on a control: the first of its keys; empty where it has none. */
export const capOf = (action: KeyAction): string => bindingOf(action)?.caps[0] ?? '';

/** What can be given a key, in the order of the table. */
export const KEYS: readonly { action: MapAction; only: KeyPlace | undefined }[] = MAP_ACTIONS.map(
  (action) => ({
    action,
    only: actionDef(action).only,
  }),
);
