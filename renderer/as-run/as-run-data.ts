/** The as-run log on this desk: read once in pieces, and then only what is new. */
import { useEffect, useRef, useState } from 'react';
import { z } from 'zod';
import { AsRunLine, type AsRunEntry } from '../../core/as-run.ts';
import { Change } from '../../core/facts/difference.ts';
import { LAYERS } from '../../core/layers.ts';
import { layerOf } from '../../core/playout.ts';
import type { Air } from '../../core/schema/air.ts';
import { askStation } from '../client/rest.ts';
import { useDesk, useStation } from '../client/desk.ts';

const Shown = AsRunLine.omit({ event: true, at: true, step: true }).extend({
  inAt: z.number(),
  outAt: z.number().nullable(),
  changes: z.int(),
  picture: z.boolean(),
});

/** A showing as the list has it: with the words that were seen instead of the data. */
export const Brief = Shown.omit({ data: true }).extend({ text: z.string() });
export type Brief = z.infer<typeof Brief>;

const News = z.object({ entries: z.array(Brief), next: z.int(), more: z.boolean() });

export const Whole = z.object({
  entry: Shown.extend({ dataHash: z.string() }),
  lines: z.array(
    AsRunLine.pick({ event: true, at: true, by: true, step: true, facts: true, override: true }).extend({
      dataHash: z.string(),
      changes: z.array(Change),
    }),
  ),
});
export type Whole = z.infer<typeof Whole>;

export const AtMoment = z.object({
  at: z.number(),
  items: z.array(
    AsRunLine.omit({ event: true, at: true }).extend({
      inAt: z.number(),
      since: z.number(),
      dataHash: z.string(),
      picture: z.boolean(),
    }),
  ),
});
export type AtMoment = z.infer<typeof AtMoment>;

/** The words that a list entry is found by beside its names. */
export type Findable = Omit<AsRunEntry, 'data'>;

/** Showings asked for at once: parsed in a few milliseconds. */
const PORTION = 400;
/** A stage's report, the line of it and the picture come close together: they are asked for once. Milliseconds. */
const SOON_MS = 200;
/** A picture is there about a second after the showing is on, later where much is taken. Milliseconds. */
const PICTURE_MS = 2500;

/** What of air has to do with the log: another text for every showing that begins, changes or ends. */
export const stampOf = (air: Air): string =>
  (['program', 'rehearsal'] as const)
    .flatMap((channel) =>
      LAYERS.flatMap((layer) => {
        const { current, leaving } = layerOf(air, channel, layer);
        return [current, leaving].flatMap((item) =>
          item ? [`${item.instance} ${item.shownAt ?? ''} ${item.dataVersion} ${item.step}`] : [],
        );
      }),
    )
    .join('|');

export interface AsRunData {
  /** The newest first. */
  entries: readonly Brief[];
  /** All that there is has been read. */
  ready: boolean;
  failed: boolean;
  again(): void;
}

const newestFirst = (all: ReadonlyMap<string, Brief>): Brief[] =>
  [...all.values()].sort((a, b) => b.inAt - a.inAt || (a.instance < b.instance ? 1 : -1));

export function useAsRun(): AsRunData {
  const desk = useDesk();
  const stamp = useStation(({ state }) => (state ? stampOf(state.air) : ''));
  const line = useStation((station) => station.line);
  const known = useRef({ all: new Map<string, Brief>(), next: 0 });
  const [entries, setEntries] = useState<readonly Brief[]>([]);
  const [ready, setReady] = useState(false);
  const [failed, setFailed] = useState(false);
  const [tries, setTries] = useState(0);
  useEffect(() => {
    if (line === 'closed') return;
    let isWanted = true;
    const read = async (since: number): Promise<boolean> => {
      const path = `/as-run?brief=1&since=${since}&limit=${PORTION}`;
      const answer = await askStation(desk, path, News);
      if (!isWanted) return false;
      setFailed(!answer.ok);
      if (!answer.ok) return false;
      const { all } = known.current;
      for (const entry of answer.body.entries) all.set(entry.instance, entry);
      known.current.next = answer.body.next;
      return answer.body.more;
    };
    const readOn = async (since: number) => {
      let more = await read(since);
      // each portion lets the page look at its keys
      while (more) more = await read(known.current.next);
      if (!isWanted) return;
      setEntries(newestFirst(known.current.all));
      setReady(true);
    };
    const first = setTimeout(() => void readOn(known.current.next), known.current.next === 0 ? 0 : SOON_MS);
    // once more from a little further back: by then the picture of what has just gone up is there
    const second = setTimeout(() => void readOn(Math.max(0, known.current.next - 12)), PICTURE_MS);
    return () => {
      isWanted = false;
      clearTimeout(first);
      clearTimeout(second);
    };
  }, [desk, stamp, line, tries]);
  return { entries, ready, failed, again: () => setTries((n) => n + 1) };
}

/** @param picture of which showing; the key is in the address, because an image sends no header */
export const pictureAddress = ({ key }: { key: string }, instance: string): string =>
  `/api/v1/as-run/${encodeURIComponent(instance)}/picture?${new URLSearchParams({ key }).toString()}`;
