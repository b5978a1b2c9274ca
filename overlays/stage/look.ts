/** How this page looks: from its address and from what the station says of its output. Pure. */
import type { ChannelId } from '../../core/layers.ts';
import { groundOfMode } from '../../core/outputs/ground.ts';
import type { OutputLook } from '../../core/outputs/look.ts';
import type { Picture } from '../../core/schema/output.ts';
import type { StageParams } from './params.ts';

/** `key`: only the alpha of what is drawn, as grey. `key-fill`: the picture, and beside it its alpha. */
export type Keying = 'none' | 'key' | 'key-fill';

export interface StageLook {
  keying: Keying;
  /** A CSS colour. */
  ground: string;
  picture: Picture;
  guides: boolean;
  frozen: boolean;
}

/** Nobody's viewers may see guides: the station refuses them for program, and this page does not believe it blindly. */
const mayHaveGuides = (channel: ChannelId): boolean => channel !== 'program';

/** @param output null before the first snapshot, and for a page that is none of the show's outputs */
export function stageLook(
  { channel, background }: Pick<StageParams, 'channel' | 'background'>,
  output: OutputLook | null,
): StageLook {
  if (!output) return { keying: 'none', ground: background, picture: 'show', guides: false, frozen: false };
  const { mode, picture, guides, frozen } = output;
  return {
    keying: mode.kind === 'key' || mode.kind === 'key-fill' ? mode.kind : 'none',
    ground: groundOfMode(mode),
    picture,
    guides: guides && mayHaveGuides(channel),
    frozen,
  };
}
