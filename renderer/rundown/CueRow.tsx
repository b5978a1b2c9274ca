/** One cue in the rundown: what will be seen comes first, then what it is, its facts, its state. */
import { memo } from 'react';
import type { CueId } from '../../core/ids.ts';
import { changedSinceTake } from '../../core/rundown.ts';
import { useCueView, useDesk, useStation } from '../client/desk.ts';
import { leadTo } from '../facts/fact-actions.ts';
import { SeatMarks } from '../seats/SeatMarks.tsx';
import { text } from '../text.ts';
import { Chip } from '../ui/Chip.tsx';
import { cx } from '../ui/cx.ts';
import { factsMark } from './facts-mark.ts';
import type { Mark, OnAir } from './rows.ts';
import { StateChip } from './StateChips.tsx';
import css from './rundown.module.css';

export const CueRow = memo(function CueRow({ id, onAir }: { id: CueId; onAir: OnAir | undefined }) {
  const desk = useDesk();
  const view = useCueView(id);
  const mode = useStation(({ state }) => state?.air.mode ?? 'live');
  if (!view) return null;
  const { cue, gated } = view;
  const facts = factsMark(view);
  const changed = onAir?.item ? changedSinceTake(onAir.item, gated) : false;
  const marks: Mark[] = [...(onAir?.marks ?? []), ...(changed ? (['changed'] as const) : [])];
  const lead = marks[0];
  return (
    <div
      className={cx(css['cue'], lead && css[lead], mode === 'rehearsal' && css['rehearsal'])}
      role="presentation"
    >
      <span role="gridcell" className={css['number']}>
        {cue.number}
      </span>
      <span role="gridcell" className={css['what']}>
        <span className={css['seen']}>{view.text || cue.name || text.lists.noText}</span>
        <span className={css['about']}>
          {cue.name && <span className={css['name']}>{cue.name}</span>}
          <span className={css['template']}>{gated.graphic?.name ?? cue.graphic}</span>
          <span className={css['layer']}>{text.layers[cue.layer]}</span>
          <SeatMarks kind="cue" id={id} />
        </span>
      </span>
      <span role="gridcell" className={css['facts']}>
        {gated.facts.length > 0 ? (
          <button
            type="button"
            tabIndex={-1}
            className={css['toFacts']}
            aria-label={text.lists.factsOf(facts.word, cue.number)}
            title={facts.sentence}
            onMouseDown={(event) => event.preventDefault()}
            onClick={(event) => {
              // the click is not about the cue: the inspector shows its facts
              event.stopPropagation();
              leadTo(
                desk,
                gated.facts.map((fact) => fact.id),
              );
            }}
          >
            <Chip tone={facts.tone} shape={facts.shape} word={facts.word} />
          </button>
        ) : (
          <Chip tone={facts.tone} shape={facts.shape} word={facts.word} title={facts.sentence} />
        )}
      </span>
      <span role="gridcell" className={css['state']}>
        {marks.map((mark) => (
          <StateChip key={mark} mark={mark} mode={mode} />
        ))}
      </span>
    </div>
  );
});
