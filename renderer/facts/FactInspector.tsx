/** Everything about one fact: where it comes from, whether it may go on air, the form to edit it, its history. */
import { useMemo } from 'react';
import type { FactId } from '../../core/ids.ts';
import { usesOf } from '../../core/facts/uses.ts';
import { factNotices } from '../../core/facts/notices.ts';
import type { Fact } from '../../core/schema/fact.ts';
import type { Show } from '../../core/schema/show.ts';
import { getRow } from '../../core/table.ts';
import { useDesk, useNow, useStation, useUi } from '../client/desk.ts';
import type { FactTab } from '../client/desk-ui.ts';
import { focusHome } from '../keys/focus.ts';
import { text } from '../text.ts';
import { Button } from '../ui/Button.tsx';
import { TabPanel, Tabs } from '../ui/Tabs.tsx';
import { ApprovalChip } from './ApprovalChip.tsx';
import { Compare } from './Compare.tsx';
import { FactEditContext, saveFact, type FactEdit } from './fact-edit.ts';
import { FactPicture } from './FactPicture.tsx';
import { FactStanding } from './FactStanding.tsx';
import { FactForm } from './form/FactForm.tsx';
import { useHistory, useShown } from './log/fact-log.ts';
import { History } from './log/History.tsx';
import { Shown } from './log/Shown.tsx';
import { Provenance } from './Provenance.tsx';
import css from './fact-inspector.module.css';

/** Notices of embargo and expiry change with the clock. Milliseconds. */
const LOOK_AGAIN_MS = 10_000;

/** Why the form cannot be edited; null when it can. */
function whyNot(fact: Fact, deskLocked: boolean): string | null {
  if (deskLocked) return text.fact.deskLocked;
  if (fact.lockedBy !== null) return text.fact.lockedBy(fact.lockedBy);
  if (fact.approval === 'withdrawn') return text.fact.isWithdrawn;
  return null;
}

function UsedBy({ factId }: { factId: FactId }) {
  const desk = useDesk();
  const state = useStation((station) => station.state);
  const uses = useMemo(() => (state ? usesOf(state, factId) : []), [state, factId]);
  if (uses.length === 0) return null;
  return (
    <section aria-label={text.fact.usedBy}>
      <h3 className={css['heading']}>{text.fact.usedBy}</h3>
      <ul className={css['uses']}>
        {uses.map(({ cueId, number, name }) => (
          <li key={cueId}>
            <Button
              kind="quiet"
              className={css['link']}
              onClick={() =>
                desk.ui.set({ workspace: 'playout', tab: 'rundown', cue: cueId, inspect: 'cue' })
              }
            >
              {text.cue(number, name)}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Whole({ edit, show }: { edit: FactEdit; show: Show }) {
  const { fact, isDisabled } = edit;
  const { externalCheck } = fact;
  return (
    <>
      <FactPicture fact={fact} parties={show.parties} />
      <Compare fact={fact} />
      {!isDisabled && (
        <p className={css['faint']}>{fact.approval === 'draft' ? text.fact.isDraft : text.fact.makesDraft}</p>
      )}
      <FactEditContext value={edit}>
        <FactForm />
      </FactEditContext>
      {externalCheck && (
        <div className={css['external']}>
          <p className={css['term']}>{text.fact.external}</p>
          {externalCheck.finding} <span className={css['faint']}>({externalCheck.source})</span>
          <span className={css['faint']}> {text.fact.externalHint}.</span>
        </div>
      )}
      <UsedBy factId={fact.id} />
    </>
  );
}

const TABS: readonly { id: FactTab; title: string }[] = [
  { id: 'whole', title: text.fact.tabFact },
  { id: 'history', title: text.fact.tabHistory },
  { id: 'shown', title: text.fact.tabShown },
];

function Inspected({ fact, show }: { fact: Fact; show: Show }) {
  const desk = useDesk();
  const tab = useUi((ui) => ui.factTab);
  const deskLocked = useUi((ui) => ui.locked);
  const now = useNow(LOOK_AGAIN_MS);
  const notices = useMemo(() => factNotices(fact, show, now), [fact, show, now]);
  const history = useHistory(fact);
  const shown = useShown(fact.id);
  const why = whyNot(fact, deskLocked);
  const edit: FactEdit = {
    fact,
    notices,
    isDisabled: why !== null,
    // not known is as good as shown: nothing that viewers saw is changed without a question
    save: (path, change) =>
      saveFact(
        desk,
        fact,
        path,
        change,
        shown.failed || shown.data === null || shown.data.entries.length > 0,
      ),
  };
  const zone = show.timeZone;
  return (
    <div className={css['fact']}>
      <div className={css['chips']}>
        <span className={css['seq']}>{fact.seq}</span>
        <span className={css['kind']}>{text.lists.kind(fact.kind)}</span>
        <ApprovalChip approval={fact.approval} />
        <span className={css['advice']} data-advice={fact.onAir.advice}>
          {text.advices[fact.onAir.advice]}
        </span>
      </div>
      <p className={css['statement']}>{fact.statement}</p>
      <Provenance fact={fact} zone={zone} history={history} shown={shown} />
      <FactStanding fact={fact} why={why} zone={zone} notices={notices} />
      <Tabs
        label={text.fact.tabs}
        tabs={TABS}
        current={tab}
        onChange={(factTab) => desk.ui.set({ factTab })}
        onClicked={focusHome}
      />
      <TabPanel id={tab} className={css['panel']}>
        {tab === 'whole' ? (
          <Whole edit={edit} show={show} />
        ) : tab === 'history' ? (
          <History asked={history} />
        ) : (
          <Shown factId={fact.id} asked={shown} />
        )}
      </TabPanel>
    </div>
  );
}

export function FactInspector({ factId }: { factId: FactId }) {
  const fact = useStation(({ state }) => (state ? (getRow(state.show.facts, factId) ?? null) : null));
  const show = useStation(({ state }) => state?.show ?? null);
  if (!fact || !show) return <p className={css['nothing']}>{text.inspector.gone}</p>;
  return <Inspected fact={fact} show={show} />;
}
