/**
 * The keys of a show: the usual ones with what the show says over them, which chords may be given to what, and whom a
 * chord belongs to already. Pure.
 */
import { FunctionKey, type KeyMap } from '../schema/keys.ts';
import { ACTIONS, actionDef, isMapAction, MAP_ACTIONS, type MapAction } from './actions.ts';
import { ariaOfChord, capOfChord, chordParts, plainChord } from './chord.ts';

export interface KeyBinding {
  action: MapAction;
  chords: readonly string[];
  /** Key caps, one for each chord. */
  caps: readonly string[];
  /** For `aria-keyshortcuts`. */
  aria: string;
}

const made = new WeakMap<KeyMap, ReadonlyMap<MapAction, KeyBinding>>();

const bindingFor = (action: MapAction, chords: readonly string[]): KeyBinding => ({
  action,
  chords,
  caps: chords.map(capOfChord),
  aria: chords.map(ariaOfChord).join(' '),
});

/** Every action with its keys; the same object for the same map. */
export function keysOf(map: KeyMap): ReadonlyMap<MapAction, KeyBinding> {
  const known = made.get(map);
  if (known) return known;
  const all = new Map(
    MAP_ACTIONS.map((action) => [action, bindingFor(action, map.map[action] ?? ACTIONS[action].chords)]),
  );
  made.set(map, all);
  return all;
}

/** Two actions may share a key where no workspace has both. */
const meet = (a: MapAction, b: MapAction): boolean => {
  const [one, other] = [actionDef(a).only, actionDef(b).only];
  return one === undefined || other === undefined || one === other;
};

/** The other action that a chord belongs to, where the keyboard could mean either; null where it is free. */
export function holderOf(map: KeyMap, action: MapAction, chord: string): MapAction | null {
  const plain = plainChord(chord);
  for (const { action: other, chords } of keysOf(map).values())
    if (other !== action && meet(action, other) && chords.some((one) => plainChord(one) === plain))
      return other;
  return null;
}

/** Keys that every browser keeps for itself, or that people press blindly in one. */
const BROWSER = new Set([
  ...['w', 't', 'n', 'r', 'l', 'p', 'q', 'Tab', 'F4', 'F5', '+', '-', '0', 'PageUp', 'PageDown'].map(
    (key) => `Ctrl+${key}`,
  ),
  ...['w', 't', 'n', 'r', 'i', 'j', 'c', 'p', 'Tab', 'Delete'].map((key) => `Ctrl+Shift+${key}`),
  ...['F4', 'ArrowLeft', 'ArrowRight', 'Home', 'Tab', 'Space'].map((key) => `Alt+${key}`),
]);

/** What Space, Enter and Backspace may mean: nothing but playout. */
const PLAIN_KEYS = new Set(['Space', 'Enter', 'Backspace']);
const OF_ESCAPE: ReadonlySet<MapAction> = new Set(['escape', 'clear', 'panic']);

/** Why an action may not have the chord, as a sentence; null where it may. */
export function chordProblem(action: MapAction, chord: string): string | null {
  const parts = chordParts(chord);
  const { ctrl, alt, shift, key } = parts;
  const plain = plainChord(chord);
  const cap = capOfChord(chord);
  const isBare = !ctrl && !alt;
  if (/^(Control|Shift|Alt|Meta|Tab|Dead|CapsLock)$/.test(key)) return `${cap} cannot be a key of its own.`;
  if (key === 'Escape' && !OF_ESCAPE.has(action)) return 'Esc leaves, clears or panics, and nothing else.';
  if (isBare && /^(Digit|Numpad)?\d$/.test(key)) return `${cap} types a recall number.`;
  if (PLAIN_KEYS.has(key) && isBare && !shift && actionDef(action).group !== 'playout')
    return `${cap} is a playout key, and nothing else.`;
  if (BROWSER.has(plain)) return `${cap} belongs to the browser, which acts before Tallydesk can.`;
  if (/^F\d+$/.test(key) && isBare && !shift && action !== 'goHelp')
    return `${cap} is a function key: give it this command on the tab “Function keys”.`;
  // a slip of one finger must not empty the screen
  if ((action === 'panic' || action === 'clear') && isBare && !shift)
    return `${cap} alone is too easily pressed for this: add Ctrl, Alt or Shift.`;
  if (action === 'panic' && isBare) return `Panic needs Ctrl or Alt with it: ${cap} is too easily pressed.`;
  return null;
}

/** Ctrl+Shift+Esc is panic whatever a map says: hands know it. */
export const ALWAYS_PANIC = 'Ctrl+Shift+Escape';

/** What a function key cannot be: it needs a digit, or more than one finger. */
export const mayBeFunctionKey = (action: string): action is MapAction =>
  isMapAction(action) &&
  action !== 'panic' &&
  action !== 'clear' &&
  action !== 'escape' &&
  action !== 'recall';

export const FUNCTION_KEYS: readonly FunctionKey[] = FunctionKey.options;

/** Everything wrong with a whole map, as sentences: for a file that somebody brings. */
export function mapProblems(map: KeyMap, title: (action: MapAction) => string): string[] {
  const problems: string[] = [];
  for (const [name, chords] of Object.entries(map.map)) {
    if (!isMapAction(name)) {
      problems.push(`There is no command “${name}”.`);
      continue;
    }
    if (chords.length === 0 && actionDef(name).needed) problems.push(`${title(name)} must have a key.`);
    for (const chord of chords) {
      const problem = chordProblem(name, chord);
      const other = holderOf(map, name, chord);
      if (problem) problems.push(`${title(name)}: ${problem}`);
      else if (other) problems.push(`${title(name)} and ${title(other)} would share ${capOfChord(chord)}.`);
    }
  }
  for (const [key, to] of Object.entries(map.functions))
    if (to && 'action' in to && !mayBeFunctionKey(to.action))
      problems.push(`${key} cannot be “${to.action}”.`);
  return problems;
}
