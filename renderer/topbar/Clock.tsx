/** The station's time in the show's time zone: every desk agrees on it, whatever its own clock says. */
import { useMemo } from 'react';
import { useNow, useStation } from '../client/desk.ts';
import { text } from '../text.ts';
import css from './top-bar.module.css';

export function Clock() {
  const zone = useStation(({ state }) => state?.show.timeZone ?? 'Pacific/Auckland');
  const now = useNow(250);
  const format = useMemo(
    () =>
      new Intl.DateTimeFormat('en-NZ', {
        timeZone: zone,
        hour: '2-digit',
        minute: '2-digit',
        second: '2-digit',
        hourCycle: 'h23',
      }),
    [zone],
  );
  return (
    <time role="timer" aria-label={text.top.clock(zone)} className={css['clock']} title={zone}>
      {format.format(now)}
    </time>
  );
}
