/** The left side: rundown, facts, pre-flight, one at a time. */
import { useDesk, useStation, useUi } from './client/desk.ts';
import { Facts } from './facts/Facts.tsx';
import { focusHome } from './keys/focus.ts';
import { Preflight } from './preflight/Preflight.tsx';
import { Rundown } from './rundown/Rundown.tsx';
import { text } from './text.ts';
import { Button } from './ui/Button.tsx';
import { TabPanel, Tabs } from './ui/Tabs.tsx';
import css from './app.module.css';

export function Lists() {
  const desk = useDesk();
  const tab = useUi((ui) => ui.tab);
  const cues = useStation(({ state }) => state?.show.rundown.length ?? 0);
  const refused = useUi((ui) => ui.refused);
  const locked = useUi((ui) => ui.locked);
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
        aside={
          tab === 'rundown' && (
            <Button
              className={css['newCue']}
              disabled={locked}
              onClick={() => desk.ui.set({ dialog: 'new-cue' })}
            >
              {text.lists.newCue}
            </Button>
          )
        }
      />
      <TabPanel id={tab} className={css['tabPanel']}>
        {tab === 'rundown' ? <Rundown /> : tab === 'facts' ? <Facts /> : <Preflight />}
      </TabPanel>
    </section>
  );
}
