/**
 * Electron's `WebContents`: one page of Chromium. Navigation, redirects and pop-ups are held until the app's handlers
 * have decided, so that a spec about them tells something.
 */
import type { LoadURLOptions, NativeImage, Rectangle, WebContents, WebPreferences } from 'electron';
import { app } from './app.ts';
import { unlessGone, type Cdp, type CdpEvents, type CdpSession } from './cdp.ts';
import { linkPreload, StandInIpc, type PreloadLink } from './ipc.ts';
import { fromPartition, type StandInSession } from './session.ts';
import { eventsOf, strict, StrictEmitter, strictClass, unknown } from './strict.ts';

const events = eventsOf<WebContents>((contents, heard) =>
  contents
    .on('dom-ready', heard)
    .on('did-finish-load', heard)
    .on('did-navigate', heard)
    .on('will-navigate', heard)
    .on('will-redirect', heard)
    .on('will-frame-navigate', heard)
    .on('will-attach-webview', heard)
    .on('render-process-gone', heard)
    .on('unresponsive', heard)
    .on('responsive', heard)
    .on('before-input-event', heard)
    .on('context-menu', heard)
    .on('destroyed', heard),
);

type OpenHandler = Parameters<WebContents['setWindowOpenHandler']>[0];
type Members = Pick<
  WebContents,
  | 'id'
  | 'send'
  | 'loadURL'
  | 'reload'
  | 'getURL'
  | 'isDestroyed'
  | 'isCrashed'
  | 'executeJavaScript'
  | 'forcefullyCrashRenderer'
  | 'setWindowOpenHandler'
  | 'setBackgroundThrottling'
  | 'setZoomFactor'
  | 'getZoomFactor'
  | 'close'
  | 'focus'
>;

/** What `getLastWebPreferences` says where the app said nothing: Electron's own defaults. */
const DEFAULTS: WebPreferences = {
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  webSecurity: true,
  webviewTag: false,
  backgroundThrottling: true,
  spellcheck: true,
  navigateOnDragDrop: false,
};

/** What the app uses of a picture. `resize` keeps its size: nothing here can scale one. */
class StandInImage {
  readonly #jpeg: Buffer;

  constructor(jpeg: Buffer) {
    this.#jpeg = jpeg;
  }

  isEmpty(): boolean {
    return this.#jpeg.length === 0;
  }

  resize(_to: Parameters<NativeImage['resize']>[0]): this {
    return this;
  }

  toJPEG(_quality: Parameters<NativeImage['toJPEG']>[0]): ReturnType<NativeImage['toJPEG']> {
    return this.#jpeg;
  }
}
strictClass('NativeImage', StandInImage);

let lastId = 0;

export class StandInContents extends StrictEmitter implements Members {
  readonly id = ++lastId;
  readonly session: StandInSession;
  readonly ipc = new StandInIpc();
  readonly #preferences: WebPreferences;
  readonly #close: () => void;
  #page: CdpSession | null = null;
  #link: PreloadLink | null = null;
  #openHandler: OpenHandler | null = null;
  /** Addresses that the page asked to open in a window, until Chromium has made that window. */
  readonly #asked: CdpEvents['Page.windowOpen'][] = [];
  #url = '';
  /** The address that the app itself loads: nobody is asked about that. */
  #own: string | null = null;
  #crashed = false;
  #zoom = 1;
  #destroyed = false;
  targetId = '';

  constructor(preferences: WebPreferences, close: () => void) {
    super('webContents', events);
    this.#preferences = { ...DEFAULTS, ...preferences };
    this.#close = close;
    this.session =
      (preferences.session as unknown as StandInSession | undefined) ??
      fromPartition(preferences.partition ?? '');
  }

  /** Takes over a fresh, empty page. */
  async attach(cdp: Cdp, targetId: string): Promise<void> {
    this.targetId = targetId;
    const { sessionId } = await cdp.browser.send('Target.attachToTarget', { targetId, flatten: true });
    const page = cdp.session(sessionId);
    page.on('Page.windowOpen', (asked) => void this.#asked.push(asked));
    page.on('Page.domContentEventFired', () => this.emit('dom-ready', {}));
    page.on('Page.loadEventFired', () => this.emit('did-finish-load', {}));
    page.on('Page.frameNavigated', ({ frame }) => {
      if (frame.parentId !== undefined) return;
      this.#url = frame.url;
      this.#crashed = false;
      this.emit('did-navigate', {}, frame.url, 200, 'OK');
    });
    page.on('Inspector.targetCrashed', () => {
      this.#crashed = true;
      const details = { reason: 'crashed', exitCode: 5 };
      this.emit('render-process-gone', {}, details);
      app.emit('render-process-gone', {}, this, details);
    });
    page.on('Fetch.requestPaused', (request) => unlessGone(this.#decide(page, request)));
    await page.send('Page.enable');
    await page.send('Inspector.enable');
    await page.send('Fetch.enable', { patterns: [{ resourceType: 'Document', requestStage: 'Request' }] });
    const { preload } = this.#preferences;
    if (preload !== undefined) {
      this.#link = await linkPreload(page, targetId, preload, this.ipc, () => ({
        sender: this,
        senderFrame: this.mainFrame,
        reply: (channel: string, ...args: unknown[]) => this.send(channel, ...args),
      }));
    }
    this.#page = page;
  }

