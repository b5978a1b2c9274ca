/** The desktop app: starts the station in this process and puts its pages into windows. Everything else is a page. */
import { join, resolve } from 'node:path';
import { app, dialog, shell } from 'electron';
import type { DeskVerb, VerbAnswer } from '../../core/desk-verbs.ts';
import { claimedBy } from '../../core/outputs/desired-windows.ts';
import { readArgs } from '../args.ts';
import { whyNot } from '../errors.ts';
import { keepPlaying } from '../keep-playing.ts';
import { version } from '../version.ts';
import { openLog } from '../world.ts';
import { AppLife } from './app-life.ts';
import { noMenuByItself, showMenu } from './app-menu.ts';
import { Boxes } from './boxes.ts';
import { copyDiagnostics, versions } from './copy-diagnostics.ts';
import { DeskMemory, DeskWindow, NEW_DESK } from './desk-window.ts';
import { readDisplays } from './displays.ts';
import { identify } from './identify.ts';
import type { MenuActions } from './menu-template.ts';
import { OutputWindows } from './output-windows.ts';
import { Remembered } from './remembered.ts';
import { secondStart } from './second-start.ts';
import { denyEverythingElse } from './security.ts';
import { Folders, NO_FOLDERS, ShowFiles } from './show-files.ts';
import { folderOf, Shows } from '../shows/shows.ts';
import { done, no } from '../verb-answer.ts';
import { answered, answerVerbs, type Verbs } from './verbs.ts';
import { WorkbenchWindow } from './workbench-window.ts';

// a covered output is still on air
app.commandLine.appendSwitch('disable-renderer-backgrounding');
app.commandLine.appendSwitch('disable-backgrounding-occluded-windows');
app.commandLine.appendSwitch('disable-features', 'CalculateNativeWinOcclusion');
app.enableSandbox();
noMenuByItself();

/** The station's address; null while there is none. */
let address: string | null = null;
denyEverythingElse(() => address);

async function run(): Promise<void> {
  const args = readArgs(userArguments(), { data: resolve(app.getPath('userData'), 'shows') });
  const logs = app.getPath('logs');
  const log = openLog(logs);
  const build = resolve(import.meta.dirname, '..');
  const kept = (name: string): string => join(app.getPath('userData'), name);

  let desk: DeskWindow | null = null;
  let outputs: OutputWindows | null = null;
  const workbench = new WorkbenchWindow();
  const boxes = new Boxes(() => desk?.window ?? null);
  const folders = new Remembered<Folders>(kept('folders.json'), Folders, NO_FOLDERS, log);
  const memory = new Remembered<DeskMemory>(kept('desk-window.json'), DeskMemory, NEW_DESK, log);

  const stopOutputs = (): void => {
    outputs?.stop();
    outputs = null;
  };
  /** A station runs, the first or another: every window belongs to it. */
  const opened = (): void => {
    address = shows.station.addresses.desk;
    files.remember();
    if (!desk) return;
    desk.load(address);
    workbench.load(address);
    outputs = new OutputWindows(shows.station, desk, log);
    showMenu(desk, menu, recent());
  };
  const shows: Shows = await Shows.start(
    { ...args, build, version, log },
    {
      stopOutputs,
      opened,
      notOpened: (why) => void boxes.say('error', 'The show was not opened.', why),
      lost: explain,
    },
  );
  keepPlaying(log);

  const files = new ShowFiles({ shows: () => shows, boxes, folders, documents: app.getPath('documents') });
  const recent = (): string[] => folders.value.recent.filter((folder) => folder !== folderOf(shows.place));
  const life = new AppLife({
    isOnAir: () => shows.onAir,
    stopOutputs,
    closeStation: async () => {
      desk?.end();
      workbench.close();
      memory.flush();
      folders.flush();
      await shows.close();
    },
    save: () => shows.station.save(),
    askDesk: (what) => desk?.askToQuit(what),
    focusDesk: () => desk?.focus(),
    openShow: (show, data) => shows.open({ data: data ?? shows.place.data, show }, true),
    boxes,
    log,
  });
  const verbs: Verbs = {
    identify: () => (outputs ? identify(shows.station.store.state, outputs.info) : done()),
    openShow: () => files.openShow(),
    saveShowCopy: async () => {
      const answer = await files.saveCopy();
      if (desk) showMenu(desk, menu, recent());
      return answer;
    },
    exportAsRun: () => files.exportAsRun(),
    exportFacts: () => files.exportFacts(),
    copyDiagnostics: () => copyDiagnostics(shows, outputs?.info.places ?? []),
    openLogs: async () => {
      const why = await shell.openPath(logs);
      return why === '' ? done() : no('refused', why);
    },
    quitQuestionShown: () => life.quitQuestionShown(),
    quit: () => life.quit(),
    stay: () => life.stay(),
  };
  /** From the menu there is no desk to tell: a refusal is said in a box. */
  const act = (verb: DeskVerb, does: () => VerbAnswer | Promise<VerbAnswer> = verbs[verb]): void => {
    void answered(verb, does, log).then((answer) => {
      if (!answer.ok && answer.code !== 'not_opened') void boxes.say('warning', answer.detail);
    });
  };
  const menu: MenuActions = {
    openShow: () => act('openShow'),
    openRecent: (folder) => act('openShow', () => files.openFolder(folder)),
    saveShowCopy: () => act('saveShowCopy'),
    exportAsRun: () => act('exportAsRun'),
    exportFacts: () => act('exportFacts'),
    quit: () => life.wishToQuit(),
    zoom: (by) => desk?.zoom(by),
    fullscreen: () => desk?.toggleFullscreen(),
    identify: () => act('identify'),
    workbench: () => workbench.show(shows.station.addresses.desk),
    copyDiagnostics: () => act('copyDiagnostics'),
    openLogs: () => act('openLogs'),
    about: () => void boxes.say('info', `Tallydesk ${version}`, about()),
  };

  life.listen();
  answerVerbs({
    isDesk: (sender) => desk?.isSender(sender) ?? false,
    station: () => shows.station.addresses.desk,
    verbs,
    log,
  });
  desk = new DeskWindow({
    preload: resolve(build, 'preload/desk.cjs'),
    memory,
    claimed: () => claimedBy(shows.station.store.state, readDisplays()),
    boxes,
    log,
    onMoved: () => outputs?.settleSoon(),
    onCloseWished: () => life.wishToQuit(),
    onSessionEnd: (sure) => void life.sessionEnds(sure),
  });
  opened();
}

const about = (): string =>
  [
    ...versions().map(([name, one]) => `${name} ${one}`),
    'It never updates by itself: a new version is installed by hand.',
  ].join('\n');

/** What follows the app's own path when unpackaged, and the executable's when packaged. Chromium's switches are not ours. */
function userArguments(): string[] {
  const own = ['--port', '--data', '--show', '--graphics', '--no-four-eyes', '--no-pictures'];
  const given = process.argv.slice(app.isPackaged ? 1 : 2);
  const first = given.findIndex((arg) => own.some((name) => arg === name || arg.startsWith(`${name}=`)));
  return first < 0 ? [] : given.slice(first);
}

function explain(error: unknown): void {
  const { line, exitCode } = whyNot(error);
  dialog.showErrorBox('Tallydesk cannot start', line);
  app.exit(exitCode);
}

if (app.requestSingleInstanceLock({ ...secondStart(userArguments()) })) {
  app.whenReady().then(run).catch(explain);
} else {
  app.quit();
}
