/** What every page is denied, whichever window it is in: permissions, pop-ups, leaving the station, downloads but its own exports, keys. */
import { app, session, type BrowserWindow, type Session } from 'electron';
import { isOurExport, isOurFrame, isOurPage } from './addresses.ts';

export const webPreferences = {
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  webSecurity: true,
  webviewTag: false,
  spellcheck: false,
  navigateOnDragDrop: false,
  devTools: !app.isPackaged,
  // pages of one origin share their zoom otherwise: the desk's would be the outputs' too
  zoomMode: 'isolated',
  // an output that is covered goes on drawing
  backgroundThrottling: false,
} as const;

function denyAll(one: Session, station: () => string | null): void {
  one.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  one.setPermissionCheckHandler(() => false);
  one.setDevicePermissionHandler(() => false);
  one.on('will-download', (event, item, contents) => {
    const home = station();
    // Electron asks for a place by itself
    if (home === null || !isOurExport(item.getURL(), contents.getURL(), home)) event.preventDefault();
  });
}

/**
 * For every session and every page that there will ever be. Before the app is ready.
 * @param station the station's address now, the only place a window may show; null while there is none
 */
export function denyEverythingElse(station: () => string | null): void {
  const denied = new WeakSet<Session>();
  const deny = (one: Session) => {
    if (!denied.has(one)) denyAll(one, station);
    denied.add(one);
  };
  app.on('session-created', deny);
  // it may have been made before anybody listened
  void app.whenReady().then(() => deny(session.defaultSession));

  const isOurs = (url: string, isMainFrame: boolean): boolean => {
    const home = station();
    return home !== null && (isMainFrame ? isOurPage(url, home) : isOurFrame(url, home));
  };
  app.on('web-contents-created', (_event, contents) => {
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
    contents.on('will-attach-webview', (event) => event.preventDefault());
    contents.on('will-navigate', (event) => {
      if (!isOurs(event.url, true)) event.preventDefault();
    });
    contents.on('will-frame-navigate', (event) => {
      if (!isOurs(event.url, event.isMainFrame)) event.preventDefault();
    });
    contents.on('will-redirect', (event) => {
      if (!isOurs(event.url, event.isMainFrame)) event.preventDefault();
    });
  });
}

/** For an output: it has no menu, hears no key and keeps its title, so nothing of ours can open over the picture. */
export function silence(window: BrowserWindow): void {
  window.removeMenu();
  window.on('page-title-updated', (event) => event.preventDefault());
  window.webContents.on('before-input-event', (event) => event.preventDefault());
  window.webContents.on('context-menu', (event) => event.preventDefault());
}
