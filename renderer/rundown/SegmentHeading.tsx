/** The heading of a segment: its name, how many cues it has, and whether they are folded away. */
import { useDesk } from '../client/desk.ts';
import { text } from '../text.ts';
import { toggleFold } from './fold.ts';
import type { SegmentRow } from './rows.ts';
import css from './rundown.module.css';

export function SegmentHeading({ row }: { row: SegmentRow }) {
  const desk = useDesk();
  const t = text.rundownTools;
  return (
    <span role="rowheader" className={css['segment']}>
      <button
        type="button"
        tabIndex={-1}
        className={css['fold']}
        aria-expanded={!row.folded}
        aria-label={row.folded ? t.unfold(row.title) : t.fold(row.title)}
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => toggleFold(desk, row.title)}
      >
        {row.folded ? '▸' : '▾'}
      </button>
      <span className={css['segmentTitle']}>{row.title}</span>
      <span className={css['segmentCount']}>{t.cuesIn(row.cues.length)}</span>
    </span>
  );
}
