/** Electron's `BrowserWindow`: a window of the headless Chromium, placed on its virtual displays. */
import type { BrowserWindowConstructorOptions, Rectangle } from 'electron';
import { app } from './app.ts';
import { unlessGone, type Cdp, type CdpSession, type TargetInfo } from './cdp.ts';
import { StandInContents } from './contents.ts';
import { menuListeners, StandInMenu } from './services.ts';
import { StrictEmitter, strictClass, unknown } from './strict.ts';
import { OPTIONS, windowEvents, type WindowMembers } from './window-surface.ts';

const all = new Set<StandInWindow>();
let lastId = 0;
let focused: StandInWindow | null = null;
let browser: Cdp | null = null;
/** Windows open one at a time: Chromium says which page is whose only by the order. */
let opening: Promise<unknown> = Promise.resolve();
/** The next page that appears is one that the app makes. */
let creating = false;

/** From now on windows can be made. */
export async function openWindowsIn(cdp: Cdp): Promise<void> {
  browser = cdp;
  cdp.browser.on('Target.targetDestroyed', ({ targetId }) => byTarget(targetId)?.gone());
  cdp.browser.on('Target.targetInfoChanged', ({ targetInfo: { targetId, title } }) =>
    byTarget(targetId)?.retitled(title),
  );
  cdp.browser.on('Target.attachedToTarget', ({ sessionId, targetInfo, waitingForDebugger }) => {
    const opener = openerOf(targetInfo);
    const page = cdp.session(sessionId);
    if (opener && !opener.webContents.mayOpen(targetInfo.url)) {
      unlessGone(refuse(cdp, page, targetInfo.targetId));
    } else if (waitingForDebugger) {
      unlessGone(page.send('Runtime.runIfWaitingForDebugger'));
    }
  });
  await cdp.browser.send('Target.setDiscoverTargets', { discover: true });
  // holds every new page until it has been decided about
  await cdp.browser.send('Target.setAutoAttach', {
    autoAttach: true,
    waitForDebuggerOnStart: true,
    flatten: true,
    filter: [{ type: 'page' }],
  });
}

const byTarget = (targetId: string): StandInWindow | undefined =>
  [...all].find((window) => window.webContents.targetId === targetId);

/** Its requests are held for ever; it has to run before it closes, because its opener may wait for it. */
async function refuse({ browser: chromium }: Cdp, page: CdpSession, targetId: string): Promise<void> {
  await page.send('Fetch.enable', { patterns: [{ requestStage: 'Request' }] });
  await page.send('Runtime.runIfWaitingForDebugger');
  await chromium.send('Target.closeTarget', { targetId });
}

/** The window that opened this page; null for a window of the app's own. */
function openerOf({ openerId, targetId }: TargetInfo): StandInWindow | null {
  if (openerId !== undefined) return byTarget(openerId) ?? null;
  // Chromium tells of a new page before or after it answers who asked for one
  if (creating || byTarget(targetId)) return null;
  // a page opened with `noopener` does not say by whom: whoever asked for one, else the first
  return [...all].find(({ webContents }) => webContents.asksForWindow()) ?? [...all][0] ?? null;
}

/** A page through which displays are changed. */
export function anyPage(): CdpSession {
  const [window] = all;
  if (!window) throw new Error('displays can be changed only while there is a window');
  return window.webContents.page;
}

type State = 'normal' | 'maximized' | 'fullscreen' | 'minimized';

export class StandInWindow extends StrictEmitter implements WindowMembers {
  readonly id = ++lastId;
  readonly webContents: StandInContents;
  readonly #opened: Promise<unknown>;
  /** What is to be done to the window, in order. */
  #work: Promise<unknown>;
  #windowId = 0;
  #bounds: Rectangle;
  #state: State = 'normal';
  #before: State = 'normal';
  /** Where it is when it is neither maximised nor fullscreen nor minimised. */
  #normal: Rectangle;
  /** Its own, or the app's. */
  menu: StandInMenu | null = StandInMenu.getApplicationMenu();
  #visible: boolean;
  #onTop: boolean;
  #title: string;
  /** Without a frame the page is as large as the window; headless Chromium would keep room for its own bars. */
  readonly #isFrameless: boolean;
  #destroyed = false;

