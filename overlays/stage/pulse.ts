/**
 * Whether a graphic's frame is alive: of one that hangs, or whose process died, Chromium tells the page around it
 * nothing (not even a port's `close`, measured with Chromium 156).
 */
import type { GraphicFrame } from '../host/graphic-frame.ts';

/** Milliseconds between two questions, and how long an answer may take. */
export const PULSE_MS = 500;
export const ANSWER_MS = 1_500;
/** A computer that slept, or a page that was held, misses one; a frame that hangs misses every one. */
const MISSES = 2;

/** @returns ends the asking */
export function startPulse(frame: GraphicFrame, onDead: () => void): () => void {
  let stopped = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const ask = async (missed: number): Promise<void> => {
    const { timedOut } = await frame.send({ call: 'ping' }, ANSWER_MS);
    if (stopped) return;
    const misses = timedOut ? missed + 1 : 0;
    if (misses >= MISSES) onDead();
    else timer = setTimeout(() => void ask(misses), timedOut ? 0 : PULSE_MS);
  };
  timer = setTimeout(() => void ask(0), PULSE_MS);
  return () => {
    stopped = true;
    clearTimeout(timer);
  };
}
