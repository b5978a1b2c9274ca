/** The show's feeds, each with how it fares. To look at another one changes nothing, so the arrows choose. */
import { useRef, type KeyboardEvent } from 'react';
import { useDesk, useNow, useStation } from '../client/desk.ts';
import { text } from '../text.ts';
import { Chip } from '../ui/Chip.tsx';
import { cx } from '../ui/cx.ts';
import { LOOKS, placeText, stateOf, stateWord, type FeedLine } from './feed-standing.ts';
import { nextText, stretch } from './feed-time.ts';
import css from './feeds.module.css';

const t = text.feeds;

export function FeedChips({ line }: { line: FeedLine }) {
  const { feed, status } = line;
  const state = stateOf(line);
  const [tone, shape] = LOOKS[state];
  const isAside = useStation(
    ({ state: show }) =>
      show?.rehearsal?.phase === 'running' && show.rehearsal.night && feed.origin === 'live',
  );
  return (
    <span className={css['chips']}>
      {status?.simulated && <Chip tone="warn" shape="frame" word={t.simulated} title={t.simulatedLong} />}
      {feed.origin === 'rehearsal' && (
        <Chip tone="warn" shape="diamond" word={t.rehearsal} title={t.rehearsalLong} />
      )}
      {isAside && <Chip tone="quiet" shape="bar" word={t.aside} title={t.asideLong} />}
      {feed.record && <Chip tone="quiet" shape="dot" word={t.recordingMark} title={t.recordingLong} />}
      <Chip tone={tone} shape={shape} word={stateWord(state)} title={t.statesLong[state]} />
    </span>
  );
}

/** What is read at a glance: how far the count is, how old it is, when it is read next. */
function glance({ status }: FeedLine, now: number): string {
  if (!status || status.state === 'off') return '';
  const next = nextText(status, now);
  return [
    status.countPercent === null ? '' : t.percentCounted(status.countPercent),
    status.lastSuccess === null ? t.notRead : t.readAgo(stretch(now - status.lastSuccess)),
    next === t.now || next === '' ? '' : `${t.nextLook.toLowerCase()} ${next}`,
  ]
    .filter(Boolean)
    .join(' · ');
}

export function FeedList({ lines, selected }: { lines: readonly FeedLine[]; selected: string | null }) {
  const desk = useDesk();
  const now = useNow(1000);
  const list = useRef<HTMLUListElement>(null);
  const at = lines.findIndex(({ feed }) => feed.id === selected);
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    const next = lines[at + step];
    if (step === 0 || !next) return;
    event.preventDefault();
    desk.ui.set({ feed: next.feed.id });
    list.current?.querySelectorAll<HTMLElement>('[role="option"]')[at + step]?.focus();
  };
  return (
    <ul ref={list} role="listbox" aria-label={t.list} className={css['list']} onKeyDown={onKeyDown}>
      {lines.map((line, i) => {
        const { feed, status, waiting } = line;
        const wrong = status?.problems.length ?? 0;
        return (
          <li
            key={feed.id}
            role="option"
            aria-selected={i === at}
            data-own-arrows=""
            tabIndex={i === Math.max(0, at) ? 0 : -1}
            className={cx(css['item'], i === at && css['current'])}
            onClick={() => desk.ui.set({ feed: feed.id })}
          >
            <span className={css['itemHead']}>
              <span className={css['itemName']}>{feed.name}</span>
              <FeedChips line={line} />
            </span>
            <span className={css['itemMore']}>
              {t.formats[feed.format]} · {placeText(feed.place)}
            </span>
            <span className={css['itemMore']}>{glance(line, now)}</span>
            <span className={css['itemMore']}>
              {wrong > 0 && <span className={css['itemWrong']}>{t.problems(wrong)}</span>}
              {waiting > 0 && <b className={css['itemWaiting']}>{text.proposals.total(waiting, 0)}</b>}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
