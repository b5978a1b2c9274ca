/** Finds a Chromium, Chrome or Edge on this machine; on Debian as root it can install one. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
// the same places as the station looks in when it draws pictures (main/render/find-browser.ts)
import CANDIDATES from '../main/render/browsers.json' with { type: 'json' };

const inFolder = (place) =>
  place.replace(/^%(.+?)%/, (_, variable) => process.env[variable] ?? `no ${variable}`);

/** @returns {string | null} the path of a browser */
export function findBrowser() {
  const { CHROME_PATH } = process.env;
  if (CHROME_PATH && existsSync(CHROME_PATH)) return CHROME_PATH;
  return (CANDIDATES[process.platform] ?? []).map(inFolder).find((path) => existsSync(path)) ?? null;
}

/** For tests, which cannot do without: finds a browser or installs Debian's, else says what to do. */
export function ensureBrowser() {
  const found = findBrowser();
  if (found) return found;
  const debianRoot = existsSync('/etc/debian_version') && process.getuid?.() === 0;
  if (debianRoot) {
    process.stderr.write('tallydesk: installing Debian’s chromium for the tests…\n');
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    for (const args of [
      ['update', '-qq'],
      ['install', '-y', '-qq', '--no-install-recommends', 'chromium'],
    ]) {
      spawnSync('apt-get', args, { stdio: ['ignore', 'ignore', 'inherit'], env });
    }
    const installed = findBrowser();
    if (installed) return installed;
  }
  throw new Error(
    'The tests need Chromium, Chrome or Edge: install one (Debian, Ubuntu: apt-get install chromium) or set CHROME_PATH.',
  );
}
