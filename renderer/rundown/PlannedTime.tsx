/** When a cue is meant to go up, and for the next one how the clock stands to that: late by a word and a sign. */
import { useNow, useStation } from '../client/desk.ts';
import { text } from '../text.ts';
import { lateBy, secondsOfDay, span } from './plan.ts';
import css from './row-marks.module.css';

/** Seconds in which a cue is neither late nor early. */
const ON_TIME = 1;

export function Standing({ planned }: { planned: string }) {
  const timeZone = useStation(({ state }) => state?.show.timeZone ?? 'UTC');
  const late = lateBy(planned, secondsOfDay(useNow(1000), timeZone));
  const t = text.rundownMarks;
  if (Math.abs(late) <= ON_TIME) return <span className={css['late']}>{t.onTime}</span>;
  return late > 0 ? (
    <span className={css['late']}>{t.late(span(late))}</span>
  ) : (
    <span className={css['early']}>{t.early(span(late))}</span>
  );
}

export const PlannedTime = ({ planned, isNext }: { planned: string | null; isNext: boolean }) => (
  <span role="gridcell" className={css['plan']}>
    {planned}
    {planned !== null && isNext && <Standing planned={planned} />}
  </span>
);
