/** One window of an output: made hidden, shown when its page has drawn what is on air, never moved afterwards. */
import { BrowserWindow } from 'electron';
import type { WindowWish } from '../../core/outputs/desired-windows.ts';
import { silence, webPreferences } from './security.ts';

/** Above task bars and menu bars; the levels below are not (electron.d.ts, setAlwaysOnTop). */
const LEVEL = 'screen-saver';

/** A network that changes with a display (a dock is plugged in) fails loads from this very machine too. */
const LOAD_TRIES = 5;
const LOAD_AGAIN_MS = 400;

function makeWindow({ kind, bounds, ground }: WindowWish): BrowserWindow {
  const isPlain = kind === 'plain';
  const isTransparent = ground === 'transparent';
  // of a plain window only the size counts: the system places it
  const { width, height } = bounds;
  const window = new BrowserWindow({
    title: 'Tallydesk output',
    ...(isPlain ? { width, height } : bounds),
    frame: isPlain,
    // macOS: only then may a window cover the menu bar, or two displays
    enableLargerThanScreen: true,
    roundedCorners: false,
    hasShadow: false,
    skipTaskbar: !isPlain,
    movable: isPlain,
    minimizable: isPlain,
    maximizable: isPlain,
    transparent: isTransparent,
    // the first thing that anybody sees of it
    backgroundColor: isTransparent ? '#00000000' : ground,
    autoHideMenuBar: true,
    show: false,
    webPreferences,
  });
  if (isPlain) return window;
  window.setAlwaysOnTop(true, LEVEL);
  if (process.platform === 'darwin') {
    // without the last option the whole app would lose its menu bar and its place in the Dock
    window.setVisibleOnAllWorkspaces(true, { visibleOnFullScreen: true, skipTransformProcessType: true });
    window.setHiddenInMissionControl(true);
  }
  return window;
}

/** Of pictures for the as-run log. Percent. */
const QUALITY = 82;

export interface OutputWindowEvents {
  /** Its page crashed, does not answer or did not load. */
  onBroken(reason: string): void;
  /** Somebody clicked into a window that covers a display. */
  onFocus(): void;
}

export class OutputWindow {
  readonly wish: WindowWish;
  /** Tells this window's page from that of the one it replaces. */
  readonly token: number;
  readonly #window: BrowserWindow;
  #ended = false;

  /** @param url the page; null for the bare ground, where a page has crashed too often */
  constructor(wish: WindowWish, token: number, url: string | null, events: OutputWindowEvents) {
    this.wish = wish;
    this.token = token;
    this.#window = makeWindow(wish);
    const { webContents } = this.#window;
    silence(this.#window);
    const broken = (reason: string) => {
      if (!this.#ended) events.onBroken(reason);
    };
    webContents.on('render-process-gone', (_event, { reason }) => {
      if (reason !== 'clean-exit') broken(`page ${reason}`);
    });
    webContents.on('unresponsive', () => broken('page does not answer'));
    // nobody closes an output with Alt+F4
    this.#window.on('close', (event) => {
      if (!this.#ended) event.preventDefault();
    });
    if (wish.kind !== 'plain') {
      this.#window.on('minimize', () => broken('window was minimised'));
      this.#window.on('hide', () => broken('window was hidden'));
      this.#window.on('focus', () => events.onFocus());
      this.#window.on('always-on-top-changed', (_event, isOnTop) => {
        if (!isOnTop && !this.#ended) this.#window.setAlwaysOnTop(true, LEVEL);
      });
    }
    if (url !== null) this.#load(url, LOAD_TRIES, () => broken('page did not load'));
  }

  #load(url: string, tries: number, failed: () => void): void {
    this.#window.loadURL(url).catch(() => {
      if (this.#ended) return;
      if (tries > 1) setTimeout(() => this.#ended || this.#load(url, tries - 1, failed), LOAD_AGAIN_MS);
      else failed();
    });
  }

  /**
   * Without taking the focus: no key press may land on the wrong window. Fullscreen only now, because Linux shows a
   * hidden window as soon as it is to be fullscreen, and this one may not have drawn anything yet. It covers its display
   * before that: fullscreen is what keeps the system's bars away.
   */
  show(): void {
    if (this.#ended) return;
    const { kind, bounds } = this.wish;
    this.#window.showInactive();
    if (kind === 'plain') return;
    this.#window.setBounds(bounds);
    // macOS: a space of its own would blacken the other displays. And no system's fullscreen knows two displays
    if (kind === 'fullscreen' && process.platform !== 'darwin') this.#window.setFullScreen(true);
  }

  /** Whether it stands where it should. */
  isInPlace(): boolean {
    if (this.wish.kind === 'plain') return true;
    const [is, should] = [this.#window.getBounds(), this.wish.bounds];
    return is.x === should.x && is.y === should.y && is.width === should.width && is.height === should.height;
  }

  /** Nobody has minimised or hidden it behind our back; events may be missed. */
  isSeen(): boolean {
    return this.wish.kind === 'plain' || (this.#window.isVisible() && !this.#window.isMinimized());
  }

  /**
   * A small picture of what it shows, for the as-run log: JPEG. Of two displays the fill alone. Null where there is none,
   * because the system draws nothing of a window that is covered or off.
   */
  async picture({ width, height }: { width: number; height: number }): Promise<Buffer | null> {
    if (this.#ended || !this.#window.isVisible()) return null;
    const { kind, keySide, bounds } = this.wish;
    const half = Math.floor(bounds.width / 2);
    const fill = { x: keySide === 'left' ? half : 0, y: 0, width: half, height: bounds.height };
    const { webContents } = this.#window;
    const shot = await (kind === 'spanning' ? webContents.capturePage(fill) : webContents.capturePage());
    return shot.isEmpty() ? null : shot.resize({ width, height, quality: 'good' }).toJPEG(QUALITY);
  }

  /** Above the window that has just been shown over it. */
  raise(): void {
    if (!this.#ended) this.#window.moveTop();
  }

  close(): void {
    if (this.#ended) return;
    this.#ended = true;
    this.#window.destroy();
  }

  /** Put beyond doubt, when the system has reshuffled its windows. */
  keepOnTop(): void {
    if (!this.#ended && this.wish.kind !== 'plain') this.#window.setAlwaysOnTop(true, LEVEL);
  }
}
