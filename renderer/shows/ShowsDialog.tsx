/** Shows: what is in the data folder, a new one, versions to go back to, and what differs between any two. */
import { useState } from 'react';
import { stampOf } from '../as-run/as-run-data.ts';
import { useStation } from '../client/desk.ts';
import { useAnswer } from '../client/rest.ts';
import { text } from '../text.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { TabPanel, Tabs } from '../ui/Tabs.tsx';
import { Compare } from './Compare.tsx';
import { NewShowForm } from './NewShowForm.tsx';
import { ShowList } from './ShowList.tsx';
import { Shelf } from './shows-rest.ts';
import { VersionsPart } from './VersionsPart.tsx';
import css from './shows.module.css';

const t = text.shows;
type Tab = 'shows' | 'new' | 'versions' | 'compare';

export function ShowsDialog({ onClose }: { onClose(): void }) {
  const [tab, setTab] = useState<Tab>('shows');
  /** Grows when something was made: the list is asked for again. */
  const [made, setMade] = useState(0);
  const [before, setBefore] = useState<string | null>(null);
  // what may be opened depends on what is on air
  const onAir = useStation(({ state }) => (state ? `${stampOf(state.air)} ${state.air.mode}` : ''));
  const shelf = useAnswer('/shows', Shelf, `${made} ${onAir}`);
  const again = () => setMade((n) => n + 1);
  const compare = (id: string) => {
    setBefore(id);
    setTab('compare');
  };
  return (
    <Dialog title={t.title} size="large" keepsTyped onClose={onClose}>
      <Tabs<Tab>
        label={t.tabs}
        current={tab}
        onChange={setTab}
        onClicked={() => undefined}
        tabs={[
          { id: 'shows', title: t.tabShows },
          { id: 'new', title: t.tabNew },
          { id: 'versions', title: t.tabVersions },
          { id: 'compare', title: t.tabCompare },
        ]}
      />
      <TabPanel id={tab} className={css['panel']}>
        {shelf && !shelf.ok && <p role="alert">{shelf.detail}</p>}
        {!shelf && <p className={css['about']}>{t.reading}</p>}
        {shelf?.ok && tab === 'shows' && <ShowList shelf={shelf.body} onChanged={again} />}
        {shelf?.ok && tab === 'new' && <NewShowForm shelf={shelf.body} onMade={again} />}
        {tab === 'versions' && <VersionsPart onCompare={compare} />}
        {shelf?.ok && tab === 'compare' && <Compare shelf={shelf.body} first={before} />}
      </TabPanel>
      <div className={css['foot']}>
        <Button onClick={onClose}>{t.close}</Button>
      </div>
    </Dialog>
  );
}
