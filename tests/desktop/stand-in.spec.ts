/** The Electron stand-in itself, on a small app: what the desktop specs rely on must be true of it. */
import { mkdir, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect, test } from '../support/app.ts';
import { inRealElectron, launchDesktop, standInOf } from '../support/desktop-app.ts';

const MAIN = `import { app, BrowserWindow, ipcMain, Menu, screen } from 'electron';
globalThis.heard = [];
ipcMain.handle('double', (event, n) => n * 2);
app.whenReady().then(() => {
  for (const name of ['display-added', 'display-removed', 'display-metrics-changed'])
    screen.on(name, (event, display) => globalThis.heard.push(name + ' ' + display.label));
  Menu.setApplicationMenu(Menu.buildFromTemplate([
    { label: 'File', submenu: [{ id: 'mark', label: 'Mark', click: () => globalThis.heard.push('clicked') }] },
  ]));
  const open = () => {
    const window = new BrowserWindow({ webPreferences: { preload: process.env.SAMPLE_PRELOAD } });
    window.webContents.on('render-process-gone', (event, { reason }) => {
      globalThis.heard.push('gone ' + reason);
      window.destroy();
      open();
    });
    window.loadURL(process.env.SAMPLE_PAGE);
  };
  app.on('window-all-closed', () => {});
  open();
});
`;

const PRELOAD = `const { contextBridge, ipcRenderer } = require('electron');
globalThis.secret = 1;
contextBridge.exposeInMainWorld('shell', {
  double: (n) => ipcRenderer.invoke('double', n),
  hello: (name) => 'hello ' + name,
  on: (listener) => { ipcRenderer.on('news', (event, text) => listener(text)); },
});
`;

interface Sample {
  shell: {
    double(n: number): Promise<number>;
    hello(name: string): string;
    on(listener: (text: string) => void): void;
  };
  secret?: number;
  news?: string;
}

test('windows, displays, menus, preloads, crashes and unknown members', async ({ data }, info) => {
  test.skip(inRealElectron(info), 'is about the stand-in');
  const root = join(data, 'sample');
  await mkdir(root, { recursive: true });
  await writeFile(
    join(root, 'package.json'),
    JSON.stringify({ name: 'sample', version: '1.2.3', main: 'main.mjs' }),
  );
  await writeFile(join(root, 'main.mjs'), MAIN);
  await writeFile(join(root, 'preload.cjs'), PRELOAD);
  const server = createServer((_request, response) => {
    response.setHeader('content-type', 'text/html').end('<title>sample</title>');
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  process.env['SAMPLE_PAGE'] = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  process.env['SAMPLE_PRELOAD'] = join(root, 'preload.cjs');
  const app = await launchDesktop({ data, show: 'none', root });
  const heard = () => app.evaluate(() => (globalThis as unknown as { heard: string[] }).heard);
  const page = await app.firstWindow();
  await page.waitForFunction(() => 'shell' in globalThis);

  const bridged = await page.evaluate(async () => {
    const { shell, secret } = globalThis as unknown as Sample;
    shell.on((text) => ((globalThis as unknown as Sample).news = text));
    return [shell.hello('desk'), await shell.double(21), typeof secret];
  });
  expect(bridged).toEqual(['hello desk', 42, 'undefined']);
  await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.send('news', 'counted'),
  );
  await page.waitForFunction(() => (globalThis as unknown as Sample).news === 'counted');
  // without a handler Electron allows everything, so a refusal in another spec is a handler's doing
  expect(
    await page.evaluate(async () => (await navigator.permissions.query({ name: 'geolocation' })).state),
  ).toBe('granted');

  const standIn = await standInOf(app);
  await standIn.evaluate((hands) => hands.unplug('Output'));
  await standIn.evaluate((hands) => hands.plug({ label: 'Third', x: 1920, y: 0, width: 1280, height: 720 }));
  await standIn.evaluate((hands) => hands.change('Third', { label: 'Wall', width: 1920, height: 1080 }));
  await standIn.evaluate((hands) => hands.clickMenu('mark'));
  expect(await heard()).toEqual([
    'display-removed Output',
    'display-added Third',
    'display-metrics-changed Wall',
    'clicked',
  ]);
  expect(
    await app.evaluate(({ screen }) => screen.getAllDisplays().map(({ label, size }) => [label, size.width])),
  ).toEqual([
    ['Desk', 1920],
    ['Wall', 1920],
  ]);

  const refused = await app.evaluate(({ app: real }) => {
    try {
      real.setBadgeCount(1);
      return '';
    } catch (error) {
      return String(error);
    }
  });
  expect(refused).toContain('app.setBadgeCount is not implemented');
  expect(await standIn.evaluate((hands) => hands.unknownMembers)).toEqual(['app.setBadgeCount']);

  await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer(),
  );
  await expect.poll(async () => (await heard()).at(-1)).toBe('gone crashed');
  await expect
    .poll(() =>
      app.evaluate(({ BrowserWindow }) =>
        BrowserWindow.getAllWindows().map((one) => one.webContents.getURL()),
      ),
    )
    .toEqual([process.env['SAMPLE_PAGE']]);
  await app.close();
  server.close();
});
