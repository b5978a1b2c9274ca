/**
 * Keys as text: modifiers and one key, `Ctrl+Shift+Escape`, `u`, `Space`, `NumpadEnter`. A letter or sign is meant by
 * what it types; numpad keys and digits by their place on the keyboard. Pure.
 */

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

export interface ChordParts {
  ctrl: boolean;
  shift: boolean;
  alt: boolean;
  /** A letter in lower case, a sign, or a name. */
  key: string;
}

/** @param chord as in core/schema/keys.ts; the key itself may be "+" */
export function chordParts(chord: string): ChordParts {
  const match = /^((?:(?:Ctrl|Shift|Alt)\+)*)(.+)$/.exec(chord);
  const modifiers = match?.[1] ?? '';
  const key = match?.[2] ?? chord;
  return {
    ctrl: modifiers.includes('Ctrl'),
    shift: modifiers.includes('Shift'),
    alt: modifiers.includes('Alt'),
    key: key.length === 1 ? key.toLowerCase() : key,
  };
}

export const chordText = ({ ctrl, shift, alt, key }: ChordParts): string =>
  `${ctrl ? 'Ctrl+' : ''}${alt ? 'Alt+' : ''}${shift ? 'Shift+' : ''}${key}`;

/** One way to write each chord, so that two that mean the same are the same. */
export const plainChord = (chord: string): string => chordText(chordParts(chord));

const MODIFIERS = new Set([
  'Control',
  'Shift',
  'Alt',
  'Meta',
  'AltGraph',
  'CapsLock',
  'NumLock',
  'ScrollLock',
]);
const isByPlace = (code: string): boolean => /^(Numpad|Digit)/.test(code);

/** True where the press types a sign or letter, for which Shift is a part of typing it and not a key of its own. */
const isSign = (key: string): boolean =>
  key.length === 1 && key.toLowerCase() === key.toUpperCase() && key !== ' ';

/** The chord of a press; null for a modifier alone, a dead key, or what no keyboard event names. */
export function chordOfPress(press: KeyPress): string | null {
  const { key, code } = press;
  if (MODIFIERS.has(key) || key === 'Dead' || key === 'Unidentified' || key === 'Process' || key === '')
    return null;
  const ctrl = press.ctrlKey || press.metaKey;
  const alt = press.altKey;
  // AltGr types signs on many keyboards, and Windows says of it that Ctrl and Alt are down
  if (ctrl && alt && isSign(key) && !isByPlace(code)) return null;
  const byPlace = isByPlace(code) && (code.startsWith('Numpad') || alt || ctrl);
  if (byPlace) return chordText({ ctrl, alt, shift: press.shiftKey, key: code });
  const name = key === ' ' ? 'Space' : key.length === 1 ? key.toLowerCase() : key;
  return chordText({ ctrl, alt, shift: press.shiftKey && !isSign(key), key: name });
}

const CAPS: Readonly<Record<string, string>> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Escape: 'Esc',
  Backspace: '⌫',
  Delete: 'Del',
  PageUp: 'PgUp',
  PageDown: 'PgDn',
  NumpadEnter: 'Num Enter',
  NumpadDecimal: 'Num .',
  NumpadSubtract: 'Num -',
  NumpadAdd: 'Num +',
  NumpadMultiply: 'Num *',
  NumpadDivide: 'Num /',
};

/** As it is printed on a key cap: `Ctrl ⇧ Esc`. */
export function capOfChord(chord: string): string {
  const { ctrl, shift, alt, key } = chordParts(chord);
  const cap =
    CAPS[key] ??
    (key.length === 1
      ? key.toUpperCase()
      : key
          .replace(/^Digit/, '')
          .replace(/^Numpad/, 'Num ')
          .replace(/^Key/, ''));
  return [ctrl && 'Ctrl', alt && 'Alt', shift && '⇧', cap].filter(Boolean).join(' ');
}

/** As `aria-keyshortcuts` wants it: `Control+Shift+Escape`. */
export function ariaOfChord(chord: string): string {
  const { ctrl, shift, alt, key } = chordParts(chord);
  const name = key.length === 1 ? key.toUpperCase() : key.replace(/^(Digit|Key)/, '').replace(/^Numpad/, '');
  return [ctrl && 'Control', alt && 'Alt', shift && 'Shift', name].filter(Boolean).join('+');
}
