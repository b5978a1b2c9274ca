/**
 * Runs in the page, as source text: the two halves of a sandboxed preload's world. The preload runs in an isolated
 * world of its own, so that the page sees nothing of it but what `contextBridge` exposes; values cross as JSON,
 * functions and promises by number, over DOM events with a name that a page cannot guess.
 */

type Json = string | number | boolean | null | Json[] | { [key: string]: Json };
type Call = (...args: unknown[]) => unknown;

/** One end of the bridge; the same code in both worlds. Self-contained, because only its text reaches the page. */
export function bridgeEnd(send: string, receive: string) {
  const functions = new Map<number, Call>();
  const promises = new Map<number, (ok: boolean, value: unknown) => void>();
  let lastId = 0;
  let answer: { ok: boolean; value: Json } | null = null;

  const tell = (message: Json) =>
    document.dispatchEvent(new CustomEvent(send, { detail: JSON.stringify(message) }));

  const encode = (value: unknown): Json => {
    if (typeof value === 'function') {
      functions.set(++lastId, value as Call);
      return { $: 'function', id: lastId };
    }
    if (value instanceof Promise) {
      const id = ++lastId;
      value.then(
        (result) => tell({ settle: id, ok: true, value: encode(result) }),
        (error: unknown) => tell({ settle: id, ok: false, value: String(error) }),
      );
      return { $: 'promise', id };
    }
    if (value === undefined) return { $: 'undefined' };
    if (Array.isArray(value)) return value.map(encode);
    if (typeof value === 'object' && value !== null)
      return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, encode(one)]));
    return value as Json;
  };

  const decode = (value: Json): unknown => {
    if (Array.isArray(value)) return value.map(decode);
    if (typeof value !== 'object' || value === null) return value;
    const id = Number(value['id']);
    switch (value['$']) {
      case 'undefined':
        return undefined;
      case 'promise':
        return new Promise((done, fail) =>
          promises.set(id, (ok, result) => (ok ? done(result) : fail(new Error(String(result))))),
        );
      case 'function':
        return (...args: unknown[]) => {
          answer = null;
          tell({ call: id, args: args.map(encode) });
          // events are delivered at once, so the answer is there; of a call within the call, the outer one is later
          const got = answer as { ok: boolean; value: Json } | null;
          if (!got) throw new Error('the other world has gone');
          if (!got.ok) throw new Error(String(got.value));
          return decode(got.value);
        };
      default:
        return Object.freeze(
          Object.fromEntries(Object.entries(value).map(([key, one]) => [key, decode(one)])),
        );
    }
  };

  let onExposed: (name: string, value: unknown) => void = () => undefined;
  document.addEventListener(receive, (event) => {
    const message = JSON.parse((event as CustomEvent<string>).detail) as {
      call?: number;
      args?: Json[];
      answer?: { ok: boolean; value: Json };
      settle?: number;
      ok?: boolean;
      value?: Json;
      expose?: string;
    };
    if (message.answer) answer = message.answer;
    if (message.expose !== undefined) onExposed(message.expose, decode(message.value ?? null));
    if (message.settle !== undefined)
      promises.get(message.settle)?.(message.ok === true, decode(message.value ?? null));
    if (message.call === undefined) return;
    try {
      const result = functions.get(message.call)?.(...(message.args ?? []).map(decode));
      tell({ answer: { ok: true, value: encode(result) } });
    } catch (error) {
      tell({ answer: { ok: false, value: String(error) } });
    }
  });
  return {
    expose: (name: string, value: unknown) => tell({ expose: name, value: encode(value) }),
    onExposed: (listener: typeof onExposed) => (onExposed = listener),
  };
}

/** What `require('electron')` gives a sandboxed preload. `raw` sends to the main process. */
export function preloadModule(
  raw: (message: string) => void,
  bridge: { expose(name: string, value: unknown): void },
) {
  const listeners = new Map<string, Call[]>();
  const waiting = new Map<number, (reply: { error?: string; value?: unknown }) => void>();
  let lastId = 0;
  const post = (kind: 'send' | 'invoke', channel: string, args: unknown[]): number => {
    const id = ++lastId;
    raw(JSON.stringify({ kind, id, channel, args }));
    return id;
  };
  const ipcRenderer = {
    send: (channel: string, ...args: unknown[]) => void post('send', channel, args),
    invoke: (channel: string, ...args: unknown[]) =>
      new Promise((done, fail) => {
        waiting.set(post('invoke', channel, args), ({ error, value }) => {
          if (error === undefined) done(value);
          else fail(new Error(`Error invoking remote method '${channel}': ${error}`));
        });
      }),
    on(channel: string, listener: Call) {
      listeners.set(channel, [...(listeners.get(channel) ?? []), listener]);
      return ipcRenderer;
    },
    removeListener(channel: string, listener: Call) {
      listeners.set(
        channel,
        (listeners.get(channel) ?? []).filter((one) => one !== listener),
      );
      return ipcRenderer;
    },
  };
  const deliver = (message: { reply?: number; error?: string; value?: unknown; channel?: string }) => {
    if (message.reply !== undefined) {
      waiting.get(message.reply)?.(message);
      waiting.delete(message.reply);
      return;
    }
    for (const listener of listeners.get(message.channel ?? '') ?? [])
      listener({ sender: ipcRenderer, ports: [] }, ...(message.value as unknown[]));
  };
  const contextBridge = {
    exposeInMainWorld: (name: string, value: unknown) => bridge.expose(name, value),
  };
  return { module: { ipcRenderer, contextBridge }, deliver };
}

/** The script for the page's own world. */
export const pageScript = (token: string): string => `if (window === window.top) {
  const bridge = (${bridgeEnd.toString()})('${token}-up', '${token}-down');
  bridge.onExposed((name, value) => Object.defineProperty(window, name, { value, enumerable: true }));
}`;

/** The script for the preload's world. Preloads run in the top frame only. */
export const preloadScript = (token: string, binding: string, preload: string): string => `
if (window === window.top) {
  const bridge = (${bridgeEnd.toString()})('${token}-down', '${token}-up');
  const made = (${preloadModule.toString()})((message) => globalThis.${binding}(message), bridge);
  globalThis.standInDeliver = made.deliver;
  const require = (name) => {
    if (name === 'electron' || name === 'electron/renderer') return made.module;
    throw new Error('module not found: ' + name);
  };
  const process = { type: 'renderer', sandboxed: true, contextIsolated: true, platform: '${process.platform}', versions: {} };
  (function (require, process, module, exports) { ${preload}
  })(require, process, { exports: {} }, {});
}`;
