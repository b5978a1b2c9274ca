/** Wakes the store when something is due to leave by itself. Anchors, so a late timer shows nothing wrong. */
import { nextDue } from '../core/commands/stage.ts';
import type { Store } from './store/store.ts';
import type { Sources } from './world.ts';

/** Also the pause between tries, should a tick change nothing. Milliseconds. */
const SHORTEST_WAIT_MS = 10;

export function keepClock(store: Store, { now }: Sources): { stop: () => void } {
  let timer: NodeJS.Timeout | undefined;
  const wait = (): void => {
    clearTimeout(timer);
    const due = nextDue(store.state);
    if (due !== null) timer = setTimeout(wake, Math.max(SHORTEST_WAIT_MS, due - now()));
  };
  const wake = (): void => {
    store.dispatch({ type: 'air.tick' }, { by: 'station', internal: true });
    // a timer may fire a moment early, or the clock may have been set back: then nothing changed, and it is still due
    wait();
  };
  store.onCommit(wait);
  wait();
  return { stop: () => clearTimeout(timer) };
}
