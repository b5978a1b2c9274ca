/** The layers on which air shows something else than their cue would be if it were taken now. */
import { LAYERS, type LayerId } from '../../core/layers.ts';
import { layerOf, targetOf } from '../../core/playout.ts';
import { changedSinceTake } from '../../core/rundown.ts';
import { getRow } from '../../core/table.ts';
import { stationNow, type Desk } from '../client/desk.ts';

export function changedLayers({ client, views }: Pick<Desk, 'client' | 'views'>): LayerId[] {
  const station = client.store.get();
  const { state } = station;
  if (!state) return [];
  return LAYERS.filter((id) => {
    const { current } = layerOf(state.air, targetOf(state.air.mode), id);
    const cue = current && getRow(state.show.cues, current.cue.id);
    return cue && changedSinceTake(current, views(state, station.graphics, cue, stationNow(station)).gated);
  });
}
