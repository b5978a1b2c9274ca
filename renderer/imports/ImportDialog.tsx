/** Facts from a file: chosen or dropped, its columns matched, every difference seen, and then written as one undo step. */
import { useRef, useState } from 'react';
import { useDesk, useStation, useUi } from '../client/desk.ts';
import { ProblemLine } from '../feeds/ProblemLine.tsx';
import { text } from '../text.ts';
import { Button } from '../ui/Button.tsx';
import { cx } from '../ui/cx.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { ColumnsStep } from './ColumnsStep.tsx';
import { Progress } from './Progress.tsx';
import { PreviewStep } from './PreviewStep.tsx';
import { useImport, type Import, type Step } from './use-import.ts';
import css from './imports.module.css';

const t = text.imports;
const STEPS: readonly Step[] = ['choose', 'columns', 'preview', 'done'];

const Steps = ({ step }: { step: Step }) => (
  <ol className={css['steps']} aria-label={t.step}>
    {STEPS.map((one) => (
      <li key={one} aria-current={one === step ? 'step' : undefined} className={css['step']}>
        {t.steps[one]}
      </li>
    ))}
  </ol>
);

function ChooseStep({ work }: { work: Import }) {
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setOver] = useState(false);
  const take = (files: FileList | null) => {
    const file = files?.[0];
    if (file) void work.readFile(file);
  };
  return (
    <div
      className={cx(css['drop'], isOver && css['over'])}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        take(event.dataTransfer.files);
      }}
    >
      {work.busy === 'reading' ? (
        <p role="status">{t.reading(work.name)}</p>
      ) : (
        <>
          <p className={css['dropWords']}>{t.drop}</p>
          <Button kind="strong" autoFocus onClick={() => input.current?.click()}>
            {t.choose}
          </Button>
          <p className={css['hint']}>{t.dropHint}</p>
        </>
      )}
      <input
        ref={input}
        type="file"
        aria-label={t.choose}
        accept=".csv,.tsv,.txt,.json,text/csv,application/json"
        tabIndex={-1}
        className={css['file']}
        onChange={(event) => {
          take(event.target.files);
          // the same file may be chosen again after it was mended
          event.target.value = '';
        }}
      />
    </div>
  );
}

function DoneStep({ work }: { work: Import }) {
  const desk = useDesk();
  const [isUndone, setUndone] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);
  const locked = useUi((ui) => ui.locked);
  // of what can be undone next; the import is not it once somebody has done something else
  const next = useStation(({ undo: top }) => top?.group ?? null);
  const { progress, busy, read } = work;
  if (!progress) return null;
  const { state, done, total, written, detail } = progress;
  if (busy === 'importing') {
    return (
      <div className={css['centre']}>
        <Progress label={t.progress} done={done} total={total} />
        <Button onClick={() => void work.cancel()}>{t.cancel}</Button>
      </div>
    );
  }
  const words =
    state === 'failed'
      ? t.failed(written, detail)
      : state === 'cancelled'
        ? t.cancelled(written)
        : t.done(written);
  const undo = async () => {
    if (!read) return;
    const result = await desk.send({ type: 'show.undo', group: read.id });
    setUndone(result.ok);
    setRefused(result.ok ? null : result.detail);
  };
  return (
    <div className={css['centre']}>
      <p role="status" className={css['result']} data-state={state}>
        {isUndone ? t.undone : words}
      </p>
      {refused !== null && (
        <p role="alert" className={css['refused']}>
          {refused}
        </p>
      )}
      <div className={css['buttons']}>
        {written > 0 && !isUndone && next === read?.id && (
          <Button disabled={locked} onClick={() => void undo()}>
            {t.undo}
          </Button>
        )}
        <Button onClick={work.reset}>{t.another}</Button>
      </div>
    </div>
  );
}

function Body({ work }: { work: Import }) {
  switch (work.step) {
    case 'choose':
      return <ChooseStep work={work} />;
    case 'columns':
      return work.read && <ColumnsStep work={work} read={work.read} />;
    case 'preview':
      return work.read && work.counts && <PreviewStep work={work} id={work.read.id} counts={work.counts} />;
    case 'done':
      return <DoneStep work={work} />;
    default:
      work.step satisfies never;
      return null;
  }
}

export function ImportDialog({ onClose }: { onClose(): void }) {
  const work = useImport();
  const { read, name, refused, step, busy } = work;
  return (
    <Dialog title={t.title} size="large" keepsTyped onClose={onClose}>
      <div className={css['import']}>
        <div className={css['head']}>
          <Steps step={step} />
          {read && <span className={css['name']}>{t.file(name, read.rows)}</span>}
        </div>
        {refused !== null && (
          <p role="alert" className={css['refused']}>
            {refused}
          </p>
        )}
        {read && read.problems.length > 0 && step !== 'done' && (
          <ul className={css['problems']} aria-label={t.problems}>
            {read.problems.map((problem, i) => (
              <ProblemLine key={i} problem={problem} />
            ))}
          </ul>
        )}
        <div className={css['body']}>
          <Body work={work} />
        </div>
        <div className={css['foot']}>
          {(step === 'columns' || step === 'preview') && (
            <Button disabled={busy !== null} onClick={work.reset}>
              {t.otherFile}
            </Button>
          )}
          <span className={css['space']} />
          <Button kind={step === 'done' && busy === null ? 'strong' : 'plain'} onClick={onClose}>
            {step === 'done' ? t.close : t.leave}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
