/** The parts of a rehearsal's report: each a heading and a table, or a word that there is nothing. */
import type { ReactNode } from 'react';
import type { Report } from '../../core/rehearsal/report-shape.ts';
import { text } from '../text.ts';
import { cx } from '../ui/cx.ts';
import css from './report.module.css';

const t = text.report;

interface TableProps {
  title: string;
  head: readonly string[];
  /** Columns of figures, from 0: right-aligned. */
  figures?: readonly number[];
  rows: readonly (readonly ReactNode[])[];
  note?: string | undefined;
}

function Table({ title, head, figures = [], rows, note }: TableProps) {
  return (
    <section aria-label={title} className={css['section']}>
      <h3 className={css['heading']}>{title}</h3>
      {note !== undefined && <p className={css['note']}>{note}</p>}
      {rows.length === 0 ? (
        <p className={css['nothing']}>{t.nothing}</p>
      ) : (
        <table className={css['table']}>
          <thead>
            <tr>
              {head.map((word, i) => (
                <th key={word} scope="col" className={cx(figures.includes(i) && css['figure'])}>
                  {word}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((cells, row) => (
              <tr key={row}>
                {cells.map((cell, i) => (
                  <td key={i} className={cx(figures.includes(i) && css['figure'])}>
                    {cell}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

const cueOf = ({ number, name }: { number: number; name: string }): string => text.cue(number, name);
const onAir = (ms: number | null): string => (ms === null ? '–' : t.duration(ms));

export function PlanTable({ report: { plan } }: { report: Report }) {
  const { head } = t;
  const hasRounds = plan.rows.some(({ round }) => round !== null);
  return (
    <Table
      title={t.sections.plan}
      note={plan.against === null ? undefined : t.against[plan.against]}
      head={[head.cue, head.planned, head.late, head.onAir, ...(hasRounds ? [head.round] : [])]}
      figures={[1, 2, 3, 4]}
      rows={[
        ...plan.rows.map(({ cue, planned, lateMs, onAirMs, plannedMs, round }) => [
          cueOf(cue),
          planned,
          t.late(lateMs),
          plannedMs === null ? onAir(onAirMs) : `${onAir(onAirMs)} / ${t.duration(plannedMs)}`,
          ...(hasRounds ? [round ?? '–'] : []),
        ]),
        ...plan.notTaken.map((cue) => [
          cueOf(cue),
          cue.planned,
          <strong key="not">{t.notTaken}</strong>,
          '–',
          ...(hasRounds ? ['–'] : []),
        ]),
      ]}
    />
  );
}

export function RefusalTable({ report: { refusals } }: { report: Report }) {
  const { head } = t;
  return (
    <Table
      title={t.sections.refusals}
      head={[head.reason, head.count, head.said, head.by]}
      figures={[1]}
      rows={refusals.map(({ code, count, rows }) => {
        const last = rows.at(-1);
        return [<code key="code">{code}</code>, count, last?.detail ?? '', last?.by ?? ''];
      })}
    />
  );
}

export function AirTables({ report: { graphics, cues } }: { report: Report }) {
  const { head, sections } = t;
  return (
    <div className={css['pair']}>
      <Table
        title={sections.graphics}
        head={[head.template, head.takes, head.onAir]}
        figures={[1, 2]}
        rows={graphics.map(({ name, takes, onAirMs }) => [name, takes, t.duration(onAirMs)])}
      />
      <Table
        title={sections.cues}
        head={[head.cue, head.takes, head.onAir]}
        figures={[1, 2]}
        rows={cues.map(({ cue, takes, onAirMs }) => [cueOf(cue), takes, t.duration(onAirMs)])}
      />
    </div>
  );
}

interface WithClock {
  report: Report;
  clock: (at: number) => string;
}

export function MistakeTable({ report: { undone, pulled }, clock }: WithClock) {
  const { head } = t;
  const all = [
    ...undone.map(({ at, by, title, detail, afterMs }) => ({
      at,
      by,
      afterMs,
      what: t.undone(title, detail),
    })),
    ...pulled.map(({ at, by, cue, afterMs }) => ({ at, by, afterMs, what: t.pulled(cueOf(cue)) })),
  ].sort((a, b) => a.at - b.at);
  return (
    <Table
      title={t.sections.mistakes}
      head={[head.time, head.what, head.after, head.by]}
      figures={[2]}
      rows={all.map(({ at, what, afterMs, by }) => [clock(at), what, t.duration(afterMs), by])}
    />
  );
}

export function GapTable({ report: { blanks, doubled }, clock }: WithClock) {
  const { head } = t;
  const all = [
    ...blanks.map((one) => ({ ...one, what: t.blank })),
    ...doubled.map((one) => ({ ...one, what: t.doubled })),
  ].sort((a, b) => a.at - b.at);
  return (
    <Table
      title={t.sections.gaps}
      head={[head.time, head.what, head.layer, head.between, head.length]}
      figures={[4]}
      rows={all.map(({ at, what, layer, before, after, ms }) => [
        clock(at),
        what,
        layer,
        t.between(cueOf(before), cueOf(after)),
        `${(ms / 1000).toFixed(1)} s`,
      ])}
    />
  );
}

export function OverrideTable({ report: { takes }, clock }: WithClock) {
  const { head } = t;
  const past = takes.filter(({ override }) => override !== null);
  if (past.length === 0) return null;
  return (
    <Table
      title={t.sections.overrides}
      head={[head.time, head.cue, head.reason, head.by]}
      rows={past.map(({ at, cue, override, by }) => [clock(at), cueOf(cue), override, by])}
    />
  );
}

export function TakeTable({ report: { takes, longestWait }, clock }: WithClock) {
  const { head } = t;
  return (
    <Table
      title={t.sections.takes}
      note={longestWait ? t.longestWait(longestWait.ms, cueOf(longestWait.cue)) : undefined}
      head={[head.time, head.cue, head.layer, head.wait, head.onAir, head.by]}
      figures={[3, 4]}
      rows={takes.map(({ at, cue, layer, waitMs, onAirMs, by }) => [
        clock(at),
        cueOf(cue),
        layer,
        onAir(waitMs),
        onAir(onAirMs),
        by,
      ])}
    />
  );
}
