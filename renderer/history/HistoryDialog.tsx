/** Everything that was done to the show, and a way back to any of it. What going there would change is said first. */
import { useCallback, useMemo, useState } from 'react';
import { z } from 'zod';
import { HistoryRow, JumpPreview } from '../../core/history-rows.ts';
import { useDesk, useStation, useUi } from '../client/desk.ts';
import { useAnswer, type Answer } from '../client/rest.ts';
import { text } from '../text.ts';
import { Button } from '../ui/Button.tsx';
import { cx } from '../ui/cx.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { VirtualList } from '../ui/VirtualList.tsx';
import css from './history.module.css';

const t = text.history;

const Rows = z.object({ rows: z.array(HistoryRow) });

/** The place before the first step is a row like the others. */
type Row = HistoryRow | { id: 0 };

const HEIGHT = 32;
const heightOf = (): number => HEIGHT;
const idOf = ({ id }: Row): string => String(id);

function Step({ row, isHere, zone }: { row: Row; isHere: boolean; zone: string }) {
  const isStart = !('title' in row);
  return (
    <div
      className={cx(css['row'], !isStart && !row.done && css['undone'], isHere && css['here'])}
      role="presentation"
    >
      <span role="gridcell" className={css['time']}>
        {!isStart && new Date(row.at).toLocaleTimeString('en-NZ', { timeZone: zone, hourCycle: 'h23' })}
      </span>
      <span
        role="gridcell"
        className={css['what']}
        title={isStart ? t.startLong : `${row.title} · ${row.detail}`}
      >
        <b>{isStart ? t.start : row.title}</b>
        {!isStart && row.detail && <span className={css['detail']}>{row.detail}</span>}
        {!isStart && row.count > 1 && <span className={css['faint']}>{t.times(row.count)}</span>}
        {!isStart && row.mode === 'rehearsal' && <span className={css['faint']}>{t.rehearsal}</span>}
        {!isStart && !row.done && <span className={css['faint']}>{t.undone}</span>}
      </span>
      <span role="gridcell" className={css['who']}>
        {isStart ? '' : row.by}
      </span>
    </div>
  );
}

const Names = ({ title, names, count }: { title: string; names: readonly string[]; count: number }) =>
  count === 0 ? null : (
    <div>
      <p className={css['term']}>{title}</p>
      <ul className={css['names']}>
        {names.map((name) => (
          <li key={name}>{name}</li>
        ))}
        {count > names.length && <li className={css['faint']}>{t.more(count - names.length)}</li>}
      </ul>
    </div>
  );

function Preview({
  preview,
  onJump,
  canJump,
}: {
  preview: Answer<JumpPreview> | null;
  canJump: boolean;
  onJump(): void;
}) {
  if (!preview) return <p className={css['faint']}>{t.working}</p>;
  if (!preview.ok) return <p className={css['skips']}>{preview.detail}</p>;
  const { direction, steps, skipped, cues, facts, other } = preview.body;
  if (steps === 0) return <p className={css['faint']}>{t.here}</p>;
  return (
    <>
      <p className={css['would']}>{t.would(direction, steps)}</p>
      <Names title={t.cues(cues.count)} names={cues.names} count={cues.count} />
      <Names title={t.facts(facts.count)} names={facts.names} count={facts.count} />
      {other && <p className={css['faint']}>{t.other}</p>}
      {skipped.length > 0 && (
        <div className={css['skips']}>
          <p>{t.skips}</p>
          <ul>
            {skipped.map((step, i) => (
              <li key={i}>{step}</li>
            ))}
          </ul>
        </div>
      )}
      <Button kind="strong" disabled={!canJump} onClick={onJump}>
        {t.jump(direction)}
      </Button>
    </>
  );
}

export function HistoryDialog({ onClose }: { onClose(): void }) {
  const desk = useDesk();
  const undo = useStation((station) => station.undo);
  const redo = useStation((station) => station.redo);
  const revision = useStation((station) => station.revision);
  const zone = useStation(({ state }) => state?.show.timeZone ?? 'Pacific/Auckland');
  const locked = useUi((ui) => ui.locked);
  // another object with each step that anybody takes
  const stamp = useMemo(() => ({ undo, redo }), [undo, redo]);
  const answer = useAnswer('/history', Rows, stamp);
  const [chosen, setChosen] = useState<string | null>(null);
  const preview = useAnswer(chosen === null ? null : `/history/${chosen}/preview`, JumpPreview, revision);
  const steps = useMemo(() => (answer?.ok ? answer.body.rows : []), [answer]);
  const rows = useMemo((): Row[] => (steps.length === 0 ? [] : [...steps, { id: 0 }]), [steps]);
  const here = String(steps.find(({ done }) => done)?.id ?? 0);
  const select = useCallback((row: Row) => setChosen(idOf(row)), []);
  const jump = async () => {
    if (chosen === null) return;
    const result = await desk.send({ type: 'show.stepTo', id: Number(chosen) });
    if (!result.ok) return;
    const { direction, steps: taken, detail } = result;
    desk.tell(typeof detail === 'string' ? detail : t.jumped(String(direction), Number(taken)));
  };
  return (
    <Dialog title={t.title} size="large" onClose={onClose}>
      <p className={css['faint']}>{t.restarts}</p>
      <div className={css['body']}>
        <VirtualList
          label={t.list}
          rows={rows}
          idOf={idOf}
          heightOf={heightOf}
          selected={chosen}
          onSelect={select}
          empty={answer && !answer.ok ? answer.detail : t.empty}
          className={css['list']}
          render={(row) => <Step row={row} isHere={idOf(row) === here} zone={zone} />}
        />
        <section aria-live="polite" className={css['aside']}>
          {chosen === null ? (
            <p className={css['faint']}>{t.choose}</p>
          ) : (
            <Preview preview={preview} canJump={!locked} onJump={() => void jump()} />
          )}
        </section>
      </div>
      <div className={css['foot']}>
        <Button autoFocus onClick={onClose}>
          {t.close}
        </Button>
      </div>
    </Dialog>
  );
}
