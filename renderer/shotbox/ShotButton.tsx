/** One cue as a large button: number, what will be seen, layer, state. It acts when the finger lands. */
import { memo } from 'react';
import type { CueId } from '../../core/ids.ts';
import { useCueView, useStation } from '../client/desk.ts';
import { factsMark } from '../rundown/facts-mark.ts';
import type { Mark } from '../rundown/rows.ts';
import { StateChip } from '../rundown/StateChips.tsx';
import { text } from '../text.ts';
import { Chip } from '../ui/Chip.tsx';
import { cx } from '../ui/cx.ts';
import css from './shotbox.module.css';

const t = text.shotbox;

interface ShotButtonProps {
  id: CueId;
  /** What it is on air or on preview, first things first. */
  marks: readonly Mark[] | undefined;
  isTwoTouch: boolean;
  isDead: boolean;
  onPress(id: CueId): void;
}

export const ShotButton = memo(function ShotButton({
  id,
  marks,
  isTwoTouch,
  isDead,
  onPress,
}: ShotButtonProps) {
  const view = useCueView(id);
  const mode = useStation(({ state }) => state?.air.mode ?? 'live');
  if (!view) return null;
  const { cue, gated } = view;
  const name = cue.name || view.text || text.lists.noText;
  const problem = gated.problems.length > 0 ? factsMark(view) : null;
  const [first] = marks ?? [];
  const isNext = isTwoTouch && !isDead && marks?.includes('pvw');
  const state = [...(marks ?? []).map((mark) => text.marks[mark]), problem?.word].filter(Boolean).join(', ');
  return (
    <button
      type="button"
      aria-label={t.press(cue.number, name, state)}
      aria-disabled={isDead}
      title={problem?.sentence}
      data-colour={cue.colour}
      className={cx(css['shot'], first && css[first], mode === 'rehearsal' && css['rehearsed'])}
      onPointerDown={(event) => event.button === 0 && onPress(id)}
      onKeyDown={(event) => {
        if (event.repeat || (event.key !== 'Enter' && event.key !== ' ')) return;
        event.preventDefault();
        onPress(id);
      }}
      onContextMenu={(event) => event.preventDefault()}
    >
      <span className={css['head']}>
        <span className={css['number']}>{cue.number}</span>
        <span className={css['layer']}>{text.layers[cue.layer]}</span>
        {cue.colour !== 'none' && <span className={css['colour']}>{t.colours[cue.colour]}</span>}
      </span>
      <span className={css['words']}>
        <b className={css['name']}>{name}</b>
        {cue.name && <span className={css['seen']}>{view.text}</span>}
      </span>
      <span className={css['marks']}>
        {(marks ?? []).map((mark) => (
          <StateChip key={mark} mark={mark} mode={mode} />
        ))}
        {problem && <Chip tone="bad" shape={problem.shape} word={problem.word} />}
        {cue.skip && <Chip tone="quiet" shape="bar" word={t.skip} />}
        {isNext && <span className={css['again']}>{t.again}</span>}
      </span>
    </button>
  );
});
