/** Who approved it, from which source, at what count, and where it was shown: the question that follows every figure. */
import type { ReactNode } from 'react';
import type { Fact } from '../../core/schema/fact.ts';
import { useDesk, useUi } from '../client/desk.ts';
import type { FactTab } from '../client/desk-ui.ts';
import { text } from '../text.ts';
import { saveTyped } from '../ui/save-typed.ts';
import { countAndTime, shortTime } from './fact-text.ts';
import type { HistoryEntry, ShownEntry } from './log/fact-log.ts';
import type { Asked } from './log/use-rest.ts';
import css from './provenance.module.css';

/** When this revision was approved; the fact's own last change where no history was kept. */
function approvedAt(fact: Fact, history: readonly HistoryEntry[] | null): number {
  const entry = history?.find(({ event, revision }) => event === 'approved' && revision === fact.revision);
  return entry?.at ?? fact.changedAt;
}

function Answer({ title, leadsTo, children }: { title: string; leadsTo?: FactTab; children: ReactNode }) {
  const desk = useDesk();
  const tab = useUi((ui) => ui.factTab);
  const inside = (
    <>
      <span className={css['title']}>{title}</span>
      <span className={css['words']}>{children}</span>
    </>
  );
  return leadsTo ? (
    <button
      type="button"
      className={css['answer']}
      aria-pressed={tab === leadsTo}
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => {
        saveTyped();
        desk.ui.set({ factTab: leadsTo });
      }}
    >
      {inside}
    </button>
  ) : (
    <div className={css['answer']}>{inside}</div>
  );
}

interface ProvenanceProps {
  fact: Fact;
  zone: string;
  history: Asked<{ entries: HistoryEntry[] }>;
  shown: Asked<{ entries: ShownEntry[] }>;
}

export function Provenance({ fact, zone, history, shown }: ProvenanceProps) {
  const { approval, approvedBy, author, revision, source, changedAt } = fact;
  const entries = shown.data?.entries ?? null;
  const last = entries?.reduce((latest, { inAt }) => Math.max(latest, inAt), 0) ?? 0;
  return (
    <section aria-label={text.fact.provenance} className={css['card']}>
      <Answer title={text.fact.approvedBy} leadsTo="history">
        {approvedBy === null
          ? text.fact.notApproved
          : text.fact.by(approvedBy, shortTime(approvedAt(fact, history.data?.entries ?? null), zone))}
      </Answer>
      <Answer title={text.fact.source}>
        {[source.name, source.place].filter(Boolean).join(' · ') || text.fact.noSource}
      </Answer>
      <Answer title={text.fact.asOf}>{countAndTime(fact, zone) || text.fact.noCount}</Answer>
      <Answer title={text.fact.shown} leadsTo="shown">
        {shown.failed
          ? text.fact.shownUnknown
          : entries === null
            ? '…'
            : entries.length === 0
              ? text.fact.neverShown
              : text.fact.shownTimes(entries.length, shortTime(last, zone))}
      </Answer>
      <p className={css['written']}>
        {text.fact.author} {approval === 'draft' ? text.fact.by(author, shortTime(changedAt, zone)) : author}{' '}
        · {text.fact.revision} {revision}
      </p>
    </section>
  );
}
