/** What the desk says of takes that come by themselves. Pure. */
import type { Show } from '../../core/schema/show.ts';
import type { Air } from '../../core/schema/air.ts';
import { getRow } from '../../core/table.ts';
import { text } from '../text.ts';

export interface DueLine {
  /** The cue that comes first. */
  name: string;
  /** Epoch ms. */
  at: number;
  /** Those after it. */
  more: number;
}

export function dueLine({ due }: Pick<Air, 'due'>, { cues }: Pick<Show, 'cues'>): DueLine | null {
  const [first, ...rest] = due;
  const cue = first && getRow(cues, first.cue);
  return cue ? { name: text.cue(cue.number, cue.name), at: first.at, more: rest.length } : null;
}
