/**
 * The key table: the one place that says which key does what. Buttons print their keys from it, the key sheet
 * lists it, and `actionFor` is all that stands between a key press and air. Pure.
 *
 * What is safest on air decides every doubtful case:
 * - Space is Take wherever it could mean it. Only what is being operated keeps it: text, lists, check boxes, dialogs.
 * - Digits that wait turn both Enter keys into recall, so that one hand on the keypad can type a number, bring it to
 *   preview with the same key, read it back, and only then take it.
 * - Backspace takes a digit back while digits wait. Numpad - is Out in any case.
 */
import type { Workspace } from '../client/workspace.ts';

export type KeyAction =
  | 'digit'
  | 'recall'
  | 'take'
  | 'continue'
  | 'update'
  | 'out'
  | 'clear'
  | 'panic'
  | 'erase'
  | 'escape'
  | 'selectUp'
  | 'selectDown'
  | 'moveUp'
  | 'moveDown'
  | 'edit'
  | 'undo'
  | 'redo'
  | 'palette'
  | 'search'
  | 'lock'
  | 'help'
  | 'functionKey'
  | 'toPlayout'
  | 'toFacts'
  | 'toFeeds'
  | 'toResults'
  | 'toTemplates'
  | 'toAsRun'
  | FactAction;

/** What is done to the facts that are selected; in the facts workspace only. */
export type FactAction =
  'approveFact' | 'withdrawFact' | 'supersedeFact' | 'lockFact' | 'newFact' | 'putUpFact';

/** Where the keyboard is. See focus.ts for how a page tells. */
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
  workspace: Workspace;
  /** The recall number as typed so far. */
  digits: string;
  locked: boolean;
}

/** The part of a KeyboardEvent that matters. */
export interface KeyPress {
  key: string;
  code: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  shiftKey: boolean;
  repeat: boolean;
}

interface Chord {
  /** As in KeyboardEvent.key; a letter in lower case. */
  key?: string;
  /** As in KeyboardEvent.code, for keys that are meant by their place: the numpad. */
  code?: string;
  ctrl?: true;
  shift?: true;
  alt?: true;
}

export interface KeyBinding {
  action: KeyAction;
  chords: readonly Chord[];
  /** Key caps, one for each chord. */
  caps: readonly string[];
  /** For `aria-keyshortcuts`. */
  aria: string;
  /** Works while the rundown is locked: playout, and what changes nothing. */
  whenLocked: boolean;
  /** Holding the key repeats it. Never for what reaches air. */
  repeats?: true;
  /** The one workspace that has it; absent where all have. */
  only?: Workspace;
}

export const KEYS: readonly KeyBinding[] = [
  binding('recall', [{ key: 'Enter' }], ['Enter'], 'Enter'),
  binding('take', [{ key: ' ' }, { code: 'NumpadEnter' }], ['Space', 'Num Enter'], 'Space'),
  binding('continue', [{ key: 'ArrowRight' }, { code: 'NumpadDecimal' }], ['→', 'Num .'], 'ArrowRight'),
  binding('update', [{ key: 'u' }], ['U'], 'U'),
  binding('out', [{ key: 'Backspace' }, { code: 'NumpadSubtract' }], ['⌫', 'Num -'], 'Backspace'),
  binding('panic', [{ key: 'Escape', ctrl: true, shift: true }], ['Ctrl ⇧ Esc'], 'Control+Shift+Escape'),
  binding('clear', [{ key: 'Escape', shift: true }], ['⇧ Esc'], 'Shift+Escape'),
  binding('escape', [{ key: 'Escape' }], ['Esc'], 'Escape'),
  { ...binding('selectUp', [{ key: 'ArrowUp' }], ['↑'], 'ArrowUp'), repeats: true },
  { ...binding('selectDown', [{ key: 'ArrowDown' }], ['↓'], 'ArrowDown'), repeats: true },
  {
    ...edits('moveUp', [{ key: 'ArrowUp', ctrl: true }], ['Ctrl ↑'], 'Control+ArrowUp'),
    only: 'playout',
  },
  {
    ...edits('moveDown', [{ key: 'ArrowDown', ctrl: true }], ['Ctrl ↓'], 'Control+ArrowDown'),
    only: 'playout',
  },
  edits('edit', [{ key: 'e' }], ['E'], 'E'),
  edits('redo', [{ key: 'z', ctrl: true, shift: true }], ['Ctrl ⇧ Z'], 'Control+Shift+Z'),
  edits('undo', [{ key: 'z', ctrl: true }], ['Ctrl Z'], 'Control+Z'),
  edits('palette', [{ key: 'k', ctrl: true }], ['Ctrl K'], 'Control+K'),
  edits('search', [{ key: '/' }], ['/'], '/'),
  binding('lock', [{ key: 'l' }], ['L'], 'L'),
  binding('help', [{ key: '?' }], ['?'], '?'),
  binding('toPlayout', [{ code: 'Digit1', alt: true }], ['Alt 1'], 'Alt+1'),
  binding('toFacts', [{ code: 'Digit2', alt: true }], ['Alt 2'], 'Alt+2'),
  binding('toFeeds', [{ code: 'Digit3', alt: true }], ['Alt 3'], 'Alt+3'),
  binding('toResults', [{ code: 'Digit4', alt: true }], ['Alt 4'], 'Alt+4'),
  binding('toTemplates', [{ code: 'Digit5', alt: true }], ['Alt 5'], 'Alt+5'),
  binding('toAsRun', [{ code: 'Digit6', alt: true }], ['Alt 6'], 'Alt+6'),
  ofFacts('approveFact', { key: 'a' }, 'A'),
  ofFacts('withdrawFact', { key: 'w' }, 'W'),
  ofFacts('supersedeFact', { key: 's' }, 'S'),
  { ...edits('lockFact', [{ key: 'l', shift: true }], ['⇧ L'], 'Shift+L'), only: 'facts' },
  ofFacts('newFact', { key: 'n' }, 'N'),
  ofFacts('putUpFact', { key: 'p' }, 'P'),
];

