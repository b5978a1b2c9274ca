// The end: outputs, then the show, then the process, whatever hangs or fails.
import pino from 'pino';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Ending, SAVED_WITHIN_MS } from '../../../main/desktop/ending.ts';

const lines: string[] = [];
const log = pino({}, { write: (line: string) => void lines.push(line) });
const order: string[] = [];
const exit = vi.fn((code: number) => void order.push(`exit ${code}`));
const step = (name: string) => () => {
  order.push(name);
  return Promise.resolve();
};

beforeEach(() => {
  vi.useFakeTimers();
  vi.clearAllMocks();
  order.length = 0;
  lines.length = 0;
});
afterEach(() => vi.useRealTimers());

const stopOutputs = () => void order.push('outputs');

it('closes the outputs, saves, and ends with 0, once', async () => {
  const ending = new Ending({ stopOutputs, closeStation: step('station'), exit, log });
  expect(ending.begun).toBe(false);
  const ended = ending.begin();
  expect(ending.begun).toBe(true);
  await Promise.all([ended, ending.begin()]);
  expect(order).toEqual(['outputs', 'station', 'exit 0']);
});

it('saves although an output will not close', async () => {
  const fails = () => {
    throw new Error('stuck');
  };
  await new Ending({ stopOutputs: fails, closeStation: step('station'), exit, log }).begin();
  expect(order).toEqual(['station', 'exit 1']);
  expect(lines.join()).toContain('stuck');
});

it('ends with 1 when saving hangs', async () => {
  const hangs = () => new Promise<void>(() => undefined);
  const ending = new Ending({ stopOutputs, closeStation: hangs, exit, log });
  const ended = ending.begin();
  await vi.advanceTimersByTimeAsync(SAVED_WITHIN_MS - 1);
  expect(exit).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(1);
  await ended;
  expect(exit).toHaveBeenCalledExactlyOnceWith(1);
  expect(lines.join()).toContain('could not be closed within 5 s');
});
