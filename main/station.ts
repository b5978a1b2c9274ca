/**
 * The composition root: loads a show, opens its journal, serves pages, API and sockets on loopback, and keeps the
 * clock for what leaves by itself. Plain Node: the desktop app and `serve` both start it.
 */
import { randomBytes } from 'node:crypto';
import { mkdir, readFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import type { Server } from 'node:http';
import { join, resolve } from 'node:path';
import { createAdaptorServer } from '@hono/node-server';
import { setAutoFreeze } from 'immer';
import writeFileAtomic from 'write-file-atomic';
import { asRunLines } from '../core/as-run.ts';
import { nextDue } from '../core/commands/stage.ts';
import { afterRestart } from '../core/playout.ts';
import type { State } from '../core/state.ts';
import { readDemo } from './demo.ts';
import { messageOf, StartError, systemCode } from './errors.ts';
import { findGraphics } from './graphics.ts';
import { httpApp } from './http/app.ts';
import { restApi } from './http/rest.ts';
import { Hub } from './sockets/hub.ts';
import { AsRunLog } from './store/as-run-log.ts';
import { Journal } from './store/journal.ts';
import { loadShow, pathsOf, type Loaded } from './store/show-folder.ts';
import { Snapshots } from './store/snapshots.ts';
import { Store } from './store/store.ts';
import { realSources, type Log, type Sources } from './world.ts';

export interface StationOptions {
  /** 0 picks a free port. */
  port: number;
  data: string;
  show: string;
  /** Folders of OGraf packages besides the shipped ones. */
  graphics: readonly string[];
  waiveFourEyes: boolean;
  /** The build's folder: pages, graphics, demo shows. */
  build: string;
  version: string;
  log: Log;
  sources?: Sources;
}

export interface Addresses {
  desk: string;
  outputs: { program: string; preview: string; rehearsal: string };
  api: string;
  key: string;
}

export interface Station {
  addresses: Addresses;
  store: Store;
  /** Saves what is unsaved and stops. */
  close(): Promise<void>;
}

const HOST = '127.0.0.1';

export async function startStation(options: StationOptions): Promise<Station> {
  const { log, sources = realSources, build, version } = options;
  setAutoFreeze(false);
  const data = resolve(options.data);
  await makeFolder(data);
  const key = await keyIn(data);
  const folder = join(data, options.show);
  const found = await findGraphics([
    join(build, 'graphics'),
    ...options.graphics.map((path) => resolve(path)),
  ]);
  for (const problem of found.problems) log.error({ problem }, 'a template is not offered');
  const loaded = await loadOrSeed(folder, options, sources.now());
  for (const note of loaded.notes) log.error({ show: options.show }, note);

  const store = new Store({
    state: { ...loaded.state, air: afterRestart(loaded.state.air) },
    revision: loaded.revision + 1,
    graphics: new Map([...found.packages].map(([id, { graphic }]) => [id, graphic])),
    waiveFourEyes: options.waiveFourEyes,
    sources,
    log,
  });
  const paths = pathsOf(folder);
  const journal = await Journal.open(paths.journal, loaded.lines, log);
  const snapshots = new Snapshots({ folder, journal, store, now: sources.now, log });
  // the air after a restart is a change that no journal line tells: it begins a new snapshot
  await snapshots.save();
  const asRun = await AsRunLog.open(paths.asRun, log);

  let lastSaved: Promise<boolean> = Promise.resolve(true);
  store.onCommit(({ revision, at, by, command, patches }) => {
    lastSaved = journal.append({ revision, at, by, command, patches: [...patches] });
    snapshots.changed();
  });
  store.onCommit(({ before, after, at, by }) => asRun.append(asRunLines(before.air, after.air, at, by)));
  const clock = keepClock(store, sources);
  store.onCommit(({ after }) => clock.set(after));
  store.onCommit(({ command, by, revision }) => log.info({ command: command.type, by, revision }, 'done'));
  store.onRefusal(({ result, type, by }) =>
    log.info({ command: type, by, code: result.code }, result.detail),
  );

  let port = options.port;
  const saved = () => lastSaved;
  const hub = new Hub({ store, key, port: () => port, saved, sources, log });
  const api = restApi({
    store,
    asRun,
    saved,
    outputs: () => hub.outputs(),
    storageProblem: () => journal.problem,
    graphicProblems: () => found.problems,
    version,
  });
  const app = httpApp({
    key,
    port: () => port,
    pages: join(build, 'pages'),
    packages: () => found.packages,
    api,
    log,
  });
  const server = createAdaptorServer({ fetch: app.fetch }) as Server;
  hub.attach(server);
  port = await listen(server, options.port);
  const { cued } = store.state.air;
  if (cued) store.dispatch({ type: 'cue.recall', cueId: cued }, { by: 'station' });
  log.info({ show: options.show, port, version }, 'ready');

  return {
    addresses: addressesOf(port, key),
    store,
    async close() {
      clock.stop();
      hub.close();
      server.close();
      server.closeAllConnections();
      hub.terminate();
      await snapshots.close();
      await journal.close();
      await asRun.close();
      log.info('stopped');
    },
  };
}

async function makeFolder(path: string): Promise<void> {
  try {
    await mkdir(path, { recursive: true });
  } catch (error) {
    throw new StartError(`the data folder ${path} cannot be made: ${messageOf(error)}`);
  }
}

/** The same key at every start, so that an output page which outlives the station finds it again. */
async function keyIn(data: string): Promise<string> {
  const path = join(data, 'key');
  try {
    const key = (await readFile(path, 'utf8')).trim();
    if (/^[\w-]{20,}$/.test(key)) return key;
  } catch (error) {
    if (systemCode(error) !== 'ENOENT') throw new StartError(`${path} cannot be read: ${messageOf(error)}`);
  }
  const key = randomBytes(18).toString('base64url');
  await writeFileAtomic(path, key + '\n', { mode: 0o600 });
  return key;
}

async function loadOrSeed(
  folder: string,
  { build, show, data }: StationOptions,
  now: number,
): Promise<Loaded> {
  const loaded = await loadShow(folder, now);
  if (loaded) return loaded;
  const demo = await readDemo(join(build, 'demo'), show);
  if (!demo) throw new StartError(`there is no show "${show}" in ${data}, and no demo show of that name`);
  await makeFolder(folder);
  return { state: demo, revision: 0, lines: 0, notes: [] };
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((done, fail) => {
    server.once('error', (error) => {
      const busy = systemCode(error) === 'EADDRINUSE';
      fail(new StartError(busy ? `port ${port} is in use: choose another with --port` : messageOf(error)));
    });
    server.listen(port, HOST, () => done((server.address() as AddressInfo).port));
  });
}

/** Wakes the store when something is due to leave by itself. Anchors, so a late timer shows nothing wrong. */
function keepClock(store: Store, { now }: Sources) {
  let timer: NodeJS.Timeout | undefined;
  return {
    set(state: State): void {
      clearTimeout(timer);
      const due = nextDue(state);
      if (due === null) return;
      timer = setTimeout(
        () => store.dispatch({ type: 'air.tick' }, { by: 'station', internal: true }),
        Math.max(0, due - now()),
      );
    },
    stop: () => clearTimeout(timer),
  };
}

export function addressesOf(port: number, key: string): Addresses {
  const base = `http://${HOST}:${port}`;
  const output = (channel: string) => `${base}/output/${channel}?key=${key}`;
  return {
    desk: `${base}/desk?key=${key}`,
    outputs: { program: output('program'), preview: output('preview'), rehearsal: output('rehearsal') },
    api: `${base}/api/v1`,
    key,
  };
}
