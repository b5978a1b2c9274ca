/**
 * Reading a large show leaves its text and an unchecked copy behind. A quiet station gives V8 no reason to collect
 * them for hours, so it is asked once, when the start is over.
 */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** After "ready", so that nobody waits for it. Milliseconds. */
const AFTER_MS = 500;

export function collectAfterStart(): void {
  const timer = setTimeout(() => {
    setFlagsFromString('--expose-gc');
    const gc: unknown = runInNewContext('gc');
    if (typeof gc === 'function') (gc as () => void)();
  }, AFTER_MS);
  timer.unref();
}
