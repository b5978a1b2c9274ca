/** What a stage is told: its own channel, how its own output looks, and nothing else of the show. */
import type { Patch } from 'immer';
import type { ChannelId, Mode } from '../layers.ts';
import { outputLook, type OutputLook } from '../outputs/look.ts';
import type { ChannelAir } from '../schema/layer-air.ts';
import type { State } from '../state.ts';

export interface StageView {
  mode: Mode;
  layers: ChannelAir['layers'];
  /** Null for monitors, and for browser sources that name no output. */
  output: OutputLook | null;
}

/** @param outputId the output whose page asks */
export function stageView(state: State, channel: ChannelId, outputId: string | null = null): StageView {
  const output = outputLook(state, outputId, channel);
  const frozen = output && outputId !== null ? state.air.outputs[outputId]?.frozen : null;
  const { mode, layers } = frozen ?? { mode: state.air.mode, layers: state.air.channels[channel].layers };
  return { mode, layers, output };
}

/** True where the stage of this output needs its view anew: no patch tells of its own look. */
export function lookChanged(before: State, after: State, outputId: string, channel: ChannelId): boolean {
  if (before.show.outputs === after.show.outputs && before.air.outputs === after.air.outputs) return false;
  const look = (state: State) => JSON.stringify(outputLook(state, outputId, channel));
  return look(before) !== look(after);
}

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
