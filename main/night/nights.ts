/** The nights that can be played in a rehearsal: of the elections that are shipped, and of what the show has recorded. */
import { join } from 'node:path';
import type { ElectionRecord } from '../../core/election/record.ts';
import type { NightOffer } from '../../core/schema/night.ts';
import { recordingsIn } from '../feeds/recorder.ts';
import type { Store } from '../store/store.ts';
import { offerOf as recordedOffer, recordedNight, recordingNameIn } from './recorded.ts';
import { electionOf, offerOf as simulatedOffer, simulatedNight } from './simulated.ts';
import type { NightSource } from './source.ts';

export interface NightsDeps {
  store: Store;
  elections: () => Promise<ElectionRecord[]>;
  /** The show's. */
  folder: string;
}

export function nightsOf({ store, elections, folder }: NightsDeps) {
  const recordings = join(folder, 'recordings');
  const zone = () => store.state.show.timeZone;
  const feedOf = (id: string) => {
    const { show, held } = store.state;
    return (held ?? show).feeds.find((feed) => feed.id === id);
  };
  return {
    /** Those of the show's own election first, then the other elections, then what was recorded. */
    async offers(): Promise<NightOffer[]> {
      const own = (id: string) => Number(electionOf(id) === store.state.show.election);
      const simulated = [...(await elections())].sort((a, b) => own(b.id) - own(a.id));
      const recorded = await recordingsIn(recordings);
      return [
        ...simulated.map((record) => simulatedOffer(record, zone())),
        ...recorded.map((recording) => recordedOffer(recording, feedOf(recording.feed), zone())),
      ];
    },
    async find(id: string, seed: number): Promise<NightSource | null> {
      const name = recordingNameIn(id);
      if (name === null) {
        const record = (await elections()).find((one) => one.id === id);
        return record ? simulatedNight(record, seed, zone()) : null;
      }
      const recording = (await recordingsIn(recordings)).find((one) => one.name === name);
      return recording ? recordedNight(recordings, recording, feedOf(recording.feed), zone()) : null;
    },
    elections: async () => new Set((await elections()).map(({ id }) => electionOf(id))),
  };
}