  /** For whom drives the window: the page's protocol. */
  get page(): CdpSession {
    if (!this.#page) throw new Error('the window is not open yet');
    return this.#page;
  }

  async #decide(page: CdpSession, paused: CdpEvents['Fetch.requestPaused']): Promise<void> {
    const { requestId, request, redirectedRequestId, frameId } = paused;
    const isMainFrame = frameId === this.targetId;
    const details = { url: request.url, isMainFrame, isSameDocument: false, initiator: null };
    let refused = false;
    if (redirectedRequestId !== undefined) {
      refused = this.ask('will-redirect', details, request.url);
    } else if (isMainFrame && this.#own !== request.url) {
      refused = this.ask('will-frame-navigate', details) || this.ask('will-navigate', details, request.url);
    } else if (!isMainFrame) {
      refused = this.ask('will-frame-navigate', details);
    }
    if (isMainFrame) this.#own = null;
    if (refused) {
      // the page that is there stays as it is
      await page.send('Fetch.failRequest', { requestId, errorReason: 'Aborted' });
      return;
    }
    if (isMainFrame) {
      await this.session.decidePermissions(this as unknown as WebContents, request.url);
    }
    await page.send('Fetch.continueRequest', { requestId });
  }

  asksForWindow(): boolean {
    return this.#asked.length > 0;
  }

  /** A page of ours opened a window, which is held before it has loaded anything. @returns whether it may live */
  mayOpen(url: string): boolean {
    const asked = this.#asked.shift();
    if (!this.#openHandler) return true;
    const { action } = this.#openHandler({
      url: asked?.url ?? url,
      frameName: asked?.windowName ?? '',
      features: asked?.windowFeatures.join(',') ?? '',
      disposition: 'new-window',
      referrer: { url: this.#url, policy: 'strict-origin-when-cross-origin' },
    });
    if (action === 'allow') return unknown("webContents.setWindowOpenHandler answering 'allow'");
    return false;
  }

  async loadURL(url: string, options?: LoadURLOptions): Promise<void> {
    if (options) unknown('webContents.loadURL with options');
    const loaded = new Promise<void>((done) => this.once('did-finish-load', () => done()));
    this.#own = new URL(url).href;
    const { errorText } = await this.page.send('Page.navigate', { url });
    if (errorText !== undefined) throw new Error(`${errorText} loading '${url}'`);
    await loaded;
  }

  reload(): void {
    this.#own = this.#url;
    unlessGone(this.page.send('Page.navigate', { url: this.#url }));
  }

  get mainFrame() {
    const url = this.#url;
    const origin = URL.canParse(url) ? new URL(url).origin : '';
    return strict('webContents.mainFrame', { url, origin, parent: null, frameTreeNodeId: this.id });
  }

  getURL(): string {
    return this.#url;
  }

  getLastWebPreferences(): WebPreferences {
    return { ...this.#preferences };
  }

  async executeJavaScript(expression: string, userGesture = false): Promise<unknown> {
    const { result, exceptionDetails } = await this.page.send('Runtime.evaluate', {
      expression,
      userGesture,
      awaitPromise: true,
      returnByValue: true,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  }

  async capturePage(rect?: Rectangle): Promise<StandInImage> {
    const clip = rect ? { clip: { ...rect, scale: 1 } } : {};
    const { data } = await this.page.send('Page.captureScreenshot', { format: 'jpeg', ...clip });
    return new StandInImage(Buffer.from(data, 'base64'));
  }

  send(channel: string, ...args: unknown[]): void {
    this.#link?.send(channel, args);
  }

  forcefullyCrashRenderer(): void {
    // it never answers: the one who would has gone
    unlessGone(this.page.send('Page.crash'));
  }

  setWindowOpenHandler(handler: OpenHandler): void {
    this.#openHandler = handler;
  }

  setBackgroundThrottling(allowed: boolean): void {
    this.#preferences.backgroundThrottling = allowed;
  }

  /** Chromium zooms for a user only: the app's wish is kept, and the page stays as large as it is. */
  setZoomFactor(factor: number): void {
    this.#zoom = factor;
  }

  getZoomFactor(): number {
    return this.#zoom;
  }

  focus(): void {
    unlessGone(this.page.send('Page.bringToFront'));
  }

  isCrashed(): boolean {
    return this.#crashed;
  }

  isDestroyed(): boolean {
    return this.#destroyed;
  }

  close(): void {
    this.#close();
  }

  /** The window has gone. */
  end(): void {
    this.#destroyed = true;
    this.emit('destroyed');
  }
}

strictClass('webContents', StandInContents);
