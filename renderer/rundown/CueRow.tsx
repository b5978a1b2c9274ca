/** One cue in the rundown: what will be seen comes first, then what it is, its plan, its facts, its state. */
import { memo } from 'react';
import type { CueId } from '../../core/ids.ts';
import { changedSinceTake } from '../../core/rundown.ts';
import { getRow } from '../../core/table.ts';
import { useCueView, useDesk, useStation } from '../client/desk.ts';
import { leadTo } from '../facts/fact-actions.ts';
import { SeatMarks } from '../seats/SeatMarks.tsx';
import { text } from '../text.ts';
import { Chip } from '../ui/Chip.tsx';
import { cx } from '../ui/cx.ts';
import { cueName } from './cue-actions.ts';
import { factsMark } from './facts-mark.ts';
import { PlannedTime } from './PlannedTime.tsx';
import { marksOfCue, RowMarks } from './RowMarks.tsx';
import marks from './row-marks.module.css';
import type { Mark, OnAir } from './rows.ts';
import { StateChip } from './StateChips.tsx';
import css from './rundown.module.css';

interface CueRowProps {
  id: CueId;
  onAir: OnAir | undefined;
  /** Names of the cues that take it along. */
  leads: string;
  /** The first with a planned time from the pointer on. */
  isNextPlanned: boolean;
}

export const CueRow = memo(function CueRow({ id, onAir, leads, isNextPlanned }: CueRowProps) {
  const desk = useDesk();
  const view = useCueView(id);
  const mode = useStation(({ state }) => state?.air.mode ?? 'live');
  const cues = useStation(({ state }) => state?.show.cues ?? null);
  if (!view || !cues) return null;
  const { cue, gated } = view;
  const facts = factsMark(view);
  const changed = onAir?.item ? changedSinceTake(onAir.item, gated) : false;
  const states: Mark[] = [...(onAir?.marks ?? []), ...(changed ? (['changed'] as const) : [])];
  const lead = states[0];
  const isNext = onAir?.marks.includes('pvw') ?? false;
  const template = gated.graphic?.name ?? cue.graphic;
  const layer = text.layers[cue.layer];
  const company = cue.with.flatMap(({ cue: one }) => getRow(cues, one) ?? []).map(cueName);
  return (
    <div
      className={cx(
        css['cue'],
        lead && css[lead],
        mode === 'rehearsal' && css['rehearsal'],
        cue.skip && css['skipped'],
      )}
      role="presentation"
    >
      <span
        className={cx(css['grip'], cue.colour !== 'none' && marks[cue.colour])}
        data-grip=""
        aria-hidden="true"
      />
      <span role="gridcell" className={css['number']}>
        {cue.number}
        {isNext && <span className={css['next']}>{text.rundownTools.next}</span>}
      </span>
      <span role="gridcell" className={css['what']}>
        <span className={css['seen']}>{view.text || cue.name || text.lists.noText}</span>
        <span className={css['about']}>
          <RowMarks marks={marksOfCue(cue, company.join(', '), leads)} />
          {cue.colour !== 'none' && (
            <span
              className={cx(marks['tag'], marks[cue.colour])}
              title={text.rundownMarks.colour(text.colours[cue.colour])}
            >
              <span className={marks['swatch']} />
              {text.colours[cue.colour]}
            </span>
          )}
          {cue.name && <span className={css['name']}>{cue.name}</span>}
          <span className={css['template']}>{template}</span>
          {!template.startsWith(`${layer}:`) && <span className={css['layer']}>{layer}</span>}
          <SeatMarks kind="cue" id={id} />
          {cue.notes && (
            <span className={css['notes']} title={cue.notes}>
              {cue.notes}
            </span>
          )}
        </span>
      </span>
      <PlannedTime planned={cue.planned} isNext={isNextPlanned} />
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
        {states.map((mark) => (
          <StateChip key={mark} mark={mark} mode={mode} />
        ))}
      </span>
    </div>
  );
});
