/**
 * The bar of a rehearsal's night: which one, how fast, where it is. It has its room for as long as the rehearsal runs,
 * so that nothing moves when a night begins or ends.
 */
import { useRef, useState, type KeyboardEvent } from 'react';
import { NIGHT_SPEEDS, type NightStatus } from '../../core/schema/night.ts';
import { useDesk, useStation } from '../client/desk.ts';
import { useAnswer } from '../client/rest.ts';
import { focusHome } from '../keys/focus.ts';
import { text } from '../text.ts';
import { Button } from '../ui/Button.tsx';
import { cx } from '../ui/cx.ts';
import { changeNight, Offers, playNight, stopNight } from './night-rest.ts';
import css from './night-bar.module.css';

const t = text.night;

/** A minute of the night: one press of an arrow key. */
const STEP_MS = 60_000;
const SEEDS = 999_999;

const clockOf = ({ startsAt, at }: Pick<NightStatus, 'startsAt' | 'at'>, timeZone: string): string =>
  startsAt === null
    ? new Date(at).toISOString().slice(11, 19)
    : new Date(startsAt + at).toLocaleTimeString('en-NZ', { timeZone, hourCycle: 'h23' });

function Which({ night }: { night: NightStatus | null }) {
  const desk = useDesk();
  const [chosen, setChosen] = useState('');
  const answer = useAnswer('/rehearsal/nights', Offers, night?.id ?? null);
  const nights = answer?.ok ? answer.body.nights : [];
  const id = night?.id ?? (chosen || nights[0]?.id || '');
  const play = (more: { seed?: number } = {}) =>
    void playNight(desk, { id, speed: night?.speed ?? 20, ...more });
  return (
    <>
      <select
        className={css['which']}
        aria-label={t.which}
        value={id}
        disabled={nights.length === 0}
        onChange={(event) => {
          setChosen(event.target.value);
          if (night) void playNight(desk, { id: event.target.value, speed: night.speed });
        }}
      >
        {nights.length === 0 && <option value="">{t.none}</option>}
        {nights.map((one) => (
          <option key={one.id} value={one.id}>
            {one.title}
          </option>
        ))}
      </select>
      {night ? (
        <Button
          kind="quiet"
          className={css['another']}
          disabled={night.kind !== 'simulated'}
          title={t.anotherHint}
          onClick={() => play({ seed: ((night.seed ?? 0) + 1) % SEEDS })}
        >
          {t.another}
        </Button>
      ) : (
        <Button kind="strong" disabled={id === ''} title={t.playHint} onClick={() => play()}>
          ▶ {t.play}
        </Button>
      )}
    </>
  );
}

function Run({ night }: { night: NightStatus }) {
  const desk = useDesk();
  const { state } = night;
  const isPaused = state === 'paused';
  return (
    <div className={css['run']}>
      {state === 'ended' ? (
        <Button className={css['toggle']} disabled>
          {t.state.ended}
        </Button>
      ) : (
        <Button className={css['toggle']} onClick={() => void changeNight(desk, { paused: !isPaused })}>
          {isPaused ? `▶ ${t.go}` : `❚❚ ${t.pause}`}
        </Button>
      )}
      <div role="group" aria-label={t.speed} className={css['speeds']}>
        {NIGHT_SPEEDS.map((speed) => (
          <Button
            key={speed}
            className={cx(css['speed'], speed === night.speed && css['chosen'])}
            aria-pressed={speed === night.speed}
            aria-label={t.timesLabel(speed)}
            onClick={() => void changeNight(desk, { speed })}
          >
            {t.times(speed)}
          </Button>
        ))}
      </div>
    </div>
  );
}

/** While it is dragged it shows where it would go; it goes there when it is let go. */
function Slider({ night, zone }: { night: NightStatus; zone: string }) {
  const desk = useDesk();
  const [draft, setDraft] = useState<number | null>(null);
  /** The same at once: letting go also leaves it, and the night must be moved once. */
  const wanted = useRef<number | null>(null);
  const at = draft ?? night.at;
  const want = (to: number | null) => {
    wanted.current = to;
    setDraft(to);
  };
  const go = () => {
    const to = wanted.current;
    want(null);
    if (to !== null) void changeNight(desk, { at: to });
  };
  return (
    <input
      type="range"
      className={css['slider']}
      aria-label={t.position}
      aria-valuetext={t.at(clockOf({ ...night, at }, zone), draft === null ? night.counted : null)}
      title={clockOf({ ...night, at }, zone)}
      min={0}
      max={night.length}
      step={STEP_MS}
      value={at}
      onChange={(event) => want(Number(event.target.value))}
      onPointerUp={() => {
        go();
        focusHome();
      }}
      onKeyUp={go}
      onBlur={go}
    />
  );
}

function Jump() {
  const desk = useDesk();
  const [percent, setPercent] = useState('90');
  const counted = Number(percent);
  const isGood = percent !== '' && counted >= 0 && counted <= 100;
  const go = () => {
    if (isGood) void changeNight(desk, { counted });
    focusHome();
  };
  const onKeyDown = ({ key }: KeyboardEvent) => {
    if (key === 'Enter') go();
  };
  return (
    <div className={css['jump']}>
      <input
        type="number"
        className={css['percent']}
        aria-label={t.jump}
        aria-invalid={!isGood}
        min={0}
        max={100}
        value={percent}
        onChange={(event) => setPercent(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <span aria-hidden="true">{t.jumpUnit}</span>
      <Button disabled={!isGood} onClick={go}>
        {t.jumpTo}
      </Button>
    </div>
  );
}

export function NightBar() {
  const desk = useDesk();
  const night = useStation((station) => station.night);
  const zone = useStation(({ state }) => state?.show.timeZone ?? 'Pacific/Auckland');
  return (
    <section className={css['bar']} aria-label={t.region}>
      <strong className={css['title']}>{t.title}</strong>
      <Which night={night} />
      {night && (
        <>
          <Run night={night} />
          <Slider night={night} zone={zone} />
          <div className={css['where']}>
            <time className={css['clock']}>{clockOf(night, zone)}</time>
            <span className={css['counted']}>
              <b>{t.counted(night.counted)}</b> {t.countedWord}
            </span>
            <span className={cx(css['round'], night.problem !== null && css['problem'])} role="status">
              {night.problem ?? t.round(night.round)}
            </span>
          </div>
          <Jump />
          <Button title={t.repeatHint} onClick={() => void changeNight(desk, { at: 0, paused: false })}>
            ↺ {t.repeat}
          </Button>
          <Button kind="quiet" title={t.stopHint} onClick={() => void stopNight(desk)}>
            {t.stop}
          </Button>
        </>
      )}
      <span className={css['space']} />
      <Button kind="quiet" onClick={() => desk.ui.set({ dialog: 'report' })}>
        {text.report.open}
      </Button>
    </section>
  );
}
