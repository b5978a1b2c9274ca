/** Puts the menu where it belongs: on the desk's window, and on macOS, which has one for the whole app, there. */
import { app, Menu } from 'electron';
import type { DeskWindow } from './desk-window.ts';
import { menuTemplate, type MenuActions } from './menu-template.ts';

/** Electron gives every window a menu of its own making otherwise, outputs too. Before the app is ready. */
export function noMenuByItself(): void {
  Menu.setApplicationMenu(null);
}

/** Again whenever the recent shows change. */
export function showMenu(desk: DeskWindow, actions: MenuActions, recent: readonly string[]): void {
  const { platform } = process;
  const menu = Menu.buildFromTemplate(menuTemplate(actions, { platform, recent, devTools: !app.isPackaged }));
  if (platform === 'darwin') Menu.setApplicationMenu(menu);
  else desk.setMenu(menu);
}
