/** The facts workspace: all facts of the show in a table, one of them in full beside it. */
import { useDeferredValue, useEffect, useMemo } from 'react';
import type { FactFilter } from '../../core/facts/filter.ts';
import { useDesk, useStation, useUi } from '../client/desk.ts';
import { focusHome } from '../keys/focus.ts';
import { SeatNotice } from '../seats/SeatMarks.tsx';
import { text } from '../text.ts';
import { Panel } from '../ui/Panel.tsx';
import { leadTo } from './fact-actions.ts';
import { FactActions } from './FactActions.tsx';
import { FactInspector } from './FactInspector.tsx';
import { FactTable } from './FactTable.tsx';
import { FactTools } from './FactTools.tsx';
import { Filters } from './Filters.tsx';
import { selectedFacts, visibleOnly } from './selection.ts';
import { useAllFacts, useOrdered, useSearch } from './use-found.ts';
import { useSurroundings } from './use-surroundings.ts';
import css from './facts-desk.module.css';

const NONE: readonly never[] = [];

export function FactsDesk() {
  const desk = useDesk();
  const words = useUi((ui) => ui.search);
  const choices = useUi((ui) => ui.factChoices);
  const order = useUi((ui) => ui.factOrder);
  // as many as a command would be about
  const chosen = useUi((ui) => selectedFacts(ui).length);
  const fact = useDeferredValue(useUi((ui) => ui.fact));
  const mode = useStation(({ state }) => state?.air.mode ?? 'live');
  const all = useAllFacts();
  const ordered = useOrdered(useDeferredValue(all), order);
  const { marks, uses } = useSurroundings(all);
  const filter = useMemo((): FactFilter => ({ words, choices }), [words, choices]);
  const { found, finish } = useSearch(ordered, filter, marks);
  // before the first search is done nothing is known; a moment later everything is
  const rows = found?.facts ?? NONE;
  useEffect(() => {
    if (!found) return;
    const before = desk.ui.get().chosen;
    const left = visibleOnly(
      found.facts.map(({ id }) => id),
      before,
    );
    if (left !== before) desk.ui.set({ chosen: left });
  }, [desk, found]);
  const down = () => {
    const { fact: selected } = desk.ui.get();
    const { facts } = finish();
    const [first] = facts;
    // in an empty list the keys would mean a fact that is not in it
    if (!first) return;
    if (!facts.some(({ id }) => id === selected)) leadTo(desk, [first.id]);
    focusHome();
  };
  return (
    <main className={css['main']}>
      <section aria-label={text.facts.region} className={css['left']}>
        <FactTools found={rows} />
        <Filters
          filter={filter}
          counts={found?.counts ?? null}
          found={rows.length}
          all={all.length}
          chosen={chosen}
          onDown={down}
        />
        <FactTable rows={rows} marksOf={marks} uses={uses} hasFacts={found === null || all.length > 0} />
      </section>
      <Panel
        title={text.inspector.fact}
        notice={fact ? <SeatNotice kind="fact" id={fact} /> : undefined}
        className={css['right']}
      >
        <FactActions />
        <div className={css['scroll']} data-inspector="">
          {fact ? (
            <FactInspector key={`${mode} ${fact}`} factId={fact} />
          ) : (
            <p className={css['nothing']}>{text.facts.nothingSelected}</p>
          )}
        </div>
      </Panel>
    </main>
  );
}
