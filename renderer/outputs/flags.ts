/** What an operator has done to an output, and what can be done to it. Pure. */
import type { ChannelId } from '../../core/layers.ts';
import type { OutputAir } from '../../core/schema/output.ts';

/** Each is a reason why an output does not show its channel as it is. */
export type Flag = 'test' | 'black' | 'frozen' | 'guides';

export const flagsOf = ({ picture, frozen, guides }: Readonly<OutputAir>): Flag[] => [
  ...(picture === 'show' ? [] : [picture]),
  ...(frozen ? (['frozen'] as const) : []),
  ...(guides ? (['guides'] as const) : []),
];

export type Toggle = 'black' | 'freeze' | 'test' | 'guides';

/** Guides are never drawn on what viewers get, so they are not offered there. */
export const togglesFor = (channel: ChannelId): Toggle[] =>
  channel === 'program' ? ['black', 'freeze', 'test'] : ['black', 'freeze', 'test', 'guides'];

/** A test card that viewers would see has to be held; to take it off is never late. */
export const isHeld = (toggle: Toggle, channel: ChannelId, { picture }: Readonly<OutputAir>): boolean =>
  toggle === 'test' && channel === 'program' && picture !== 'test';
