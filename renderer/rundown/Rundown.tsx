/** The rundown: every cue in order, by segment. Enter brings the selected one to preview. */
import { useCallback } from 'react';
import type { Air } from '../../core/schema/air.ts';
import { useDerived, useDesk, useUi } from '../client/desk.ts';
import { runAction } from '../keys/run-action.ts';
import { text } from '../text.ts';
import { useIsCompact } from '../ui/use-is-compact.ts';
import { VirtualList } from '../ui/VirtualList.tsx';
import { CueRow } from './CueRow.tsx';
import { onAirByCue, rundownRows, type Row } from './rows.ts';
import css from './rundown.module.css';

/** Pixels; lower rows where the screen is small. */
const HEIGHTS = { roomy: { heading: 28, cue: 46 }, compact: { heading: 23, cue: 39 } };

const idOf = (row: Row): string => (row.kind === 'cue' ? row.id : `segment ${row.at}`);
const isCue = (row: Row): boolean => row.kind === 'cue';
const airOf = ({ air }: { air: Air }) => air;
const NO_ROWS: Row[] = [];

/** The rows of the show; made again when cues or their order change, never for what happens on air. */
function useRows(): Row[] {
  const cues = useDerived((state) => state.show.cues, identity);
  const rundown = useDerived((state) => state.show.rundown, identity);
  const make = useCallback(
    () => (cues && rundown ? rundownRows({ cues, rundown }) : NO_ROWS),
    [cues, rundown],
  );
  return useDerived((state) => state.show.rundown, make) ?? NO_ROWS;
}

const identity = <T,>(value: T): T => value;

export function Rundown() {
  const desk = useDesk();
  const rows = useRows();
  const heights = HEIGHTS[useIsCompact() ? 'compact' : 'roomy'];
  const heightOf = useCallback((row: Row) => heights[row.kind === 'cue' ? 'cue' : 'heading'], [heights]);
  const onAir = useDerived(airOf, onAirByCue);
  const selected = useUi((ui) => ui.cue);
  const select = useCallback(
    (row: Row) => row.kind === 'cue' && desk.ui.set({ cue: row.id, inspect: 'cue' }),
    [desk],
  );
  const open = useCallback(
    (row: Row) => {
      select(row);
      runAction(desk, 'recall');
    },
    [desk, select],
  );
  const { columns } = text.lists;
  return (
    <div className={css['rundown']}>
      <div className={css['columns']} aria-hidden="true">
        <span>{columns.number}</span>
        <span>{columns.cue}</span>
        <span>{columns.facts}</span>
        <span>{columns.state}</span>
      </div>
      <VirtualList
        label={text.lists.rundown}
        rows={rows}
        idOf={idOf}
        heightOf={heightOf}
        isSelectable={isCue}
        selected={selected}
        onSelect={select}
        onOpen={open}
        empty={text.lists.emptyRundown}
        isHome
        className={css['list']}
        render={(row) =>
          row.kind === 'cue' ? (
            <CueRow id={row.id} onAir={onAir?.get(row.id)} />
          ) : (
            <span role="rowheader" className={css['segment']}>
              {row.title}
            </span>
          )
        }
      />
    </div>
  );
}
