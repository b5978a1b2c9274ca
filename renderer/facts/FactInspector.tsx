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

interface PartProps {
  title: string;
  children: ReactNode;
  className?: string | undefined;
}

const Part = ({ title, children, className }: PartProps) => (
  <div className={className}>
    <dt className={css['term']}>{title}</dt>
    <dd className={css['text']}>{children}</dd>
  </div>
);

/** The same for what is too long to stand side by side. */
const Block = ({ title, children, className }: PartProps) => (
  <div className={className}>
    <p className={css['term']}>{title}</p>
    <div className={css['text']}>{children}</div>
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
    <dl className={css['pairs']}>
      <Part title={text.fact.author}>{fact.author}</Part>
      <Part title={text.fact.approvedBy}>{fact.approvedBy ?? '–'}</Part>
      <Part title={text.fact.revision}>{fact.revision}</Part>
      <Part title={text.fact.changed}>{timeText(fact.changedAt, zone)}</Part>
    </dl>
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
      <div className={css['parts']}>
        {fact.withdrawnReason && <Block title={text.fact.withdrawnBecause}>{fact.withdrawnReason}</Block>}
        {fact.origin === 'rehearsal' && <p className={css['warning']}>{text.fact.rehearsal}</p>}
        {fact.embargoUntil && (
          <Block title={text.fact.embargo} className={css['warning']}>
            {timeText(fact.embargoUntil, show.timeZone)}
          </Block>
        )}
        <dl className={css['pairs']}>
          <Part title={text.fact.kind}>{text.lists.kind(fact.kind)}</Part>
          <Part title={text.fact.status}>{text.statuses[fact.status]}</Part>
          <Part title={text.fact.certainty}>{text.certainties[fact.certainty]}</Part>
          <Part title={text.fact.asOf}>{asOfText(fact) || fact.asOf.basis}</Part>
        </dl>
        {fact.hedges.length > 0 && (
          <Block title={text.fact.hedges} className={css['hedges']}>
            {fact.hedges.map((hedge) => `“${hedge}”`).join(' ')}
          </Block>
        )}
        {(fact.onAir.headline ?? fact.onAir.detail ?? fact.onAir.label) !== null && (
          <Block title={text.fact.onAir}>
            <OnAirText fact={fact} />
          </Block>
        )}
        {quote && (
          <Block title={text.fact.quote}>
            “{quote.text}” — {[quote.speaker, quote.role, quote.occasion].filter(Boolean).join(', ')}
          </Block>
        )}
        {fact.values.length > 0 && (
          <Block title={text.fact.values}>
            {fact.values.map((value, i) => (
              <span key={i} className={css['value']}>
                <span>{value.name.replaceAll('_', ' ')}</span>
                {value.derived && <i>{text.fact.derived}</i>}
                <b>{valueText(value)}</b>
              </span>
            ))}
          </Block>
        )}
        {source.sentence && (
          <Block
            title={`${text.fact.sentence}${source.name ? ` · ${source.name}` : ''}${source.place ? ` · ${source.place}` : ''}`}
          >
            <q className={css['sentence']}>{source.sentence}</q>
          </Block>
        )}
        {fact.note && <Block title={text.fact.note}>{fact.note}</Block>}
        {externalCheck && (
          <Block title={text.fact.external} className={css['external']}>
            {externalCheck.finding} <span className={css['faint']}>({externalCheck.source})</span>
            <span className={css['faint']}> {text.fact.externalHint}.</span>
          </Block>
        )}
        {users.length > 0 && (
          <Block title={text.fact.usedBy}>
            {users.map((cue) => text.cue(cue.number, cue.name)).join(', ')}
          </Block>
        )}
        <Provenance fact={fact} zone={show.timeZone} />
      </div>
    </div>
  );
}
