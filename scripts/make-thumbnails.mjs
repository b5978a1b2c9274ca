// Draws the thumbnail of every graphic from its built package: the usual fixture on a plain studio grey, 640x360.
// Run it after `node scripts/build-graphics.mjs`, with the ids of graphics or for all; look at the pictures.
import { createServer } from 'node:http';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import { graphicIds } from './build-graphics.mjs';
import { findBrowser } from './find-browser.mjs';

// What is given to page.evaluate runs in the page.
/* global customElements, document */

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const PACKAGES = path.join(ROOT, 'out/graphics');
const TYPES = { '.js': 'text/javascript', '.woff2': 'font/woff2' };
const PAGE = `<!doctype html><meta charset="utf-8"><style>
html, body { margin: 0; height: 100%; overflow: hidden; background: linear-gradient(#8d97a6, #5c6675) }</style>`;

const server = createServer(async (request, response) => {
  const name = path.normalize(decodeURIComponent(new URL(request.url, 'http://host').pathname));
  try {
    const type = name === '/' ? 'text/html' : (TYPES[path.extname(name)] ?? 'application/octet-stream');
    const body = name === '/' ? PAGE : await readFile(path.join(PACKAGES, name));
    response.setHeader('content-type', type).end(body);
  } catch {
    response.writeHead(404).end(); // such as the browser's own icon
  }
});
await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));

const executablePath = findBrowser();
const browser = await chromium.launch({
  ...(executablePath ? { executablePath } : {}),
  chromiumSandbox: process.getuid?.() !== 0,
  args: ['--disable-gpu', '--font-render-hinting=none'],
});
const asked = process.argv.slice(2);
for (const id of asked.length > 0 ? asked : await graphicIds()) {
  const page = await browser.newPage({ viewport: { width: 640, height: 360 } });
  await page.goto(`http://127.0.0.1:${server.address().port}/`);
  const data = JSON.parse(await readFile(path.join(PACKAGES, id, 'fixtures/usual.json'), 'utf8'));
  const said = await page.evaluate(
    async ([graphic, given]) => {
      const { default: Graphic } = await import(`/${graphic}/graphic.js`);
      customElements.define('graphic-itself', Graphic);
      const element = document.body.appendChild(document.createElement('graphic-itself'));
      const loaded = await element.load({ data: given });
      return (
        loaded.statusMessage ?? (await element.playAction({ skipAnimation: true })).statusMessage ?? null
      );
    },
    [id, data],
  );
  if (said !== null) throw new Error(`${id}: ${said}`);
  await writeFile(path.join(ROOT, 'overlays/graphics', id, 'thumbnail.png'), await page.screenshot());
  await page.close();
}
await browser.close();
server.close();