function ofFacts(action: FactAction, chord: Chord, cap: string): KeyBinding {
  return { ...edits(action, [chord], [cap], cap), only: 'facts' };
}

function binding(
  action: KeyAction,
  chords: readonly Chord[],
  caps: readonly string[],
  aria: string,
): KeyBinding {
  return { action, chords, caps, aria, whenLocked: true };
}

function edits(
  action: KeyAction,
  chords: readonly Chord[],
  caps: readonly string[],
  aria: string,
): KeyBinding {
  return { ...binding(action, chords, caps, aria), whenLocked: false };
}

export const bindingOf = (action: KeyAction): KeyBinding | undefined =>
  KEYS.find((one) => one.action === action);

/** The cap to print on a control: the first of its keys. */
export const capOf = (action: KeyAction): string => bindingOf(action)?.caps[0] ?? '';

/** Signs that take Shift on some keyboards: Shift is then part of typing them. */
const SIGNS = new Set(['?', '/']);

const matches = (chord: Chord, press: KeyPress): boolean => {
  if (press.altKey !== (chord.alt ?? false)) return false;
  if ((press.ctrlKey || press.metaKey) !== (chord.ctrl ?? false)) return false;
  if (chord.code !== undefined) return press.code === chord.code && !press.shiftKey;
  const key = press.key.length === 1 ? press.key.toLowerCase() : press.key;
  if (key !== chord.key || press.code.startsWith('Numpad')) return false;
  return SIGNS.has(key) || press.shiftKey === (chord.shift ?? false);
};

/** A digit of either row of the keyboard, or null. */
function digitOf({ key, ctrlKey, metaKey, altKey }: KeyPress): string | null {
  return /^\d$/.test(key) && !ctrlKey && !metaKey && !altKey ? key : null;
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

/** They leave a text field as its own keys do, and what was typed is saved. */
const GOES: ReadonlySet<KeyAction> = new Set([
  'toPlayout',
  'toFacts',
  'toFeeds',
  'toResults',
  'toTemplates',
  'toAsRun',
]);

/** Keys that a focused control keeps for itself. */
function keeps(focus: FocusKind, press: KeyPress, action: KeyAction, digits: string): boolean {
  const { key } = press;
  const away = press.code.startsWith('Numpad') || /^F\d+$/.test(key);
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
      return !(away || action === 'panic' || action === 'palette' || action === 'escape' || GOES.has(action));
    case 'dialog':
      return !(away || action === 'panic');
    default:
      focus satisfies never;
      return true;
  }
}

/** What a key press means here and now. The whole rule, and nothing else decides. */
export function actionFor(press: KeyPress, context: KeyContext): KeyOutcome {
  const { focus, digits, locked, workspace } = context;
  const digit = digitOf(press);
  if (digit !== null) {
    if (keeps(focus, press, 'digit', digits)) return LEAVE;
    return press.repeat ? { kind: 'swallow' } : { kind: 'do', action: 'digit', detail: digit };
  }
  if (/^F\d{1,2}$/.test(press.key) && !press.ctrlKey && !press.metaKey && !press.altKey && !press.shiftKey) {
    return press.repeat ? LEAVE : { kind: 'do', action: 'functionKey', detail: press.key };
  }
  const found = KEYS.find(
    ({ chords, only }) =>
      (only === undefined || only === workspace) && chords.some((chord) => matches(chord, press)),
  );
  if (!found) return LEAVE;
  // Shift+Esc while typing is a slip of Esc: it leaves the field and never clears air
  const action = found.action === 'clear' && focus === 'typing' ? 'escape' : found.action;
  if (keeps(focus, press, action, digits)) return LEAVE;
  if (press.repeat && !found.repeats) return { kind: 'swallow' };
  if (locked && !found.whenLocked) return { kind: 'locked', action };
  if (digits !== '' && action === 'take' && press.code === 'NumpadEnter') return act('recall');
  if (digits !== '' && press.key === 'Backspace') return act('erase');
  return act(action);
}

const act = (action: KeyAction): KeyOutcome => ({ kind: 'do', action, detail: '' });
