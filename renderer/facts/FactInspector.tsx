/** Everything about one fact, and whether it may go on air. */
import type { ReactNode } from 'react';
import type { FactId } from '../../core/ids.ts';
import { factsOf } from '../../core/bindings.ts';
import { cuesInOrder } from '../../core/rundown.ts';
import type { Fact } from '../../core/schema/fact.ts';
import { getRow } from '../../core/table.ts';
import { useStation } from '../client/desk.ts';
import { text } from '../text.ts';
import { ApprovalButtons } from './ApprovalButtons.tsx';
import { ApprovalChip } from './ApprovalChip.tsx';
import { asOfText, timeText, valueText } from './fact-text.ts';
import css from './fact-inspector.module.css';

const Part = ({
  title,
  children,
  className,
}: {
  title: string;
  children: ReactNode;
  className?: string | undefined;
}) => (
  <div className={className}>
    <dt className={css['term']}>{title}</dt>
    <dd className={css['text']}>{children}</dd>
  </div>
);

function OnAirText({ fact: { onAir } }: { fact: Fact }) {
  return (
    <>
      {onAir.headline && <strong>{onAir.headline}</strong>}
      {onAir.detail && <span> {onAir.detail}</span>}
      {onAir.label && (
        <div className={css['label']}>
          {text.fact.label}: <b>{onAir.label}</b>
        </div>
      )}
    </>
  );
}

function Provenance({ fact, zone }: { fact: Fact; zone: string }) {
  return (
    <div className={css['pairs']}>
      <Part title={text.fact.author}>{fact.author}</Part>
      <Part title={text.fact.approvedBy}>{fact.approvedBy ?? '–'}</Part>
      <Part title={text.fact.revision}>{fact.revision}</Part>
      <Part title={text.fact.changed}>{timeText(fact.changedAt, zone)}</Part>
    </div>
  );
}

export function FactInspector({ factId }: { factId: FactId }) {
  const fact = useStation(({ state }) => (state ? (getRow(state.show.facts, factId) ?? null) : null));
  const show = useStation(({ state }) => state?.show ?? null);
  if (!fact || !show) return <p className={css['nothing']}>{text.inspector.gone}</p>;
  const users = cuesInOrder(show).filter((cue) => factsOf(cue).includes(factId));
  const { quote, source, externalCheck } = fact;
  return (
    <div className={css['fact']}>
      <p className={css['statement']}>{fact.statement}</p>
      <div className={css['chips']}>
        <ApprovalChip approval={fact.approval} />
        <span className={css['advice']} data-advice={fact.onAir.advice}>
          {text.advices[fact.onAir.advice]}
        </span>
      </div>
      <ApprovalButtons fact={fact} />
      <dl className={css['parts']}>
        {fact.withdrawnReason && <Part title={text.fact.withdrawnBecause}>{fact.withdrawnReason}</Part>}
        {fact.origin === 'rehearsal' && <p className={css['warning']}>{text.fact.rehearsal}</p>}
        {fact.embargoUntil && (
          <Part title={text.fact.embargo} className={css['warning']}>
            {timeText(fact.embargoUntil, show.timeZone)}
          </Part>
        )}
        <div className={css['pairs']}>
          <Part title={text.fact.kind}>{text.lists.kind(fact.kind)}</Part>
          <Part title={text.fact.status}>{text.statuses[fact.status]}</Part>
          <Part title={text.fact.certainty}>{text.certainties[fact.certainty]}</Part>
          <Part title={text.fact.asOf}>{asOfText(fact) || fact.asOf.basis}</Part>
        </div>
        {fact.hedges.length > 0 && (
          <Part title={text.fact.hedges} className={css['hedges']}>
            {fact.hedges.map((hedge) => `“${hedge}”`).join(' ')}
          </Part>
        )}
        {(fact.onAir.headline ?? fact.onAir.detail ?? fact.onAir.label) !== null && (
          <Part title={text.fact.onAir}>
            <OnAirText fact={fact} />
          </Part>
        )}
        {quote && (
          <Part title={text.fact.quote}>
            “{quote.text}” — {[quote.speaker, quote.role, quote.occasion].filter(Boolean).join(', ')}
          </Part>
        )}
        {fact.values.length > 0 && (
          <Part title={text.fact.values}>
            {fact.values.map((value, i) => (
              <span key={i} className={css['value']}>
                <span>{value.name.replaceAll('_', ' ')}</span>
                {value.derived && <i>{text.fact.derived}</i>}
                <b>{valueText(value)}</b>
              </span>
            ))}
          </Part>
        )}
        {source.sentence && (
          <Part
            title={`${text.fact.sentence}${source.name ? ` · ${source.name}` : ''}${source.place ? ` · ${source.place}` : ''}`}
          >
            <q className={css['sentence']}>{source.sentence}</q>
          </Part>
        )}
        {fact.note && <Part title={text.fact.note}>{fact.note}</Part>}
        {externalCheck && (
          <Part title={text.fact.external} className={css['external']}>
            {externalCheck.finding} <span className={css['faint']}>({externalCheck.source})</span>
            <span className={css['faint']}> {text.fact.externalHint}.</span>
          </Part>
        )}
        {users.length > 0 && (
          <Part title={text.fact.usedBy}>
            {users.map((cue) => text.cue(cue.number, cue.name)).join(', ')}
          </Part>
        )}
        <Provenance fact={fact} zone={show.timeZone} />
      </dl>
    </div>
  );
}
