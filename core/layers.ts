/** The named slots of a channel, from back to front. The order is the z-order and is fixed. */
import { z } from 'zod';

export const LAYERS = ['background', 'fullframe', 'lower-third', 'ticker', 'bug'] as const;
export const LayerId = z.enum(LAYERS);
export type LayerId = z.infer<typeof LayerId>;

export const CHANNELS = ['program', 'preview', 'rehearsal'] as const;
export const ChannelId = z.enum(CHANNELS);
export type ChannelId = z.infer<typeof ChannelId>;

export const Mode = z.enum(['live', 'rehearsal']);
export type Mode = z.infer<typeof Mode>;
