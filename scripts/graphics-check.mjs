/**
 * `npm run graphics:check -- PATH [--json] [--static] [--strict]`: builds if need be, then checks OGraf packages. Only the
 * report goes to stdout. The browser is opened when the first graphic is to be played.
 */
import { join } from 'node:path';
import { buildIfStale, root } from './build.mjs';
import { findBrowser } from './find-browser.mjs';

/** All of one graphic's checks; a graphic that hangs takes its time-outs. */
const LIMIT_MS = 5 * 60_000;

const here = process.cwd();
await buildIfStale();
process.chdir(here);

/** @type {Promise<import('@playwright/test').Browser> | null} */
let opening = null;

async function openBrowser() {
  const executablePath = findBrowser();
  if (!executablePath)
    throw new Error('no Chromium, Chrome or Edge is here: install one, set CHROME_PATH, or say --static');
  const { chromium } = await import('@playwright/test');
  return chromium.launch({
    executablePath,
    chromiumSandbox: process.getuid?.() !== 0,
    args: [
      '--disable-gpu',
      '--disable-background-networking',
      '--no-first-run',
      '--font-render-hinting=none',
    ],
  });
}

async function browse(address) {
  opening ??= openBrowser();
  const browser = await opening;
  const page = await browser.newPage({ viewport: { width: 1920, height: 1080 } });
  try {
    await page.goto(address);
    const ended = page.locator('html[data-check="done"], html[data-check="failed"]');
    await ended.waitFor({ state: 'attached', timeout: LIMIT_MS });
    const text = (await page.locator('#report').textContent()) ?? '';
    if ((await page.locator('html').getAttribute('data-check')) === 'failed') throw new Error(text);
    return text;
  } finally {
    await page.close();
  }
}

const { runTool } = await import('../out/main/graphics-check.js');
const status = await runTool(process.argv.slice(2), {
  browse,
  build: join(root, 'out'),
  progress: (id) => process.stderr.write(`tallydesk: playing ${id}…\n`),
});
await opening?.then((browser) => browser.close()).catch(() => undefined);
process.exit(status);
