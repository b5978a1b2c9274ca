/**
 * `npm start`: the desktop app. Without Electron's runtime the same station runs with the desk and the program
 * output as browser windows, or with their addresses printed where there is no browser or no screen.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildIfStale, root } from './build.mjs';
import { electronHome, electronPath } from './electron-path.mjs';
import { findBrowser } from './find-browser.mjs';
import { stopWithNpm } from './stop-with-npm.mjs';

function fetchElectron() {
  if (process.env.TALLYDESK_NO_FETCH) return null;
  process.stderr.write('tallydesk: fetching Electron’s runtime (once)…\n');
  const script = join(electronHome, 'install.js');
  if (existsSync(script)) spawnSync(process.execPath, [script], { stdio: 'ignore', timeout: 120_000 });
  return electronPath();
}

function startElectron(path, args) {
  // Wayland lets no app place its windows; X11 runs inside of it where there is a DISPLAY
  const x11 = process.platform === 'linux' && process.env.DISPLAY ? ['--ozone-platform=x11'] : [];
  const child = spawn(path, [...x11, root, ...args], { stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code) => process.exit(code ?? 1));
}

const hasScreen = () =>
  process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);

function openWindows(browser, { desk, outputs }, profiles) {
  const window = (url, name, size) => {
    const flags = ['--no-first-run', '--no-default-browser-check', '--disable-background-networking'];
    const sandbox = process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : [];
    const profile = `--user-data-dir=${join(profiles, name)}`;
    spawn(browser, [`--app=${url}`, `--window-size=${size}`, profile, ...flags, ...sandbox], {
      stdio: 'ignore',
    });
  };
  window(desk, 'desk', '1600,900');
  window(`${outputs.program}&background=black&name=Program%20window`, 'program', '960,540');
}

/** Starts the station as a child, passes its ready line on and returns what it says. */
function startStation(args, data) {
  const child = spawn(process.execPath, [join(root, 'scripts/serve.mjs'), ...args, '--data', data], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill('SIGTERM'));
  child.on('exit', (code) => process.exit(code ?? 1));
  return new Promise((done) => {
    let text = '';
    child.stdout.on('data', (chunk) => {
      text += chunk;
      const ready = /^tallydesk ready (\{.*\})$/m.exec(text);
      if (ready) done(JSON.parse(ready[1]));
    });
  });
}

const args = process.argv.slice(2);
stopWithNpm();
await buildIfStale();
const electron = electronPath() ?? fetchElectron();
if (electron) {
  startElectron(electron, args);
} else {
  process.stdout.write(
    'Electron’s runtime is not here and could not be fetched: running in browser windows instead.\n',
  );
  const { values } = parseArgs({ args, strict: false, options: { data: { type: 'string' } } });
  const data = typeof values.data === 'string' ? values.data : join(root, 'data');
  const addresses = await startStation(args, data);
  const browser = hasScreen() ? findBrowser() : null;
  if (browser) openWindows(browser, addresses, join(data, 'browser'));
  const how = browser ? 'Opened in browser windows' : 'Open these in a browser';
  process.stdout.write(
    `${how}:\n  desk     ${addresses.desk}\n  program  ${addresses.outputs.program}\nCtrl+C stops.\n`,
  );
}
