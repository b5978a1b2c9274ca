/** Who uses a fact: the cues that bind it, and where each is seen. Read before a fact is corrected or withdrawn. */
import { factsOf } from '../bindings.ts';
import type { CueId, FactId, InstanceId } from '../ids.ts';
import { LAYERS, type ChannelId, type LayerId } from '../layers.ts';
import { layerOf } from '../playout.ts';
import type { Cue } from '../schema/cue.ts';
import type { Item } from '../schema/layer-air.ts';
import type { State } from '../state.ts';
import { allRows, getRow } from '../table.ts';

/** One showing that was drawn from the fact. */
export interface AirUse {
  channel: ChannelId;
  layer: LayerId;
  instance: InstanceId;
  /** When it was taken, epoch milliseconds. */
  since: number | null;
  /** The revision that is frozen in it. */
  revision: number;
  /** On its way off. */
  leaving: boolean;
  /** A correction waits for approval to go to air in place. */
  awaitsCorrection: boolean;
}

export interface FactUse {
  cueId: CueId;
  number: number;
  name: string;
  /** The cue draws on the fact now. Without it only a showing does: its cue was deleted, or bound to something else. */
  bound: boolean;
  /** Loaded hidden, one key away from air. */
  armed: boolean;
  preview: boolean;
  air: AirUse[];
  /** On air when the station stopped, and neither put back nor forgotten since. */
  interrupted: boolean;
}

const revisionIn = (item: Item, factId: FactId): number | undefined =>
  item.facts.find(({ id }) => id === factId)?.revision;

/** Every cue that binds the fact, in rundown order, then showings whose cue does not bind it any more. */
export function usesOf({ show, air }: State, factId: FactId): FactUse[] {
  const uses = new Map<CueId, FactUse>();
  const useBy = (cue: Pick<Cue, 'id' | 'number' | 'name'>, bound: boolean): FactUse => {
    const known = uses.get(cue.id);
    if (known) return known;
    const use: FactUse = {
      cueId: cue.id,
      number: cue.number,
      name: cue.name,
      bound,
      armed: false,
      preview: false,
      air: [],
      interrupted: false,
    };
    uses.set(cue.id, use);
    return use;
  };

  const binding = new Set(
    allRows(show.cues).flatMap((cue) => (factsOf(cue).includes(factId) ? [cue.id] : [])),
  );
  if (binding.size > 0) {
    for (const id of show.rundown) {
      const cue = binding.has(id) ? getRow(show.cues, id) : undefined;
      if (cue) useBy(cue, true);
    }
  }

  const shown = (channel: ChannelId, item: Item | null, leaving: boolean): void => {
    const revision = item && revisionIn(item, factId);
    if (!item || revision === undefined) return;
    const { layer, instance, takenAt, awaitsCorrection = false } = item;
    useBy(item.cue, false).air.push({
      channel,
      layer,
      instance,
      since: takenAt,
      revision: revision ?? 0,
      leaving,
      awaitsCorrection,
    });
  };
  for (const channel of ['program', 'rehearsal'] as const) {
    for (const id of LAYERS) {
      const { current, armed, leaving } = layerOf(air, channel, id);
      shown(channel, current, false);
      shown(channel, leaving, true);
      if (armed && revisionIn(armed, factId) !== undefined) useBy(armed.cue, false).armed = true;
    }
  }
  for (const id of LAYERS) {
    const { current } = layerOf(air, 'preview', id);
    if (current && revisionIn(current, factId) !== undefined) useBy(current.cue, false).preview = true;
  }
  for (const { item } of air.interrupted) {
    if (revisionIn(item, factId) !== undefined) useBy(item.cue, false).interrupted = true;
  }
  return [...uses.values()];
}
