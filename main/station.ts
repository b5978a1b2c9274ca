/**
 * The composition root: binds the port, locks and loads a show, opens its journal, and serves pages, API and sockets
 * on loopback. Plain Node: the desktop app and `serve` both start it.
 */
import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { setAutoFreeze } from 'immer';
import { asRunLines } from '../core/as-run.ts';
import { asStep, factLines, firstLines } from '../core/facts/log.ts';
import type { ShellInfo } from '../core/outputs/displays.ts';
import { afterRestart } from '../core/playout.ts';
import type { OutputInfo } from '../core/protocol.ts';
import type { State } from '../core/state.ts';
import { allRows } from '../core/table.ts';
import { keepClock } from './clock.ts';
import { closeAll } from './close-all.ts';
import { readDemo } from './demo.ts';
import { shippedElections } from './elections.ts';
import { messageOf, StartError } from './errors.ts';
import { Feeds } from './feeds/feeds.ts';
import { Library } from './graphics/library.ts';
import { followTemplates, shownIn } from './graphics/templates.ts';
import { httpApp } from './http/app.ts';
import { inAddress, stationNames } from './http/guard.ts';
import { HOST, listen, type Listening } from './http/listen.ts';
import { restApi } from './http/rest.ts';
import { Imports } from './imports/imports.ts';
import { keyIn } from './key-file.ts';
import { openRehearsals } from './rehearsal/rehearsals.ts';
import { chromiumCamera } from './render/camera.ts';
import { Browsers, spawnBrowser, type OpenBrowser } from './render/chromium.ts';
import { findFfmpeg } from './render/ffmpeg.ts';
import { findBrowser } from './render/find-browser.ts';
import { Renders } from './render/renders.ts';
import { RundownTemplates } from './rundown-templates/templates.ts';
import { Hub } from './sockets/hub.ts';
import type { StageCamera } from './as-run/pictures.ts';
import { keepRecords, type Records } from './as-run/records.ts';
import type { ShowsControl } from './shows/control.ts';
import { noteOpened } from './shows/shelf.ts';
import { Versions } from './shows/versions.ts';
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
  /** Addresses of this machine besides loopback, for other machines; none where left out. */
  listen?: readonly string[];
  /** By which other machines call this one. */
  names?: readonly string[];
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
  /** Takes a picture of each showing from the stage. */
  pictures?: boolean;
  /** Whoever can open another show in this one's place. */
  shows?: ShowsControl;
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
  /** What takes pictures of showings, where there is something better than the hidden browser: null where it cannot. */
  setStageCamera(camera: StageCamera): void;
  /** Saves what is unsaved and stops. */
  close(): Promise<void>;
}

export async function startStation(options: StationOptions): Promise<Station> {
  setAutoFreeze(false);
  const data = resolve(options.data);
  await makeFolder(data);
  const listening = await listen(options.port, options.listen);
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
  { servers, port, answerWith, close: closePort }: Listening,
  unlock: Unlock,
): Promise<Station> {
  const { log, sources = realSources, build, version } = options;
  const key = await keyIn(data, 'key');
  const keys = { key, viewKey: await keyIn(data, 'view-key') };
  const others = options.listen ?? [];
  const names = stationNames(others, options.names ?? []);
  if (others.length > 0)
    log.warn(
      { listen: others, port },
      'other machines on these networks can reach the station; keys travel unencrypted',
    );
  const shipped = join(build, 'graphics');
  const folders = options.graphics.map((path) => resolve(path));
  const library = await Library.open({ shipped, folders, data, show: join(data, options.show), log });
  const { store, journal, snapshots, asRun, factLog, versions } = await openShow(
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
    keys,
    names,
    port: () => port,
    saved,
    graphicProblems: () => library.problems,
    sources,
    log,
  });
  store.seats = () => hub.presence.takers();
  store.onCommit(({ revision, at, by, command, patches }) => {
    lastSaved = journal.append({ revision, at, by, command, patches: [...patches] });
    snapshots.changed();
  });
  // feeds may bring news while pictures are still being looked up
  let shown: Records['shown'] = () => undefined;
  store.onCommit(({ before, after, at, by }) => {
    const lines = asRunLines(before.air, after.air, at, by);
    asRun.append(lines);
    shown(lines);
  });
  store.onCommit(({ before, after, patches, command, answer, at, by }) =>
    factLog.append(factLines(before, after, patches, asStep(command, answer), by, at)),
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
  const elections = shippedElections(join(build, 'elections'), log);
  const { nights, rehearsals } = await openRehearsals({
    store,
    sources,
    folder: join(data, options.show),
    elections,
    tell: (night) => hub.setNight(night),
    log,
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
  const folder = join(data, options.show);
  const media = mediaFolder(folder);
  const records = await keepRecords({
    store,
    journal,
    snapshots,
    asRun,
    factLog,
    versions,
    pictures: options.pictures ? pathsOf(folder).pictures : null,
    browsers,
    stage: (channel) => addressesOf(port, key).outputs[channel],
    tell: (state) => hub.setStorage(state),
    now: () => sources.now(),
    log,
  });
  ({ shown } = records);
  journal.onSaved = () => records.saved();
  const api = restApi({
    store,
    feeds,
    imports,
    renders,
    elections,
    nights,
    rehearsals,
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
    pictureOf: (instance) => records.pictureOf(instance),
    data,
    folder,
    build,
    versions,
    shows: options.shows ?? null,
    keys,
    hosts: [HOST, ...others.map(inAddress), ...(options.names ?? [])].map((name) => `${name}:${port}`),
    seats: () => hub.presence.seats(),
  });
  for (const server of servers) hub.attach(server);
  const pages = join(build, 'pages');
  answerWith(httpApp({ keys, names, port: () => port, pages, library, media, api, log }));
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
  await noteOpened(data, options.show, sources.now(), log);

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
    setStageCamera: (camera) => records.setStageCamera(camera),
    async close() {
      await closeAll(
        [
          () => clock.stop(),
          unfollow,
          () => nights.close(),
          () => rehearsals.close(),
          () => feeds.close(),
          () => imports.close(),
          () => Promise.all([renders.close(), browsers.close()]),
          () => hub.close(),
          closePort,
          () => hub.terminate(),
          () => snapshots.close(),
          () => journal.close(),
          () => asRun.close(),
          () => factLog.close(),
          () => records.close(),
          unlock,
        ],
        log,
      );
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
  const paths = pathsOf(folder);
  const versions = await Versions.open({
    folder: paths.versions,
    show: () => store.state.held ?? store.state.show,
    now,
    log,
  });
  if (loaded.notes.length === 0) await sweepMedia(mediaFolder(folder), loaded.state, versions.media());
  const asRun = await AsRunLog.open(paths.asRun, log);
  const { log: factLog, isNew } = await FactLog.open(paths.facts, log);
  // a show from before there was a log, or a demo show: its history begins with the facts as they are
  if (isNew) factLog.append(firstLines(allRows((loaded.state.held ?? loaded.state.show).facts)));
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
  return { store, journal, snapshots, asRun, factLog, versions };
}

async function makeFolder(path: string): Promise<void> {
  try {
    await mkdir(path, { recursive: true });
  } catch (error) {
    throw new StartError(`the data folder ${path} cannot be made: ${messageOf(error)}`);
  }
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
