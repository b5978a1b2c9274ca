/** What viewers, or a rehearsal, see now: said before anything that would take it away. Pure. */
import { CHANNELS, LAYERS, type ChannelId, type LayerId } from './layers.ts';
import { isDrawing } from './outputs/look.ts';
import type { State } from './state.ts';

const LAYER_WORDS: Record<LayerId, string> = {
  background: 'background',
  fullframe: 'full frame',
  'lower-third': 'lower third',
  ticker: 'ticker',
  bug: 'bug',
};

/** Preview is not air: nobody but the operator sees it. */
const SEEN: readonly ChannelId[] = CHANNELS.filter((channel) => channel !== 'preview');

/** Whatever is shown, coming or still leaving, as one sentence for the operator; null when nothing is. */
export function whatIsOnAir({ air, show }: State): string | null {
  const parts = SEEN.flatMap((channel) => {
    const shown = LAYERS.flatMap((id) => {
      const { current, leaving } = air.channels[channel].layers[id];
      const item = current ?? leaving;
      return item ? [`${item.cue.number} ${item.cue.name} (${LAYER_WORDS[id]})`] : [];
    });
    if (shown.length === 0) return [];
    return [`${channel === 'program' ? 'On air' : 'In rehearsal'}: ${shown.join(', ')}.`];
  });
  const frozen = show.outputs.filter(
    (output) => air.outputs[output.id]?.frozen && isDrawing({ air }, output),
  );
  if (frozen.length > 0) parts.push(`Frozen: ${frozen.map(({ name }) => name).join(', ')}.`);
  return parts.length === 0 ? null : `${show.title}. ${parts.join(' ')}`;
}
