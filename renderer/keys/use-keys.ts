/**
 * Listens to the keyboard for the whole desk, before any control does, so that a key is handled once: what is
 * an action here never reaches the focused control, its key-up included.
 */
import { useEffect } from 'react';
import { actionFor } from '../../core/keys/action-for.ts';
import { firstKeyMap } from '../../core/schema/keys.ts';
import type { Desk } from '../client/desk.ts';
import { text } from '../text.ts';
import { focusHome, focusKindOf } from './focus.ts';
import { FORGET_DIGITS_MS } from './recall-number.ts';
import type { FocusKind } from './keys.ts';
import { runAction } from './run-action.ts';

const NO_MAP = firstKeyMap();

/** Digits that nobody has finished go, and not without a word: somebody may look away while typing. */
function forgetDigits(desk: Desk): void {
  const { digits } = desk.ui.get();
  if (digits === '') return;
  desk.ui.set({ digits: '' });
  desk.tell(text.playout.forgotten(digits));
}

export function useKeys(desk: Desk): void {
  useEffect(() => {
    let forget: ReturnType<typeof setTimeout> | undefined;
    /** Keys whose key-down was ours: neither their key-up nor their repeats are anyone else's. */
    const down = new Set<string>();
    /** A held key that has moved the keyboard to a field must not type there: E would write over what it came to edit. */
    const isStillOurs = ({ code, repeat }: KeyboardEvent, focus: FocusKind): boolean => {
      if (!repeat) down.delete(code);
      return down.has(code) && (focus === 'typing' || focus === 'dialog');
    };

    const onDown = (event: KeyboardEvent) => {
      const { digits, locked, workspace, assigning } = desk.ui.get();
      if (assigning) return;
      const map = desk.client.store.get().state?.show.keys ?? NO_MAP;
      if (event.isComposing) return;
      const focus = focusKindOf(document.activeElement);
      const outcome = actionFor(event, { focus, digits, locked, workspace, map });
      const isHeld = isStillOurs(event, focus);
      if (outcome.kind === 'leave' && !isHeld) return;
      event.preventDefault();
      event.stopPropagation();
      // of a key whose first press was the control's, its key-up is the control's, too: a held Panic ends with it
      if (!event.repeat) down.add(event.code);
      if (outcome.kind === 'locked') return desk.say('locked', text.refusal.locked);
      if (outcome.kind !== 'do') return;
      clearTimeout(forget);
      runAction(desk, outcome.action, outcome.detail);
      if (desk.ui.get().digits) forget = setTimeout(() => forgetDigits(desk), FORGET_DIGITS_MS);
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
