/** One fact in the list: the statement, how sure it is and as of when, and whether it may go on air. */
import { memo } from 'react';
import type { FactMark } from '../../core/facts/filter.ts';
import { isStale } from '../../core/facts/times.ts';
import type { Fact } from '../../core/schema/fact.ts';
import { useNow, useStation } from '../client/desk.ts';
import { SeatMarks } from '../seats/SeatMarks.tsx';
import { text } from '../text.ts';
import { Chip } from '../ui/Chip.tsx';
import { ApprovalChip } from './ApprovalChip.tsx';
import { asOfText } from './fact-text.ts';
import { MarkChips } from './MarkChips.tsx';
import { hasProposal } from './marks.ts';
import css from './facts.module.css';

/** Facts go stale by the clock. Milliseconds. */
const LOOK_AGAIN_MS = 15_000;

/** What holds it back, or waits for a person. In the order of the large table. */
function Marks({ fact }: { fact: Fact }) {
  const now = useNow(LOOK_AGAIN_MS);
  const mode = useStation(({ state }) => state?.air.mode ?? 'live');
  const isProposed = useStation(({ state }) => state !== null && hasProposal(state.show, fact.id));
  const marks: FactMark[] = [
    ...(isProposed ? (['proposal'] as const) : []),
    ...(isStale(fact, now) ? (['stale'] as const) : []),
    ...(fact.lockedBy === null ? [] : (['locked'] as const)),
  ];
  return <MarkChips marks={marks} mode={mode} />;
}

export const FactRow = memo(function FactRow({ fact }: { fact: Fact }) {
  const asOf = asOfText(fact);
  const { advice } = fact.onAir;
  return (
    <div className={css['fact']} role="presentation">
      <span role="gridcell" className={css['seq']}>
        {fact.seq}
      </span>
      <span role="gridcell" className={css['what']}>
        <span className={css['statement']}>{fact.statement}</span>
        <span className={css['about']}>
          <span>{text.lists.kind(fact.kind)}</span>
          <span>{text.certainties[fact.certainty]}</span>
          {asOf && <span className={css['asOf']}>{asOf}</span>}
          {fact.source.name && <span>{fact.source.name}</span>}
          <SeatMarks kind="fact" id={fact.id} />
        </span>
      </span>
      <span role="gridcell" className={css['marks']}>
        <ApprovalChip approval={fact.approval} />
        <Marks fact={fact} />
        {advice !== 'ok' && (
          <Chip
            tone={advice === 'do_not_air_as_worded' || advice === 'context_only' ? 'warn' : 'quiet'}
            shape="bar"
            word={text.adviceWords[advice]}
            title={text.advices[advice]}
          />
        )}
      </span>
    </div>
  );
});
