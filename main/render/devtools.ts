/** The DevTools protocol of a browser, as far as pictures need it: calls with answers, and events. */
import { once } from 'node:events';
import type { Readable, Writable } from 'node:stream';
import { z } from 'zod';
import { isObject, type Json, type JsonObject } from '../../core/json.ts';

/** A page, or the browser itself. */
export interface DevTools {
  /**
   * Rejects with the browser's words, or when it has gone.
   * @param limitMs after which the whole browser is given up: it hangs, and would hold up all who draw
   */
  send(method: string, params?: JsonObject, limitMs?: number): Promise<JsonObject>;
  on(event: string, listener: (params: JsonObject) => void): void;
}

/** The whole browser: its pages are told apart by their session. */
export interface Line {
  session(id: string | null): DevTools;
  /** Resolves when nothing more comes. */
  readonly ended: Promise<void>;
}

/** Milliseconds: no call of ours takes so long in a browser that is well. */
export const ANSWER_LIMIT_MS = 15_000;

const Message = z.object({
  id: z.int().optional(),
  sessionId: z.string().optional(),
  method: z.string().optional(),
  params: z.unknown().optional(),
  result: z.unknown().optional(),
  error: z.object({ message: z.string() }).optional(),
});

interface Waiting {
  method: string;
  sessionId: string | null;
  done: (result: JsonObject) => void;
  fail: (error: Error) => void;
  limit: ReturnType<typeof setTimeout>;
}

const objectOf = (value: unknown): JsonObject => (isObject(value) ? value : {});

/**
 * Over a pair of pipes (`--remote-debugging-pipe`), one message up to each NUL. Unlike a port nobody else on this
 * machine can use it, and the browser goes when the station goes, however it goes.
 */
export function pipeLine(out: Writable, back: Readable): Line {
  const waiting = new Map<number, Waiting>();
  const listeners = new Map<string, ((params: JsonObject) => void)[]>();
  let lastId = 0;
  let gone = false;

  const end = (): void => {
    gone = true;
    for (const { method, fail, limit } of waiting.values()) {
      clearTimeout(limit);
      fail(new Error(`${method}: the browser has gone`));
    }
    waiting.clear();
  };
  /** A browser ends when its pipes do. */
  const giveUp = (): void => {
    end();
    out.destroy();
    back.destroy();
  };
  /** A page that was closed: what it was asked is never answered. */
  const drop = (closed: Json | undefined): void => {
    for (const [id, { method, sessionId, fail, limit }] of waiting) {
      if (sessionId === null || sessionId !== closed) continue;
      waiting.delete(id);
      clearTimeout(limit);
      fail(new Error(`${method}: the page was closed`));
    }
  };
  const take = (text: string): void => {
    const { id, sessionId = '', method = '', params, result, error } = Message.parse(JSON.parse(text));
    if (id === undefined) {
      if (method === 'Target.detachedFromTarget') drop(objectOf(params)['sessionId']);
      for (const listener of listeners.get(`${sessionId} ${method}`) ?? []) listener(objectOf(params));
      return;
    }
    const one = waiting.get(id);
    waiting.delete(id);
    clearTimeout(one?.limit);
    if (error) one?.fail(new Error(`${one.method}: ${error.message}`));
    else one?.done(objectOf(result));
  };

  const ended = once(back, 'close').then(end);
  out.on('error', end);
  back.on('error', end);
  // a picture comes as one message of megabytes in many chunks: they are joined once
  let parts: Buffer[] = [];
  back.on('data', (chunk: Buffer) => {
    let from = 0;
    for (let nul = chunk.indexOf(0); nul >= 0; nul = chunk.indexOf(0, from)) {
      parts.push(chunk.subarray(from, nul));
      const text = Buffer.concat(parts).toString('utf8');
      parts = [];
      from = nul + 1;
      take(text);
    }
    parts.push(chunk.subarray(from));
  });

  return {
    ended,
    session: (sessionId) => ({
      send(method, params = {}, limitMs = ANSWER_LIMIT_MS) {
        if (gone) return Promise.reject(new Error(`${method}: the browser has gone`));
        const id = ++lastId;
        const session = sessionId === null ? {} : { sessionId };
        return new Promise((done, fail) => {
          waiting.set(id, { method, sessionId, done, fail, limit: setTimeout(giveUp, limitMs) });
          out.write(`${JSON.stringify({ id, ...session, method, params })}\0`);
        });
      },
      on(event, listener) {
        const key = `${sessionId ?? ''} ${event}`;
        listeners.set(key, [...(listeners.get(key) ?? []), listener]);
      },
    }),
  };
}
