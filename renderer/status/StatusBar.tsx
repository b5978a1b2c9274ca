/** The line at the bottom: the last refusal and why, which keys reach air, and how ready the rundown is. */
import { useEffect, useState } from 'react';
import { useDesk, useNow, useStation, useUi } from '../client/desk.ts';
import { focusKindOf } from '../keys/focus.ts';
import type { FocusKind } from '../keys/keys.ts';
import { text } from '../text.ts';
import { cx } from '../ui/cx.ts';
import { saveTyped } from '../ui/save-typed.ts';
import { lastRefusal } from './last-refusal.ts';
import css from './status.module.css';

function useFocusKind(): FocusKind {
  const [kind, setKind] = useState<FocusKind>('free');
  const dialog = useUi((ui) => ui.dialog);
  const quit = useUi((ui) => ui.quit);
  useEffect(() => {
    const look = () => setKind(focusKindOf(document.activeElement));
    // a blur comes before the focus that follows it: look when both are done
    const soon = () => requestAnimationFrame(look);
    soon();
    document.addEventListener('focusin', look);
    document.addEventListener('focusout', soon);
    return () => {
      document.removeEventListener('focusin', look);
      document.removeEventListener('focusout', soon);
    };
  }, [dialog, quit]);
  return kind;
}

/** After this long the last refusal is still to be read, but no longer shines. Milliseconds. */
const FRESH_MS = 20_000;

function Refusal() {
  const theirs = useStation((station) => station.refusal);
  const own = useUi((ui) => ui.notice);
  const zone = useStation(({ state }) => state?.show.timeZone ?? 'Pacific/Auckland');
  const last = lastRefusal(theirs, own);
  const now = useNow(1000);
  const isFresh = last?.code != null && now - last.at < FRESH_MS;
  const unsaved = useStation((station) => station.storage.problem);
  if (unsaved !== null && !isFresh) {
    return (
      <p role="alert" className={cx(css['refusal'], css['refused'])} title={unsaved}>
        <span className={css['detail']}>{unsaved}</span>
      </p>
    );
  }
  return (
    <p
      role="status"
      aria-label={text.status.region}
      className={cx(css['refusal'], isFresh && css['refused'])}
    >
      {last ? (
        <>
          <time className={css['time']}>
            {new Date(last.at).toLocaleTimeString('en-NZ', { timeZone: zone, hourCycle: 'h23' })}
          </time>
          {last.code !== null && <code className={css['code']}>{last.code}</code>}
          <span className={css['detail']} title={text.refused(last.code, last.detail)}>
            {text.refused(last.code, last.detail)} {last.by && text.status.by(last.by)}
          </span>
        </>
      ) : (
        text.status.none
      )}
    </p>
  );
}

function KeysLive() {
  const kind = useFocusKind();
  const locked = useUi((ui) => ui.locked);
  const line = useStation((station) => station.line);
  const words =
    line === 'closed'
      ? text.status.keysOff
      : locked && kind !== 'typing'
        ? text.status.keysLocked
        : text.status.keysLive[kind];
  return (
    <p
      className={cx(css['keys'], kind === 'typing' && css['keysTyping'], line === 'closed' && css['keysOff'])}
      title={words}
    >
      {words}
    </p>
  );
}

export function StatusBar() {
  const desk = useDesk();
  const line = useStation((station) => station.line);
  const unsent = useUi((ui) => (ui.notice?.code === 'not_connected' ? ui.notice : null));
  const goodbye = useStation((station) => station.goodbye);
  const refused = useUi((ui) => ui.refused);
  return (
    <footer className={cx(css['bar'], line === 'closed' && css['closed'])}>
      {line === 'closed' ? (
        <p role="alert" className={css['disconnected']}>
          <strong>{text.connection.closedLong}</strong>{' '}
          {goodbye ?? (unsent ? unsent.detail : text.connection.retrying)}
        </p>
      ) : (
        <Refusal />
      )}
      <KeysLive />
      <button
        type="button"
        data-preflight=""
        className={cx(css['preflight'], refused && refused.length > 0 && css['preflightBad'])}
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => {
          saveTyped();
          desk.ui.set({ workspace: 'playout', tab: 'preflight' });
        }}
      >
        {refused ? text.preflight.count(refused.length) : text.preflight.checking}
      </button>
    </footer>
  );
}
