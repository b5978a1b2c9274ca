/** Outputs that do not show what a monitor shows, in one line over its picture. Pure. */
import type { ChannelId } from '../../core/layers.ts';
import { outputAir } from '../../core/outputs/look.ts';
import type { State } from '../../core/state.ts';
import { flagsOf } from '../outputs/flags.ts';
import { outputLines } from '../outputs/standing.ts';
import type { Station } from '../client/connection.ts';
import { text } from '../text.ts';

const { states, flags } = text.outputs;

/** A picture on a monitor must not say that viewers get it while an output is black, frozen, parked or lost. */
export function keptLine(
  { show, air }: State,
  { shell, outputs }: Pick<Station, 'shell' | 'outputs'>,
  channel: ChannelId,
): string | null {
  if (channel === 'preview') return null;
  const kept = outputLines(show.outputs, shell, outputs).flatMap(({ output, standing }) => {
    if (output.channel !== channel || standing === 'closed') return [];
    const isAway = standing === 'lost' || standing === 'stopped' || standing === 'parked';
    const words = [
      ...(isAway ? [states[standing]] : []),
      ...flagsOf(outputAir({ air }, output.id)).map((flag) => flags[flag]),
    ];
    return words.length === 0 ? [] : [`${output.name}: ${words.join(', ')}`];
  });
  return kept.length === 0 ? null : kept.join(' · ');
}
