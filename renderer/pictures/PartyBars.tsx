/** Party votes in per cent against the threshold, with the earlier election behind each bar where there is one. */
import { text } from '../text.ts';
import { cx } from '../ui/cx.ts';
import { placeOf, scaleEnd } from './bar-scale.ts';
import css from './pictures.module.css';

const { pictures: t } = text;

export interface Bar {
  key: string;
  name: string;
  colour: string;
  /** Per cent, 0 to 100. */
  share: number;
  /** The share as it is to be read. */
  shareText: string;
  /** Of the election compared with; null where there is none. */
  before: number | null;
  beforeText?: string | undefined;
  /** Below the threshold and without an electorate: no list seats. Drawn hollow. */
  isOut: boolean;
}

interface PartyBarsProps {
  label?: string;
  bars: readonly Bar[];
  /** Per cent; null where there is none. */
  threshold: number | null;
  className?: string | undefined;
}

export function PartyBars({ label = t.bars, bars, threshold, className }: PartyBarsProps) {
  const end = scaleEnd(
    [...bars.map(({ share }) => share), ...bars.map(({ before }) => before ?? 0)],
    threshold,
  );
  const line = threshold === null ? null : placeOf(threshold, end);
  return (
    <figure className={cx(css['bars'], className)} role="group" aria-label={label}>
      {line !== null && threshold !== null && (
        <div className={css['scale']} aria-hidden="true">
          <span />
          <span className={css['scaleTrack']}>
            <span className={css['scaleWord']} style={{ left: `${line}%` }}>
              {t.threshold(threshold)}
            </span>
          </span>
          <span />
        </div>
      )}
      <ul>
        {bars.map((bar) => {
          const said = [
            bar.name,
            bar.shareText,
            bar.beforeText ? t.was(bar.beforeText) : '',
            bar.isOut ? t.below : '',
          ].filter(Boolean);
          const width = placeOf(bar.share, end);
          return (
            <li key={bar.key} className={css['bar']}>
              <span className={css['barName']} title={bar.name}>
                {bar.name}
              </span>
              <svg
                role="img"
                aria-label={said.join(', ')}
                className={css['track']}
                viewBox="0 0 100 14"
                preserveAspectRatio="none"
              >
                {bar.before !== null && (
                  <rect
                    x={0}
                    y={0.5}
                    height={13}
                    width={placeOf(bar.before, end)}
                    className={css['before']}
                  />
                )}
                <rect
                  x={0}
                  y={3}
                  height={8}
                  width={width}
                  fill={bar.colour}
                  className={cx(css['barFill'], bar.isOut && css['out'])}
                />
                <path d={`M${width} 3v8`} className={css['barEnd']} />
                {line !== null && <path d={`M${line} 0v14`} className={css['thresholdLine']} />}
              </svg>
              <span className={css['barShare']}>{bar.shareText}</span>
            </li>
          );
        })}
      </ul>
    </figure>
  );
}
