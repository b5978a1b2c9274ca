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
          getURL(): string;
        };
        const { sandbox, contextIsolation, nodeIntegration, webSecurity, webviewTag } =
          contents.getLastWebPreferences();
        const { backgroundThrottling, preload, zoomMode } = contents.getLastWebPreferences();
        return {
          ...{ sandbox, contextIsolation, nodeIntegration, webSecurity, webviewTag, backgroundThrottling },
          zoomMode,
          preload: preload?.replace(/.*[\\/]out[\\/]/, 'out/') ?? null,
          isDesk: contents.getURL().includes('/desk?'),
        };
      }),
    );
    expect(all).toHaveLength(2);
    for (const one of all) {
      const { isDesk } = one;
      expect(one).toEqual({
        isDesk,
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        webSecurity: true,
        webviewTag: false,
        backgroundThrottling: false,
        // pages of one origin share their zoom otherwise: the desk's would be the output's too
        zoomMode: 'isolated',
        preload: isDesk ? 'out/preload/desk.cjs' : null,
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

  test('shows no frame but the station’s', async () => {
    const station = new URL(desk.url());
    // the one page of the station that has no policy of its own to refuse it first
    const opened = app.waitForEvent('window');
    await app.evaluate(
      ({ BrowserWindow }, url) => void new BrowserWindow().loadURL(url),
      `${station.origin}/`,
    );
    const bare = await opened;
    await bare.waitForURL(`${station.origin}/`);
    const frame = (url: string) =>
      bare.evaluate((src) => {
        const one = document.createElement('iframe');
        one.src = src;
        document.body.append(one);
      }, url);
    await frame(`${address}/frame`);
    await frame(`http://a.localhost:${station.port}/frame`);
    await expect
      .poll(() => bare.frames().map((one) => one.url()))
      .toContain(`http://a.localhost:${station.port}/frame`);
    expect(asked).toEqual([]);
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
