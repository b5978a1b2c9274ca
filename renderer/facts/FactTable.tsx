/** All facts that the filters let through. Of 10,000 only those in sight are drawn. */
import { useCallback, useMemo } from 'react';
import type { MarksOf } from '../../core/facts/filter.ts';
import type { FactId } from '../../core/ids.ts';
import type { Fact } from '../../core/schema/fact.ts';
import { useDesk, useStation, useUi } from '../client/desk.ts';
import { runAction } from '../keys/run-action.ts';
import { text } from '../text.ts';
import { saveTyped } from '../ui/save-typed.ts';
import { useIsCompact } from '../ui/use-is-compact.ts';
import { VirtualList, type SelectHow } from '../ui/VirtualList.tsx';
import { EmptyFacts } from './EmptyFacts.tsx';
import { select, selectAll } from './selection.ts';
import { TableHead } from './TableHead.tsx';
import { TableRow } from './TableRow.tsx';
import css from './table.module.css';

interface FactTableProps {
  rows: readonly Fact[];
  marksOf: MarksOf;
  uses: ReadonlyMap<string, number>;
  hasFacts: boolean;
}

const HEAD = 'facts-head';
/** Pixels. */
const HEIGHTS = { roomy: 42, compact: 36 };
const idOf = (fact: Fact): string => fact.id;

export function FactTable({ rows, marksOf, uses, hasFacts }: FactTableProps) {
  const desk = useDesk();
  const selected = useUi((ui) => ui.fact);
  const chosen = useUi((ui) => ui.chosen);
  const parties = useStation(({ state }) => state?.show.parties ?? null);
  const timeZone = useStation(({ state }) => state?.show.timeZone ?? 'UTC');
  const mode = useStation(({ state }) => state?.air.mode ?? 'live');
  const height = HEIGHTS[useIsCompact() ? 'compact' : 'roomy'];
  const heightOf = useCallback(() => height, [height]);
  const ids = useMemo(() => rows.map(({ id }) => id), [rows]);

  const choose = useCallback(
    (id: FactId, how: SelectHow) => {
      const { fact, chosen: before, anchor } = desk.ui.get();
      desk.ui.set({ ...select(ids, { fact, chosen: before, anchor }, id, how), inspect: 'fact' });
    },
    [desk, ids],
  );
  const onSelect = useCallback((fact: Fact, how: SelectHow) => choose(fact.id, how), [choose]);
  const onToggle = useCallback(
    (id: FactId) => {
      saveTyped();
      choose(id, 'also');
    },
    [choose],
  );
  const onOpen = useCallback(() => runAction(desk, 'edit'), [desk]);
  const onSelectAll = useCallback(() => {
    const { fact, chosen: before, anchor } = desk.ui.get();
    desk.ui.set({ ...selectAll(ids, { fact, chosen: before, anchor }), inspect: 'fact' });
  }, [desk, ids]);
  if (!parties) return null;
  return (
    <div className={css['table']}>
      <TableHead id={HEAD} />
      <VirtualList
        label={text.facts.table}
        headId={HEAD}
        rows={rows}
        idOf={idOf}
        heightOf={heightOf}
        selected={selected}
        chosen={chosen}
        onSelect={onSelect}
        onSelectAll={onSelectAll}
        onOpen={onOpen}
        empty={hasFacts ? text.facts.nothingFound : <EmptyFacts />}
        className={css['list']}
        render={(fact) => (
          <TableRow
            fact={fact}
            marks={marksOf(fact)
              .filter((mark) => mark !== 'used')
              .join(' ')}
            uses={uses.get(fact.id) ?? 0}
            isChosen={chosen.has(fact.id)}
            parties={parties}
            timeZone={timeZone}
            mode={mode}
            onToggle={onToggle}
          />
        )}
      />
    </div>
  );
}
