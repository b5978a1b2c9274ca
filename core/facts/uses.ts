/** Who uses a fact: the cues that bind it, and where each is seen. Read before a fact is corrected or withdrawn. */
import { factsOf } from '../bindings.ts';
import type { CueId, FactId, InstanceId } from '../ids.ts';
import { LAYERS, type ChannelId, type LayerId } from '../layers.ts';
import { layerOf } from '../playout.ts';
import type { Cue } from '../schema/cue.ts';
import type { Item } from '../schema/layer-air.ts';
import type { State } from '../state.ts';
import { getRow } from '../table.ts';

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

/** What uses are read from: they change when one of these does. */
export interface UsesOfShow {
  show: Pick<State['show'], 'cues' | 'rundown'>;
  air: State['air'];
}

/**
 * The uses of several facts, in one pass over the rundown and air.
 * @returns for every fact that is asked for: the cues that bind it, in rundown order, then showings whose cue does not bind it any more
 */
export function usesOfMany({ show, air }: UsesOfShow, factIds: Iterable<FactId>): Map<FactId, FactUse[]> {
  const uses = new Map<FactId, Map<CueId, FactUse>>();
  for (const id of factIds) uses.set(id, new Map());
  const useBy = (
    ofFact: Map<CueId, FactUse>,
    cue: Pick<Cue, 'id' | 'number' | 'name'>,
    bound: boolean,
  ): FactUse => {
    const known = ofFact.get(cue.id);
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
    ofFact.set(cue.id, use);
    return use;
  };

  for (const id of show.rundown) {
    const cue = getRow(show.cues, id);
    if (!cue) continue;
    for (const factId of factsOf(cue)) {
      const ofFact = uses.get(factId);
      if (ofFact) useBy(ofFact, cue, true);
    }
  }

  /** Tells of every fact that is asked for and that the item was drawn from. */
  const inItem = (item: Item | null, tell: (use: FactUse, revision: number, item: Item) => void): void => {
    for (const { id, revision } of item?.facts ?? []) {
      const ofFact = uses.get(id);
      if (item && ofFact) tell(useBy(ofFact, item.cue, false), revision, item);
    }
  };
  for (const channel of ['program', 'rehearsal'] as const) {
    const shown = (item: Item | null, leaving: boolean): void =>
      inItem(item, (use, revision, { layer, instance, takenAt, awaitsCorrection = false }) =>
        use.air.push({ channel, layer, instance, since: takenAt, revision, leaving, awaitsCorrection }),
      );
    for (const id of LAYERS) {
      const { current, armed, leaving } = layerOf(air, channel, id);
      shown(current, false);
      shown(leaving, true);
      inItem(armed, (use) => {
        use.armed = true;
      });
    }
  }
  for (const id of LAYERS) {
    inItem(layerOf(air, 'preview', id).current, (use) => {
      use.preview = true;
    });
  }
  for (const { item } of air.interrupted) {
    inItem(item, (use) => {
      use.interrupted = true;
    });
  }
  return new Map([...uses].map(([id, ofFact]) => [id, [...ofFact.values()]]));
}

/** Every cue that binds the fact, in rundown order, then showings whose cue does not bind it any more. */
export const usesOf = (state: UsesOfShow, factId: FactId): FactUse[] =>
  usesOfMany(state, [factId]).get(factId) ?? [];
