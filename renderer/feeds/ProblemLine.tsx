/** One complaint about what a feed or a file holds: where, and whether what is there was used. */
import type { FeedProblem } from '../../core/schema/feed.ts';
import { text } from '../text.ts';
import { Shape } from '../ui/Shape.tsx';
import css from './feeds.module.css';

const t = text.feeds;

export function ProblemLine({ problem: { file, line, field, detail, weight } }: { problem: FeedProblem }) {
  const where = [file, line === null ? '' : t.line(line), field ?? ''].filter(Boolean).join(' · ');
  return (
    <li className={css['problem']} data-weight={weight}>
      <span className={css['problemMark']}>
        <Shape name={weight === 'refused' ? 'cross' : 'up'} />
        {weight === 'refused' ? t.refusedWord : t.flaggedWord}
      </span>
      <span className={css['problemText']}>
        <b>{where}</b>
        <span>{detail}</span>
      </span>
    </li>
  );
}
