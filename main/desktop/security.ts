/** What every page is denied, whichever window it is in: permissions, pop-ups, leaving the station, downloads. */
import { app, session, type BrowserWindow, type Session } from 'electron';
import { isOurPage } from './placement.ts';

export const webPreferences = {
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  webSecurity: true,
  webviewTag: false,
  spellcheck: false,
  navigateOnDragDrop: false,
  // an output that is covered goes on drawing
  backgroundThrottling: false,
} as const;

function denyAll(one: Session): void {
  one.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  one.setPermissionCheckHandler(() => false);
  one.setDevicePermissionHandler(() => false);
  one.on('will-download', (event) => event.preventDefault());
}

/** @param station the station's address, the only place a window may show */
export function denyEverythingElse(station: string): void {
  denyAll(session.defaultSession);
  app.on('web-contents-created', (_event, contents) => {
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
    contents.on('will-attach-webview', (event) => event.preventDefault());
    contents.on('will-navigate', (event) => {
      if (!isOurPage(event.url, station)) event.preventDefault();
    });
    contents.on('will-redirect', (event) => {
      if (!isOurPage(event.url, station)) event.preventDefault();
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
