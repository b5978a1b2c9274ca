/** What came of it: measured calls, what its frame tells, and the checker's report. */
import { useState } from 'react';
import type { Graphic } from '../../core/schema/manifest.ts';
import { text } from '../text.ts';
import { TabPanel, Tabs } from '../ui/Tabs.tsx';
import { Measured } from './Measured.tsx';
import { Report } from './Report.tsx';
import type { Session } from './session.ts';
import css from './results.module.css';

const { workbench: words } = text;

interface ResultsProps {
  graphic: Graphic;
  session: Session | null;
  /** The one it is compared with; null where there is none. */
  other: Session | null;
  otherName: string;
}

const nothing = (): void => undefined;

export function Results({ graphic, session, other, otherName }: ResultsProps) {
  const [tab, setTab] = useState<'measured' | 'check'>('measured');
  return (
    <section className={css['results']} aria-label={words.measured}>
      <Tabs<'measured' | 'check'>
        label={words.measured}
        tabs={[
          { id: 'measured', title: words.measured },
          { id: 'check', title: words.reportTab },
        ]}
        current={tab}
        onChange={setTab}
        onClicked={nothing}
      />
      <TabPanel id={tab} className={css['body']}>
        {tab === 'measured' ? (
          <>
            <Measured session={session} name={graphic.name} />
            {other && <Measured session={other} name={otherName} />}
          </>
        ) : (
          <Report key={graphic.hash} graphic={graphic} />
        )}
      </TabPanel>
    </section>
  );
}
