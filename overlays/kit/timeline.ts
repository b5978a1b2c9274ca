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
 * Walks through a schedule. Going back begins anew, so that a time always looks the same, whatever was looked at
 * before. Pure apart from its player.
 */
export class Timeline {
  readonly #player: Player;
  #schedule: readonly Scheduled[] = [];
  #next = 0;
  /** null: to be begun. */
  #at: number | null = null;

  constructor(player: Player) {
    this.#player = player;
  }

  set(schedule: readonly Scheduled[]): void {
    this.#schedule = schedule;
    this.#at = null;
  }

  /** Forgets where it was. */
  leave(): void {
    this.#at = null;
  }

  goTo(ms: number): void {
    if (this.#at === null || ms < this.#at) {
      this.#next = 0;
      this.#player.moveTo(0);
      this.#player.rewind();
    }
    for (let due = this.#schedule[this.#next]; due && due.timestamp <= ms;) {
      this.#player.moveTo(due.timestamp);
      this.#player.act(due);
      this.#next += 1;
      due = this.#schedule[this.#next];
    }
    this.#player.moveTo(ms);
    this.#at = ms;
  }
}
