/**
 * What one layer shows, as the stages have acknowledged it.
 *
 * A layer runs off → armed → coming → on → going → off, or into `fault`. Up to three showings share it during a
 * swap: `current` (meant to be seen), `armed` (loaded hidden, next) and `leaving` (animating off).
 */
import { z } from 'zod';
import { CueId, FactId, GraphicId, InstanceId } from '../ids.ts';
import { JsonObject } from '../json.ts';
import { LayerId, Mode } from '../layers.ts';

/** `loading`: told to load, not yet acknowledged. The rest are acknowledged by a stage. */
export const Phase = z.enum(['loading', 'armed', 'coming', 'on', 'going', 'fault']);
export type Phase = z.infer<typeof Phase>;

/** What the stage page shows in `data-state`, and the desk as a layer's state. */
export const LayerState = z.enum(['off', 'armed', 'coming', 'on', 'going', 'fault']);
export type LayerState = z.infer<typeof LayerState>;

export const Override = z.object({
  by: z.string(),
  reason: z.string(),
  problems: z.array(z.object({ code: z.string(), detail: z.string() })),
});
export type Override = z.infer<typeof Override>;

export const Item = z.object({
  instance: InstanceId,
  cue: z.object({ id: CueId, number: z.int(), name: z.string() }),
  layer: LayerId,
  graphic: z.object({
    id: GraphicId,
    name: z.string(),
    version: z.string(),
    hash: z.string(),
    main: z.string(),
    stepCount: z.int(),
  }),
  /** Resolved and complete. Frozen at take: only update and follow replace it. */
  data: JsonObject,
  /** Grows with each replacement of `data`. */
  dataVersion: z.int(),
  facts: z.array(z.object({ id: FactId, revision: z.int() })),
  /** Target step, 0-based. */
  step: z.int(),
  phase: Phase,
  origin: Mode,
  /** Play and stop without animation (preview shows the picture to be read, not the entrance). */
  cut: z.boolean(),
  /** Epoch ms of the take command; null before it. */
  takenAt: z.number().nullable(),
  takenBy: z.string().nullable(),
  /** Epoch ms at which a stage said that it is seen; null before that. */
  shownAt: z.number().nullable(),
  /** Epoch ms at which it leaves by itself; an anchor, so nothing ticks. */
  outAt: z.number().nullable(),
  /** Epoch ms at which it was told to leave. */
  leftAt: z.number().nullable(),
  /** What the graphic or the stage complained of. */
  problem: z.string().nullable(),
  /** Taken past the gate: by whom, why, and what the gate had to say. */
  override: Override.exactOptional(),
  /** A correction of its facts waits for approval: it goes to air in place as soon as the gate lets it through. */
  awaitsCorrection: z.literal(true).exactOptional(),
});
export type Item = z.infer<typeof Item>;

export const LayerAir = z.object({
  current: Item.nullable(),
  armed: Item.nullable(),
  leaving: Item.nullable(),
});
export type LayerAir = z.infer<typeof LayerAir>;

export const ChannelAir = z.object({ layers: z.record(LayerId, LayerAir) });
export type ChannelAir = z.infer<typeof ChannelAir>;
