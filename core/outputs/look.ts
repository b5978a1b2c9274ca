/** How one output differs from what its channel shows, as its stage is told. */
import { LAYERS, type ChannelId } from '../layers.ts';
import { plainOutput, type Output, type OutputAir, type OutputMode, type Picture } from '../schema/output.ts';
import type { State } from '../state.ts';

export interface OutputLook {
  name: string;
  mode: OutputMode;
  picture: Picture;
  guides: boolean;
  frozen: boolean;
}

/** What an operator has done to an output; as usual where nobody has. */
export const outputAir = ({ air }: Pick<State, 'air'>, id: string): Readonly<OutputAir> =>
  air.outputs[id] ?? plainOutput;

/**
 * Whether there is a graphic on this output, coming and leaving ones too: of its channel, or the ones that it was frozen
 * with and that may have long left the channel.
 */
export function isDrawing(
  { air }: Pick<State, 'air'>,
  { id, channel }: Pick<Output, 'id' | 'channel'>,
): boolean {
  const layers = outputAir({ air }, id).frozen?.layers ?? air.channels[channel].layers;
  return LAYERS.some((layer) => layers[layer].current ?? layers[layer].leaving);
}

/** The output that still shows what it was frozen with: that is seen on, whatever its channel does. Preview is not air. */
export const frozenOnAir = ({ air, show }: Pick<State, 'air' | 'show'>): Readonly<Output> | undefined =>
  show.outputs.find(
    (output) => output.channel !== 'preview' && air.outputs[output.id]?.frozen && isDrawing({ air }, output),
  );

/** Null for a stage that belongs to no output of the show, or to one of another channel. */
export function outputLook(state: State, id: string | null, channel: ChannelId): OutputLook | null {
  const output = state.show.outputs.find((one) => one.id === id && one.channel === channel);
  if (!output) return null;
  const { picture, guides, frozen } = outputAir(state, output.id);
  return { name: output.name, mode: output.mode, picture, guides, frozen: frozen !== null };
}

/** A test card must not stand between a take and the viewers. */
export function dropTestCards({ show, air }: State, channel: ChannelId): void {
  for (const { id } of show.outputs.filter((output) => output.channel === channel)) {
    const own = air.outputs[id];
    if (own?.picture === 'test') own.picture = 'show';
  }
}
