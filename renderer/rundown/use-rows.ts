/** The rows that the rundown shows now: made again when cues, their order or the filter change. */
import { useMemo } from 'react';
import type { CueId } from '../../core/ids.ts';
import { changedSinceTake } from '../../core/rundown.ts';
import type { Air } from '../../core/schema/air.ts';
import { getRow } from '../../core/table.ts';
import { leadsOf } from '../../core/companions.ts';
import { stationNow, useDerived, useDesk, useStation, useUi } from '../client/desk.ts';
import { cueName } from './cue-actions.ts';
import { filterCues, isFiltering, type Standings } from './filter.ts';
import { onAirByCue, rundownRows, type OnAir, type Row } from './rows.ts';

const NO_ROWS: Row[] = [];
const NOBODY: ReadonlySet<CueId> = new Set();
const airOf = ({ air }: { air: Air }) => air;

export interface RundownView {
  rows: readonly Row[];
  /** Cues that the filter lets through. */
  shown: number;
  all: number;
  onAir: ReadonlyMap<string, OnAir> | null;
}

export function useRundownView(): RundownView {
  const desk = useDesk();
  const cues = useStation(({ state }) => state?.show.cues ?? null);
  const rundown = useStation(({ state }) => state?.show.rundown ?? null);
  const facts = useStation(({ state }) => state?.show.facts ?? null);
  const filter = useUi((ui) => ui.cueFilter);
  const folded = useUi((ui) => ui.collapsed);
  const refused = useUi((ui) => ui.refused);
  const onAir = useDerived(airOf, onAirByCue);
  const filters = isFiltering(filter);
  // what a filter does not ask for must not make the rows again: air changes at every take
  const seesFacts = filters ? facts : null;
  const seesAir = filter.standing === 'onAir' || filter.standing === 'changed' ? onAir : null;
  const seesRefused = filter.standing === 'refused' ? refused : null;

  const shown = useMemo(() => {
    if (!cues || !rundown || !seesFacts) return null;
    const { state, graphics } = desk.client.store.get();
    const changed = new Set<CueId>();
    const isOn = new Set<CueId>();
    for (const id of seesAir ? rundown : []) {
      const item = seesAir?.get(id)?.item;
      const cue = getRow(cues, id);
      if (!item || !cue || !state) continue;
      isOn.add(id);
      const now = stationNow(desk.client.store.get());
      if (changedSinceTake(item, desk.views(state, graphics, cue, now).gated)) changed.add(id);
    }
    const known: Standings = {
      refused: seesRefused ? new Set(seesRefused.map(({ cue }) => cue.id)) : NOBODY,
      onAir: isOn,
      changed,
    };
    return filterCues({ cues, rundown, facts: seesFacts }, filter, known);
  }, [desk, cues, rundown, seesFacts, seesAir, seesRefused, filter]);

  const rows = useMemo(
    () =>
      cues && rundown
        ? rundownRows({ cues, rundown }, folded, shown === null ? undefined : new Set(shown))
        : NO_ROWS,
    [cues, rundown, folded, shown],
  );
  const all = rundown?.length ?? 0;
  return { rows, shown: shown?.length ?? all, all, onAir };
}

/** For each cue that somebody takes along: by whom. */
export function useLeads(): ReadonlyMap<CueId, string> {
  const cues = useStation(({ state }) => state?.show.cues ?? null);
  return useMemo(() => {
    const leads = new Map<CueId, string>();
    for (const lead of cues ? leadsOf({ cues }) : [])
      for (const { cue } of lead.with) {
        const known = leads.get(cue);
        leads.set(cue, known ? `${known}, ${cueName(lead)}` : cueName(lead));
      }
    return leads;
  }, [cues]);
}
