/**
 * The composition root: binds the port, locks and loads a show, opens its journal, and serves pages, API and sockets
 * on loopback. Plain Node: the desktop app and `serve` both start it.
 */
import { randomBytes } from 'node:crypto';
import { mkdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { setAutoFreeze } from 'immer';
import writeFileAtomic from 'write-file-atomic';
import { asRunLines } from '../core/as-run.ts';
import { factLines, firstLines } from '../core/facts/log.ts';
import type { ShellInfo } from '../core/outputs/displays.ts';
import { afterRestart } from '../core/playout.ts';
import type { OutputInfo } from '../core/protocol.ts';
import type { State } from '../core/state.ts';
import { allRows } from '../core/table.ts';
import { keepClock } from './clock.ts';
import { readDemo } from './demo.ts';
import { shippedElections } from './elections.ts';
import { messageOf, StartError, systemCode } from './errors.ts';
import { Feeds } from './feeds/feeds.ts';
import { Library } from './graphics/library.ts';
import { followTemplates, shownIn } from './graphics/templates.ts';
import { httpApp } from './http/app.ts';
import { HOST, listen, type Listening } from './http/listen.ts';
import { restApi } from './http/rest.ts';
import { Imports } from './imports/imports.ts';
import { chromiumCamera } from './render/camera.ts';
import { Browsers, spawnBrowser, type OpenBrowser } from './render/chromium.ts';
import { findFfmpeg } from './render/ffmpeg.ts';
import { findBrowser } from './render/find-browser.ts';
import { Renders } from './render/renders.ts';
import { RundownTemplates } from './rundown-templates/templates.ts';
import { Hub } from './sockets/hub.ts';
import { AsRunLog, asRunCsv } from './store/as-run-log.ts';
import { FactLog } from './store/fact-log.ts';
import { Journal, type OpenAppend } from './store/journal.ts';
import { lockFolder } from './store/lock.ts';
import { mediaFolder, sweepMedia } from './media/library.ts';
import { writeCopy } from './store/show-copy.ts';
import { loadShow, pathsOf, saveSnapshot, type Loaded } from './store/show-folder.ts';
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
  /** How the journal's file is opened; for tests, whose disk may refuse. */
  openJournal?: OpenAppend;
  /** What pictures are drawn with; for tests. */
  openBrowser?: OpenBrowser;
  ffmpeg?: () => string | null;
}

type Unlock = () => Promise<void>;

export interface Addresses {
  desk: string;
  outputs: { program: string; preview: string; rehearsal: string };
  api: string;
  key: string;
}

export interface Station {
  addresses: Addresses;
  store: Store;
  /** Stages and monitors, connected now. */
  outputs(): OutputInfo[];
  /** @param listener hears of each stage that is ready, and of each beat */
  onStage(listener: (info: OutputInfo) => void): void;
  /** The desktop app tells of its displays and windows; every desk is told. */
  setShell(shell: ShellInfo): void;
  /** Saves now what would be saved in the next quiet moment. */
  save(): Promise<void>;
  /** Writes the show as it is now into another folder, which must not be there yet. */
  saveCopy(folder: string): Promise<void>;
  /** Of all showings, as CSV. */
  asRunCsv(): string;
  /** Why the disk refuses; null while all is well. */
  storageProblem(): string | null;
  /** Saves what is unsaved and stops. */
  close(): Promise<void>;
}

export async function startStation(options: StationOptions): Promise<Station> {
  setAutoFreeze(false);
  const data = resolve(options.data);
  await makeFolder(data);
  const listening = await listen(options.port);
  let unlock: Unlock | null = null;
  try {
    unlock = await lockFolder(join(data, options.show), options.log);
    return await run(options, data, listening, unlock);
  } catch (error) {
    listening.close();
    await unlock?.();
    throw error;
  }
}

