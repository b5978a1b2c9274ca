/** The module that the app gets for `import … from 'electron'`. */
import type * as Electron from 'electron';
import { app } from './app.ts';
import type { StandInContents } from './contents.ts';
import { displaysAtStart, StandInScreen } from './displays.ts';
import { ipcMain } from './ipc.ts';
import {
  clipboard,
  dialog,
  powerMonitor,
  powerSaveBlocker,
  shell,
  StandInMenu,
  StandInMenuItem,
} from './services.ts';
import { session } from './session.ts';
import { strict } from './strict.ts';
import { StandInWindow } from './window.ts';

export const displays = displaysAtStart();
export const screen = new StandInScreen(displays);

const contentsOfAll = (): StandInContents[] =>
  StandInWindow.getAllWindows().map(({ webContents }) => webContents);

export const electron = strict('electron', {
  app,
  BrowserWindow: StandInWindow,
  clipboard,
  dialog,
  ipcMain,
  Menu: StandInMenu,
  MenuItem: StandInMenuItem,
  powerMonitor,
  powerSaveBlocker,
  screen,
  session,
  shell,
  webContents: strict('webContents', {
    getAllWebContents: contentsOfAll,
    fromId: (id: number) => contentsOfAll().find((contents) => contents.id === id),
    fromDevToolsTargetId: (targetId: string) =>
      contentsOfAll().find((contents) => contents.targetId === targetId),
  }),
} satisfies Partial<Record<keyof typeof Electron, unknown>>);
