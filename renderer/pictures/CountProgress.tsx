/** How far a count is: the share counted as a bar with its figure, and how many electorates are final. */
import { text } from '../text.ts';
import { cx } from '../ui/cx.ts';
import css from './pictures.module.css';

const { pictures: t } = text;

interface CountProgressProps {
  /** Share counted, 0 to 100; null where the source does not say. */
  percent: number | null;
  electoratesFinal?: number | null | undefined;
  electoratesTotal?: number | null | undefined;
  votes?: number | null | undefined;
  className?: string | undefined;
}

export function CountProgress(props: CountProgressProps) {
  const { percent, electoratesFinal: final = null, electoratesTotal: total = null, votes = null } = props;
  const words = percent === null ? t.countUnknown : t.counted(percent);
  const rest = [final === null ? '' : t.finals(final, total), votes === null ? '' : t.votes(votes)];
  const more = rest.filter(Boolean).join(' · ');
  return (
    <figure className={cx(css['progress'], props.className)}>
      <svg
        role="img"
        aria-label={[words, ...rest.filter(Boolean)].join(', ')}
        viewBox="0 0 100 8"
        preserveAspectRatio="none"
        className={css['progressTrack']}
      >
        <rect width={100} height={8} className={css['progressGround']} />
        {percent !== null && <rect width={percent} height={8} className={css['progressFill']} />}
        {[25, 50, 75].map((x) => (
          <path key={x} d={`M${x} 0v8`} className={css['progressTick']} />
        ))}
      </svg>
      <figcaption className={css['progressWords']} aria-hidden="true">
        <b>{words}</b>
        {more && <span>{more}</span>}
      </figcaption>
    </figure>
  );
}
