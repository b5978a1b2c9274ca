/** Keeps the calls to one frame and finds each its answer, or its time-out. Knows no DOM. */
import { FrameAnswer } from '../../core/protocol.ts';
import { isObject } from '../../core/json.ts';
import type { FrameRequest } from './frame-protocol.ts';
import { RECEIPT_LIMIT_MS, type FrameListener, type Outcome } from './graphic-frame.ts';

interface Pending {
  resolve: (outcome: Outcome) => void;
  limit: ReturnType<typeof setTimeout> | undefined;
  receipt: ReturnType<typeof setTimeout> | undefined;
}

/** A graphic's own words go to the desk: not too many of them. */
const DETAIL_LIMIT = 300;
/** One that complains without end must not keep the station busy: what comes after so many words is not heard. */
const WORDS_LIMIT = 20;

export class FrameCalls {
  readonly #post: (message: FrameRequest & { id: number }) => void;
  readonly #listener: Pick<FrameListener, 'onProblem' | 'onRefused'>;
  readonly #pending = new Map<number, Pending>();
  readonly #refused = new Set<string>();
  #problems = 0;
  #lastId = 0;

  constructor(
    post: (message: FrameRequest & { id: number }) => void,
    listener: Pick<FrameListener, 'onProblem' | 'onRefused'>,
  ) {
    this.#post = post;
    this.#listener = listener;
  }

  send(request: FrameRequest, limitMs: number | null): Promise<Outcome> {
    const id = ++this.#lastId;
    this.#post({ ...request, id });
    return new Promise((resolve) => {
      const giveUp = (): void => {
        this.#settle(id, { statusCode: 504, statusMessage: 'no answer in time', timedOut: true });
      };
      this.#pending.set(id, {
        resolve,
        limit: limitMs === null ? undefined : setTimeout(giveUp, limitMs),
        receipt: request.call === 'stop' ? setTimeout(giveUp, RECEIPT_LIMIT_MS) : undefined,
      });
    });
  }

  /** A message from the frame. It may be forged by the graphic, which can harm only itself with it. */
  receive(message: unknown): void {
    if (!isObject(message)) return;
    if (message['event'] === undefined) {
      const answer = FrameAnswer.safeParse(message);
      if (!answer.success) return;
      const { id, statusCode, statusMessage = '', currentStep, result, ms } = answer.data;
      this.#settle(id, {
        statusCode,
        statusMessage: statusMessage.slice(0, DETAIL_LIMIT),
        timedOut: false,
        currentStep,
        result,
        ms,
      });
    } else if (message['event'] === 'received') {
      const pending = this.#pending.get(Number(message['id']));
      if (pending) clearTimeout(pending.receipt);
    } else if (message['event'] === 'error' && typeof message['detail'] === 'string') {
      this.#problems += 1;
      if (this.#problems <= WORDS_LIMIT) this.#listener.onProblem(message['detail'].slice(0, DETAIL_LIMIT));
    } else if (message['event'] === 'refused' && typeof message['address'] === 'string') {
      const address = message['address'].slice(0, DETAIL_LIMIT);
      if (this.#refused.has(address) || this.#refused.size >= WORDS_LIMIT) return;
      this.#refused.add(address);
      this.#listener.onRefused?.(address);
    }
  }

  /** Forgets all calls: nothing comes of them any more. */
  close(): void {
    for (const { limit, receipt } of this.#pending.values()) {
      clearTimeout(limit);
      clearTimeout(receipt);
    }
    this.#pending.clear();
  }

  #settle(id: number, outcome: Outcome): void {
    const pending = this.#pending.get(id);
    if (!pending) return;
    this.#pending.delete(id);
    clearTimeout(pending.limit);
    clearTimeout(pending.receipt);
    pending.resolve(outcome);
  }
}
