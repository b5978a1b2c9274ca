/**
 * The headless browser that draws pictures: started when the first is wanted, ended when none has been wanted for a
 * minute. It stands behind everything else on this machine: what is on air must not wait for a thumbnail.
 */
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { setPriority, tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { messageOf } from '../errors.ts';
import type { Log } from '../world.ts';
import { pipeLine, type DevTools, type Line } from './devtools.ts';

export interface Browser {
  line: Line;
  close(): Promise<void>;
}

/** Opens a browser; null where this machine has none. */
export type OpenBrowser = () => Promise<Browser | null>;

const FLAGS = [
  '--headless=new',
  '--disable-gpu',
  '--no-first-run',
  '--no-default-browser-check',
  '--no-startup-window',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-breakpad',
  '--disable-dev-shm-usage',
  '--disable-extensions',
  '--hide-scrollbars',
  '--mute-audio',
  '--force-color-profile=srgb',
  '--font-render-hinting=none',
  '--password-store=basic',
  '--remote-debugging-pipe',
];

/** Unix "nice": the browser's processes get it from the first one. */
const BEHIND_OTHERS = 10;

/** How long one that does not end when it is told to may take. Milliseconds. */
const END_LIMIT_MS = 2_000;

/** Starts the browser at that path with an empty profile of its own, which goes with it. */
export async function spawnBrowser(path: string, log: Log): Promise<Browser> {
  const profile = await mkdtemp(join(tmpdir(), 'tallydesk-render-'));
  // Chromium's sandbox refuses to work for root
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const child = spawn(path, [...FLAGS, ...asRoot, `--user-data-dir=${profile}`], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
  });
  const exited = new Promise<void>((done) => {
    child.once('exit', () => done());
    child.once('error', (error) => {
      log.error({ err: error, path }, 'the browser for pictures did not start');
      done();
    });
  });
  try {
    if (child.pid !== undefined) setPriority(child.pid, BEHIND_OTHERS);
  } catch (error) {
    log.info({ err: error }, 'the browser for pictures runs at normal priority');
  }
  const [, , , out, back] = child.stdio;
  if (!(out instanceof Writable) || !(back instanceof Readable)) throw new Error('the browser has no pipes');
  const line = pipeLine(out, back);
  return {
    line,
    async close() {
      const limit = setTimeout(() => child.kill('SIGKILL'), END_LIMIT_MS);
      // it may be gone already, and then has no answer
      line
        .session(null)
        .send('Browser.close')
        .catch(() => child.kill('SIGKILL'));
      await exited;
      clearTimeout(limit);
      // on Windows files of a process that has just ended may be held for a moment
      await rm(profile, { recursive: true, force: true, maxRetries: 5 }).catch((error: unknown) =>
        log.info({ profile, why: messageOf(error) }, 'a temporary profile was left behind'),
      );
    },
  };
}

/** Milliseconds without any page after which the browser is ended. */
const IDLE_MS = 60_000;

/** One page of the browser, on its own session. */
export interface BrowserPage {
  tools: DevTools;
  close(): Promise<void>;
}

/** Shares one browser among all who draw, and lets it go when nobody does. */
export class Browsers {
  readonly #open: OpenBrowser;
  readonly #idleMs: number;
  #browser: Promise<Browser | null> | null = null;
  #pages = 0;
  #idle: ReturnType<typeof setTimeout> | undefined;
  #closed = false;

  constructor(open: OpenBrowser, idleMs = IDLE_MS) {
    this.#open = open;
    this.#idleMs = idleMs;
  }

  /** A fresh, empty page; null where there is no browser. */
  async page(): Promise<BrowserPage | null> {
    if (this.#closed) return null;
    clearTimeout(this.#idle);
    this.#pages += 1;
    try {
      const browser = await this.#shared();
      if (!browser) {
        this.#release();
        return null;
      }
      const root = browser.line.session(null);
      const { targetId = '' } = await root.send('Target.createTarget', { url: 'about:blank' });
      const { sessionId } = await root.send('Target.attachToTarget', { targetId, flatten: true });
      if (typeof sessionId !== 'string') throw new Error('the browser gave the page no session');
      let open = true;
      return {
        tools: browser.line.session(sessionId),
        close: async () => {
          if (!open) return;
          open = false;
          // a browser that has gone has taken its pages along
          await root.send('Target.closeTarget', { targetId }).catch(() => ({}));
          this.#release();
        },
      };
    } catch (error) {
      this.#release();
      throw error;
    }
  }

  async close(): Promise<void> {
    this.#closed = true;
    await this.#end();
  }

  #shared(): Promise<Browser | null> {
    if (this.#browser) return this.#browser;
    const mine = (this.#browser = this.#start());
    // one that could not start: the next who asks tries anew
    mine.catch(() => {
      if (this.#browser === mine) this.#browser = null;
    });
    return mine;
  }

  async #start(): Promise<Browser | null> {
    const browser = await this.#open();
    const mine = this.#browser;
    const forget = (): void => {
      if (this.#browser === mine) this.#browser = null;
    };
    // a browser that crashed, or none: the next who asks starts or looks anew
    if (!browser) forget();
    else
      void browser.line.ended.then(() => {
        forget();
        return browser.close();
      });
    return browser;
  }

  #release(): void {
    this.#pages -= 1;
    if (this.#pages > 0 || this.#closed) return;
    clearTimeout(this.#idle);
    this.#idle = setTimeout(() => void this.#end(), this.#idleMs);
    this.#idle.unref();
  }

  async #end(): Promise<void> {
    clearTimeout(this.#idle);
    const ending = this.#browser;
    this.#browser = null;
    await (await ending)?.close();
  }
}
