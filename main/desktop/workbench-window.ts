/** The workbench's window, for designers: a page of the station like any other, opened from the menu, one at a time. */
import { BrowserWindow } from 'electron';
import { webPreferences } from './security.ts';

/** The workbench of the station whose desk has this address. */
export const workbenchAddress = (desk: string): string => {
  const url = new URL(desk);
  url.pathname = '/workbench';
  return url.href;
};

export class WorkbenchWindow {
  #window: BrowserWindow | null = null;

  /** Opens it, or brings it to the front. */
  show(desk: string): void {
    if (this.#window) {
      this.#window.focus();
      return;
    }
    const window = new BrowserWindow({
      width: 1600,
      height: 900,
      title: 'Tallydesk Workbench',
      webPreferences,
    });
    window.on('closed', () => (this.#window = null));
    this.#window = window;
    this.load(desk);
  }

  /** Another show is open: its station has another address. */
  load(desk: string): void {
    // a station that ends while its page loads is no fault of the window
    this.#window?.loadURL(workbenchAddress(desk)).catch(() => undefined);
  }

  close(): void {
    this.#window?.destroy();
  }
}
