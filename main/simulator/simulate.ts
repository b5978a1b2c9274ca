/**
 * `npm run feed:simulate`: counts a night that could have been, in the Commission's file layout, and ends exactly at the
 * stored result. One line on stdout when the feed is there; how far it is, on stderr.
 */
import { resolve } from 'node:path';
import { StartError, whyNot } from '../errors.ts';
import { readElections } from '../tools/elections.ts';
import { standsIn } from '../tools/stands-in.ts';
import { HELP, readArguments, type Arguments } from './arguments.ts';
import { clearFolder, writeFolder } from './folder.ts';
import { filesAt, isSlow, SLOW_MS, type Published, type Step } from './nasty.ts';
import { planNight, type Night } from './night.ts';
import { serveFeed } from './server.ts';
import { momentOf, progressOf, stateAt } from './state.ts';

/** Where a count goes to. */
interface Outlet {
  ready: Record<string, string>;
  publish(files: Published, step: Step): Promise<void>;
}

async function folderOutlet(given: string): Promise<Outlet> {
  const folder = resolve(standsIn('feed:simulate'), given);
  await clearFolder(folder);
  let before: Published = new Map();
  return {
    ready: { folder },
    async publish(files) {
      await writeFolder(folder, files, before);
      before = files;
    },
  };
}

async function httpOutlet({ port, nasty }: Arguments): Promise<Outlet> {
  const server = await serveFeed(port);
  return {
    ready: { url: server.url },
    publish(files, step) {
      server.publish(files, Date.now());
      server.delay(isSlow(nasty, step) ? SLOW_MS : 0);
      return Promise.resolve();
    },
  };
}

async function nightOf({ election, seed }: Arguments): Promise<Night> {
  const elections = await readElections(resolve(import.meta.dirname, '..'));
  const record = elections.find(({ id }) => id === election);
  if (record) return planNight(record, seed);
  const ids = elections.map(({ id }) => id).join(', ');
  throw new StartError(`--election: there is no "${election}"; there are ${ids}`, 2);
}

function tell(night: Night, moment: number): void {
  const state = stateAt(night, moment);
  const { counted, places } = progressOf(state);
  const { parties, house } = state.allocation;
  const seats = parties
    .filter(({ total }) => total > 0)
    .sort((a, b) => b.total - a.total)
    .map(({ id, total }) => `${id} ${total}`);
  const percent = (Math.floor((counted * 1000) / places) / 10).toFixed(1);
  process.stderr.write(`${percent}% counted · ${seats.join(', ') || 'no seats yet'} of ${house}\n`);
}

/** One update after the other until the end; late ones are not made up for. */
async function count(night: Night, args: Arguments, outlet: Outlet): Promise<void> {
  const until = momentOf(night, args.hold);
  const lasts = args.minutes * 60_000;
  const started = performance.now();
  let before = -1;
  for (;;) {
    const at = Math.min(1, (performance.now() - started) / lasts);
    const step: Step = { at: before < 0 ? 0 : at, before };
    await outlet.publish(filesAt(night, args.nasty, step, until), step);
    tell(night, step.at * until);
    if (before < 0) process.stdout.write(`feed ready ${JSON.stringify(outlet.ready)}\n`);
    if (step.at === 1) return;
    before = step.at;
    const left = lasts - (performance.now() - started);
    await new Promise((done) => setTimeout(done, Math.max(0, Math.min(args.every * 1000, left))));
  }
}

async function main(): Promise<void> {
  const args = readArguments(process.argv.slice(2));
  if (args === null) {
    process.stdout.write(HELP);
    return;
  }
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => process.exit(0));
  const night = await nightOf(args);
  const outlet = args.folder === null ? await httpOutlet(args) : await folderOutlet(args.folder);
  await count(night, args, outlet);
  process.stderr.write(args.folder === null ? 'all counted: serving it until stopped\n' : 'all counted\n');
}

main().catch((error: unknown) => {
  const { line, exitCode } = whyNot(error);
  process.stderr.write(`feed:simulate: ${line}\n`);
  process.exit(exitCode);
});
