/**
 * The packaged app, taken out of its archive into a folder with nothing around it, and started from there: what was
 * packed is enough. It is started by the stand-in or by an unpackaged Electron, so the archive itself is read by neither.
 */
import { appendFile, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { extractAll } from '@electron/asar';
import type { Page } from '@playwright/test';
import { expect, test } from '../support/app.ts';
import { launchDesktop, say } from '../support/desktop-app.ts';
import { packagedApp } from '../support/packaged.ts';

const GRAPHIC = 'lower-third-name';
const MARK = 'from the packaged folder';

/** So that what is served can be told from what the tree's own build would serve. */
async function mark(root: string): Promise<void> {
  const page = join(root, 'out/pages/renderer/index.html');
  const html = await readFile(page, 'utf8');
  await writeFile(page, html.replace('<title>', `<meta name="origin" content="${MARK}"><title>`));
  await appendFile(join(root, `out/graphics/${GRAPHIC}/graphic.js`), `\n// ${MARK}\n`);
}

/** What a browser source would get: the graphic's module, at the address that the station gives it. */
const moduleOf = (desk: Page, id: string): Promise<string> =>
  desk.evaluate(async (name) => {
    const key = new URL(location.href).searchParams.get('key') ?? '';
    const answer = await fetch('/api/v1/graphics', { headers: { authorization: `Bearer ${key}` } });
    const { graphics } = (await answer.json()) as { graphics: { id: string; hash: string; main: string }[] };
    const graphic = graphics.find((one) => one.id === name);
    if (!graphic) return `no graphic ${name}`;
    const module = await fetch(`/graphics/${name}/${graphic.hash}/${graphic.main}`);
    return module.text();
  }, id);

test('starts from its own folder and serves the desk and the templates from it', async ({ data, show }) => {
  test.skip(
    process.platform !== 'linux',
    'the stand-in for a runtime, with which it is packaged, is Linux’s',
  );
  const packaged = await packagedApp(join(data, 'packaging'));
  const root = join(data, 'app');
  extractAll(join(packaged, 'resources/app.asar'), root);
  await mark(root);

  const app = await launchDesktop({ data: join(data, 'shows'), show, root });
  const isDesk = (page: Page) => new URL(page.url()).pathname === '/desk';
  await expect.poll(() => app.windows().some(isDesk)).toBe(true);
  const desk = app.windows().find(isDesk);
  if (!desk) throw new Error('the desk has closed again');
  await expect(desk.getByRole('grid', { name: 'Rundown' })).toBeVisible();
  expect(await desk.locator('meta[name="origin"]').getAttribute('content')).toBe(MARK);
  expect(await moduleOf(desk, GRAPHIC)).toContain(`// ${MARK}`);
  // its preload is there too: without it the desk could not even ask before quitting
  expect(await say(desk, 'copyDiagnostics')).toMatchObject({ ok: true });
  await app.close();
});
