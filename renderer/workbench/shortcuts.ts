/** The workbench's keys. While something is typed none of them works. Pure. */

export const SHORTCUTS = {
  load: { key: 'l', cap: 'L' },
  play: { key: 'p', cap: 'P' },
  continue: { key: 'ArrowRight', cap: '→' },
  update: { key: 'u', cap: 'U' },
  out: { key: 'Backspace', cap: '⌫' },
  skip: { key: 'k', cap: 'K' },
  hold: { key: 'h', cap: 'H' },
  earlier: { key: ',', cap: ',' },
  later: { key: '.', cap: '.' },
  safe: { key: 's', cap: 'S' },
  grid: { key: 'g', cap: 'G' },
  gallery: { key: 'Escape', cap: 'Esc' },
} as const satisfies Record<string, { key: string; cap: string }>;

export type Shortcut = keyof typeof SHORTCUTS;

interface Pressed {
  key: string;
  ctrlKey: boolean;
  altKey: boolean;
  metaKey: boolean;
  repeat: boolean;
}

/** Those that one may keep pressed. */
const REPEATS: ReadonlySet<Shortcut> = new Set(['earlier', 'later']);

/**
 * @param isTyping the caret is in a field, or an open dialog has the keyboard
 * @param usesArrows what has the keyboard is itself worked with the arrow keys, as a slider or a tab is
 */
export function shortcutOf(pressed: Pressed, isTyping: boolean, usesArrows = false): Shortcut | null {
  if (usesArrows && pressed.key.startsWith('Arrow')) return null;
  if (isTyping || pressed.ctrlKey || pressed.altKey || pressed.metaKey) return null;
  const letter = pressed.key.length === 1 ? pressed.key.toLowerCase() : pressed.key;
  const found = (Object.keys(SHORTCUTS) as Shortcut[]).find((name) => SHORTCUTS[name].key === letter);
  return found && (!pressed.repeat || REPEATS.has(found)) ? found : null;
}
