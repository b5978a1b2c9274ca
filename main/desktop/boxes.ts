/**
 * Native boxes and file dialogs. They belong to no window where the system allows it: one that is modal to the desk would
 * take Space and Esc away from it while something is on air. On macOS a box without a window stops the whole app, so there
 * it hangs on the desk as a sheet.
 */
import {
  dialog,
  type BrowserWindow,
  type MessageBoxOptions,
  type OpenDialogOptions,
  type SaveDialogOptions,
} from 'electron';

export class Boxes {
  readonly #desk: () => BrowserWindow | null;

  constructor(desk: () => BrowserWindow | null) {
    this.#desk = desk;
  }

  get #parent(): BrowserWindow | null {
    return process.platform === 'darwin' ? this.#desk() : null;
  }

  /** @returns the index of the button */
  async ask(options: MessageBoxOptions): Promise<number> {
    const parent = this.#parent;
    const { response } = await (parent
      ? dialog.showMessageBox(parent, options)
      : dialog.showMessageBox(options));
    return response;
  }

  /** Says something that needs no decision. */
  async say(type: 'info' | 'warning' | 'error', message: string, detail = ''): Promise<void> {
    await this.ask({ type, title: 'Tallydesk', message, detail, buttons: ['OK'], noLink: true });
  }

  /** @returns null when it was cancelled */
  async folder(options: OpenDialogOptions): Promise<string | null> {
    const parent = this.#parent;
    const { canceled, filePaths } = await (parent
      ? dialog.showOpenDialog(parent, options)
      : dialog.showOpenDialog(options));
    return canceled ? null : (filePaths[0] ?? null);
  }

  /** @returns null when it was cancelled */
  async file(options: SaveDialogOptions): Promise<string | null> {
    const parent = this.#parent;
    const { canceled, filePath } = await (parent
      ? dialog.showSaveDialog(parent, options)
      : dialog.showSaveDialog(options));
    return canceled || filePath === '' ? null : filePath;
  }
}
