/** What the graphic is given: from a fixture, from a fact of the show, or typed, as a form or as JSON. */
import { useState } from 'react';
import type { Graphic } from '../../core/schema/manifest.ts';
import { text } from '../text.ts';
import { Button } from '../ui/Button.tsx';
import { Panel } from '../ui/Panel.tsx';
import { SelectField } from '../ui/SelectField.tsx';
import { TabPanel, Tabs } from '../ui/Tabs.tsx';
import { FactDialog } from './FactDialog.tsx';
import type { Complete } from './fixtures.ts';
import { JsonEditor, type Unread } from './JsonEditor.tsx';
import { SchemaForm } from './SchemaForm.tsx';
import type { Doc } from './use-doc.ts';
import css from './data.module.css';

const { workbench: words } = text;

interface DataPanelProps {
  graphic: Graphic;
  doc: Doc;
  full: Complete;
}

const nothing = (): void => undefined;

export function DataPanel({ graphic, doc, full }: DataPanelProps) {
  const [tab, setTab] = useState<'form' | 'json'>('form');
  const [unread, setUnread] = useState<Unread | null>(null);
  const [isTrying, setTrying] = useState(false);
  return (
    <Panel
      title={words.data}
      className={css['panel']}
      aside={<Button onClick={() => setTrying(true)}>{words.tryFact}</Button>}
    >
      <div className={css['from']}>
        <SelectField
          label={words.fixture}
          value={doc.fixture ?? ''}
          empty={words.noFixture}
          options={graphic.fixtures.map(({ name }) => ({ value: name, label: name }))}
          onChange={(value) => doc.pick(value === '' ? null : value)}
        />
        {doc.fact !== null && <span className={css['fact']}>{words.fromFact(doc.fact)}</span>}
        {doc.isEdited && <span className={css['edited']}>{words.edited}</span>}
        {doc.problem !== null && <span className={css['wrong']}>{doc.problem}</span>}
      </div>
      <Tabs<'form' | 'json'>
        label={words.data}
        tabs={[
          { id: 'form', title: words.dataTabs.form },
          { id: 'json', title: words.dataTabs.json },
        ]}
        current={tab}
        onChange={setTab}
        onClicked={nothing}
      />
      <TabPanel id={tab} className={css['body']}>
        {tab === 'form' ? (
          <SchemaForm
            label={words.data}
            graphic={graphic}
            data={doc.data}
            problems={full.problems}
            empty={words.noFields}
            onChange={doc.edit}
          />
        ) : (
          <JsonEditor
            data={doc.data}
            problems={full.problems}
            onChange={doc.edit}
            kept={unread}
            onKeep={setUnread}
          />
        )}
      </TabPanel>
      {isTrying && <FactDialog graphic={graphic} onTake={doc.take} onClose={() => setTrying(false)} />}
    </Panel>
  );
}
