/** The shot box's bar: show, mode, who may take, what a press does, how large the buttons are, and the last refusal. */
import { useDesk, useStation, useUi } from '../client/desk.ts';
import { useStore } from '../client/store.ts';
import { lastRefusal } from '../status/last-refusal.ts';
import { text } from '../text.ts';
import { Clock } from '../topbar/Clock.tsx';
import { cx } from '../ui/cx.ts';
import { settings } from './settings.ts';
import css from './shotbox.module.css';

const t = text.shotbox;

/** Who may take, as this page sees it. */
function Right() {
  const right = useStation(({ state }) => state?.air.right ?? null);
  const seat = useStation((station) => station.seat);
  const isView = useStation((station) => station.view);
  const isTheirs = right !== null && right.seat !== seat;
  return (
    <span role="status" className={cx(css['right'], isTheirs && css['theirs'])}>
      {isView
        ? text.seats.right.viewer
        : right === null
          ? t.right.all
          : isTheirs
            ? text.seats.right.other(right.user)
            : t.right.mine}
    </span>
  );
}

export function Bar() {
  const mode = useStation(({ state }) => state?.air.mode ?? 'live');
  const title = useStation(({ state }) => state?.show.title ?? '');
  const { isTwoTouch, wish } = useStore(settings, (now) => now);
  return (
    <header className={css['bar']}>
      <h1 className={css['title']}>{title || t.name}</h1>
      <strong role="status" aria-label={text.top.modeLabel(mode)} className={cx(css['mode'], css[mode])}>
        {text.top.mode[mode]}
      </strong>
      <Right />
      <span className={css['space']} />
      <button
        type="button"
        className={css['tool']}
        aria-pressed={isTwoTouch}
        title={isTwoTouch ? t.touches.two : t.touches.one}
        onClick={() => settings.set({ isTwoTouch: !isTwoTouch })}
      >
        {isTwoTouch ? t.twoTouch : t.oneTouch}
      </button>
      <button
        type="button"
        className={css['tool']}
        aria-label={t.fewer}
        onClick={() => settings.set({ wish: Math.max(-6, wish - 1) })}
      >
        +
      </button>
      <button
        type="button"
        className={css['tool']}
        aria-label={t.more}
        onClick={() => settings.set({ wish: Math.min(6, wish + 1) })}
      >
        −
      </button>
      <Clock />
    </header>
  );
}

/** The last refusal, where it always stands. */
export function Line() {
  const { client } = useDesk();
  const theirs = useStation((station) => station.refusal);
  const own = useUi((ui) => ui.notice);
  const last = lastRefusal(theirs, own);
  const zone = client.store.get().state?.show.timeZone ?? 'Pacific/Auckland';
  return (
    <p role="status" aria-label={text.status.region} className={css['line']}>
      {last
        ? `${new Date(last.at).toLocaleTimeString('en-NZ', { timeZone: zone, hourCycle: 'h23' })} ${last.detail}`
        : text.status.none}
    </p>
  );
}
