/** When what happens in a film: an entrance, a hold and an exit, or what its maker asked for. Pure. Times in ms. */
import type { ScheduledAction } from '../../core/protocol.ts';
import { LONGEST_FILM_MS, type RenderRequest } from '../../core/render.ts';
import type { Graphic } from '../../core/schema/manifest.ts';
import { exactRate } from './ffmpeg.ts';

/** Of movements whose length the graphic does not declare. */
const UNDECLARED_MS = 1_000;

type ActionType = ScheduledAction['action']['type'];

/** How long the graphic says that an action takes; for that step where it says so. */
export function declaredMs({ durations }: Graphic, type: ActionType, step: number | null = null): number {
  const known = durations.filter((one) => one.type === type && one.duration >= 0);
  const exact = known.find(({ steps }) => step !== null && steps?.includes(step) === true);
  return (exact ?? known.find(({ steps }) => steps === null) ?? known[0])?.duration ?? UNDECLARED_MS;
}

export interface Plan {
  schedule: ScheduledAction[];
  durationMs: number;
}

const stepOf = ({ action: { params } }: ScheduledAction): number | null =>
  typeof params['goto'] === 'number' ? params['goto'] : null;

export function planOf(
  graphic: Graphic,
  { step, holdMs, schedule, durationMs }: Pick<RenderRequest, 'step' | 'holdMs' | 'schedule' | 'durationMs'>,
): Plan {
  if (schedule) {
    const inOrder = schedule.toSorted((a, b) => a.timestamp - b.timestamp);
    const ends = inOrder.map((one) => one.timestamp + declaredMs(graphic, one.action.type, stepOf(one)));
    const needed = Math.max(0, ...ends) || holdMs;
    return { schedule: inOrder, durationMs: Math.min(durationMs ?? needed, LONGEST_FILM_MS) };
  }
  const stopAt = declaredMs(graphic, 'playAction', step) + holdMs;
  const action = (type: ActionType, params: ScheduledAction['action']['params']) => ({ type, params });
  return {
    schedule: [
      { timestamp: 0, action: action('playAction', { goto: step }) },
      { timestamp: stopAt, action: action('stopAction', {}) },
    ],
    durationMs: Math.min(durationMs ?? stopAt + declaredMs(graphic, 'stopAction'), LONGEST_FILM_MS),
  };
}

/** The times of all frames: the first is at 0, and the film ends on one after everything is over. */
export function frameTimes(durationMs: number, frameRate: number): number[] {
  const rate = exactRate(frameRate);
  const count = Math.max(1, Math.ceil((durationMs * rate) / 1000) + 1);
  return Array.from({ length: count }, (_, frame) => (frame * 1000) / rate);
}
