/** What a rehearsal came to. Opens when one ends, and from the command palette at any time. */
import { useState } from 'react';
import { z } from 'zod';
import { Report, ReportHead } from '../../core/rehearsal/report-shape.ts';
import { useDesk, useStation } from '../client/desk.ts';
import { useAnswer } from '../client/rest.ts';
import { text } from '../text.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import {
  AirTables,
  GapTable,
  MistakeTable,
  OverrideTable,
  PlanTable,
  RefusalTable,
  TakeTable,
} from './ReportTables.tsx';
import { saveReport } from './report-save.ts';
import { useReview } from './use-review.ts';
import css from './report.module.css';

const t = text.report;

const Heads = z.object({ reports: z.array(ReportHead) });
const Answer = z.object({ report: Report });

/** What is off by less than this is on time. Milliseconds. */
const ON_TIME_MS = 5000;

function Figures({ report }: { report: Report }) {
  const { takes, refusals, plan, undone, pulled, blanks, doubled } = report;
  const all: [string, number][] = [
    [t.figures.takes, takes.length],
    [t.figures.refusals, refusals.reduce((sum, { count }) => sum + count, 0)],
    [t.figures.late, plan.rows.filter(({ lateMs }) => Math.abs(lateMs ?? 0) >= ON_TIME_MS).length],
    [t.figures.notTaken, plan.notTaken.length],
    [t.figures.undone, undone.length],
    [t.figures.pulled, pulled.length],
    [t.figures.gaps, blanks.length + doubled.length],
    [t.figures.overrides, takes.filter(({ override }) => override !== null).length],
  ];
  return (
    <dl className={css['figures']} aria-label={t.summary}>
      {all.map(([word, n]) => (
        <div key={word} className={css['tile']}>
          <dt>{word}</dt>
          <dd>{n}</dd>
        </div>
      ))}
    </dl>
  );
}

function Whole({ report }: { report: Report }) {
  const { startedBy, lastsMs, nights, timeZone, unknown } = report;
  const clock = (at: number) => new Date(at).toLocaleTimeString('en-NZ', { timeZone, hourCycle: 'h23' });
  return (
    <>
      <p className={css['note']}>{t.lasted(lastsMs, startedBy)}</p>
      {nights.length === 0 ? (
        <p className={css['note']}>{t.noNight}</p>
      ) : (
        nights.map(({ id, title, rounds, fastest }) => (
          <p key={id} className={css['note']}>
            {t.played(title, rounds, fastest)}
          </p>
        ))
      )}
      <Figures report={report} />
      <PlanTable report={report} />
      <RefusalTable report={report} />
      <MistakeTable report={report} clock={clock} />
      <OverrideTable report={report} clock={clock} />
      <GapTable report={report} clock={clock} />
      <AirTables report={report} />
      <TakeTable report={report} clock={clock} />
      <section aria-label={t.sections.unknown} className={css['section']}>
        <h3 className={css['heading']}>{t.sections.unknown}</h3>
        <ul className={css['unknown']}>
          {unknown.map((what) => (
            <li key={what}>{t.unknown(what, report)}</li>
          ))}
        </ul>
      </section>
    </>
  );
}

export function ReportDialog({ onClose }: { onClose(): void }) {
  const desk = useDesk();
  const mode = useStation(({ state }) => state?.air.mode ?? 'live');
  const timeZone = useStation(({ state }) => state?.show.timeZone);
  const review = useReview();
  const [wanted, setWanted] = useState('');
  const heads = useAnswer('/rehearsal/reports', Heads, mode);
  const reports = heads?.ok ? heads.body.reports : [];
  const id = wanted || reports[0]?.id;
  const path = id === undefined ? null : `/rehearsal/report?id=${encodeURIComponent(id)}`;
  const answer = useAnswer(path, Answer, mode);
  const report = answer?.ok ? answer.body.report : null;
  const title = ({ startedAt, endedAt, takes }: ReportHead) => {
    const when = new Date(startedAt).toLocaleString('en-NZ', {
      timeZone,
      dateStyle: 'medium',
      timeStyle: 'short',
    });
    return [when, t.takesOf(takes), ...(endedAt === null && mode === 'rehearsal' ? [t.running] : [])].join(
      ' · ',
    );
  };
  return (
    <Dialog title={t.title} size="large" onClose={onClose}>
      <div className={css['tools']}>
        <select
          className={css['which']}
          aria-label={t.which}
          value={id ?? ''}
          disabled={reports.length === 0}
          onChange={(event) => setWanted(event.target.value)}
        >
          {reports.map((head) => (
            <option key={head.id} value={head.id}>
              {title(head)}
            </option>
          ))}
        </select>
        <span className={css['space']} />
        {review && <Button onClick={() => desk.ui.set({ dialog: 'review' })}>{t.review}</Button>}
        <Button disabled={!report} onClick={() => report && void saveReport(desk, report.id, 'csv')}>
          {t.csv}
        </Button>
        <Button disabled={!report} onClick={() => report && void saveReport(desk, report.id, 'json')}>
          {t.json}
        </Button>
        <Button kind="strong" onClick={onClose}>
          {t.close}
        </Button>
      </div>
      <div className={css['body']}>
        {report ? (
          <Whole report={report} />
        ) : (
          <p className={css['note']}>
            {answer && !answer.ok ? answer.detail : heads?.ok && reports.length === 0 ? t.none : t.asking}
          </p>
        )}
      </div>
    </Dialog>
  );
}
