/** A graphic's frame as its layer sees it: calls go in, answers come out, and removing it always works. */
import type { FrameRequest } from './frame-protocol.ts';

export interface Outcome {
  statusCode: number;
  statusMessage: string;
  /** No answer came in time: its process may hang. */
  timedOut: boolean;
  /** As the graphic said; null where it said "none", undefined where it said nothing. */
  currentStep?: number | null | undefined;
  /** What a custom action or one of our own calls gave back. */
  result?: unknown;
  /** As its own page measured it. Milliseconds. */
  ms?: number | undefined;
}

export interface GraphicFrame {
  /**
   * Sends at once and never throws. Once the frame is removed the promise stays open for good.
   * @param limitMs after which the answer is taken for lost; null waits for ever
   */
  send(request: FrameRequest, limitMs: number | null): Promise<Outcome>;
  /** Brings it to the front of its layer. */
  raise(): void;
  /** Takes it off the page at once, without asking it. */
  remove(): void;
}

export interface FrameListener {
  /** Something went wrong in the graphic outside any call. It goes on. */
  onProblem(detail: string): void;
  /** It asked for an address that it may not have. */
  onRefused?(address: string): void;
  /** It went to another page: what is to be seen now is not the graphic. */
  onLost(detail: string): void;
}

/** Milliseconds a frame may take to say that it got a stop. Longer: it hangs, and need not be waited for. */
export const RECEIPT_LIMIT_MS = 1_500;
