/** The number that is being typed, large over the preview, with the cue that Enter would bring there. */
import { allRows } from '../../core/table.ts';
import { useStation, useUi } from '../client/desk.ts';
import { text } from '../text.ts';
import { cx } from '../ui/cx.ts';
import css from './recall-buffer.module.css';

const t = text.playout;

export function RecallBuffer() {
  const digits = useUi((ui) => ui.digits);
  const cue = useStation(({ state }) =>
    state && digits !== ''
      ? (allRows(state.show.cues).find(({ number }) => number === Number(digits)) ?? null)
      : null,
  );
  if (digits === '') return null;
  return (
    <div className={css['buffer']} role="status" aria-label={t.typing(digits)}>
      <span className={css['digits']}>{digits}</span>
      <span className={css['what']}>
        <b className={cx(!cue && css['none'])}>
          {cue ? cue.name || text.layers[cue.layer] : t.noCue(digits)}
        </b>
        <span className={css['hint']}>{t.recallHint}</span>
      </span>
    </div>
  );
}
