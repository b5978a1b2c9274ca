/** The desktop app: starts the station in this process and puts its pages into windows. Everything else is a page. */
import { resolve } from 'node:path';
import { app, dialog } from 'electron';
import { readArgs } from '../args.ts';
import { whyNot } from '../errors.ts';
import { keepPlaying } from '../keep-playing.ts';
import { startStation, type Station } from '../station.ts';
import { version } from '../version.ts';
import { openLog } from '../world.ts';
import { denyEverythingElse } from './security.ts';
import { OutputWindows } from './output-windows.ts';
import { openDesk } from './windows.ts';

// a covered output is still on air
app.commandLine.appendSwitch('disable-renderer-backgrounding');
app.commandLine.appendSwitch('disable-backgrounding-occluded-windows');
app.commandLine.appendSwitch('disable-features', 'CalculateNativeWinOcclusion');
app.enableSandbox();

async function run(): Promise<void> {
  const args = readArgs(userArguments(), { data: resolve(app.getPath('userData'), 'shows') });
  const log = openLog(args.data);
  const build = resolve(import.meta.dirname, '..');
  const station = await startStation({ ...args, build, version, log });
  keepPlaying(log);
  denyEverythingElse(station.addresses.desk);
  const desk = openDesk(station.addresses.desk);
  const outputs = new OutputWindows(station, desk, log);
  desk.on('closed', () => outputs.stop());
  app.on('second-instance', () => {
    if (desk.isMinimized()) desk.restore();
    desk.focus();
  });
  stopWithApp(station);
}

/** What follows the app's own path when unpackaged, and the executable's when packaged. Chromium's switches are not ours. */
function userArguments(): string[] {
  const own = ['--port', '--data', '--show', '--graphics', '--no-four-eyes'];
  const given = process.argv.slice(app.isPackaged ? 1 : 2);
  const first = given.findIndex((arg) => own.some((name) => arg === name || arg.startsWith(`${name}=`)));
  return first < 0 ? [] : given.slice(first);
}

/** The last change reaches the disk before the process ends. */
function stopWithApp(station: Station): void {
  let stopped = false;
  app.on('before-quit', (event) => {
    if (stopped) return;
    event.preventDefault();
    void station.close().finally(() => {
      stopped = true;
      app.quit();
    });
  });
}

function explain(error: unknown): void {
  const { line, exitCode } = whyNot(error);
  dialog.showErrorBox('Tallydesk cannot start', line);
  app.exit(exitCode);
}

if (app.requestSingleInstanceLock()) {
  app.on('window-all-closed', () => app.quit());
  app.whenReady().then(run).catch(explain);
} else {
  app.quit();
}
