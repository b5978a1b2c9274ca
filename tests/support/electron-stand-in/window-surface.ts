/** How much of Electron's BrowserWindow there is: its events, options and members, checked against Electron's types. */
import type { BrowserWindow, BrowserWindowConstructorOptions } from 'electron';
import { eventsOf } from './strict.ts';

export const windowEvents = eventsOf<BrowserWindow>((window, heard) =>
  window
    .on('ready-to-show', heard)
    .on('show', heard)
    .on('hide', heard)
    .on('focus', heard)
    .on('blur', heard)
    .on('close', heard)
    .on('closed', heard)
    .on('minimize', heard)
    .on('restore', heard)
    .on('maximize', heard)
    .on('unmaximize', heard)
    .on('query-session-end', heard)
    .on('session-end', heard)
    .on('move', heard)
    .on('moved', heard)
    .on('resize', heard)
    .on('resized', heard)
    .on('enter-full-screen', heard)
    .on('leave-full-screen', heard)
    .on('always-on-top-changed', heard)
    .on('unresponsive', heard)
    .on('responsive', heard)
    .on('page-title-updated', heard),
);

/** The options that are honoured, and those that have no meaning without a window manager. Any other one throws. */
export const OPTIONS = {
  honoured: [
    'title',
    'x',
    'y',
    'width',
    'height',
    'fullscreen',
    'show',
    'alwaysOnTop',
    'webPreferences',
    'frame',
  ],
  without: [
    ...([
      'minWidth',
      'minHeight',
      'backgroundColor',
      'roundedCorners',
      'hasShadow',
      'icon',
      'transparent',
    ] as const),
    ...(['enableLargerThanScreen', 'autoHideMenuBar', 'fullscreenable', 'resizable', 'movable'] as const),
    ...(['minimizable', 'maximizable', 'closable', 'focusable', 'skipTaskbar', 'thickFrame'] as const),
  ],
} as const satisfies Record<string, readonly (keyof BrowserWindowConstructorOptions)[]>;

export type WindowMembers = Pick<
  BrowserWindow,
  | 'id'
  | 'loadURL'
  | 'show'
  | 'showInactive'
  | 'hide'
  | 'isVisible'
  | 'focus'
  | 'blur'
  | 'isFocused'
  | 'minimize'
  | 'restore'
  | 'isMinimized'
  | 'maximize'
  | 'unmaximize'
  | 'isMaximized'
  | 'getNormalBounds'
  | 'close'
  | 'destroy'
  | 'isDestroyed'
  | 'getBounds'
  | 'setBounds'
  | 'setFullScreen'
  | 'isFullScreen'
  | 'setAlwaysOnTop'
  | 'isAlwaysOnTop'
  | 'getTitle'
  | 'moveTop'
  | 'removeMenu'
  | 'setVisibleOnAllWorkspaces'
  | 'setHiddenInMissionControl'
>;
