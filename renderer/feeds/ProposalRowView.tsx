/** One proposal in the list: what it is about, what is odd, what would change, how old, and whether it is on air. */
import { memo } from 'react';
import type { Change } from '../../core/facts/difference.ts';
import type { Proposal } from '../../core/schema/feed.ts';
import { text } from '../text.ts';
import { Chip } from '../ui/Chip.tsx';
import { cx } from '../ui/cx.ts';
import { Shape } from '../ui/Shape.tsx';
import { shortFigure } from './change-lines.ts';
import css from './proposals.module.css';

const t = text.proposals;

export const OnAirChip = ({ how }: { how: 'follows' | 'stays' }) => (
  <Chip tone="air" shape="dot" word={t.onAir} title={how === 'follows' ? t.followsLong : t.staysLong} />
);

/** As many as are read in passing; the rest is beside the list. */
const MOST = 4;

export function ChangeLine({ changes }: { changes: readonly Change[] }) {
  const shown = changes.slice(0, MOST);
  return (
    <span className={css['changes']}>
      {shown.map(({ path, title, from, to }) => (
        <span key={path} className={css['change']}>
          <span className={css['changeTitle']}>{title}</span>
          {from !== null && <s>{shortFigure(from)}</s>}
          {from !== null && <span aria-hidden="true">{t.arrow}</span>}
          <b>{to === null ? t.nothingBefore : shortFigure(to)}</b>
        </span>
      ))}
      {changes.length > MOST && <span className={css['changeTitle']}>{t.more(changes.length - MOST)}</span>}
    </span>
  );
}

interface ProposalRowProps {
  proposal: Proposal;
  changes: readonly Change[];
  isNew: boolean;
  isMarked: boolean;
  /** The feed has changed it since it was marked, or the cursor came to it. */
  isChanged: boolean;
  onAir: 'follows' | 'stays' | null;
  /** "12 s" */
  age: string;
}

export const ProposalRowView = memo(function ProposalRowView(props: ProposalRowProps) {
  const { proposal, changes, isNew, isMarked, isChanged, onAir, age } = props;
  const { content, odd } = proposal;
  const { countPercent } = content.asOf;
  return (
    <div
      className={cx(css['row'], isMarked && css['marked'], odd.length > 0 && css['odd'])}
      role="presentation"
    >
      <span role="gridcell" className={css['mark']}>
        <input
          type="checkbox"
          tabIndex={-1}
          readOnly
          aria-label={t.select(content.statement)}
          checked={isMarked}
          // the row is what is clicked: the box only shows it
          onMouseDown={(event) => event.preventDefault()}
        />
      </span>
      <span role="gridcell" className={css['what']}>
        {odd.map(({ code, detail }) => (
          <span key={`${code}${detail}`} className={css['oddity']} title={detail}>
            <Shape name="up" /> <b>{t.oddities[code]}</b> <span>{detail}</span>
          </span>
        ))}
        <span className={css['statement']} title={content.statement}>
          {content.statement}
        </span>
        <ChangeLine changes={changes} />
      </span>
      <span role="gridcell" className={css['count']}>
        {countPercent === null ? '' : text.feeds.percentCounted(countPercent)}
        <span className={css['age']}>{age}</span>
      </span>
      <span role="gridcell" className={css['marks']}>
        {onAir && <OnAirChip how={onAir} />}
        {onAir && <span className={css['air']}>{onAir === 'follows' ? t.willChange : t.willStay}</span>}
        {isChanged && <Chip tone="warn" shape="up" word={t.changed} title={t.changedLong} />}
        {isNew && !onAir && !isChanged && <Chip tone="quiet" shape="pencil" word={t.new} title={t.newLong} />}
      </span>
    </div>
  );
});
