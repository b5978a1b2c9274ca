/** `npm run serve`: the station without a window. One line on stdout when it is ready; SIGTERM stops it cleanly. */
import { join, resolve } from 'node:path';
import { readArgs } from './args.ts';
import { collectAfterStart } from './collect.ts';
import { messageOf, StartError, whyNot } from './errors.ts';
import { keepPlaying } from './keep-playing.ts';
import { Shows } from './shows/shows.ts';
import { version } from './version.ts';
import { openLog } from './world.ts';

async function main(): Promise<void> {
  const args = readArgs(process.argv.slice(2), { data: 'data' });
  const log = openLogOrExplain(args.data);
  const options = { ...args, build: resolve(import.meta.dirname, '..'), version, log };
  const shows = await Shows.start(options, {
    stopOutputs: () => undefined,
    opened: () => undefined,
    notOpened: (why) => log.error(why),
    lost: (error) => {
      process.stderr.write(`tallydesk: ${whyNot(error).line}\n`);
      process.exit(1);
    },
  });

  let stopping = false;
  const stop = () => {
    if (stopping) return;
    stopping = true;
    shows.close().then(
      () => process.exit(0),
      (error: unknown) => {
        log.error({ err: error }, 'stopping failed');
        process.exit(1);
      },
    );
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
  process.on('SIGHUP', stop);
  keepPlaying(log);
  collectAfterStart();
  // last: whoever reads it may stop us at once
  process.stdout.write(`tallydesk ready ${JSON.stringify(shows.station.addresses)}\n`);
}

function openLogOrExplain(data: string): ReturnType<typeof openLog> {
  try {
    return openLog(join(data, 'logs'));
  } catch (error) {
    throw new StartError(`the data folder ${data} cannot be used: ${messageOf(error)}`);
  }
}

main().catch((error: unknown) => {
  const { line, exitCode } = whyNot(error);
  process.stderr.write(`tallydesk: ${line}\n`);
  process.exit(exitCode);
});
