// Leaving on air: asked, never assumed; and a desk that cannot ask is no way around it.
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { QuitGuard, SHOWN_WITHIN_MS } from '../../../main/desktop/quit-guard.ts';

let onAir: string | null;
let leaveAnyway: boolean;
const askDesk = vi.fn();
const askBox = vi.fn();
const leave = vi.fn();
let guard: QuitGuard;

beforeEach(() => {
  vi.useFakeTimers();
  vi.clearAllMocks();
  onAir = 'On air: 110 Swing (lower third).';
  leaveAnyway = false;
  askBox.mockImplementation(() => Promise.resolve(leaveAnyway));
  guard = new QuitGuard({ whatIsOnAir: () => onAir, askDesk, askBox, leave });
});

afterEach(() => vi.useRealTimers());

it('leaves at once when nothing is on air', () => {
  onAir = null;
  guard.wish();
  expect(leave).toHaveBeenCalledOnce();
  expect(askDesk).not.toHaveBeenCalled();
});

it('asks the desk on air, and leaves only when it says so', async () => {
  guard.wish();
  expect(askDesk).toHaveBeenCalledWith(onAir);
  guard.shown();
  await vi.advanceTimersByTimeAsync(SHOWN_WITHIN_MS * 10);
  expect(askBox).not.toHaveBeenCalled();
  expect(leave).not.toHaveBeenCalled();
  expect(guard.quit()).toBe(true);
  expect(leave).toHaveBeenCalledOnce();
});

it('hears a quit only after the question, and once', () => {
  expect(guard.quit()).toBe(false);
  guard.wish();
  guard.stay();
  expect(guard.quit()).toBe(false);
  expect(leave).not.toHaveBeenCalled();
});

it('asks natively when the desk shows nothing', async () => {
  guard.wish();
  await vi.advanceTimersByTimeAsync(SHOWN_WITHIN_MS - 1);
  expect(askBox).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(1);
  expect(askBox).toHaveBeenCalledWith(onAir);
  expect(leave).not.toHaveBeenCalled();
  leaveAnyway = true;
  guard.wish();
  await vi.advanceTimersByTimeAsync(SHOWN_WITHIN_MS);
  expect(leave).toHaveBeenCalledOnce();
});

it('shows one box, however often somebody tries', async () => {
  let answer: (leave: boolean) => void = () => undefined;
  askBox.mockImplementation(() => new Promise<boolean>((done) => (answer = done)));
  guard.wish();
  await vi.advanceTimersByTimeAsync(SHOWN_WITHIN_MS);
  guard.wish();
  await vi.advanceTimersByTimeAsync(SHOWN_WITHIN_MS);
  expect(askDesk).toHaveBeenCalledTimes(2);
  expect(askBox).toHaveBeenCalledOnce();
  answer(false);
  await vi.advanceTimersByTimeAsync(0);
  guard.wish();
  await vi.advanceTimersByTimeAsync(SHOWN_WITHIN_MS);
  expect(askBox).toHaveBeenCalledTimes(2);
});

it('asks no more once air is clear', () => {
  guard.wish();
  onAir = null;
  guard.wish();
  expect(leave).toHaveBeenCalledOnce();
});
