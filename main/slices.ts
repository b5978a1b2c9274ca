/** Long work in slices, so that takes and stages are heard between them. */
import { setImmediate } from 'node:timers/promises';

/** Milliseconds of work before others get a turn. */
const SLICE_MS = 6;

/** Call it often: it waits only when a slice is used up. */
export function slices(longest = SLICE_MS): () => Promise<void> | undefined {
  let since = performance.now();
  return () => {
    if (performance.now() - since < longest) return undefined;
    return setImmediate().then(() => {
      since = performance.now();
    });
  };
}
