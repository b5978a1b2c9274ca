/** Stopping: one thing after the other, and all of them, whatever fails on the way. */
import type { Log } from './world.ts';

/** What cannot be stopped is logged: everything else is saved and let go of all the same. */
export async function closeAll(steps: readonly (() => unknown)[], log: Log): Promise<void> {
  for (const step of steps) {
    try {
      await step();
    } catch (error) {
      log.error({ err: error }, 'something could not be stopped cleanly');
    }
  }
}
