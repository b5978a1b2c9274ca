/**
 * Wakes the store when something is due: to leave by itself, or because an embargo lifts or a fact goes stale.
 * Anchors, so a late timer shows nothing wrong.
 */
import { nextDue } from '../core/commands/stage.ts';
import type { Store } from './store/store.ts';
import type { Sources } from './world.ts';

/** Also the pause between tries, should a tick change nothing. Milliseconds. */
const SHORTEST_WAIT_MS = 10;

/** A timer takes no more: a longer one would fire at once. Milliseconds, about 25 days. */
const LONGEST_WAIT_MS = 2 ** 31 - 1;

export function keepClock(store: Store, { now }: Sources): { stop: () => void } {
  let timer: NodeJS.Timeout | undefined;
  /** Up to when the store has been told of the time, epoch milliseconds. */
  let told = now();
  const wait = (): void => {
    clearTimeout(timer);
    // the clock may have been set back: then what had come lies ahead again
    told = Math.min(told, now());
    const due = nextDue(store.state, told);
    if (due === null) return;
    timer = setTimeout(wake, Math.min(LONGEST_WAIT_MS, Math.max(SHORTEST_WAIT_MS, due - now())));
  };
  const wake = (): void => {
    told = now();
    store.dispatch({ type: 'air.tick' }, { by: 'station', internal: true });
    // a timer may fire a moment early, or the clock may have been set back: then nothing changed, and it is still due
    wait();
  };
  store.onCommit(wait);
  wait();
  return { stop: () => clearTimeout(timer) };
}