  constructor(options: BrowserWindowConstructorOptions = {}) {
    super('BrowserWindow', windowEvents);
    const known: readonly string[] = [...OPTIONS.honoured, ...OPTIONS.without];
    for (const option of Object.keys(options))
      if (!known.includes(option)) unknown(`new BrowserWindow({ ${option} })`);
    if (!app.isReady()) throw new Error('Cannot create BrowserWindow before app is ready');
    const { x = 0, y = 0, width = 800, height = 600, show = true, webPreferences = {} } = options;
    this.#bounds = { x, y, width, height };
    this.#normal = this.#bounds;
    this.#visible = show;
    this.#isFrameless = options.frame === false;
    this.#onTop = options.alwaysOnTop ?? false;
    this.#title = options.title ?? app.name;
    if (options.fullscreen === true) this.#state = 'fullscreen';
    this.webContents = new StandInContents(webPreferences, () => this.close());
    all.add(this);
    app.opened(this);
    const opened = opening.then(() => this.#open());
    opening = opened.catch(() => undefined);
    this.#opened = opened;
    this.#work = opened;
    opened.catch((error: unknown) => process.stderr.write(`stand-in: no window: ${String(error)}\n`));
    this.webContents.once('did-finish-load', () => unlessGone(this.#drawn()));
    app.emit('browser-window-created', {}, this);
    app.emit('web-contents-created', {}, this.webContents);
    if (show) this.#takeFocus();
  }

  async #open(): Promise<void> {
    if (!browser) throw new Error('there is no browser');
    const browserContextId = await this.webContents.session.contextIn(browser);
    const { x, y, width, height } = this.#bounds;
    creating = true;
    const { targetId } = await browser.browser.send('Target.createTarget', {
      url: 'about:blank',
      newWindow: true,
      left: x,
      top: y,
      width,
      height,
      ...(browserContextId === undefined ? {} : { browserContextId }),
    });
    this.webContents.targetId = targetId;
    creating = false;
    await this.webContents.attach(browser, targetId);
    const { windowId } = await browser.browser.send('Browser.getWindowForTarget', { targetId });
    this.#windowId = windowId;
    if (this.#state === 'fullscreen') await this.#apply({ windowState: 'fullscreen' });
    await this.refresh();
    await this.#fillWindow();
  }

  async #fillWindow(): Promise<void> {
    if (!this.#isFrameless) return;
    const { page } = this.webContents;
    const { width, height } = this.#bounds;
    const metrics = { width, height, deviceScaleFactor: 1, mobile: false };
    if (this.#state === 'fullscreen') await page.send('Emulation.clearDeviceMetricsOverride');
    else await page.send('Emulation.setDeviceMetricsOverride', metrics);
  }

  /** The first frame is there. */
  async #drawn(): Promise<void> {
    await this.webContents.executeJavaScript(
      'new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(true))))',
    );
    this.emit('ready-to-show');
  }

  #do(work: () => Promise<unknown>): void {
    this.#work = this.#work.then(() => (this.#destroyed ? undefined : work()));
    unlessGone(this.#work);
  }

  async #apply(bounds: object): Promise<void> {
    await browser?.browser.send('Browser.setWindowBounds', { windowId: this.#windowId, bounds });
  }

  /** Reads where the window really is. */
  async refresh(): Promise<void> {
    if (this.#destroyed || !browser || this.#windowId === 0) return;
    const { bounds } = await browser.browser.send('Browser.getWindowBounds', { windowId: this.#windowId });
    const { left = 0, top = 0, width = 0, height = 0 } = bounds;
    this.#bounds = { x: left, y: top, width, height };
    if (this.#state === 'normal') this.#normal = this.#bounds;
  }

  async loadURL(url: string): Promise<void> {
    await this.#opened;
    await this.webContents.loadURL(url);
  }

  show(): void {
    this.showInactive();
    this.#takeFocus();
  }

  showInactive(): void {
    if (this.#visible) return;
    this.#visible = true;
    this.emit('show');
  }

  hide(): void {
    this.#visible = false;
    this.blur();
    this.emit('hide');
  }

  isVisible(): boolean {
    return this.#visible;
  }

  focus(): void {
    this.#do(() => this.webContents.page.send('Page.bringToFront'));
    this.#takeFocus();
  }

  #takeFocus(): void {
    if (focused === this) return;
    focused?.blur();
    focused = this;
    this.emit('focus');
    app.emit('browser-window-focus', {}, this);
  }

  blur(): void {
    if (focused !== this) return;
    focused = null;
    this.emit('blur');
    app.emit('browser-window-blur', {}, this);
  }

  isFocused(): boolean {
    return focused === this;
  }

  minimize(): void {
    if (this.#state === 'minimized') return;
    this.#before = this.#state;
    this.#to('minimized', 'minimize');
    this.blur();
  }

  restore(): void {
    if (this.#state === 'minimized') this.#to(this.#before, 'restore');
  }

  isMinimized(): boolean {
    return this.#state === 'minimized';
  }

  maximize(): void {
    if (this.#state === 'normal') this.#to('maximized', 'maximize');
  }

  unmaximize(): void {
    if (this.#state === 'maximized') this.#to('normal', 'unmaximize');
  }

  isMaximized(): boolean {
    return this.#state === 'maximized';
  }

  getNormalBounds(): Rectangle {
    return { ...this.#normal };
  }

  setMenu(menu: StandInMenu | null): void {
    this.menu = menu;
  }

  moveTop(): void {
    // there is no order of windows
  }

  removeMenu(): void {
    this.menu = null;
  }

  setFullScreen(on: boolean): void {
    if (on !== this.isFullScreen())
      this.#to(on ? 'fullscreen' : 'normal', on ? 'enter-full-screen' : 'leave-full-screen');
  }

  isFullScreen(): boolean {
    return this.#state === 'fullscreen';
  }

  #to(state: State, event: string): void {
    this.#state = state;
    this.#do(async () => {
      // Chromium knows the way between these states through the normal one only
      await this.#apply({ windowState: 'normal' });
      if (state !== 'normal') await this.#apply({ windowState: state });
      await this.refresh();
      await this.#fillWindow();
      this.emit(event);
    });
  }

  getBounds(): Rectangle {
    return { ...this.#bounds };
  }

  setBounds(change: Partial<Rectangle>): void {
    this.#bounds = { ...this.#bounds, ...change };
    if (this.#state === 'normal') this.#normal = this.#bounds;
    const { x: left, y: top, width, height } = this.#bounds;
    this.#do(async () => {
      await this.#apply({ left, top, width, height });
      await this.refresh();
      await this.#fillWindow();
      this.emit('move');
      this.emit('resize');
    });
  }

  setAlwaysOnTop(on: boolean): void {
    if (this.#onTop === on) return;
    this.#onTop = on;
    this.emit('always-on-top-changed', {}, on);
  }

  isAlwaysOnTop(): boolean {
    return this.#onTop;
  }

  getTitle(): string {
    return this.#title;
  }

  /** The page has a new title. */
  retitled(title: string): void {
    if (title === this.#title || title === 'about:blank') return;
    if (!this.ask('page-title-updated', {}, title, true)) this.#title = title;
  }

  setVisibleOnAllWorkspaces(): void {
    // there is one workspace
  }

  setHiddenInMissionControl(): void {
    // means something to macOS only
  }

  close(): void {
    if (this.#destroyed || this.ask('close')) return;
    this.destroy();
  }

  destroy(): void {
    if (this.#destroyed) return;
    const { targetId } = this.webContents;
    if (browser && targetId !== '') unlessGone(browser.browser.send('Target.closeTarget', { targetId }));
    this.#destroyed = true;
    setImmediate(() => this.#end());
  }

  /** Chromium's window has closed by itself. */
  gone(): void {
    if (this.#destroyed) return;
    this.#destroyed = true;
    this.#end();
  }

  #end(): void {
    all.delete(this);
    this.blur();
    this.webContents.end();
    this.emit('closed');
    app.closed(this);
  }

  isDestroyed(): boolean {
    return this.#destroyed;
  }

  static getAllWindows(): StandInWindow[] {
    return [...all];
  }

  static getFocusedWindow(): StandInWindow | null {
    return focused;
  }

  static fromId(id: number): StandInWindow | null {
    return [...all].find((window) => window.id === id) ?? null;
  }

  static fromWebContents(contents: StandInContents): StandInWindow | null {
    return [...all].find((window) => window.webContents === contents) ?? null;
  }
}

strictClass('BrowserWindow', StandInWindow);

menuListeners.push((menu) => {
  for (const window of all) window.menu = menu;
});
