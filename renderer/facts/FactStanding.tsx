/** What holds the fact back or marks it: why it cannot be edited, embargo, expiry, withdrawal, and what deserves a look. */
import type { Notice } from '../../core/facts/notices.ts';
import type { Fact } from '../../core/schema/fact.ts';
import { useDesk, useStation } from '../client/desk.ts';
import { getRow } from '../../core/table.ts';
import { text } from '../text.ts';
import { Button } from '../ui/Button.tsx';
import { Shape } from '../ui/Shape.tsx';
import { leadTo } from './fact-actions.ts';
import { timeText } from './fact-text.ts';
import css from './fact-inspector.module.css';

function SupersededBy({ fact }: { fact: Fact }) {
  const desk = useDesk();
  const by = useStation(({ state }) =>
    state && fact.supersededBy ? (getRow(state.show.facts, fact.supersededBy) ?? null) : null,
  );
  if (!by) return null;
  return (
    <p className={css['warning']}>
      {text.fact.supersededBy}:{' '}
      <Button kind="quiet" className={css['link']} onClick={() => leadTo(desk, [by.id])}>
        {by.seq} {by.statement}
      </Button>
    </p>
  );
}

interface FactStandingProps {
  fact: Fact;
  /** Why nothing can be edited; null when it can. */
  why: string | null;
  zone: string;
  notices: readonly Notice[];
}

export function FactStanding({ fact, why, zone, notices }: FactStandingProps) {
  return (
    <>
      {why && <p className={css['why']}>{why}</p>}
      {fact.withdrawnReason && (
        <p className={css['warning']}>
          {text.fact.withdrawnBecause}: {fact.withdrawnReason}
        </p>
      )}
      <SupersededBy fact={fact} />
      {fact.origin === 'rehearsal' && <p className={css['warning']}>{text.fact.rehearsal}</p>}
      {fact.embargoUntil && (
        <p className={css['warning']}>
          {text.fact.embargo} {timeText(fact.embargoUntil, zone)}
        </p>
      )}
      {fact.staleAfter && (
        <p className={css['warning']}>
          {text.fact.staleAfter} {timeText(fact.staleAfter, zone)}
        </p>
      )}
      {notices.length > 0 && (
        <ul aria-label={text.fact.notices} className={css['notices']}>
          {notices.map(({ detail, weight }, i) => (
            <li key={i} data-weight={weight}>
              <Shape
                name={weight === 'wrong' ? 'cross' : weight === 'missing' ? 'ring' : 'differs'}
                size={9}
              />
              <span>{detail}</span>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
