/**
 * What one layer shows, as the stages have acknowledged it.
 *
 * A layer runs off → armed → coming → on → going → off, or into `fault`. Up to three showings share it during a
 * swap: `current` (meant to be seen), `armed` (loaded hidden, next) and `leaving` (animating off).
 */
import { z } from 'zod';
import { CueId, FactId, GraphicId, InstanceId } from '../ids.ts';
import { Json, JsonObject } from '../json.ts';
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

/** A custom action asked of a graphic. */
export const ItemAction = z.object({
  /** Counts the actions of this showing from 1: each is carried out once. */
  n: z.int().min(1),
  id: z.string(),
  payload: JsonObject,
  skipAnimation: z.boolean(),
  /** Epoch ms, and who asked. */
  at: z.number(),
  by: z.string(),
});
export type ItemAction = z.infer<typeof ItemAction>;

/** What the graphic answered. 200 proves nothing: most graphics say it to actions that they do not know. */
export const ActionResult = z.object({
  n: z.int().min(1),
  statusCode: z.number(),
  statusMessage: z.string().max(500),
  /** JSON of 2 kB at most; null where it gave none, or more than that. */
  result: Json,
});
export type ActionResult = z.infer<typeof ActionResult>;

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
    /** A person let it use the network. */
    network: z.boolean().default(false),
  }),
  /** Of the show when it was loaded: what the graphic is told. Frames a second. */
  frameRate: z.number().default(50),
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
  /** The custom action asked of it last, and what came of it. */
  action: ItemAction.exactOptional(),
  /** Those asked before it that nobody has answered yet, in order: a graphic that still loads carries them all out. */
  earlier: z.array(ItemAction).exactOptional(),
  acted: ActionResult.exactOptional(),
  /** Addresses that it asked for and that were refused: nobody let it use the network. 20 at most. */
  asked: z.array(z.string()).exactOptional(),
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
