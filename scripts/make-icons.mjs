/**
 * Makes the application's icons from build/icon.svg: `node scripts/make-icons.mjs`. Run it after a change of the
 * drawing, look at the small ones, and commit what it wrote: packaging takes the files and needs no browser.
 */
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { chromium } from '@playwright/test';
import { ensureBrowser } from './find-browser.mjs';
import { ico, icns, ICNS_TYPES } from './icon-containers.mjs';

const folder = resolve(import.meta.dirname, '../build');

const WINDOWS = [16, 24, 32, 48, 64, 128, 256];
const LINUX = [16, 24, 32, 48, 64, 128, 256, 512];
/** Apple's icons keep a margin: the tile is 824 of 1024 pixels wide, and in the drawing 480 of 512. */
const MAC_SCALE = 824 / 1024 / (480 / 512);

const drawing = await readFile(join(folder, 'icon.svg'));
const address = `data:image/svg+xml;base64,${drawing.toString('base64')}`;

const browser = await chromium.launch({
  executablePath: ensureBrowser(),
  chromiumSandbox: process.getuid?.() !== 0,
  args: ['--disable-gpu', '--force-color-profile=srgb'],
});

/** The drawing is an image of its own here, so that its rule for small sizes sees the size of the icon. */
async function render(size, scale = 1) {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  const place = 'display:grid;place-items:center;height:100vh;margin:0';
  await page.setContent(`<body style="${place}"><img src="${address}" width="${size * scale}"></body>`);
  await page.locator('img').evaluate((image) => image.decode());
  const png = await page.screenshot({ omitBackground: true });
  await page.close();
  return png;
}

const plain = new Map();
for (const size of new Set([...WINDOWS, ...LINUX])) plain.set(size, await render(size));
const mac = new Map();
for (const size of new Set(Object.values(ICNS_TYPES))) mac.set(size, await render(size, MAC_SCALE));
await browser.close();

await rm(join(folder, 'icons'), { recursive: true, force: true });
await mkdir(join(folder, 'icons'));
for (const size of LINUX) await writeFile(join(folder, `icons/${size}x${size}.png`), plain.get(size));
await writeFile(join(folder, 'icon.ico'), ico(WINDOWS.map((size) => ({ size, png: plain.get(size) }))));
await writeFile(
  join(folder, 'icon.icns'),
  icns((size) => mac.get(size)),
);
process.stdout.write(`icons in ${folder}\n`);
