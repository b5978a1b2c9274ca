/** Results: a House worked out from votes, why it is so, how near the next seat is, and who can govern. */
import { useMemo } from 'react';
import { timeText } from '../facts/fact-text.ts';
import { useStation, useUi } from '../client/desk.ts';
import { text } from '../text.ts';
import { Panel } from '../ui/Panel.tsx';
import { HousePanel } from './HousePanel.tsx';
import { SourceList } from './SourceList.tsx';
import { WhyPanel } from './WhyPanel.tsx';
import { useChosen } from './use-sources.ts';
import css from './results.module.css';

const t = text.results;

export function ResultsDesk() {
  const zone = useStation(({ state }) => state?.show.timeZone ?? 'Pacific/Auckland');
  const fromShares = useUi((ui) => ui.results.fromShares);
  const chosen = useChosen(fromShares);
  const { worked, sources, source, record } = chosen;
  const updated = useMemo(
    () => (worked?.ok && worked.outcome.updated ? t.updated(timeText(worked.outcome.updated, zone)) : ''),
    [worked, zone],
  );
  return (
    <main className={css['resultsDesk']}>
      <SourceList sources={sources} selected={source?.id ?? null} />
      {worked?.ok ? (
        <>
          <HousePanel outcome={worked.outcome} record={record} updated={updated} />
          <WhyPanel outcome={worked.outcome} />
        </>
      ) : (
        <Panel title={t.house} className={css['wide']}>
          <p className={css['nothing']}>
            {worked ? t.cannot(worked.problem) : source ? (chosen.why ?? t.loading) : t.choose}
          </p>
        </Panel>
      )}
    </main>
  );
}
