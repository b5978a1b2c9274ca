/** The as-run workspace: the log of exactly what was shown, and air as it was at any moment. */
import { useDeferredValue, useMemo, useState } from 'react';
import { matchesAsRun, wordsOf } from '../../core/as-run-filter.ts';
import type { Graphic } from '../../core/schema/manifest.ts';
import { stationNow, useDesk, useStation } from '../client/desk.ts';
import { focusHome } from '../keys/focus.ts';
import { goTo } from '../keys/run-action.ts';
import { text } from '../text.ts';
import { Button } from '../ui/Button.tsx';
import { Empty } from '../ui/Empty.tsx';
import { Panel } from '../ui/Panel.tsx';
import { TabPanel, Tabs } from '../ui/Tabs.tsx';
import { AirAt } from './AirAt.tsx';
import { useAsRun, type AsRunData, type Brief } from './as-run-data.ts';
import { AsRunDetail } from './AsRunDetail.tsx';
import { AsRunFilters } from './AsRunFilters.tsx';
import { AsRunTable } from './AsRunTable.tsx';
import { NOTHING_TYPED, readFilter, type TypedFilter } from './filter-query.ts';
import css from './as-run.module.css';

const t = text.asRun;

function Nothing() {
  const desk = useDesk();
  return (
    <Empty sentence={t.empty}>
      <Button kind="strong" onClick={() => goTo(desk, 'playout')}>
        {t.toRundown}
      </Button>
    </Empty>
  );
}

/** The words that a showing is found by: folded once for each, and not at every letter. */
function foldedOnce(graphics: ReadonlyMap<string, Graphic>): (entry: Brief) => string {
  const words = new WeakMap<Brief, string>();
  return (entry) => {
    const known =
      words.get(entry) ?? wordsOf(entry, `${entry.text} ${graphics.get(entry.graphic.id)?.name ?? ''}`);
    words.set(entry, known);
    return known;
  };
}

function Log({ data, onAt }: { data: AsRunData; onAt(at: number): void }) {
  const desk = useDesk();
  const zone = useStation(({ state }) => state?.show.timeZone ?? 'UTC');
  const graphics = useStation((station) => station.graphics);
  const [typed, setTyped] = useState<TypedFilter>(NOTHING_TYPED);
  const [selected, setSelected] = useState<string | null>(null);
  const asked = useDeferredValue(typed);
  const read = useMemo(
    () => readFilter(asked, zone, stationNow(desk.client.store.get())),
    [asked, zone, desk],
  );
  const { entries, ready, failed, again } = data;
  const wordsOfEntry = useMemo(() => foldedOnce(graphics), [graphics]);
  const rows = useMemo(
    () => entries.filter((entry) => matchesAsRun(entry, read.filter, () => wordsOfEntry(entry))),
    [entries, read.filter, wordsOfEntry],
  );
  const people = useMemo(() => [...new Set(entries.map(({ by }) => by))].sort(), [entries]);
  const entry = rows.find(({ instance }) => instance === selected) ?? rows[0] ?? null;
  const empty = failed ? t.failed : !ready ? t.reading : entries.length === 0 ? <Nothing /> : t.nothingFound;
  return (
    <div className={css['sides']}>
      <div className={css['left']}>
        <AsRunFilters
          typed={typed}
          read={read}
          found={rows.length}
          all={entries.length}
          people={people}
          onChange={setTyped}
        />
        {failed && (
          <p role="alert" className={css['failed']}>
            {t.failed} <Button onClick={again}>{t.again}</Button>
          </p>
        )}
        <AsRunTable
          rows={rows}
          selected={entry?.instance ?? null}
          empty={empty}
          onSelect={({ instance }) => setSelected(instance)}
        />
      </div>
      <Panel title={t.detail} className={css['right']}>
        {entry ? (
          <AsRunDetail key={entry.instance} entry={entry} onAt={onAt} />
        ) : (
          <p className={css['clean']}>{t.choose}</p>
        )}
      </Panel>
    </div>
  );
}

type Tab = 'log' | 'at';

export function AsRunDesk() {
  const data = useAsRun();
  const [tab, setTab] = useState<Tab>('log');
  const [at, setAt] = useState<number | null>(null);
  return (
    <main className={css['main']}>
      <Tabs<Tab>
        label={t.tabs}
        current={tab}
        onChange={setTab}
        onClicked={focusHome}
        tabs={[
          { id: 'log', title: t.tabLog },
          { id: 'at', title: t.tabAt },
        ]}
      />
      <TabPanel id={tab} className={css['panel']}>
        {tab === 'log' ? (
          <Log
            data={data}
            onAt={(moment) => {
              setAt(moment);
              setTab('at');
            }}
          />
        ) : (
          <AirAt at={at} onAt={setAt} />
        )}
      </TabPanel>
    </main>
  );
}