async function run(
  options: StationOptions,
  data: string,
  { server, port, answerWith, close: closePort }: Listening,
  unlock: Unlock,
): Promise<Station> {
  const { log, sources = realSources, build, version } = options;
  const key = await keyIn(data);
  const shipped = join(build, 'graphics');
  const folders = options.graphics.map((path) => resolve(path));
  const library = await Library.open({ shipped, folders, data, show: join(data, options.show), log });
  const { store, journal, snapshots, asRun, factLog } = await openShow(
    options,
    join(data, options.show),
    library,
    sources,
  );

  let lastSaved: Promise<boolean> = Promise.resolve(true);
  const saved = () => lastSaved;
  // the first to hear of a commit: pages draw while the disk is still being asked
  const hub = new Hub({
    store,
    key,
    port: () => port,
    saved,
    graphicProblems: () => library.problems,
    sources,
    log,
  });
  store.onCommit(({ revision, at, by, command, patches }) => {
    lastSaved = journal.append({ revision, at, by, command, patches: [...patches] });
    snapshots.changed();
  });
  store.onCommit(({ before, after, at, by }) => asRun.append(asRunLines(before.air, after.air, at, by)));
  store.onCommit(({ before, after, patches, command, at, by }) =>
    factLog.append(factLines(before, after, patches, command, by, at)),
  );
  const clock = keepClock(store, sources);
  store.onCommit(({ command, by, revision }) => log.info({ command: command.type, by, revision }, 'done'));
  store.onRefusal(({ result, type, by }) =>
    log.info({ command: type, by, code: result.code }, result.detail),
  );

  const feeds = new Feeds({
    store,
    sources,
    folder: join(data, options.show),
    log,
    tell: (statuses) => hub.setFeeds(statuses),
  });
  const imports = new Imports({ store, newId: sources.newId, log });
  const browsers = new Browsers(options.openBrowser ?? (() => openBrowserHere(log)));
  const renders = new Renders({
    store,
    find: (id, hash) => {
      const graphic = hash === null ? store.graphics.get(id) : library.versionOf(id, hash);
      const folder = graphic ? library.folderOf(id, graphic.hash) : null;
      return graphic && folder !== null ? { graphic, folder } : null;
    },
    camera: chromiumCamera(browsers, () => `http://${HOST}:${port}/render?key=${key}`),
    ffmpeg: options.ffmpeg ?? (() => findFfmpeg()),
    data,
    sources,
    log,
  });
  const media = mediaFolder(join(data, options.show));
  const api = restApi({
    store,
    feeds,
    imports,
    renders,
    elections: shippedElections(join(build, 'elections'), log),
    asRun,
    factLog,
    now: () => sources.now(),
    saved,
    outputs: () => hub.outputs(),
    shell: () => hub.shell,
    storageProblem: () => journal.problem,
    rundownTemplates: new RundownTemplates(data),
    media,
    library,
    version,
  });
  hub.attach(server);
  const pages = join(build, 'pages');
  answerWith(httpApp({ key, port: () => port, pages, library, media, api, log }));
  const unfollow = await followTemplates({
    library,
    store,
    // where Tallydesk itself is worked on, its own templates change too
    watched: process.env['TALLYDESK_DEV'] === '1' ? [shipped, ...folders] : folders,
    tell: () => hub.tellGraphics(),
    log,
  });
  const { cued } = store.state.air;
  if (cued) store.dispatch({ type: 'cue.recall', cueId: cued }, { by: 'station' });
  log.info({ show: options.show, port, version }, 'ready');

  return {
    addresses: addressesOf(port, key),
    store,
    outputs: () => hub.outputs(),
    onStage: (listener) => hub.onStage(listener),
    setShell: (shell) => hub.setShell(shell),
    save: () => snapshots.save(),
    saveCopy: (folder) => writeCopy(folder, store.state, store.revision, sources.now(), media),
    asRunCsv: () => asRunCsv(asRun.entries()),
    storageProblem: () => journal.problem,
    async close() {
      clock.stop();
      await unfollow();
      await feeds.close();
      await imports.close();
      const calledOff = renders.close();
      await browsers.close();
      await calledOff;
      hub.close();
      closePort();
      hub.terminate();
      await snapshots.close();
      await journal.close();
      await asRun.close();
      await factLog.close();
      await unlock();
      log.info('stopped');
    },
  };
}

async function openBrowserHere(log: Log) {
  const path = findBrowser();
  return path === null ? null : spawnBrowser(path, log);
}

/** The show from disk with nothing on air, and what keeps it there. */
async function openShow(options: StationOptions, folder: string, library: Library, { now, newId }: Sources) {
  const { log, waiveFourEyes } = options;
  const loaded = await loadOrSeed(folder, options, now());
  for (const note of loaded.notes) log.error({ show: options.show }, note);
  // after a repair nobody knows what is needed: then nothing is deleted
  if (loaded.notes.length === 0) await sweepMedia(mediaFolder(folder), loaded.state);
  const paths = pathsOf(folder);
  const asRun = await AsRunLog.open(paths.asRun, log);
  const { log: factLog, isNew } = await FactLog.open(paths.facts, log);
  // a show from before there was a log, or a demo show: its history begins with the facts as they are
  if (isNew) factLog.append(firstLines(allRows(loaded.state.show.facts)));
  const journal = await Journal.open(paths.journal, loaded.lines, log, options.openJournal);
  // a clean start: a half line at the journal's end is behind us, and the folder has proved that it can be written
  await saveSnapshot(folder, loaded.state, loaded.revision, now(), () =>
    journal.rotate(paths.previousJournal),
  );

  const state: State = { ...loaded.state, air: afterRestart(loaded.state.air) };
  const revision = loaded.revision + 1;
  // in the journal like any other change, so that it reads on without a gap from the snapshot before this one too
  const patches = [{ op: 'replace' as const, path: ['air'], value: state.air }];
  void journal.append({ revision, at: now(), by: 'station', command: { type: 'station.start' }, patches });
  await library.loadKept(shownIn(state.air).values());
  const store = new Store({
    state,
    revision,
    graphics: library.graphics,
    versionOf: (id, hash) => library.versionOf(id, hash),
    waiveFourEyes,
    sources: { now, newId },
    log,
  });
  const snapshots = new Snapshots({ folder, journal, store, now, log });
  return { store, journal, snapshots, asRun, factLog };
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
  try {
    await writeFileAtomic(path, key + '\n', { mode: 0o600 });
  } catch (error) {
    throw new StartError(`the data folder ${data} cannot be written: ${messageOf(error)}`);
  }
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
