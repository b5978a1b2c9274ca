/** The station's whole state: the show (edited, undone, saved) and the air (taken, acknowledged, never undone). */
import { z } from 'zod';
import { CHANNELS, LAYERS, type ChannelId, type LayerId } from './layers.ts';
import { Air } from './schema/air.ts';
import type { ChannelAir, LayerAir } from './schema/layer-air.ts';
import { firstKeyMap } from './schema/keys.ts';
import { firstOutputs } from './schema/output.ts';
import { Rehearsal } from './schema/rehearsal.ts';
import { Show } from './schema/show.ts';
import { emptyTable } from './table.ts';
import { firstTheme } from './themes.ts';

export const State = z.object({
  show: Show,
  air: Air,
  /** The rehearsal that runs, or what the last one left to be looked through; null otherwise. */
  rehearsal: Rehearsal.nullable().default(null),
  /** The live show, untouched, while a rehearsal works in `show`; null otherwise. Desks are not sent it. */
  held: Show.nullable().default(null),
});
export type State = z.infer<typeof State>;

const emptyLayer = (): LayerAir => ({ current: null, armed: null, leaving: null });

const emptyChannel = (): ChannelAir => ({
  layers: Object.fromEntries(LAYERS.map((layer) => [layer, emptyLayer()])) as Record<LayerId, LayerAir>,
});

export const emptyAir = (): Air => ({
  mode: 'live',
  channels: Object.fromEntries(CHANNELS.map((channel) => [channel, emptyChannel()])) as Record<
    ChannelId,
    ChannelAir
  >,
  outputs: {},
  cued: null,
  lastTake: null,
  lastOut: null,
  due: [],
  missed: null,
  right: null,
  interrupted: [],
});

/** A state in which nothing is on air and nothing is rehearsed. */
export const stateOf = (show: Show, air: Air = emptyAir()): State => ({
  show,
  air,
  rehearsal: null,
  held: null,
});

export const emptyShow = (id: string, title: string): Show => ({
  format: 1,
  id,
  title,
  election: '',
  timeZone: 'Pacific/Auckland',
  settings: { fourEyes: true, frameRate: 50, allowOverride: false },
  parties: { byId: {}, order: [] },
  facts: emptyTable(),
  factSeq: 0,
  spentRevisions: emptyTable(),
  cues: emptyTable(),
  rundown: [],
  outputs: firstOutputs(),
  feeds: [],
  proposals: emptyTable(),
  baseline: null,
  columnMaps: {},
  theme: firstTheme(),
  media: [],
  keys: firstKeyMap(),
});
