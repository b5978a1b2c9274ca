/** Pictures for the as-run log from the output windows themselves: what viewers saw, to the pixel. */
import type { ChannelId } from '../../core/layers.ts';
import { outputAir } from '../../core/outputs/look.ts';
import type { State } from '../../core/state.ts';
import { PICTURE_SIZE } from '../as-run/pictures.ts';
import type { OutputWindow } from './output-window.ts';

interface Shown {
  shown: { window: OutputWindow; broken: boolean } | null;
  coming: unknown;
  leaving: unknown;
  stopped: boolean;
}

/**
 * From the first window of the channel that is seen and whole, and shows the show: not black, no test card, not frozen.
 * Null where there is none: the hidden browser is asked then.
 */
export async function pictureFrom(
  windows: ReadonlyMap<string, Shown>,
  channel: ChannelId,
  state: State,
): Promise<Buffer | null> {
  for (const [output, { shown, coming, leaving, stopped }] of windows) {
    if (!shown || shown.broken || coming || leaving || stopped) continue;
    if (shown.window.wish.channel !== channel) continue;
    const { picture, frozen, guides } = outputAir(state, output);
    if (picture === 'show' && frozen === null && !guides) return shown.window.picture(PICTURE_SIZE);
  }
  return null;
}
