/**
 * The desk's menu, as data. Outputs have none. No accelerator may be one of the desk's keys: the menu would get it first,
 * and Space is not Take any more (a test compares them all). So it has no undo, which is the show's, no F11, which takes
 * a cue, and on macOS no Hide, which would hide the outputs too, and no full screen, which can blacken other displays.
 *
 * There is nothing to look for updates with: Tallydesk never updates by itself, least of all on an election night. A new
 * version is installed by hand.
 */
import { basename, dirname } from 'node:path';
import type { MenuItemConstructorOptions } from 'electron';

type Item = MenuItemConstructorOptions;

/** What a click asks for. */
export interface MenuActions {
  openShow(): void;
  openRecent(folder: string): void;
  saveShowCopy(): void;
  exportAsRun(): void;
  exportFacts(): void;
  quit(): void;
  /** @param by steps; 0 is back to 100 % */
  zoom(by: -1 | 0 | 1): void;
  fullscreen(): void;
  identify(): void;
  workbench(): void;
  copyDiagnostics(): void;
  openLogs(): void;
  about(): void;
}

export interface MenuOptions {
  platform: NodeJS.Platform;
  /** Folders of shows, the last one first. */
  recent: readonly string[];
  /** False in what viewers' operators get. */
  devTools: boolean;
}

const SEPARATOR: Item = { type: 'separator' };

const item = (id: string, label: string, click: () => void, accelerator?: string): Item => ({
  id,
  label,
  click,
  ...(accelerator === undefined ? {} : { accelerator }),
});

export function menuTemplate(actions: MenuActions, { platform, recent, devTools }: MenuOptions): Item[] {
  const mac = platform === 'darwin';
  const about = item('about', 'About Tallydesk', () => actions.about());
  const quit = item('quit', mac ? 'Quit Tallydesk' : 'Quit', () => actions.quit(), 'CmdOrCtrl+Q');
  const recents = recent.map((folder, index) =>
    item(`recent-${index}`, `${basename(folder)} (${dirname(folder)})`, () => actions.openRecent(folder)),
  );
  return [
    ...(mac ? [{ label: 'Tallydesk', submenu: [about, SEPARATOR, quit] }] : []),
    {
      label: 'File',
      submenu: [
        item('open-show', 'Open show…', () => actions.openShow(), 'CmdOrCtrl+O'),
        {
          id: 'recent',
          label: 'Open recent',
          submenu: recents.length > 0 ? recents : [{ label: 'No other show yet', enabled: false }],
        },
        SEPARATOR,
        item('save-copy', 'Save a copy…', () => actions.saveShowCopy()),
        item('export-as-run', 'Export as-run…', () => actions.exportAsRun()),
        item('export-facts', 'Export facts…', () => actions.exportFacts()),
        ...(mac ? [] : [SEPARATOR, quit]),
      ],
    },
    {
      label: 'Edit',
      submenu: [
        { role: 'cut', accelerator: 'CmdOrCtrl+X' },
        { role: 'copy', accelerator: 'CmdOrCtrl+C' },
        { role: 'paste', accelerator: 'CmdOrCtrl+V' },
        { role: 'selectAll', accelerator: 'CmdOrCtrl+A' },
      ],
    },
    {
      label: 'View',
      submenu: [
        item('zoom-in', 'Zoom in', () => actions.zoom(1), 'CmdOrCtrl+Plus'),
        item('zoom-out', 'Zoom out', () => actions.zoom(-1), 'CmdOrCtrl+-'),
        item('zoom-reset', 'Actual size', () => actions.zoom(0), 'CmdOrCtrl+0'),
        ...(mac
          ? []
          : [SEPARATOR, item('fullscreen', 'Full-screen desk', () => actions.fullscreen(), 'Alt+Enter')]),
        ...(devTools
          ? [SEPARATOR, { role: 'toggleDevTools', accelerator: 'CmdOrCtrl+Shift+I' } as const]
          : []),
      ],
    },
    {
      label: 'Templates',
      submenu: [item('workbench', 'Workbench', () => actions.workbench())],
    },
    {
      label: 'Outputs',
      submenu: [item('identify', 'Identify displays', () => actions.identify())],
    },
    {
      label: 'Help',
      submenu: [
        item('copy-diagnostics', 'Copy diagnostics', () => actions.copyDiagnostics()),
        item('open-logs', 'Open logs folder', () => actions.openLogs()),
        ...(mac ? [] : [SEPARATOR, about]),
      ],
    },
  ];
}
