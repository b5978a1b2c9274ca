/** The program output's window, on the display that is not the operator's. */
import { BrowserWindow, powerSaveBlocker, screen } from 'electron';
import { placeOutput } from './placement.ts';
import { silence, webPreferences } from './security.ts';

const BLACK = '#000000';

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
  silence(window);
  if (fullscreen) window.setAlwaysOnTop(true, 'screen-saver');
  const awake = powerSaveBlocker.start('prevent-display-sleep');
  window.once('ready-to-show', () => window.showInactive());
  window.on('closed', () => powerSaveBlocker.stop(awake));
  void window.loadURL(url);
  return window;
}

/** Ids of the displays that outputs are meant for: the desk keeps away from them. */
export function claimedDisplays(): number[] {
  const primary = screen.getPrimaryDisplay();
  const { fullscreen, bounds } = placeOutput(screen.getAllDisplays(), primary);
  return fullscreen ? [screen.getDisplayMatching(bounds).id] : [];
}
