/** Commands on their way: each gets a number, and a promise that always settles, with an answer or a refusal. */
import type { FromStation } from '../../core/protocol.ts';
import { text } from '../text.ts';

/** What became of a command. Codes beyond the station's own: `not_connected`, `connection_lost`, `no_answer`. */
export type Result =
  | ({ ok: true; revision: number } & Record<string, unknown>)
  | ({ ok: false; code: string; detail: string } & Record<string, unknown>);

/** An acknowledgement waits for the station's disk; longer than this means that something is wrong. */
export const ANSWER_LIMIT_MS = 8000;

export interface Pending {
  /** @returns the number to send with the command, and the promise of its result */
  add(): { id: number; result: Promise<Result> };
  settle(message: Extract<FromStation, { type: 'result' }>): void;
  /** The connection broke: nobody knows whether what was sent has happened. */
  loseAll(): void;
}

export function createPending(later: (run: () => void, ms: number) => void): Pending {
  const waiting = new Map<number, (result: Result) => void>();
  let last = 0;
  const finish = (id: number, result: Result) => {
    const resolve = waiting.get(id);
    waiting.delete(id);
    resolve?.(result);
  };
  return {
    add() {
      const id = ++last;
      const result = new Promise<Result>((resolve) => waiting.set(id, resolve));
      later(
        () => finish(id, { ok: false, code: 'no_answer', detail: text.connection.noAnswer }),
        ANSWER_LIMIT_MS,
      );
      return { id, result };
    },
    settle: ({ id, result }) => finish(id, result as Result),
    loseAll() {
      for (const id of [...waiting.keys()]) {
        finish(id, { ok: false, code: 'connection_lost', detail: text.connection.lostBeforeAnswer });
      }
    },
  };
}
