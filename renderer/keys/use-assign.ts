/**
 * Press-to-assign: while a row listens, the next key press goes to it and to nothing else, air included. Panic is heard
 * all the same.
 */
import { useEffect, useState } from 'react';
import type { MapAction } from '../../core/keys/actions.ts';
import { chordOfPress } from '../../core/keys/chord.ts';
import { ALWAYS_PANIC } from '../../core/keys/map.ts';
import { useDesk } from '../client/desk.ts';
import { judgePress, type Pressed } from './new-chords.ts';
import { runAction } from './run-action.ts';

export interface Listening {
  action: MapAction;
  /** Which of its chords is replaced; past the end adds one. */
  at: number;
  /** What was pressed and cannot simply be given; null while nothing was. */
  pressed: Exclude<Pressed, { kind: 'fine' }> | null;
}

const takesEscape = (action: MapAction): boolean =>
  action === 'escape' || action === 'clear' || action === 'panic';

export function useAssign() {
  const desk = useDesk();
  const [listening, setListening] = useState<Listening | null>(null);
  const isOpen = listening !== null && listening.pressed?.kind !== 'taken';
  useEffect(() => {
    desk.ui.set({ assigning: isOpen });
    if (!isOpen) return;
    const onKey = (event: KeyboardEvent) => {
      const chord = chordOfPress(event);
      event.preventDefault();
      event.stopPropagation();
      if (chord === null || event.repeat || event.isComposing) return;
      const { action, at } = listening;
      if (chord === ALWAYS_PANIC && action !== 'panic') {
        setListening(null);
        return runAction(desk, 'panic');
      }
      if (chord === 'Escape' && !takesEscape(action)) return setListening(null);
      const map = desk.client.store.get().state?.show.keys;
      if (!map) return;
      const judged = judgePress(map, action, at, chord);
      if (judged.kind !== 'fine') return setListening({ action, at, pressed: judged });
      void desk.send({ type: 'keys.set', action, chords: judged.chords });
      setListening(null);
    };
    window.addEventListener('keydown', onKey, true);
    return () => {
      window.removeEventListener('keydown', onKey, true);
      desk.ui.set({ assigning: false });
    };
  }, [desk, listening, isOpen]);
  return {
    listening,
    listen: (action: MapAction, at: number) => setListening({ action, at, pressed: null }),
    leave: () => setListening(null),
    swap: () => {
      if (listening?.pressed?.kind !== 'taken') return;
      const { chords } = listening.pressed;
      void desk.send({ type: 'keys.set', action: listening.action, chords, swap: true });
      setListening(null);
    },
  };
}

export type Assign = ReturnType<typeof useAssign>;
