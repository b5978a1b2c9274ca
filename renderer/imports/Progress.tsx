/** A bar and its figures: how far the station is with a step. */
import { text } from '../text.ts';
import css from './imports.module.css';

const t = text.imports;

export function Progress({ label, done, total }: { label: string; done: number; total: number }) {
  return (
    <div className={css['progress']}>
      <div
        role="progressbar"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={total}
        aria-valuenow={done}
        className={css['progressTrack']}
      >
        <span style={{ width: `${total === 0 ? 0 : (done / total) * 100}%` }} />
      </div>
      <span>{t.importing(done, total)}</span>
    </div>
  );
}
