/** The templates workspace: every template of the station with its versions, and the show's theme. */
import { useMemo, useState } from 'react';
import type { Graphic } from '../../core/schema/manifest.ts';
import { allRows } from '../../core/table.ts';
import type { State } from '../../core/state.ts';
import { useDerived, useStation } from '../client/desk.ts';
import { focusHome } from '../keys/focus.ts';
import { text } from '../text.ts';
import { ThemeEditor } from '../theme/ThemeEditor.tsx';
import { Panel } from '../ui/Panel.tsx';
import { TabPanel, Tabs } from '../ui/Tabs.tsx';
import { VirtualList } from '../ui/VirtualList.tsx';
import { ImportPackage } from './ImportPackage.tsx';
import { TemplateDetail } from './TemplateDetail.tsx';
import { TemplateRow } from './TemplateRow.tsx';
import css from './templates.module.css';

const t = text.templates;
const ROW = 66;

const idOf = ({ id }: Graphic): string => id;
const heightOf = (): number => ROW;

const cuesOf = ({ show }: State) => show.cues;
/** How many cues use each template. */
const countUses = (cues: State['show']['cues']): ReadonlyMap<string, number> => {
  const uses = new Map<string, number>();
  for (const { graphic } of allRows(cues)) uses.set(graphic, (uses.get(graphic) ?? 0) + 1);
  return uses;
};

function Templates() {
  const graphics = useStation((station) => station.graphics);
  const problems = useStation((station) => station.problems);
  const uses = useDerived(cuesOf, countUses);
  const [selected, setSelected] = useState<string | null>(null);
  const rows = useMemo(() => [...graphics.values()].sort((a, b) => a.name.localeCompare(b.name)), [graphics]);
  const graphic = (selected === null ? undefined : graphics.get(selected)) ?? rows[0] ?? null;
  return (
    <div className={css['sides']}>
      <div className={css['left']}>
        <ImportPackage onImported={setSelected} />
        {problems.length > 0 && (
          <details className={css['problems']}>
            <summary>{t.problems(problems.length)}</summary>
            <ul>
              {problems.map((problem) => (
                <li key={problem}>{problem}</li>
              ))}
            </ul>
          </details>
        )}
        <VirtualList
          label={t.list}
          rows={rows}
          idOf={idOf}
          heightOf={heightOf}
          selected={graphic?.id ?? null}
          onSelect={({ id }) => setSelected(id)}
          empty={t.none}
          className={css['list']}
          render={(one) => <TemplateRow graphic={one} uses={uses?.get(one.id) ?? 0} />}
        />
      </div>
      <Panel title={t.region} className={css['right']}>
        {graphic ? (
          <TemplateDetail key={graphic.id} graphic={graphic} uses={uses?.get(graphic.id) ?? 0} />
        ) : (
          <p className={css['nothing']}>{t.choose}</p>
        )}
      </Panel>
    </div>
  );
}

type TemplatesTab = 'templates' | 'theme';

export function TemplatesDesk() {
  const [tab, setTab] = useState<TemplatesTab>('templates');
  return (
    <main className={css['main']}>
      <Tabs<TemplatesTab>
        label={t.tabs}
        current={tab}
        onChange={setTab}
        onClicked={focusHome}
        tabs={[
          { id: 'templates', title: t.tabTemplates },
          { id: 'theme', title: t.tabTheme },
        ]}
      />
      <TabPanel id={tab} className={css['panel']}>
        {tab === 'templates' ? <Templates /> : <ThemeEditor />}
      </TabPanel>
    </main>
  );
}
