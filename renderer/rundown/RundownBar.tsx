/** What comes next and how the clock stands to the plan, and the tools for the chosen cues. Its room never changes. */
import { useMemo } from 'react';
import { getRow } from '../../core/table.ts';
import { cuesInOrder } from '../../core/rundown.ts';
import { useDesk, useStation, useUi } from '../client/desk.ts';
import { text } from '../text.ts';
import { Button } from '../ui/Button.tsx';
import { Shape } from '../ui/Shape.tsx';
import { cx } from '../ui/cx.ts';
import { cueName, showNext } from './cue-actions.ts';
import { cueTools } from './menu-items.ts';
import { Standing } from './PlannedTime.tsx';
import { nextPlanned } from './plan.ts';
import css from './bar.module.css';

function Next() {
  const desk = useDesk();
  const cue = useStation(({ state }) =>
    state?.air.cued ? (getRow(state.show.cues, state.air.cued) ?? null) : null,
  );
  const t = text.rundownTools;
  const name = cue ? cueName(cue) : t.nextNone;
  return (
    <Button
      kind="quiet"
      className={css['next']}
      disabled={!cue}
      aria-label={cue ? t.nextLong(name) : t.nextNone}
      title={cue ? t.nextLong(name) : undefined}
      onClick={() => showNext(desk)}
    >
      <Shape name="forward" size={10} />
      <b>{t.next}</b>
      <span className={css['name']}>{name}</span>
    </Button>
  );
}

/** The next planned cue and by how much the clock is past it. */
function Plan() {
  const show = useStation(({ state }) => state?.show ?? null);
  const cued = useStation(({ state }) => state?.air.cued ?? null);
  const cue = useMemo(
    () => show && nextPlanned(cuesInOrder(show), cued ? show.rundown.indexOf(cued) : 0),
    [show, cued],
  );
  const t = text.rundownMarks;
  if (!cue?.planned) return <span className={css['plan']} />;
  return (
    <span className={css['plan']} title={t.planFor(cueName(cue), cue.planned)}>
      <Shape name="clock" size={10} />
      <span>{cue.planned}</span>
      <Standing planned={cue.planned} />
    </span>
  );
}

function FollowAir() {
  const desk = useDesk();
  const on = useUi((ui) => ui.followsAir);
  const t = text.rundownTools;
  return (
    <Button
      kind="quiet"
      className={cx(css['toggle'], on && css['on'])}
      aria-pressed={on}
      title={t.followLong}
      onClick={() => desk.ui.set({ followsAir: !on })}
    >
      <Shape name={on ? 'tick' : 'bar'} size={9} />
      {t.follow}
    </Button>
  );
}

export function RundownBar({ chosen, onMore }: { chosen: number; onMore(at: DOMRect): void }) {
  const desk = useDesk();
  // drawn again when the lock goes on or off
  const locked = useUi((ui) => ui.locked);
  const t = text.rundownTools;
  return (
    <div role="toolbar" aria-label={t.region} className={css['bar']} data-locked={locked ? '' : undefined}>
      <div className={css['line']}>
        <Next />
        <Plan />
        <FollowAir />
      </div>
      <div className={css['line']}>
        <span className={css['chosen']} aria-live="polite">
          {chosen > 0 ? t.chosen(chosen) : ''}
        </span>
        {cueTools(desk).map(({ label, cap, isOff, run }) => (
          <Button
            key={label}
            kind="quiet"
            className={css['tool']}
            disabled={isOff || (chosen === 0 && label !== t.paste)}
            title={`${label} (${cap})`}
            onClick={run}
          >
            {label === t.up ? '↑' : label === t.down ? '↓' : label}
            {(label === t.up || label === t.down) && <span className={css['hidden']}>{label}</span>}
          </Button>
        ))}
        <Button
          kind="quiet"
          className={cx(css['tool'], css['more'])}
          aria-haspopup="menu"
          onClick={(event) => onMore(event.currentTarget.getBoundingClientRect())}
        >
          {t.more} <span aria-hidden="true">▾</span>
        </Button>
      </div>
    </div>
  );
}
