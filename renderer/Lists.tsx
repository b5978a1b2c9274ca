/** The left side: rundown, facts, pre-flight, one at a time. */
import { useDesk, useStation, useUi } from './client/desk.ts';
import { focusHome } from './keys/focus.ts';
import { Preflight } from './preflight/Preflight.tsx';
import { usePreflight } from './preflight/use-preflight.ts';
import { Rundown } from './rundown/Rundown.tsx';
import { text } from './text.ts';
import { TabPanel, Tabs } from './ui/Tabs.tsx';
import css from './app.module.css';

export function Lists() {
  const desk = useDesk();
  const tab = useUi((ui) => ui.tab);
  const cues = useStation(({ state }) => state?.show.rundown.length ?? 0);
  const refused = usePreflight();
  const badge = (n: number) => <span className={css['badge']}>{n.toLocaleString('en-NZ')}</span>;
  return (
    <section className={css['lists']} aria-label={text.lists.tabs}>
      <Tabs
        label={text.lists.tabs}
        current={tab}
        onChange={(next) => desk.ui.set({ tab: next })}
        onClicked={focusHome}
        tabs={[
          { id: 'rundown', title: text.lists.rundown, badge: badge(cues) },
          { id: 'facts', title: text.lists.facts },
          { id: 'preflight', title: text.lists.preflight, badge: badge(refused?.length ?? 0) },
        ]}
      />
      <TabPanel id={tab} className={css['tabPanel']}>
        {tab === 'preflight' ? <Preflight /> : <Rundown />}
      </TabPanel>
    </section>
  );
}
