/** The stage's copy of its channel: a snapshot, then patches in unbroken order. Pure. */
import { applyPatches, enablePatches } from 'immer';
import { z } from 'zod';
import { Mode, LAYERS, type LayerId } from '../../core/layers.ts';
import type { FromStation } from '../../core/protocol.ts';
import { ChannelAir } from '../../core/schema/layer-air.ts';
import { OutputMode, Picture } from '../../core/schema/output.ts';
import type { StageView } from '../../core/stage/view.ts';

enablePatches();

export interface Mirror {
  revision: number;
  view: StageView;
}

type ViewMessage = Extract<FromStation, { type: 'snapshot' | 'patch' }>;

const Look = z.object({
  name: z.string(),
  mode: OutputMode,
  picture: Picture,
  guides: z.boolean(),
  frozen: z.boolean(),
});

const View = z.object({ mode: Mode, layers: ChannelAir.shape.layers, output: Look.nullable() });

/** The copy after this message, or why it cannot be followed: then a new snapshot is needed. */
export function follow(mirror: Mirror | null, message: ViewMessage): Mirror | { gap: string } {
  const { revision } = message;
  if (message.type === 'snapshot') {
    const view = View.safeParse(message.view);
    return view.success
      ? { revision, view: view.data }
      : { gap: `snapshot ${revision} is not a stage's view` };
  }
  if (!mirror) return { gap: `patch ${revision} came before a snapshot` };
  if (revision !== mirror.revision + 1) return { gap: `patch ${revision} came after ${mirror.revision}` };
  try {
    return { revision, view: applyPatches(mirror.view, message.patches) };
  } catch (error) {
    return { gap: `patch ${revision} does not fit: ${String(error)}` };
  }
}

/** The layers that differ. Patches share what they leave alone, so identity tells. */
export const touchedLayers = (before: Mirror | null, after: Mirror): LayerId[] =>
  LAYERS.filter((id) => before?.view.layers[id] !== after.view.layers[id]);

/** True where a picture that was held lets go: all that happened meanwhile is old by now. */
export const isThawed = (before: Mirror | null, after: Mirror): boolean =>
  before?.view.output?.frozen === true && after.view.output?.frozen !== true;
