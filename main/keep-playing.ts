/** What a process that is on air does when something goes wrong where nobody caught it: write it down and play on. */
import type { Log } from './world.ts';

export function keepPlaying(log: Log): void {
  process.on('unhandledRejection', (error) => log.error({ err: error }, 'an unhandled rejection: a bug'));
  process.on('uncaughtException', (error) => log.error({ err: error }, 'an uncaught exception: a bug'));
  // a terminal that was closed: writing of it there would fail again, for ever
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});
}
