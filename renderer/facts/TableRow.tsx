/** One fact as a row of the table. */
import { memo } from 'react';
import type { FactMark } from '../../core/facts/filter.ts';
import type { FactId } from '../../core/ids.ts';
import type { Mode } from '../../core/layers.ts';
import type { Fact } from '../../core/schema/fact.ts';
import type { Show } from '../../core/schema/show.ts';
import { text } from '../text.ts';
import { ApprovalChip } from './ApprovalChip.tsx';
import { countAndTime, figuresText, shortTime, subjectText } from './fact-text.ts';
import { MarkChips } from './MarkChips.tsx';
import { factIndex } from './use-found.ts';
import css from './table.module.css';

interface TableRowProps {
  fact: Fact;
  /** The marks joined by spaces: a text, so that the row is drawn again only for other marks. */
  marks: string;
  uses: number;
  isChosen: boolean;
  parties: Show['parties'];
  timeZone: string;
  mode: Mode;
  onToggle(id: FactId): void;
}

export const TableRow = memo(function TableRow(props: TableRowProps) {
  const { fact, marks, uses, parties, timeZone } = props;
  const { onAir } = fact;
  const aired = [onAir.headline, onAir.detail].filter(Boolean).join(' · ');
  const subject = subjectText(factIndex(fact), parties);
  return (
    <div role="presentation" className={css['columns']}>
      <span role="gridcell" className={css['check']}>
        <input
          type="checkbox"
          tabIndex={-1}
          aria-label={text.facts.choose(fact.seq)}
          checked={props.isChosen}
          onMouseDown={(event) => event.preventDefault()}
          onClick={(event) => event.stopPropagation()}
          onChange={() => props.onToggle(fact.id)}
        />
      </span>
      <span role="gridcell" className={css['number']}>
        {fact.seq}
      </span>
      <span role="gridcell" className={css['approval']}>
        <ApprovalChip approval={fact.approval} />
      </span>
      <span role="gridcell" className={css['kind']}>
        {text.lists.kind(fact.kind)}
      </span>
      <span role="gridcell" className={css['what']} title={fact.statement}>
        <span className={css['statement']}>{fact.statement}</span>
        <span className={css['aired']}>{aired}</span>
      </span>
      <span role="gridcell" className={css['subject']} title={subject}>
        {subject}
      </span>
      <span role="gridcell" className={css['figures']} title={figuresText(fact)}>
        {figuresText(fact)}
      </span>
      <span role="gridcell" className={css['asOf']} title={fact.asOf.basis}>
        {countAndTime(fact, timeZone)}
      </span>
      <span role="gridcell" className={css['source']} title={fact.source.name}>
        {fact.source.name}
      </span>
      <span role="gridcell" className={css['changed']}>
        <span>{fact.author}</span>
        <span className={css['when']}>{shortTime(fact.changedAt, timeZone)}</span>
      </span>
      <span role="gridcell" className={css['marks']}>
        <MarkChips marks={marks === '' ? [] : (marks.split(' ') as FactMark[])} mode={props.mode} />
        {uses > 0 && (
          <span
            role="img"
            className={css['uses']}
            aria-label={text.facts.usedByLong(uses)}
            title={text.facts.usedByLong(uses)}
          >
            {text.facts.usedBy(uses)}
          </span>
        )}
      </span>
    </div>
  );
});
