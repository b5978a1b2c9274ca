/** A fact's history and where it was shown, as the station's logs have it. */
import { z } from 'zod';
import { Override } from '../../../core/schema/layer-air.ts';
import type { Air } from '../../../core/schema/air.ts';
import { LAYERS } from '../../../core/layers.ts';
import { layerOf } from '../../../core/playout.ts';
import type { Fact } from '../../../core/schema/fact.ts';
import { useStation } from '../../client/desk.ts';
import { useRest, type Asked } from './use-rest.ts';

const Change = z.object({
  path: z.string(),
  title: z.string(),
  from: z.string().nullable(),
  to: z.string().nullable(),
});

/** What the desk reads of an entry: it may have more. */
export const HistoryEntry = z.object({
  at: z.number(),
  by: z.string(),
  event: z.string(),
  revision: z.number(),
  approval: z.string(),
  reason: z.string().nullish(),
  changes: z.array(Change),
});
export type HistoryEntry = z.infer<typeof HistoryEntry>;

export const ShownEntry = z.object({
  instance: z.string(),
  channel: z.string(),
  layer: z.string(),
  cue: z.object({ id: z.string(), number: z.number(), name: z.string() }),
  graphic: z.object({ id: z.string() }),
  facts: z.array(z.object({ id: z.string(), revision: z.number() })),
  by: z.string(),
  inAt: z.number(),
  /** Null while it is still up. */
  outAt: z.number().nullable(),
  override: Override.nullish(),
});
export type ShownEntry = z.infer<typeof ShownEntry>;

const History = z.object({ entries: z.array(HistoryEntry) });
const Shown = z.object({ entries: z.array(ShownEntry) });

/** Newest first. */
export function useHistory(fact: Fact): Asked<{ entries: HistoryEntry[] }> {
  const { id, revision, approval, lockedBy, changedAt } = fact;
  return useRest(`/facts/${id}/history`, History, [revision, approval, lockedBy, changedAt].join(' '));
}

/** What of air comes from that fact: another text for every showing that begins, changes or ends. */
function showingsOf(air: Air, id: string): string {
  const items = (['program', 'rehearsal'] as const).flatMap((channel) =>
    LAYERS.flatMap((layer) => {
      const { current, leaving } = layerOf(air, channel, layer);
      return [current, leaving].filter((item) => item !== null);
    }),
  );
  return items
    .filter(({ facts }) => facts.some((one) => one.id === id))
    .map(({ instance, shownAt, dataVersion }) => `${instance} ${shownAt ?? ''} ${dataVersion}`)
    .join(' ');
}

/** @param id null asks nothing */
export function useShown(id: string | null): Asked<{ entries: ShownEntry[] }> {
  const showings = useStation(({ state }) => (state && id ? showingsOf(state.air, id) : ''));
  return useRest(`/facts/${id ?? ''}/shown`, Shown, id === null ? null : showings);
}

export const revisionShown = ({ facts }: ShownEntry, id: string): number | null =>
  facts.find((one) => one.id === id)?.revision ?? null;
