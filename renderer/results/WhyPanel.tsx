/** Why the House is so and what would change it, one question at a time. */
import { useDesk, useUi } from '../client/desk.ts';
import { focusHome } from '../keys/focus.ts';
import { text } from '../text.ts';
import { TabPanel, Tabs } from '../ui/Tabs.tsx';
import { Electorates } from './Electorates.tsx';
import { Govern } from './Govern.tsx';
import { LastSeats } from './LastSeats.tsx';
import { NextSeats } from './NextSeats.tsx';
import type { Outcome } from './outcome.ts';
import why from './why.module.css';

const t = text.results;

const TABS = ['why', 'next', 'govern', 'electorates'] as const;

export function WhyPanel({ outcome }: { outcome: Outcome }) {
  const desk = useDesk();
  const tab = useUi((ui) => ui.results.tab);
  return (
    <section aria-label={t.tabs} className={why['why']}>
      <Tabs
        label={t.tabs}
        current={tab}
        onChange={(next) => desk.ui.set({ results: { ...desk.ui.get().results, tab: next } })}
        onClicked={focusHome}
        tabs={TABS.map((id) => ({ id, title: t.tab[id] }))}
      />
      <TabPanel id={tab} className={why['whyBody']}>
        {tab === 'why' ? (
          <LastSeats outcome={outcome} />
        ) : tab === 'next' ? (
          <NextSeats outcome={outcome} />
        ) : tab === 'govern' ? (
          <Govern outcome={outcome} />
        ) : (
          <Electorates outcome={outcome} />
        )}
      </TabPanel>
    </section>
  );
}
