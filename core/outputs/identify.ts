/** What is drawn on each display to tell them apart. Pure. */
import type { Output } from '../schema/output.ts';
import type { State } from '../state.ts';
import type { OutputPlace, ShellInfo } from './displays.ts';
import { isDrawing } from './look.ts';

export interface Label {
  display: number;
  /** 1 is the first display of the list that the desk shows. */
  number: number;
  /** What stands on it, in the operators' words. */
  text: string;
}

/**
 * A clean picture that is keyed over another one is on air as well: whatever is drawn there shows. And in rehearsal a
 * program output shows nothing new, not even for a moment.
 */
const mayBeSeen = (state: State, output: Output): boolean =>
  isDrawing(state, output) ||
  (output.channel === 'program' && (output.mode.kind !== 'black' || state.air.mode === 'rehearsal'));

/** @returns a label for each display, and the numbers of those that viewers see something on: they get none */
export function labelsFor(
  state: State,
  { displays, home, places }: Pick<ShellInfo, 'displays' | 'home' | 'places'>,
): { labels: Label[]; onAir: number[] } {
  const outputOn = (id: number) => {
    const place = places.find((one: OutputPlace) => one.displays.includes(id));
    return state.show.outputs.find((output) => output.id === place?.output);
  };
  const all = displays.map(({ id, label }, index) => {
    const output = outputOn(id);
    const text = output?.name ?? (id === home ? 'This desk' : label || 'No output');
    const isOnAir = output !== undefined && output.channel !== 'preview' && mayBeSeen(state, output);
    return { display: id, number: index + 1, text, isOnAir };
  });
  return {
    labels: all.filter(({ isOnAir }) => !isOnAir).map(({ isOnAir: _seen, ...label }) => label),
    onAir: all.filter(({ isOnAir }) => isOnAir).map(({ number }) => number),
  };
}
