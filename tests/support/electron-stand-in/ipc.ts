/** Electron's `ipcMain`, per app and per window, and the way to a window's preload. Values cross as JSON. */
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { EventEmitter } from 'node:events';
import type { IpcMain } from 'electron';
import { unlessGone, type CdpSession } from './cdp.ts';
import { pageScript, preloadScript } from './preload-runtime.ts';
import { strictClass } from './strict.ts';

type Handler = (event: never, ...args: never[]) => unknown;
type Members = Pick<IpcMain, 'handle' | 'handleOnce' | 'removeHandler'>;

export class StandInIpc extends EventEmitter implements Members {
  readonly #handlers = new Map<string, Handler>();

  handle(channel: string, handler: Handler): void {
    if (this.#handlers.has(channel))
      throw new Error(`Attempted to register a second handler for '${channel}'`);
    this.#handlers.set(channel, handler);
  }

  handleOnce(channel: string, handler: Handler): void {
    this.handle(channel, (event, ...args) => {
      this.removeHandler(channel);
      return handler(event, ...args);
    });
  }

  removeHandler(channel: string): void {
    this.#handlers.delete(channel);
  }

  handler(channel: string): Handler | undefined {
    return this.#handlers.get(channel);
  }
}

strictClass('ipcMain', StandInIpc);

export const ipcMain = new StandInIpc();

const WORLD = 'Electron Isolated Context';
const BINDING = 'standInToMain';

interface Sent {
  kind: 'send' | 'invoke';
  id: number;
  channel: string;
  args: never[];
}

export interface PreloadLink {
  send(channel: string, args: unknown[]): void;
}

/** Puts a preload into every document of a page's main frame. @param eventOf makes the event that handlers get */
export async function linkPreload(
  page: CdpSession,
  mainFrame: string,
  preload: string,
  own: StandInIpc,
  eventOf: () => object,
): Promise<PreloadLink> {
  let world = 0;
  const deliver = (message: object, contextId = world) => {
    if (contextId === 0) return;
    unlessGone(
      page.send('Runtime.evaluate', {
        expression: `standInDeliver(${JSON.stringify(message)})`,
        contextId,
      }),
    );
  };
  const answer = async ({ kind, id, channel, args }: Sent, contextId: number): Promise<void> => {
    const event = eventOf() as never;
    if (kind === 'send') {
      for (const ipc of [own, ipcMain]) ipc.emit(channel, event, ...args);
      return;
    }
    const handler = own.handler(channel) ?? ipcMain.handler(channel);
    try {
      if (!handler) throw new Error(`No handler registered for '${channel}'`);
      deliver({ reply: id, value: await handler(event, ...args) }, contextId);
    } catch (error) {
      deliver({ reply: id, error: String(error) }, contextId);
    }
  };
  page.on('Runtime.executionContextCreated', ({ context }) => {
    // frames within the page have a world of that name too, and nothing in it
    if (context.name === WORLD && context.auxData?.frameId === mainFrame) world = context.id;
  });
  page.on('Runtime.bindingCalled', ({ name, payload, executionContextId }) => {
    if (name === BINDING) void answer(JSON.parse(payload) as Sent, executionContextId);
  });
  await page.send('Runtime.enable');
  await page.send('Runtime.addBinding', { name: BINDING, executionContextName: WORLD });
  const token = randomBytes(12).toString('hex');
  await page.send('Page.addScriptToEvaluateOnNewDocument', { source: pageScript(token) });
  await page.send('Page.addScriptToEvaluateOnNewDocument', {
    worldName: WORLD,
    source: preloadScript(token, BINDING, readFileSync(preload, 'utf8')),
  });
  return { send: (channel, args) => deliver({ channel, value: args }) };
}
