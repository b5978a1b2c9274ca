/** Chromium's DevTools protocol over a pipe: one connection, one session per window. */
import type { Readable, Writable } from 'node:stream';
import type { CDPSession } from '@playwright/test';

/** The events that the stand-in listens to, with what it reads of them. */
export interface CdpEvents {
  'Target.attachedToTarget': { sessionId: string; targetInfo: TargetInfo; waitingForDebugger: boolean };
  'Target.targetDestroyed': { targetId: string };
  'Target.targetInfoChanged': { targetInfo: TargetInfo };
  'Page.windowOpen': { url: string; windowName: string; windowFeatures: string[] };
  'Page.domContentEventFired': object;
  'Page.loadEventFired': object;
  'Page.frameNavigated': { frame: { id: string; url: string; parentId?: string } };
  'Fetch.requestPaused': {
    requestId: string;
    frameId: string;
    request: { url: string };
    networkId?: string;
    redirectedRequestId?: string;
  };
  'Inspector.targetCrashed': object;
  'Runtime.bindingCalled': { name: string; payload: string; executionContextId: number };
  'Runtime.executionContextCreated': {
    context: { id: number; name: string; origin: string; auxData?: { frameId?: string } };
  };
  'Browser.downloadWillBegin': { guid: string; url: string; suggestedFilename: string };
}

export interface TargetInfo {
  targetId: string;
  type: string;
  title: string;
  url: string;
  openerId?: string;
}

type Send = CDPSession['send'];
type Listener = (params: never) => void;

interface Message {
  id?: number;
  sessionId?: string;
  method?: string;
  params?: unknown;
  result?: unknown;
  error?: { message: string };
}

interface Waiting {
  method: string;
  done: (result: unknown) => void;
  fail: (error: Error) => void;
}

export class Cdp {
  readonly #out: Writable;
  readonly #waiting = new Map<number, Waiting>();
  readonly #listeners = new Map<string, Listener[]>();
  #lastId = 0;
  /** The browser itself. */
  readonly browser: CdpSession;

  constructor(out: Writable, back: Readable) {
    this.#out = out;
    this.browser = new CdpSession(this, undefined);
    // a browser that has gone answers nothing more: what waits is told so, in `close`
    out.on('error', () => this.close());
    back.on('close', () => this.close());
    let rest = '';
    back.setEncoding('utf8').on('data', (chunk: string) => {
      const messages = (rest + chunk).split('\0');
      rest = messages.pop() ?? '';
      for (const message of messages) this.#take(JSON.parse(message) as Message);
    });
  }

  close(): void {
    for (const { method, fail } of this.#waiting.values()) fail(new Error(`${method}: the browser has gone`));
    this.#waiting.clear();
  }

  session(id: string): CdpSession {
    return new CdpSession(this, id);
  }

  send(sessionId: string | undefined, method: string, params: unknown): Promise<unknown> {
    const id = ++this.#lastId;
    return new Promise((done, fail) => {
      this.#waiting.set(id, { method, done, fail });
      this.#out.write(JSON.stringify({ id, sessionId, method, params }) + '\0');
    });
  }

  listen(sessionId: string | undefined, event: string, listener: Listener): void {
    const key = `${sessionId ?? ''} ${event}`;
    this.#listeners.set(key, [...(this.#listeners.get(key) ?? []), listener]);
  }

  #take({ id, sessionId, method, params, result, error }: Message): void {
    if (id === undefined) {
      for (const listener of this.#listeners.get(`${sessionId ?? ''} ${method ?? ''}`) ?? [])
        listener(params as never);
      return;
    }
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (error) waiting?.fail(new Error(`${waiting.method}: ${error.message}`));
    else waiting?.done(result);
  }
}

export class CdpSession {
  readonly #cdp: Cdp;
  readonly #id: string | undefined;

  constructor(cdp: Cdp, id: string | undefined) {
    this.#cdp = cdp;
    this.#id = id;
  }

  readonly send: Send = (method, params) => this.#cdp.send(this.#id, method, params ?? {}) as Promise<never>;

  on<E extends keyof CdpEvents>(event: E, listener: (params: CdpEvents[E]) => void): void {
    this.#cdp.listen(this.#id, event, listener);
  }
}

/** For what may fail because a window went meanwhile: no fault of the app's, and nobody waits for it. */
export function unlessGone(done: Promise<unknown>): void {
  done.catch((error: unknown) => {
    if (process.env['STAND_IN_DEBUG']) process.stderr.write(`stand-in: ${String(error)}\n`);
  });
}
