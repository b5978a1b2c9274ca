/** What is drawn on each display to tell them apart. Pure. */
import { isShowing } from '../playout.ts';
import type { State } from '../state.ts';
import type { OutputPlace, ShellInfo } from './displays.ts';

export interface Label {
  display: number;
  /** 1 is the first display of the list that the desk shows. */
  number: number;
  /** What stands on it, in the operators' words. */
  text: string;
}

/** @returns a label for each display, and the numbers of those that viewers see something on: they get none */
export function labelsFor(
  { show, air }: State,
  { displays, home, places }: Pick<ShellInfo, 'displays' | 'home' | 'places'>,
): { labels: Label[]; onAir: number[] } {
  const onAirChannels = (['program', 'rehearsal'] as const).filter((channel) => isShowing(air, channel));
  const outputOn = (id: number) => {
    const place = places.find((one: OutputPlace) => one.displays.includes(id));
    return show.outputs.find((output) => output.id === place?.output);
  };
  const all = displays.map(({ id, label }, index) => {
    const output = outputOn(id);
    const text = output?.name ?? (id === home ? 'This desk' : label || 'No output');
    const isOnAir = output !== undefined && onAirChannels.some((channel) => channel === output.channel);
    return { display: id, number: index + 1, text, isOnAir };
  });
  return {
    labels: all.filter(({ isOnAir }) => !isOnAir).map(({ isOnAir: _seen, ...label }) => label),
    onAir: all.filter(({ isOnAir }) => isOnAir).map(({ number }) => number),
  };
}
