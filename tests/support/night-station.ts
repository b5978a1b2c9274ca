/** A station with the demo show and the election of 2008, in rehearsal, whose night a test moves by hand. */
import { join } from 'node:path';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { onTestFinished } from 'vitest';
import type { JsonObject } from '../../core/json.ts';
import type { NightStatus } from '../../core/schema/night.ts';
import { NightPlayer, type NightEvent } from '../../main/night/player.ts';
import { nightsOf } from '../../main/night/nights.ts';
import { shippedElections } from '../../main/elections.ts';
import {
  captureLog,
  packageFiles,
  SHOW,
  tempFolder,
  testStation,
  writeBuild,
  writeFiles,
  type TestStation,
} from './station.ts';
import { demoShow } from './night-files.ts';

const root = resolve(import.meta.dirname, '../..');

/** @param over what is other than in the demo show */
export async function stationOf2008(over: JsonObject = {}): Promise<TestStation> {
  const build = join(await tempFolder(), 'out');
  await writeBuild(build);
  const elections = readFileSync(join(root, 'assets/elections/nz-elections.json'), 'utf8');
  await writeFiles(build, {
    [`demo/${SHOW}.json`]: { ...demoShow('nz-2008'), id: SHOW, ...over },
    'elections/nz-elections.json': elections,
  });
  const texts = { headline: { type: 'string', minLength: 1 }, label: { type: 'string' } };
  // what is simulated goes nowhere without its label
  const schema = { type: 'object', required: ['headline', 'label'], properties: texts };
  await writeFiles(join(build, 'graphics'), packageFiles('labelled', { schema }));
  return testStation({ build });
}

export const rehearse = (station: TestStation) => station.command({ type: 'mode.set', mode: 'rehearsal' });

export interface HandPlayer {
  player: NightPlayer;
  told: (NightStatus | null)[];
  events: NightEvent[];
  /** Runs what is scheduled, once. */
  tick(): Promise<void>;
}

/** A player beside the station's own, whose ticks come when a test says so. */
export function handPlayer({ station, folder, build, clock }: TestStation): HandPlayer {
  const { log } = captureLog();
  const told: HandPlayer['told'] = [];
  const events: NightEvent[] = [];
  const due = new Set<() => void>();
  const elections = shippedElections(join(build, 'elections'), log);
  const player = new NightPlayer({
    store: station.store,
    now: () => clock.now,
    schedule(task) {
      due.add(task);
      return () => due.delete(task);
    },
    ...nightsOf({ store: station.store, elections, folder }),
    tell: (night) => told.push(night),
    heard: (event) => events.push(event),
    log,
  });
  onTestFinished(() => player.close());
  return {
    player,
    told,
    events,
    async tick() {
      const tasks = [...due];
      due.clear();
      for (const task of tasks) task();
      await player.settled();
    },
  };
}
