/**
 * The tour: a quiet panel over the lower part of the inspector, so that it never covers monitors, transport or lists. It
 * goes on when a step was really done, and never takes the keyboard: every key of the desk works as it always does.
 */
import { useEffect, useState } from 'react';
import { isShowing } from '../../core/playout.ts';
import type { State } from '../../core/state.ts';
import { useDesk, useStation, useUi } from '../client/desk.ts';
import { capOf } from '../keys/keys.ts';
import { text } from '../text.ts';
import { Button } from '../ui/Button.tsx';
import { KeyedText } from '../ui/KeyedText.tsx';
import { cx } from '../ui/cx.ts';
import { ring } from './places.ts';
import { isDone, TEN_KEYS, type Tour } from './steps.ts';
import {
  declineTour,
  goToStep,
  leaveTour,
  neighbourStep,
  savedTour,
  startTour,
  worldOf,
} from './tour-state.ts';
import css from './tour.module.css';

const t = text.tour;

const airOf = ({ state }: { state: State | null }) => state?.air ?? null;

/** Goes on by itself once the step was done. */
function useProgress(tour: Tour): void {
  const desk = useDesk();
  const air = useStation(airOf);
  const tab = useUi((ui) => ui.tab);
  useEffect(() => {
    const { state } = desk.client.store.get();
    if (!state || !isDone(tour.step, tour.before, worldOf(state, tab))) return;
    const next = neighbourStep(tour, 1);
    if (next) goToStep(desk, next);
  }, [desk, tour, air, tab]);
  useEffect(() => ring(tour.step), [tour.step, air?.mode]);
}

function LiveWarning() {
  const mode = useStation(({ state }) => state?.air.mode ?? 'live');
  const outputs = useStation(
    (station) =>
      station.outputs.filter(({ channel, kind }) => channel === 'program' && kind === 'output').length,
  );
  return mode === 'live' ? <p className={css['live']}>{t.live(outputs)}</p> : null;
}

const Keys = () => (
  <dl className={css['keys']}>
    {TEN_KEYS.map((action) => (
      <div key={action}>
        <dt>
          {action === 'recall' && <kbd>{t.digits}</kbd>}
          <kbd>{capOf(action)}</kbd>
        </dt>
        <dd>{text.actions[action]}</dd>
      </div>
    ))}
  </dl>
);

function Step({ tour }: { tour: Tour }) {
  const desk = useDesk();
  useProgress(tour);
  const { step, steps } = tour;
  const { title, body } = t.steps[step];
  const back = neighbourStep(tour, -1);
  const next = neighbourStep(tour, 1);
  return (
    <section aria-label={t.region} className={css['panel']}>
      <header className={css['head']}>
        <h2 className={css['title']}>{title}</h2>
        <span className={css['progress']}>{t.progress(steps.indexOf(step) + 1, steps.length)}</span>
      </header>
      <div role="status" className={css['body']}>
        <p>
          <KeyedText text={body} values={{ first: String(tour.first), second: String(tour.second) }} />
        </p>
        {step === 'finish' ? <Keys /> : <LiveWarning />}
      </div>
      <footer className={css['foot']}>
        {back && <Button onClick={() => goToStep(desk, back)}>{t.back}</Button>}
        <span className={css['space']} />
        {next ? (
          <>
            <Button onClick={() => leaveTour(desk)}>{t.leave}</Button>
            <Button onClick={() => goToStep(desk, next)}>{t.skip}</Button>
          </>
        ) : (
          <Button kind="strong" onClick={() => leaveTour(desk)}>
            {t.finish}
          </Button>
        )}
      </footer>
    </section>
  );
}

/** Once, to whoever opens a show that nobody plays from yet. */
function Offer() {
  const desk = useDesk();
  const [isNew, setNew] = useState(() => savedTour() === null);
  const isQuiet = useStation(
    ({ state }) =>
      state !== null &&
      state.air.lastTake === null &&
      !isShowing(state.air, 'program') &&
      !isShowing(state.air, 'rehearsal'),
  );
  if (!isNew || !isQuiet) return null;
  return (
    <section aria-label={t.region} className={cx(css['panel'], css['offer'])}>
      <h2 className={css['title']}>{t.offerTitle}</h2>
      <p className={css['body']}>{t.offer}</p>
      <footer className={css['foot']}>
        <span className={css['hint']}>{t.laterHint}</span>
        <span className={css['space']} />
        <Button
          onClick={() => {
            declineTour();
            setNew(false);
          }}
        >
          {t.later}
        </Button>
        <Button
          kind="strong"
          onClick={() => {
            if (!startTour(desk)) desk.tell(t.nothingToTake);
          }}
        >
          {t.start}
        </Button>
      </footer>
    </section>
  );
}

export function TourPanel() {
  const tour = useUi((ui) => ui.tour);
  return tour ? <Step tour={tour} /> : <Offer />;
}
