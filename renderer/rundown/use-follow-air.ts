/**
 * Keeps what comes next in sight. Whoever scrolls, drags or presses in the list has it for themselves for a while: it
 * never moves under somebody's hand.
 */
import { useEffect, useRef, type RefObject } from 'react';
import { useDesk, useStation, useUi } from '../client/desk.ts';

/** Milliseconds after the last touch of a hand. */
const HANDS_OFF_MS = 6000;

export function useFollowAir(scroller: RefObject<HTMLDivElement | null>): void {
  const desk = useDesk();
  const follows = useUi((ui) => ui.followsAir);
  const cued = useStation(({ state }) => state?.air.cued ?? null);
  const lastHand = useRef(-Infinity);
  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const touched = () => (lastHand.current = performance.now());
    const kinds = ['wheel', 'pointerdown', 'touchmove'] as const;
    for (const kind of kinds) element.addEventListener(kind, touched, { passive: true });
    return () => {
      for (const kind of kinds) element.removeEventListener(kind, touched);
    };
  }, [scroller]);
  useEffect(() => {
    if (!follows || cued === null || performance.now() - lastHand.current < HANDS_OFF_MS) return;
    desk.ui.set({ reveal: { id: cued } });
  }, [desk, follows, cued]);
}
