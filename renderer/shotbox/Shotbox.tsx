/**
 * The shot box: one large button a cue, for touch. Buttons act when the finger lands, so the page never scrolls under
 * one: cues are turned over page by page.
 */
import { useCallback, useEffect, useRef, useState } from 'react';
import type { CueId } from '../../core/ids.ts';
import type { Air } from '../../core/schema/air.ts';
import type { Show } from '../../core/schema/show.ts';
import { useDerived, useDesk, useStation } from '../client/desk.ts';
import { useStore } from '../client/store.ts';
import { onAirByCue } from '../rundown/rows.ts';
import { useHolder } from '../seats/reach.ts';
import { text } from '../text.ts';
import { cx } from '../ui/cx.ts';
import { Bar, Line } from './Bar.tsx';
import { OnAir } from './OnAir.tsx';
import { columnsFor, pageOf, rowsFor, segmentsOf, type Segment } from './pages.ts';
import { deadOf, mayClear, pressMeans, type Dead, type Press } from './press.ts';
import { settings } from './settings.ts';
import { ShotButton } from './ShotButton.tsx';
import { useWakeLock } from './use-wake-lock.ts';
import css from './shotbox.module.css';

const t = text.shotbox;
const showOf = ({ show }: { show: Show }) => show;
const airOf = ({ air }: { air: Air }) => air;
const NO_SEGMENTS: Segment[] = [];

/** The room that the buttons have, in CSS pixels. */
function useRoom() {
  const element = useRef<HTMLDivElement>(null);
  const [room, setRoom] = useState({ width: 1000, height: 600 });
  useEffect(() => {
    const { current } = element;
    if (!current) return;
    const observer = new ResizeObserver(([entry]) => {
      if (entry) setRoom({ width: entry.contentRect.width, height: entry.contentRect.height });
    });
    observer.observe(current);
    return () => observer.disconnect();
  }, []);
  return { element, room };
}

const WHY: Record<Exclude<Dead, 'theirs'>, string> = {
  closed: t.dead,
  connecting: t.connecting,
  old: t.old,
  view: t.view,
};

function usePress(isTwoTouch: boolean, isDead: boolean): (cue: CueId) => void {
  const desk = useDesk();
  const last = useRef<Press | null>(null);
  return useCallback(
    (cue) => {
      if (isDead) return;
      const press = { cue, at: Date.now() };
      const cued = desk.client.store.get().state?.air.cued ?? null;
      const means = pressMeans(press, last.current, isTwoTouch, cued);
      last.current = press;
      if (means === 'recall') void desk.send({ type: 'cue.recall', cueId: cue });
      if (means === 'take') void desk.send({ type: 'cue.take', cueId: cue });
    },
    [desk, isTwoTouch, isDead],
  );
}

export function Shotbox() {
  useWakeLock();
  const segments = useDerived(showOf, segmentsOf) ?? NO_SEGMENTS;
  const onAir = useDerived(airOf, onAirByCue);
  const [chosen, setChosen] = useState<string | null>(null);
  const [page, setPage] = useState(0);
  const { isTwoTouch, wish } = useStore(settings, (now) => now);
  const dead = useStation(deadOf);
  const holder = useHolder();
  const why = dead === 'theirs' ? t.right.theirs(holder) : dead && WHY[dead];
  const press = usePress(isTwoTouch, dead !== null);
  const { element, room } = useRoom();
  const segment = segments.find(({ name }) => name === chosen);
  const cues = segment ? segment.cues : segments.flatMap((one) => one.cues);
  const columns = columnsFor(room.width, wish);
  const rows = rowsFor(room.height);
  const shown = pageOf(cues, columns * rows, page);
  const go = (name: string | null) => {
    setChosen(name);
    setPage(0);
  };
  const tab = (name: string | null, title: string) => (
    <button
      key={title}
      type="button"
      aria-pressed={chosen === name}
      className={cx(css['segment'], chosen === name && css['chosen'])}
      onClick={() => go(name)}
    >
      {title}
    </button>
  );
  return (
    <main className={css['box']}>
      <Bar />
      <p role="alert" className={cx(css['why'], dead !== null && css[dead === 'theirs' ? 'held' : 'dead'])}>
        {why} {dead === 'closed' && <span>{t.deadLong}</span>}
      </p>
      <nav aria-label={t.segments} className={css['segments']}>
        {tab(null, t.all)}
        {segments.map(({ name }) => tab(name, name || t.unnamed))}
      </nav>
      <section aria-label={t.cues} className={css['cues']}>
        <div
          ref={element}
          className={css['grid']}
          style={{
            gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))`,
            gridTemplateRows: `repeat(${rows}, minmax(0, 1fr))`,
          }}
        >
          {shown.items.map(({ id }) => (
            <ShotButton
              key={id}
              id={id}
              marks={onAir?.get(id)?.marks}
              isTwoTouch={isTwoTouch}
              isDead={dead !== null}
              onPress={press}
            />
          ))}
          {cues.length === 0 && <p className={css['empty']}>{t.empty}</p>}
        </div>
        <div className={css['pages']}>
          <button
            type="button"
            className={css['tool']}
            disabled={shown.at === 0}
            onClick={() => setPage(shown.at - 1)}
          >
            ◀ {t.before}
          </button>
          <span role="status">{t.page(shown.at + 1, shown.pages)}</span>
          <button
            type="button"
            className={css['tool']}
            disabled={shown.at + 1 >= shown.pages}
            onClick={() => setPage(shown.at + 1)}
          >
            {t.after} ▶
          </button>
        </div>
      </section>
      <OnAir isDead={dead !== null} mayClear={mayClear(dead)} />
      <Line />
    </main>
  );
}
