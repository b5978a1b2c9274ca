/** What a stage is told: its own channel and nothing else of the show. */
import type { Patch } from 'immer';
import type { ChannelId, Mode } from '../layers.ts';
import type { ChannelAir } from '../schema/air.ts';
import type { State } from '../state.ts';

export interface StageView {
  mode: Mode;
  layers: ChannelAir['layers'];
}

export const stageView = ({ air }: Pick<State, 'air'>, channel: ChannelId): StageView => ({
  mode: air.mode,
  layers: air.channels[channel].layers,
});

/**
 * The part of a change that concerns one channel, with paths as the stage's view has them.
 * Null where the change replaced more than a path can say: the stage then gets a snapshot.
 */
export function stagePatches(patches: readonly Patch[], channel: ChannelId): Patch[] | null {
  const mine: Patch[] = [];
  for (const patch of patches) {
    const [tree, part, id] = patch.path;
    if (tree !== 'air' || (part !== 'mode' && part !== 'channels' && part !== undefined)) continue;
    if (part === 'mode') mine.push({ ...patch, path: ['mode'] });
    else if (part === undefined || id === undefined) return null;
    else if (id !== channel) continue;
    else if (patch.path.length < 4) return null;
    else mine.push({ ...patch, path: patch.path.slice(3) });
  }
  return mine;
}
