/** What a station has for rehearsing: the player of nights, and the log of what is done. */
import { join } from 'node:path';
import type { ElectionRecord } from '../../core/election/record.ts';
import type { NightStatus } from '../../core/schema/night.ts';
import { nightsOf } from '../night/nights.ts';
import { NightPlayer } from '../night/player.ts';
import type { Store } from '../store/store.ts';
import type { Log, Sources } from '../world.ts';
import { RehearsalLog } from './log.ts';

export interface RehearsalsDeps {
  store: Store;
  sources: Pick<Sources, 'now'>;
  /** The show's. */
  folder: string;
  elections: () => Promise<ElectionRecord[]>;
  /** Every desk is told of the night. */
  tell: (night: NightStatus | null) => void;
  log: Log;
}

const schedule = (task: () => void, ms: number): (() => void) => {
  const timer = setTimeout(task, ms);
  // a night alone keeps no station alive
  timer.unref();
  return () => clearTimeout(timer);
};

export async function openRehearsals({ store, sources, folder, elections, tell, log }: RehearsalsDeps) {
  const now = () => sources.now();
  let rehearsals: RehearsalLog | null = null;
  // the player first: that a night ends with its rehearsal is a line before the rehearsal's last one
  const nights = new NightPlayer({
    store,
    now,
    schedule,
    ...nightsOf({ store, elections, folder }),
    tell,
    heard: (event) => rehearsals?.night(event),
    log,
  });
  rehearsals = await RehearsalLog.open({
    store,
    folder: join(folder, 'rehearsals'),
    now,
    night: () => nights.status(),
    log,
  });
  return { nights, rehearsals };
}
