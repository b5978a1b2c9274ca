/**
 * The executable: takes Electron's command line, runs the app's built main script in this Node, and fires `ready` when
 * that has run. Bundled into one file by build.ts.
 */
import inspector from 'node:inspector';
import Module, { register } from 'node:module';
import { pathToFileURL } from 'node:url';
import { app } from './app.ts';
import { startChromium } from './chromium.ts';
import { displays, electron, screen } from './electron.ts';
import { hooks } from './hooks.ts';
import { openWindowsIn } from './window.ts';

interface CommandLine {
  root: string;
  userData: string | null;
  inspect: number | null;
  devtools: boolean;
}

function readCommandLine(args: readonly string[]): CommandLine {
  const value = (name: string): string | null => {
    const given = args.find((arg) => arg.startsWith(`--${name}=`));
    return given === undefined ? null : given.slice(name.length + 3);
  };
  const inspect = value('inspect');
  return {
    root: args.find((arg) => !arg.startsWith('-')) ?? '.',
    userData: value('user-data-dir'),
    inspect: inspect === null ? null : Number(inspect),
    devtools: value('remote-debugging-port') !== null,
  };
}

/** Makes `import … from 'electron'` and `require('electron')` lead here, for the app and for Playwright. */
function answerForElectron(): void {
  const key = 'tallydesk.electron-stand-in';
  Object.assign(globalThis, { [Symbol.for(key)]: electron });
  const names = Object.keys(electron);
  const source = [
    `const electron = globalThis[Symbol.for('${key}')];`,
    'export default electron;',
    `export const { ${names.join(', ')} } = electron;`,
  ].join('\n');
  const isElectron = '/^electron(\\/(main|common))?$/';
  const loader = [
    `export const resolve = (name, context, next) =>`,
    `  ${isElectron}.test(name) ? { url: 'stand-in:electron', shortCircuit: true } : next(name, context);`,
    `export const load = (url, context, next) =>`,
    `  url === 'stand-in:electron'`,
    `    ? { format: 'module', source: ${JSON.stringify(source)}, shortCircuit: true } : next(url, context);`,
  ].join('\n');
  register(`data:text/javascript,${encodeURIComponent(loader)}`);
  const cjs = Module as unknown as { _load: (name: string, ...rest: unknown[]) => unknown };
  const load = cjs._load.bind(cjs);
  cjs._load = (name, ...rest) => (/^electron(\/(main|common))?$/.test(name) ? electron : load(name, ...rest));
}

async function run(): Promise<void> {
  process.stderr.write('This is not Electron but its stand-in for tests: Node and a headless Chromium.\n');
  const { root, userData, inspect, devtools } = readCommandLine(process.argv.slice(2));
  if (inspect !== null) inspector.open(inspect);
  // as in Electron: the executable, then the arguments as they were given
  process.argv.splice(1, 1);
  Object.assign(process, { type: 'browser', defaultApp: true, resourcesPath: root });
  answerForElectron();
  Object.assign(globalThis, { standIn: hooks(screen) });
  // as in Electron: it quits by itself only where the app does not listen to the signal
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (process.listenerCount(signal) === 1) app.quit();
    });
  }
  const main = app.load(root, userData);
  await import(pathToFileURL(main).href);
  if (app.leaving) return;
  const browser = await startChromium(app.getPath('userData'), displays, app.switches(), devtools);
  app.shutDown = () => browser.close();
  app.gpu = browser.gpu;
  await openWindowsIn(browser.cdp);
  app.ready();
}

run().catch((error: unknown) => {
  process.stderr.write(
    `stand-in: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
  );
  process.exit(1);
});
