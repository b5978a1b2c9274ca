/** The air state: what each channel shows, and what an operator does to single outputs. */
import { z } from 'zod';
import { CueId } from '../ids.ts';
import { ChannelId, LayerId, Mode } from '../layers.ts';
import { ChannelAir, Item } from './layer-air.ts';
import { OutputAir } from './output.ts';

export const Air = z.object({
  mode: Mode,
  channels: z.record(ChannelId, ChannelAir),
  /** By output id; an output that is not here is as usual. */
  outputs: z.record(z.string(), OutputAir).default({}),
  /** The cue on preview: what Space takes next. */
  cued: CueId.nullable(),
  lastTake: z
    .object({
      cue: CueId,
      layer: LayerId,
      at: z.number(),
      by: z.string(),
      /** What that take itself put on preview; absent once somebody recalls a cue. */
      next: CueId.exactOptional(),
    })
    .nullable(),
  /** What left last, by a person or by itself: “recall last out” brings it back to preview. */
  lastOut: z.object({ cue: CueId, layer: LayerId, at: z.number() }).nullable().default(null),
  /** Takes that come by themselves, in their order in time. Whatever a person does to air calls them off. */
  due: z
    .array(
      z.object({
        cue: CueId,
        /** Epoch ms. */
        at: z.number(),
        /** Who took what they come after. */
        by: z.string(),
        after: CueId,
        kind: z.enum(['with', 'advance']),
      }),
    )
    .default([]),
  /** A take that came due and was refused, until the next take. */
  missed: z.object({ cue: CueId, at: z.number(), detail: z.string() }).nullable().default(null),
  /** The one desk that may take; null: every desk. */
  right: z.object({ seat: z.string(), user: z.string(), since: z.number() }).nullable().default(null),
  /** On air when the station stopped, and not yet claimed by a running output or confirmed by an operator. */
  interrupted: z.array(z.object({ channel: ChannelId, item: Item })),
});
export type Air = z.infer<typeof Air>;
