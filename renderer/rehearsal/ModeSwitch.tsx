/** Live or rehearsal: held to be changed, and it says beforehand why it would be refused and what would be lost. */
import type { Mode } from '../../core/layers.ts';
import { useDesk, useStation, type Desk } from '../client/desk.ts';
import { text } from '../text.ts';
import { Button } from '../ui/Button.tsx';
import { cx } from '../ui/cx.ts';
import { HoldButton } from '../ui/HoldButton.tsx';
import { Shape } from '../ui/Shape.tsx';
import { modeHint } from './mode-hint.ts';
import { useReview } from './use-review.ts';
import css from './mode-switch.module.css';

/**
 * At the desk that ends a rehearsal: the review where it has left something to decide on, else the report. Each leads to
 * the other. At no other desk does a dialog come over the keys by itself: the first Space of the show would be lost in it.
 */
async function setMode(desk: Desk, mode: Mode): Promise<void> {
  const result = await desk.send({ type: 'mode.set', mode });
  if (!result.ok || mode !== 'live' || desk.ui.get().dialog !== null) return;
  const hasReview = desk.client.store.get().state?.rehearsal?.phase === 'review';
  desk.ui.set({ dialog: hasReview ? 'review' : 'report' });
}

export function ModeSwitch() {
  const desk = useDesk();
  const mode = useStation(({ state }) => state?.air.mode ?? 'live');
  const hint = useStation(({ state }) => (state ? modeHint(state) : ''));
  const review = useReview();
  const other = mode === 'live' ? 'rehearsal' : 'live';
  return (
    <>
      <div className={cx(css['mode'], css[mode])}>
        <strong role="status" aria-label={text.top.modeLabel(mode)} className={css['modeWord']}>
          <span className={css['modeText']}>
            <Shape name={mode === 'live' ? 'square' : 'diamond'} size={11} />
            {text.top.mode[mode]}
          </span>
        </strong>
        <HoldButton
          label={text.top.switchTo[mode]}
          title={hint}
          className={css['modeSwitch']}
          onSlip={() => desk.tell(hint)}
          onHeld={() => void setMode(desk, other)}
        >
          <span>{text.top.switchTo[mode]}</span>
        </HoldButton>
      </div>
      <span className={css['review']}>
        {review && (
          <Button
            className={css['reviewButton']}
            title={text.review.openLong(review.items.length)}
            onClick={() => desk.ui.set({ dialog: 'review' })}
          >
            {text.review.open(review.items.length)}
          </Button>
        )}
      </span>
    </>
  );
}
