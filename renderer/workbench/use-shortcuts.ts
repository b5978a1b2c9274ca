/** The workbench's keys: never while something is typed, nor under a dialog. */
import { useEffect, useEffectEvent } from 'react';
import { goToPlace } from './place.ts';
import type { Session } from './session.ts';
import { settings } from './settings.ts';
import { shortcutOf, type Shortcut } from './shortcuts.ts';
import type { Controls } from './Transport.tsx';

const isTyping = (target: EventTarget | null): boolean =>
  (target instanceof HTMLElement &&
    target.matches('input:not([type=checkbox]):not([type=radio]):not([type=range]), textarea, select')) ||
  document.querySelector('[role="dialog"]') !== null;

export function useShortcuts(session: Session | null, controls: Controls): void {
  const run = (shortcut: Shortcut): void => {
    const { at, rate } = session?.store.get() ?? { at: null, rate: 1 };
    const frame = 1000 / settings.get().rate;
    switch (shortcut) {
      case 'load':
        return controls.load();
      case 'play':
        return controls.goTo(0);
      case 'continue':
        return controls.continue();
      case 'update':
        return controls.update();
      case 'out':
        return controls.out();
      case 'skip':
        return settings.set({ skip: !settings.get().skip });
      case 'hold':
        return controls.tempo(rate === 0 || at !== null ? 1 : 0);
      case 'earlier':
        return controls.scrub(Math.max(0, (at ?? 0) - frame));
      case 'later':
        return controls.scrub((at ?? 0) + frame);
      case 'safe':
        return settings.set({ safe: !settings.get().safe });
      case 'grid':
        return settings.set({ grid: !settings.get().grid });
      case 'gallery':
        return goToPlace(null);
    }
  };
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    const shortcut = shortcutOf(event, isTyping(event.target));
    if (!shortcut) return;
    event.preventDefault();
    run(shortcut);
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent): void => onKeyDown(event);
    window.addEventListener('keydown', listener);
    return () => window.removeEventListener('keydown', listener);
  }, []);
}
