/** What every window of the desktop app is denied. Each refusal is seen from the page, not read from the settings. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ElectronApplication, Page } from '@playwright/test';
import { expect, test } from '../support/app.ts';
import { desktopPages, launchDesktop } from '../support/desktop-app.ts';

test.use({ show: 'nz-2008' });

test.describe('a window of the desktop app', () => {
  let app: ElectronApplication;
  let desk: Page;
  let elsewhere: Server;
  let asked: string[];
  let address: string;

  test.beforeEach(async ({ data, show }) => {
    asked = [];
    elsewhere = createServer((request, response) => {
      asked.push(request.url ?? '');
      response.setHeader('content-type', 'text/html').end('<h1>elsewhere</h1>');
    });
    await new Promise<void>((done) => elsewhere.listen(0, '127.0.0.1', done));
    address = `http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}`;
    app = await launchDesktop({ data, show });
    ({ desk } = await desktopPages(app));
    await expect(desk.getByRole('grid', { name: 'Rundown' })).toBeVisible();
  });

  test.afterEach(async () => {
    await app.close();
    elsewhere.close();
  });

  test('has safe settings', async () => {
    const all = await app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows().map((window) => {
        // in Electron since 13, but not in its types
        const contents = window.webContents as unknown as {
          getLastWebPreferences(): Electron.WebPreferences;
        };
        const { sandbox, contextIsolation, nodeIntegration, webSecurity, webviewTag } =
          contents.getLastWebPreferences();
        const { backgroundThrottling, preload } = contents.getLastWebPreferences();
        return {
          ...{ sandbox, contextIsolation, nodeIntegration, webSecurity, webviewTag, backgroundThrottling },
          preload: preload ?? null,
        };
      }),
    );
    expect(all).toHaveLength(2);
    for (const one of all) {
      expect(one).toEqual({
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        webSecurity: true,
        webviewTag: false,
        backgroundThrottling: false,
        preload: null,
      });
    }
    expect(
      await desk.evaluate(() => [typeof globalThis, 'require' in globalThis, 'process' in globalThis]),
    ).toEqual(['object', false, false]);
  });

  test('goes nowhere else, not by a link, a script or a look-alike', async () => {
    const home = desk.url();
    await desk.evaluate((url) => {
      const link = document.createElement('a');
      link.href = `${url}/link`;
      document.body.append(link);
      link.click();
    }, address);
    await desk.evaluate((url) => {
      location.href = `${url}/script`;
    }, address);
    // begins as the station's address does, and leads elsewhere
    await desk.evaluate((host) => {
      location.href = `${location.origin}@${host}/prefix`;
    }, new URL(address).host);
    await desk.waitForTimeout(500);
    expect(desk.url()).toBe(home);
    expect(asked).toEqual([]);
    await expect(desk.getByRole('grid', { name: 'Rundown' })).toBeVisible();
  });

  test('opens no other window', async () => {
    await desk.evaluate((url) => void window.open(`${url}/popup`), address);
    await desk.evaluate((url) => {
      const link = document.createElement('a');
      link.href = `${url}/blank`;
      link.target = '_blank';
      document.body.append(link);
      link.click();
    }, address);
    await desk.waitForTimeout(500);
    await expect.poll(() => app.windows().length).toBe(2);
    expect(asked).toEqual([]);
  });

  test('gets no permission', async () => {
    const states = await desk.evaluate(async () => {
      const names = ['geolocation', 'notifications', 'camera', 'microphone', 'midi', 'clipboard-read'];
      const entries = names.map(async (name) => {
        const { state } = await navigator.permissions.query({ name: name as PermissionName });
        return [name, state] as const;
      });
      return Object.fromEntries(await Promise.all(entries));
    });
    expect([...new Set(Object.values(states))]).toEqual(['denied']);
    const located = desk.evaluate(
      () =>
        new Promise((done) =>
          navigator.geolocation.getCurrentPosition(
            () => done('located'),
            (error) => done(error.code),
          ),
        ),
    );
    expect(await located).toBe(1);
    expect(await desk.evaluate(() => Notification.requestPermission())).toBe('denied');
  });
});
