/** Swap, retake, last out; and what comes by itself, with the way to call it off. Its room is always there. */
import type { CueId } from '../../core/ids.ts';
import type { State } from '../../core/state.ts';
import { getRow } from '../../core/table.ts';
import { useDesk, useNow, useStation } from '../client/desk.ts';
import { bindingOf, capOf, type KeyAction } from '../keys/keys.ts';
import { runAction } from '../keys/run-action.ts';
import { countdown } from '../layers/layer-lines.ts';
import { text } from '../text.ts';
import { cx } from '../ui/cx.ts';
import { useLookingOn } from '../ui/looking-on.ts';
import { dueLine } from './due-line.ts';
import css from './tools.module.css';

const t = text.playout;

function ToolButton({ action, target, title }: { action: KeyAction; target: string; title: string }) {
  const desk = useDesk();
  const lookingOn = useLookingOn();
  return (
    <button
      type="button"
      className={css['tool']}
      aria-disabled={lookingOn !== null}
      aria-label={text.actions[action]}
      aria-keyshortcuts={bindingOf(action)?.aria}
      title={lookingOn ?? title}
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => runAction(desk, action)}
    >
      <b>{text.actions[action]}</b>
      <span className={css['target']} aria-hidden="true">
        {target}
      </span>
      <kbd aria-hidden="true">{capOf(action)}</kbd>
    </button>
  );
}

const cueName = ({ show }: State, cueId: CueId | null): string => {
  const cue = cueId && getRow(show.cues, cueId);
  return cue ? text.cue(cue.number, cue.name) : '';
};

function Countdown({ at }: { at: number }) {
  const now = useNow(250);
  return <b className={css['count']}>{t.due.in(countdown(at - now))}</b>;
}

function ByItself() {
  const desk = useDesk();
  const lookingOn = useLookingOn();
  const air = useStation(({ state }) => state?.air ?? null);
  const show = useStation(({ state }) => state?.show ?? null);
  const line = air && show ? dueLine(air, show) : null;
  const missed = air?.missed ?? null;
  return (
    <div role="group" aria-label={t.due.region} className={cx(css['due'], line && css['comes'])}>
      <p className={css['line']} title={line ? `${t.due.next}: ${line.name}` : missed?.detail}>
        {line ? (
          <>
            <Countdown at={line.at} /> <b>{line.name}</b>
            {line.more > 0 && ` ${t.due.more(line.more)}`}
          </>
        ) : missed ? (
          <span role="status" className={css['missed']}>
            {t.due.missed(missed.detail)}
          </span>
        ) : (
          t.due.none
        )}
      </p>
      <button
        type="button"
        className={css['off']}
        aria-keyshortcuts={bindingOf('calloff')?.aria}
        aria-disabled={line === null || lookingOn !== null}
        title={lookingOn ?? (line ? t.due.callOffLong(line.more + 1) : t.due.none)}
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => runAction(desk, 'calloff')}
      >
        {t.due.callOff} <kbd aria-hidden="true">{capOf('calloff')}</kbd>
      </button>
    </div>
  );
}

export function PlayoutTools() {
  const lastTake = useStation(({ state }) => state?.air.lastTake ?? null);
  const lastOut = useStation(({ state }) => state?.air.lastOut ?? null);
  const taken = useStation(({ state }) => (state ? cueName(state, lastTake?.cue ?? null) : ''));
  const out = useStation(({ state }) => (state ? cueName(state, lastOut?.cue ?? null) : ''));
  const who = lastTake && taken ? t.taken(lastTake.by, taken) : '';
  return (
    <section aria-label={t.tools} className={css['tools']}>
      <ToolButton action="swap" target="⇄" title={t.swap} />
      <ToolButton
        action="retake"
        target={lastTake && taken ? `${taken} · ${lastTake.by}` : t.nothingYet}
        title={who || t.retake}
      />
      <ToolButton action="recallLastOut" target={out || t.nothingYet} title={`${out} ${t.lastOut}`.trim()} />
      <ByItself />
    </section>
  );
}
