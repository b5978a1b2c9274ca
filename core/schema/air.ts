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
  /** On air when the station stopped, and not yet claimed by a running output or confirmed by an operator. */
  interrupted: z.array(z.object({ channel: ChannelId, item: Item })),
});
export type Air = z.infer<typeof Air>;
