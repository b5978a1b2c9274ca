/**
 * The simulator's nights as they are played in a rehearsal: the same model and files as `npm run feed:simulate`, made
 * when they are asked for. One seed is one night, so that it can be repeated exactly.
 */
import type { ElectionRecord } from '../../core/election/record.ts';
import { withZone } from '../../core/feeds/zone.ts';
import type { NightOffer } from '../../core/schema/night.ts';
import type { Place } from '../feeds/places.ts';
import { localTime, NIGHT_MS } from '../simulator/clock.ts';
import { countFiles, listFiles, type Files } from '../simulator/files.ts';
import { planNight, type Night } from '../simulator/night.ts';
import { momentOf, progressOf, stateAt, type NightState } from '../simulator/state.ts';
import type { NightSource, OpenNight } from './source.ts';

const PRELIMINARY = '-preliminary';

/** Which election it is, whether it ends at the count of the night or at the official one. */
export const electionOf = (id: string): string =>
  id.endsWith(PRELIMINARY) ? id.slice(0, -PRELIMINARY.length) : id;

export function offerOf({ id, year, date }: ElectionRecord, timeZone: string): NightOffer {
  const begins = withZone(localTime(date ?? '2000-01-01', 0), timeZone);
  const ends = id.endsWith(PRELIMINARY) ? ', ending at the count of the night' : '';
  return {
    id,
    title: `${year === undefined ? id : `Election night ${year}`}${ends}`,
    kind: 'simulated',
    length: NIGHT_MS,
    startsAt: begins === null ? null : Date.parse(begins),
  };
}

/** Rounded down to one decimal, as the files have it: nothing is 100 before all of it is. */
const countedOf = (state: NightState): number => {
  const { counted, places } = progressOf(state);
  return places > 0 ? Math.floor((counted * 1000) / places) / 10 : 0;
};

function openNight(night: Night): OpenNight {
  const lists = listFiles(night);
  let state = stateAt(night, 0);
  let files: Files | null = null;
  const given = new Map<string, string>();
  const place: Place = {
    nameOf: (name) => name ?? 'the simulated count',
    forget(name) {
      if (name === undefined) given.clear();
      else given.delete(name);
    },
    look(name) {
      files ??= new Map([...lists, ...countFiles(state)]);
      const text = files.get(name ?? '');
      if (name === null || text === undefined) return Promise.resolve({ kind: 'missing' });
      if (given.get(name) === text) return Promise.resolve({ kind: 'same' });
      given.set(name, text);
      return Promise.resolve({ kind: 'new', bytes: new TextEncoder().encode(text) });
    },
  };
  return {
    place,
    seek(at) {
      const next = stateAt(night, Math.min(1, at / NIGHT_MS));
      // the files change with the count and not before
      if (progressOf(next).counted === progressOf(state).counted) return;
      state = next;
      files = null;
    },
    counted: () => countedOf(state),
  };
}

/** @param seed which of the nights that could have been */
export function simulatedNight(record: ElectionRecord, seed: number, timeZone: string): NightSource {
  const night = planNight(record, seed);
  return {
    offer: offerOf(record, timeZone),
    seed,
    format: 'nz-xml',
    name: `Night of ${record.year ?? record.id}`,
    source: 'Electoral Commission',
    of: { election: electionOf(record.id) },
    open: () => Promise.resolve(openNight(night)),
    // the last moment with less, and a breath more
    momentOf: (percent) =>
      Promise.resolve(percent === 0 ? 0 : Math.min(1, momentOf(night, percent - 1e-9) + 1e-9) * NIGHT_MS),
  };
}
