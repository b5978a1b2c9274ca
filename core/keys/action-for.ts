/**
 * What a key press means: all that stands between a key and air. Pure.
 *
 * What is safest on air decides every doubtful case, whatever the map says:
 * - The take key takes wherever it could mean it. Only what is being operated keeps it: text, lists, check boxes, dialogs.
 * - Digits that wait turn both Enter keys into recall, so that one hand on the keypad can type a number, bring it to
 *   preview with the same key, read it back, and only then take it.
 * - Backspace takes a digit back while digits wait. Numpad - is Out in any case.
 */
import { FunctionKey, type KeyMap } from '../schema/keys.ts';
import { actionDef, CUE_ACTIONS, GOES, isClipboardKey, type KeyAction, type MapAction } from './actions.ts';
import { chordOfPress, plainChord, type KeyPress } from './chord.ts';
import { isCovered } from './list-keys.ts';
import { ALWAYS_PANIC, keysOf, mayBeFunctionKey } from './map.ts';

/** Where the keyboard is. The desk's focus.ts says how a page tells. */
export type FocusKind =
  /** Nothing that wants keys: the rundown, the page. */
  | 'free'
  /** A button: Enter presses it. */
  | 'button'
  /** A list other than the rundown: arrows move in it, Enter is its own. */
  | 'list'
  /** A check box: Space is its own. */
  | 'check'
  /** Tabs: arrows are their own. */
  | 'tabs'
  /** A caret or a drop-down: every typing key is its own. */
  | 'typing'
  /** An open dialog, caret or not. */
  | 'dialog';

export interface KeyContext {
  focus: FocusKind;
  workspace: string;
  /** The recall number as typed so far. */
  digits: string;
  locked: boolean;
  map: KeyMap;
}

export type KeyOutcome =
  /** Not ours: the page and the focused control get it. */
  | { kind: 'leave' }
  /** Ours, and nothing happens: an auto-repeat. */
  | { kind: 'swallow' }
  /** Ours, but the rundown is locked. */
  | { kind: 'locked'; action: KeyAction }
  | { kind: 'do'; action: KeyAction; detail: string };

const LEAVE: KeyOutcome = { kind: 'leave' };
const act = (action: KeyAction, detail = ''): KeyOutcome => ({ kind: 'do', action, detail });

/** A digit of either row of the keyboard, or null. The keypad's are digits with Num Lock off, too: nobody looks at it. */
function digitOf({ key, code, ctrlKey, metaKey, altKey }: KeyPress): string | null {
  if (ctrlKey || metaKey || altKey) return null;
  return /^\d$/.test(key) ? key : (/^Numpad(\d)$/.exec(code)?.[1] ?? null);
}

/** A press that no text field could want: numpad and function keys. */
const isAway = ({ code, key }: KeyPress): boolean => code.startsWith('Numpad') || /^F\d+$/.test(key);

/** Keys that a focused control keeps for itself. */
function keeps(focus: FocusKind, press: KeyPress, action: KeyAction, digits: string): boolean {
  const { key } = press;
  if (CUE_ACTIONS.has(action) && focus !== 'free') return true;
  const away = isAway(press);
  // a letter types, whatever it has been made to mean
  const types = key.length === 1 && !press.ctrlKey && !press.metaKey && !press.altKey;
  switch (focus) {
    case 'free':
      return false;
    case 'button':
      return key === 'Enter' && !away && digits === '';
    case 'list':
      return (key === 'Enter' && !away && digits === '') || key === 'ArrowUp' || key === 'ArrowDown';
    case 'check':
      return key === ' ';
    case 'tabs':
      return key.startsWith('Arrow') || (key === 'Enter' && !away && digits === '');
    case 'typing':
      if (away) return false;
      return (
        types || !(action === 'panic' || action === 'palette' || action === 'escape' || GOES.has(action))
      );
    case 'dialog':
      return !(away || action === 'panic');
    default:
      focus satisfies never;
      return true;
  }
}

/** The function key of the press, without modifiers, where the show has given it something; null otherwise. */
function functionKeyOf({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyPress, { functions }: KeyMap) {
  if (ctrlKey || metaKey || altKey || shiftKey) return null;
  const known = FunctionKey.safeParse(key);
  return known.success ? (functions[known.data] ?? null) : null;
}

/** The action that the table or a function key gives the press here; null where it is not ours. */
function foundFor(press: KeyPress, workspace: string, map: KeyMap): MapAction | null {
  const target = functionKeyOf(press, map);
  if (target && 'action' in target) return mayBeFunctionKey(target.action) ? target.action : null;
  const chord = chordOfPress(press);
  if (chord === null) return null;
  if (chord === ALWAYS_PANIC) return 'panic';
  if (isCovered(workspace, chord)) return null;
  for (const { action, chords } of keysOf(map).values()) {
    const { only } = actionDef(action);
    if ((only === undefined || only === workspace) && chords.some((one) => plainChord(one) === chord))
      return action;
  }
  return null;
}

/** What a key press means here and now. The whole rule, and nothing else decides. */
export function actionFor(press: KeyPress, context: KeyContext): KeyOutcome {
  const { focus, digits, locked, workspace, map } = context;
  const digit = digitOf(press);
  if (digit !== null) {
    if (keeps(focus, press, 'digit', digits)) return LEAVE;
    return press.repeat ? { kind: 'swallow' } : act('digit', digit);
  }
  const target = functionKeyOf(press, map);
  if (target && 'cue' in target) return press.repeat ? { kind: 'swallow' } : act('functionKey', press.key);
  const found = foundFor(press, workspace, map);
  if (found === null) return LEAVE;
  // Shift+Esc while typing is a slip of Esc: it leaves the field and never clears air
  const action = found === 'clear' && press.key === 'Escape' && focus === 'typing' ? 'escape' : found;
  // a button that Enter is held on would be pressed again and again: held on Take, it took cue after cue
  if (press.repeat && focus === 'button' && press.key === 'Enter') return { kind: 'swallow' };
  if (keeps(focus, press, action, digits) || isClipboardKey(found, chordOfPress(press) ?? '')) return LEAVE;
  const { repeats, whenLocked } = actionDef(found);
  if (press.repeat && !repeats) return { kind: 'swallow' };
  if (locked && !whenLocked) return { kind: 'locked', action };
  if (digits !== '' && action === 'take' && press.code === 'NumpadEnter') return act('recall');
  if (digits !== '' && press.key === 'Backspace') return act('erase');
  return act(action);
}
