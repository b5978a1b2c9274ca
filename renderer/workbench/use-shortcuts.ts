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

const usesArrows = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  target.matches(
    'input[type=range], input[type=radio], [role=tab], [role=radio], [role=slider], [role=option]',
  );

/** @param isEdited data was typed that is nowhere else: Esc, so near at hand, does not leave it */
export function useShortcuts(session: Session | null, controls: Controls, isEdited: boolean): void {
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
        return isEdited ? undefined : goToPlace(null);
    }
  };
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    const shortcut = shortcutOf(event, isTyping(event.target), usesArrows(event.target));
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
