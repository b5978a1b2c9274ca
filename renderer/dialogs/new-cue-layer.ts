/** On which layer a new cue goes. Pure. */
import type { LayerId } from '../../core/layers.ts';
import { cuesInOrder } from '../../core/rundown.ts';
import type { Show } from '../../core/schema/show.ts';

/** By the words that designers use for their graphics, for shows that have no such cue yet. */
const BY_NAME: readonly [RegExp, LayerId][] = [
  [/lower|strap|name/i, 'lower-third'],
  [/ticker|crawl/i, 'ticker'],
  [/bug|logo|clock/i, 'bug'],
  [/background|backdrop/i, 'background'],
];

/** Where this graphic was used last; else by its name; else full frame. */
export function layerForNew(show: Show, graphic: { id: string; name: string }): LayerId {
  const used = cuesInOrder(show).findLast((cue) => cue.graphic === graphic.id);
  if (used) return used.layer;
  return BY_NAME.find(([words]) => words.test(`${graphic.id} ${graphic.name}`))?.[1] ?? 'fullframe';
}
