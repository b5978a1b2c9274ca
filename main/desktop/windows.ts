/** The two windows: the desk on the operator's display, the program output on the other one. */
import { BrowserWindow, powerSaveBlocker, screen } from 'electron';
import { placeOutput } from './placement.ts';
import { webPreferences } from './security.ts';

const BLACK = '#000000';

export function openDesk(url: string): BrowserWindow {
  const { workArea } = screen.getPrimaryDisplay();
  const window = new BrowserWindow({
    title: 'Tallydesk',
    x: workArea.x,
    y: workArea.y,
    width: Math.min(1920, workArea.width),
    height: Math.min(1080, workArea.height),
    minWidth: 1024,
    minHeight: 600,
    backgroundColor: '#0d1017',
    show: false,
    webPreferences,
  });
  window.once('ready-to-show', () => window.show());
  void window.loadURL(url);
  return window;
}

/**
 * Made hidden and shown without focus once its first frame is there: no white flash, and no key press that lands
 * on the wrong window.
 */
export function openOutput(url: string): BrowserWindow {
  const { fullscreen, bounds } = placeOutput(screen.getAllDisplays(), screen.getPrimaryDisplay());
  const window = new BrowserWindow({
    title: 'Tallydesk program output',
    ...bounds,
    frame: !fullscreen,
    fullscreen,
    roundedCorners: false,
    hasShadow: false,
    enableLargerThanScreen: true,
    backgroundColor: BLACK,
    autoHideMenuBar: true,
    show: false,
    webPreferences,
  });
  if (fullscreen) window.setAlwaysOnTop(true, 'screen-saver');
  const awake = powerSaveBlocker.start('prevent-display-sleep');
  window.once('ready-to-show', () => window.showInactive());
  window.on('closed', () => powerSaveBlocker.stop(awake));
  void window.loadURL(url);
  return window;
}
