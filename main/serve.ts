/** `npm run serve`: the station without a window. One line on stdout when it is ready; SIGTERM stops it cleanly. */
import { resolve } from 'node:path';
import { readArgs } from './args.ts';
import { messageOf, StartError } from './errors.ts';
import { startStation } from './station.ts';
import { version } from './version.ts';
import { openLog } from './world.ts';

async function main(): Promise<void> {
  const args = readArgs(process.argv.slice(2), { data: 'data' });
  const log = openLogOrExplain(args.data);
  const station = await startStation({ ...args, build: resolve(import.meta.dirname, '..'), version, log });
  process.stdout.write(`tallydesk ready ${JSON.stringify(station.addresses)}\n`);

  let stopping = false;
  const stop = () => {
    if (stopping) return;
    stopping = true;
    station.close().then(
      () => process.exit(0),
      (error: unknown) => {
        log.error({ err: error }, 'stopping failed');
        process.exit(1);
      },
    );
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
  // playout goes on whatever a forgotten promise does
  process.on('unhandledRejection', (error) => log.error({ err: error }, 'an unhandled rejection: a bug'));
  process.on('uncaughtException', (error) => log.error({ err: error }, 'an uncaught exception: a bug'));
}

function openLogOrExplain(data: string): ReturnType<typeof openLog> {
  try {
    return openLog(data);
  } catch (error) {
    throw new StartError(`the data folder ${data} cannot be used: ${messageOf(error)}`);
  }
}

main().catch((error: unknown) => {
  const line = error instanceof StartError ? error.message : `this is a bug: ${messageOf(error)}`;
  process.stderr.write(`tallydesk: ${line.replaceAll('\n', ' ')}\n`);
  process.exit(error instanceof StartError ? error.exitCode : 1);
});
