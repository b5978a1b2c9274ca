/** Which show is open, and that it is saved: at the left of the bar. Leads to shows and versions. */
import { useEffect, useRef } from 'react';
import { clockAt } from '../as-run/as-run-text.ts';
import { useDesk, useStation } from '../client/desk.ts';
import { text } from '../text.ts';
import css from './show-title.module.css';

/** Its room is there before anything was saved: nothing beside it moves. */
function Saved() {
  const { savedAt, problem } = useStation((station) => station.storage);
  const zone = useStation(({ state }) => state?.show.timeZone ?? 'UTC');
  if (problem !== null) {
    return (
      <span role="alert" className={css['refused']} title={problem}>
        {text.shows.notSaved}
      </span>
    );
  }
  return (
    <span className={css['saved']} title={text.shows.savedLong}>
      {savedAt === null ? text.shows.savedYet : text.shows.saved(clockAt(savedAt, zone))}
    </span>
  );
}

/** Another show behind the same address: nothing of the old one may stay on this page. */
export function useFreshPage(): void {
  const id = useStation(({ state }) => state?.show.id ?? null);
  const first = useRef<string | null>(null);
  useEffect(() => {
    if (id === null) return;
    first.current ??= id;
    if (first.current !== id) location.reload();
  }, [id]);
}

export function ShowTitle() {
  const desk = useDesk();
  const title = useStation(({ state }) => state?.show.title ?? text.connection.loading);
  const election = useStation(({ state }) => state?.show.election ?? '');
  useFreshPage();
  return (
    <span className={css['show']}>
      <button
        type="button"
        className={css['title']}
        aria-label={`${title}: ${text.shows.open}`}
        aria-haspopup="dialog"
        title={election ? `${title}. ${election}` : title}
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => desk.ui.set({ dialog: 'shows' })}
      >
        {title}
      </button>
      <Saved />
    </span>
  );
}
