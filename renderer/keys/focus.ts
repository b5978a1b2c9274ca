/** Tells where the keyboard is, by the role of what has focus: the half of the key rules that needs a page. */
import type { FocusKind } from './keys.ts';

/** Inputs that show a caret or take typing keys. */
const TYPING = new Set(['text', 'search', 'number', 'email', 'url', 'tel', 'password', 'time', 'date']);

export function focusKindOf(element: Element | null): FocusKind {
  if (!element || element === document.body)
    return document.querySelector('[role="dialog"]') ? 'dialog' : 'free';
  if (element.closest('[role="dialog"]')) return 'dialog';
  if (element instanceof HTMLInputElement) {
    if (TYPING.has(element.type)) return 'typing';
    return element.type === 'checkbox' || element.type === 'radio' ? 'check' : 'typing';
  }
  if (element instanceof HTMLTextAreaElement || element instanceof HTMLSelectElement) return 'typing';
  if (element instanceof HTMLElement && element.isContentEditable) return 'typing';
  // a row of a form that moves, in which somebody types: the keyboard waits there until it has moved
  if (element.hasAttribute('data-row')) return 'typing';
  if (element.getAttribute('role') === 'tab') return 'tabs';
  if (element.hasAttribute('data-own-arrows')) return 'list';
  return element instanceof HTMLButtonElement || element instanceof HTMLAnchorElement ? 'button' : 'free';
}

/** Where the keyboard rests when nobody types: the first list of the workspace. */
export function focusHome(): void {
  const home = document.querySelector<HTMLElement>('main [role="grid"]');
  if (home) home.focus({ preventScroll: true });
  else if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
}
