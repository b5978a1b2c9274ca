/**
 * Electron's `session`. Permissions are really decided by the app's handlers: they are asked for every permission
 * before a page of an origin loads, and Chromium is told the answers. As in Electron, without a handler all is allowed.
 */
import type { Session } from 'electron';
import { app } from './app.ts';
import type { Cdp, CdpSession } from './cdp.ts';
import { eventsOf, strict, StrictEmitter, strictClass } from './strict.ts';

const events = eventsOf<Session>((session, heard) => session.on('will-download', heard));

type RequestHandler = NonNullable<Parameters<Session['setPermissionRequestHandler']>[0]>;
type CheckHandler = NonNullable<Parameters<Session['setPermissionCheckHandler']>[0]>;
type Permission = Parameters<RequestHandler>[1];
type Contents = Parameters<RequestHandler>[0];

/** Electron's name for each permission and Chromium's. */
const PERMISSIONS = {
  geolocation: ['geolocation'],
  notifications: ['notifications'],
  media: ['camera', 'microphone'],
  midi: ['midi'],
  'clipboard-read': ['clipboard-read'],
  'idle-detection': ['idle-detection'],
  'window-management': ['window-management'],
} as const satisfies Partial<Record<Permission, readonly string[]>>;

type Members = Pick<
  Session,
  'setPermissionRequestHandler' | 'setPermissionCheckHandler' | 'setDevicePermissionHandler'
>;

interface Download {
  getURL(): string;
  getFilename(): string;
  cancel(): void;
}

export class StandInSession extends StrictEmitter implements Members {
  readonly partition: string;
  #request: RequestHandler | null = null;
  #check: CheckHandler | null = null;
  /** Origins whose permissions Chromium has been told under the present handlers. */
  #told = new Set<string>();
  #browser: CdpSession | null = null;
  #context: Promise<string | undefined> | null = null;

  constructor(partition: string) {
    super('session', events);
    this.partition = partition;
  }

  setPermissionRequestHandler(handler: RequestHandler | null): void {
    this.#request = handler;
    this.#told.clear();
  }

  setPermissionCheckHandler(handler: CheckHandler | null): void {
    this.#check = handler;
    this.#told.clear();
  }

  setDevicePermissionHandler(): void {
    // Chromium offers no way to hand it a device: there is nothing to decide
  }

  /** @returns Chromium's name for this session; the default one has none */
  contextIn({ browser }: Cdp): Promise<string | undefined> {
    this.#browser = browser;
    this.#context ??=
      this.partition === ''
        ? Promise.resolve(undefined)
        : browser
            .send('Target.createBrowserContext', { disposeOnDetach: true })
            .then(({ browserContextId }) => browserContextId);
    return this.#context;
  }

  async decidePermissions(contents: Contents, url: string): Promise<void> {
    const { origin } = new URL(url);
    const browser = this.#browser;
    if (!browser || origin === 'null' || this.#told.has(origin)) return;
    this.#told.add(origin);
    const browserContextId = (await this.#context) ?? undefined;
    for (const [permission, names] of Object.entries(PERMISSIONS) as [Permission, readonly string[]][]) {
      const setting = (await this.#allows(contents, permission, url, origin)) ? 'granted' : 'denied';
      for (const name of names) {
        await browser.send('Browser.setPermission', {
          permission: { name },
          setting,
          origin,
          ...(browserContextId === undefined ? {} : { browserContextId }),
        });
      }
    }
  }

  async #allows(contents: Contents, permission: Permission, url: string, origin: string): Promise<boolean> {
    const details = { isMainFrame: true, requestingUrl: url, securityOrigin: origin };
    const checked = this.#check?.(contents, permission, origin, details) ?? true;
    const request = this.#request;
    if (!checked || !request) return checked;
    return new Promise((answer) => request(contents, permission, answer, details));
  }

  /** @returns whether the app wants it */
  download(url: string, filename: string, cancel: () => void, contents: unknown): boolean {
    const item: Download = { getURL: () => url, getFilename: () => filename, cancel };
    return !this.ask('will-download', {}, strict('downloadItem', item), contents);
  }
}

strictClass('session', StandInSession);

const sessions = new Map<string, StandInSession>();

export function fromPartition(partition: string): StandInSession {
  const known = sessions.get(partition);
  if (known) return known;
  const made = new StandInSession(partition);
  sessions.set(partition, made);
  app.emit('session-created', made);
  return made;
}

export const session = strict('session', {
  // made when it is first asked for, as in Electron
  get defaultSession() {
    return fromPartition('');
  },
  fromPartition,
});
