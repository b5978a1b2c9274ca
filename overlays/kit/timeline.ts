// Actions at times, for a renderer that does not run in real time (OGraf v1, goToTime and setActionsSchedule).

export const ACTIONS = ['playAction', 'updateAction', 'stopAction', 'customAction'] as const;

export interface Scheduled {
  /** Milliseconds from the start. */
  timestamp: number;
  type: (typeof ACTIONS)[number];
  params: Readonly<Record<string, unknown>>;
}

const record = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};

/** A schedule in the order of time, actions of one time as they were given; null when it is not one. */
export function readSchedule(value: unknown): Scheduled[] | null {
  if (!Array.isArray(value)) return null;
  const actions: Scheduled[] = [];
  for (const entry of value) {
    const { timestamp, action } = record(entry);
    const { type, params } = record(action);
    const known = ACTIONS.find((one) => one === type);
    if (typeof timestamp !== 'number' || !(timestamp >= 0) || !known) return null;
    actions.push({ timestamp, type: known, params: record(params) });
  }
  return actions.sort((a, b) => a.timestamp - b.timestamp);
}

/** What a timeline moves. */
export interface Player {
  /** Back to what was loaded, with nothing shown. */
  rewind: () => void;
  /** Time is now `ms`. */
  moveTo: (ms: number) => void;
  act: (action: Scheduled) => void;
}

/**
 * Brings a player to a time of a schedule, always from the start: a time looks the same whatever was looked at
 * before, to the pixel, since nothing that was drawn for another time is drawn again.
 */
export function goTo(ms: number, schedule: readonly Scheduled[], player: Player): void {
  player.moveTo(0);
  player.rewind();
  for (const action of schedule) {
    if (action.timestamp > ms) break;
    player.moveTo(action.timestamp);
    player.act(action);
  }
  player.moveTo(ms);
}
