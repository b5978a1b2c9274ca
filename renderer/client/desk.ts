/** What every part of the desk is handed: the station's mirror, the desk's own state, and the way to send. */
import { createContext, useContext, useEffect, useMemo, useState } from 'react';
import { commandDef, type CommandInput } from '../../core/commands/registry.ts';
import type { CueId } from '../../core/ids.ts';
import type { State } from '../../core/state.ts';
import { getRow } from '../../core/table.ts';
import type { DeskBridge } from '../../core/desk-verbs.ts';
import type { Client, Station } from './connection.ts';
import { createCueViews, type CueView, type CueViews } from './cue-views.ts';
import type { DeskUi } from './desk-ui.ts';
import type { Result } from './pending.ts';
import { text } from '../text.ts';
import { useStore, type Store } from './store.ts';

export interface Desk {
  client: Client;
  ui: Store<DeskUi>;
  views: CueViews;
  /** From the page's address: pages of the station need it. */
  key: string;
  /** What the desktop app offers; null in a browser. */
  bridge: DeskBridge | null;
  /** Sends, and puts a refusal on the status line. */
  send(command: CommandInput): Promise<Result>;
  /** A refusal of the desk's own, on the same line as the station's. */
  say(code: string, detail: string): void;
  /** Something that is done and is no refusal, on that line too. */
  tell(detail: string): void;
}

/**
 * Locked, a desk plays out and does nothing else, whichever button or dialog asks for it: what goes by preview and air,
 * and who may.
 */
const worksLocked = (type: CommandInput['type']): boolean =>
  commandDef(type)?.undo === 'never' && /^(cue|layer|air|right)\./.test(type);

export function createDesk(client: Client, ui: Store<DeskUi>, key: string, bridge: DeskBridge | null): Desk {
  const put = (code: string | null, detail: string) =>
    ui.set({ notice: { at: stationNow(client.store.get()), code, detail } });
  return {
    client,
    ui,
    key,
    bridge,
    views: createCueViews(),
    say: put,
    tell: (detail) => put(null, detail),
    async send(command) {
      if (ui.get().locked && !worksLocked(command.type)) {
        put('locked', text.refusal.locked);
        return { ok: false, code: 'locked', detail: text.refusal.locked };
      }
      const result = await client.send(command);
      if (!result.ok) put(result.code, result.detail);
      return result;
    },
  };
}

export const DeskContext = createContext<Desk | null>(null);

export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (!desk) throw new Error('a part of the desk was drawn outside of it');
  return desk;
}

export const useStation = <R>(select: (station: Station) => R): R => useStore(useDesk().client.store, select);

export const useUi = <R>(select: (ui: DeskUi) => R): R => useStore(useDesk().ui, select);

/** The station's clock as this page knows it, epoch ms. */
export const stationNow = ({ clockOffset }: Pick<Station, 'clockOffset'>): number => Date.now() + clockOffset;

/** The station's time, again every `everyMs`. */
export function useNow(everyMs: number): number {
  const offset = useStation((station) => station.clockOffset);
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), everyMs);
    return () => clearInterval(timer);
  }, [everyMs]);
  return now + offset;
}

/** A cue with all that is to be said of it; null while there is none. */
export function useCueView(cueId: CueId | null): CueView | null {
  const { views } = useDesk();
  return useStation((station) => {
    const { state } = station;
    const cue = state && cueId ? getRow(state.show.cues, cueId) : undefined;
    return state && cue ? views(state, station.graphics, cue, stationNow(station)) : null;
  });
}

/** A value made of the whole state, made again only when the parts that it is made of change. */
export function useDerived<P, R>(part: (state: State) => P, make: (part: P) => R): R | null {
  const value = useStation(({ state }) => (state ? part(state) : null));
  return useMemo(() => (value === null ? null : make(value)), [value, make]);
}
