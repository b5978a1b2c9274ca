/**
 * Listens to the keyboard for the whole desk, before any control does, so that a key is handled once: what is
 * an action here never reaches the focused control, its key-up included.
 */
import { useEffect } from 'react';
import type { Desk } from '../client/desk.ts';
import { text } from '../text.ts';
import { focusHome, focusKindOf } from './focus.ts';
import { actionFor } from './keys.ts';
import { FORGET_DIGITS_MS } from './recall-number.ts';
import { runAction } from './run-action.ts';

export function useKeys(desk: Desk): void {
  useEffect(() => {
    let forget: ReturnType<typeof setTimeout> | undefined;
    /** Keys whose key-down was ours: their key-up must not press a button either. */
    const down = new Set<string>();

    const onDown = (event: KeyboardEvent) => {
      const { digits, locked, functionKeys, workspace } = desk.ui.get();
      if (event.isComposing) return;
      const focus = focusKindOf(document.activeElement);
      const outcome = actionFor(event, { focus, digits, locked, workspace });
      if (outcome.kind === 'leave') return;
      // an unassigned function key is the browser's: F5, F11
      if (outcome.kind === 'do' && outcome.action === 'functionKey' && !functionKeys[outcome.detail]) return;
      event.preventDefault();
      event.stopPropagation();
      down.add(event.code);
      if (outcome.kind === 'locked') return desk.say('locked', text.refusal.locked);
      if (outcome.kind !== 'do') return;
      clearTimeout(forget);
      runAction(desk, outcome.action, outcome.detail);
      if (desk.ui.get().digits) forget = setTimeout(() => desk.ui.set({ digits: '' }), FORGET_DIGITS_MS);
    };
    const onUp = (event: KeyboardEvent) => {
      if (!down.delete(event.code)) return;
      event.preventDefault();
      event.stopPropagation();
    };
    /** A check box or drop-down used with the mouse gives the keyboard back, so that Space is Take again. */
    let byMouse = false;
    const onPointer = () => (byMouse = true);
    const onAnyKey = () => (byMouse = false);
    const onChange = ({ target }: Event) => {
      const isChoice =
        target instanceof HTMLSelectElement ||
        (target instanceof HTMLInputElement && target.type === 'checkbox');
      if (byMouse && isChoice && !target.closest('[role="dialog"]')) focusHome();
    };

    window.addEventListener('keydown', onAnyKey, true);
    window.addEventListener('keydown', onDown, true);
    window.addEventListener('keyup', onUp, true);
    window.addEventListener('pointerdown', onPointer, true);
    window.addEventListener('change', onChange);
    return () => {
      clearTimeout(forget);
      window.removeEventListener('keydown', onAnyKey, true);
      window.removeEventListener('keydown', onDown, true);
      window.removeEventListener('keyup', onUp, true);
      window.removeEventListener('pointerdown', onPointer, true);
      window.removeEventListener('change', onChange);
    };
  }, [desk]);
}
