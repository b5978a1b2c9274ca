/** The desk's window: where it was, on no output's display; and a page that has stopped comes back while air goes on. */
import { BrowserWindow, screen, type Menu, type WebContents } from 'electron';
import { z } from 'zod';
import { afterCrash } from '../../core/outputs/recovery.ts';
import type { Log } from '../world.ts';
import type { Boxes } from './boxes.ts';
import { DESK_MINIMUM, placeDesk } from './desk-place.ts';
import type { Remembered } from './remembered.ts';
import { webPreferences } from './security.ts';

const Rect = z.object({ x: z.int(), y: z.int(), width: z.int(), height: z.int() });

export const DeskMemory = z.object({
  bounds: Rect.nullable(),
  maximized: z.boolean(),
  /** 1 is 100 %. */
  zoom: z.number().min(0.25).max(4),
});
export type DeskMemory = z.infer<typeof DeskMemory>;

export const NEW_DESK: DeskMemory = { bounds: null, maximized: false, zoom: 1 };

const ZOOM = { least: 0.5, most: 2, step: 0.1 };

export interface DeskDeps {
  preload: string;
  memory: Remembered<DeskMemory>;
  /** Ids of the displays that outputs are meant for. */
  claimed: () => readonly number[];
  boxes: Boxes;
  log: Log;
  onMoved: () => void;
  /** Somebody closes the window. It stays until the app ends. */
  onCloseWished: () => void;
  /** Windows is about to end the session, or ends it. */
  onSessionEnd: (sure: boolean) => void;
}

export class DeskWindow {
  readonly #deps: DeskDeps;
  /** Null until the first station runs. */
  #url: string | null = null;
  #menu: Menu | null = null;
  #window: BrowserWindow;
  #crashes: number[] = [];
  #ended = false;
  #asking = false;

  constructor(deps: DeskDeps) {
    this.#deps = deps;
    this.#window = this.#open();
  }

  get window(): BrowserWindow {
    return this.#window;
  }

  /** The display that most of it is on. */
  get display(): number {
    return screen.getDisplayMatching(this.#window.getBounds()).id;
  }

  isSender(contents: WebContents): boolean {
    return !this.#window.isDestroyed() && contents === this.#window.webContents;
  }

  focus(): void {
    if (this.#window.isMinimized()) this.#window.restore();
    this.#window.focus();
  }

  /** Moves to a display that is not among these, if there is one. */
  keepOff(claimed: readonly number[]): void {
    const displays = screen.getAllDisplays();
    if (displays.every(({ id }) => claimed.includes(id))) return;
    const primary = screen.getPrimaryDisplay().id;
    const saved = this.#window.getNormalBounds();
    this.#window.setBounds(placeDesk({ saved, displays, claimed, primary }).bounds);
  }

  /** Another station, another address. */
  load(url: string): void {
    this.#url = url;
    this.#load();
  }

  askToQuit(what: string): void {
    this.focus();
    this.#window.webContents.send('desk:quitAsked', what);
  }

  /** On macOS the menu is the app's; elsewhere a menu of the app would be every window's, outputs' too. */
  setMenu(menu: Menu): void {
    this.#menu = menu;
    this.#window.setMenu(menu);
  }

  toggleFullscreen(): void {
    this.#window.setFullScreen(!this.#window.isFullScreen());
  }

  /** @param by steps; 0 is back to 100 % */
  zoom(by: -1 | 0 | 1): void {
    const { memory } = this.#deps;
    const wanted = by === 0 ? 1 : Math.round((memory.value.zoom + by * ZOOM.step) * 10) / 10;
    const zoom = Math.max(ZOOM.least, Math.min(wanted, ZOOM.most));
    memory.set({ ...memory.value, zoom });
    this.#window.webContents.setZoomFactor(zoom);
  }

  /** From now on nothing brings it back. What it looks like now is remembered, whatever event is still on its way. */
  end(): void {
    if (!this.#ended && !this.#window.isDestroyed()) this.#remember(this.#window);
    this.#ended = true;
  }

  #open(): BrowserWindow {
    const { preload, memory, claimed } = this.#deps;
    const saved = memory.value;
    const { bounds } = placeDesk({
      saved: saved.bounds,
      displays: screen.getAllDisplays(),
      claimed: claimed(),
      primary: screen.getPrimaryDisplay().id,
    });
    const window = new BrowserWindow({
      title: 'Tallydesk',
      ...bounds,
      minWidth: DESK_MINIMUM.width,
      minHeight: DESK_MINIMUM.height,
      backgroundColor: '#0d1017',
      show: false,
      // where displays share a Space, macOS blackens the others for it, outputs too
      fullscreenable: process.platform !== 'darwin',
      webPreferences: { ...webPreferences, preload },
    });
    window.once('ready-to-show', () => {
      if (saved.maximized) window.maximize();
      window.show();
    });
    this.#watch(window);
    this.#window = window;
    if (this.#menu) window.setMenu(this.#menu);
    this.#load();
    return window;
  }

  #load(): void {
    // a station that has gone meanwhile says so on its own: the next one loads the page anew
    if (this.#url === null) return;
    this.#window.loadURL(this.#url).catch((error: unknown) => {
      if (!this.#ended) this.#deps.log.warn({ err: error }, 'the desk’s page did not load');
    });
  }

  #remember(window: BrowserWindow): void {
    const { memory } = this.#deps;
    memory.set({ ...memory.value, bounds: window.getNormalBounds(), maximized: window.isMaximized() });
  }

  #watch(window: BrowserWindow): void {
    const { log, memory, onMoved, onCloseWished, onSessionEnd } = this.#deps;
    const remember = () => this.#remember(window);
    window.on('resize', remember);
    window.on('move', () => {
      remember();
      onMoved();
    });
    window.on('maximize', remember);
    window.on('unmaximize', remember);
    window.on('close', (event) => {
      if (this.#ended) return;
      event.preventDefault();
      onCloseWished();
    });
    window.on('closed', () => {
      if (this.#ended) return;
      log.error('the desk’s window has gone; it is opened again');
      this.#open();
    });
    window.on('query-session-end', () => onSessionEnd(false));
    window.on('session-end', () => onSessionEnd(true));
    // Chromium has waited for the page for a while before it says so
    window.on('unresponsive', () => {
      log.error('the desk’s page does not answer; it is started anew');
      window.webContents.forcefullyCrashRenderer();
    });
    window.webContents.on('did-finish-load', () => window.webContents.setZoomFactor(memory.value.zoom));
    window.webContents.on('render-process-gone', (_event, { reason }) => {
      if (reason === 'clean-exit' || this.#ended) return;
      log.error({ reason }, 'the desk’s page has stopped; air goes on');
      void this.#revive();
    });
  }

  async #revive(): Promise<void> {
    const { past, stop } = afterCrash(this.#crashes, Date.now());
    this.#crashes = past;
    if (!stop) {
      this.#load();
      return;
    }
    if (this.#asking) return;
    this.#asking = true;
    const again = await this.#deps.boxes.ask({
      type: 'error',
      title: 'Tallydesk',
      message: 'The desk stops again and again.',
      detail: 'Outputs and air are as they were. The log has the details.',
      buttons: ['Open the desk again', 'Leave it closed'],
      defaultId: 0,
      cancelId: 1,
      noLink: true,
    });
    this.#asking = false;
    if (again !== 0) return;
    this.#crashes = [];
    this.#load();
  }
}
