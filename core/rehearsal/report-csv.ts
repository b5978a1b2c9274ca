/** A rehearsal's report as one table: a row for each thing that happened, so that a spreadsheet can sort and filter it. */
import { csvRow } from '../csv.ts';
import type { CueRef } from './log.ts';
import type { Report } from './report-shape.ts';

const HEAD = [
  'what',
  'at',
  'by',
  'number',
  'cue',
  'template',
  'layer',
  'planned',
  'late_s',
  'seconds',
  'detail',
];

interface Row {
  what: string;
  at: number | null;
  by?: string;
  cue?: CueRef;
  template?: string;
  layer?: string;
  planned?: string;
  lateMs?: number | null;
  ms?: number | null;
  detail?: string;
}

const seconds = (ms: number | null | undefined): string => (ms == null ? '' : (ms / 1000).toFixed(1));

const cells = ({ what, at, by, cue, template, layer, planned, lateMs, ms, detail }: Row): string[] => [
  what,
  at === null ? '' : new Date(at).toISOString(),
  by ?? '',
  cue ? String(cue.number) : '',
  cue?.name ?? '',
  template ?? '',
  layer ?? '',
  planned ?? '',
  seconds(lateMs),
  seconds(ms),
  detail ?? '',
];

/** RFC 4180. A cell that begins like a formula is quoted so that a spreadsheet shows it as text. */
export function reportCsv(report: Report): string {
  const rows: Row[] = [
    ...report.takes.map(({ at, by, cue, graphic, layer, onAirMs, override }) => ({
      what: 'take',
      at,
      by,
      cue,
      template: graphic.id,
      layer,
      ms: onAirMs,
      detail: override === null ? '' : `past the gate: ${override}`,
    })),
    ...report.plan.rows.map(({ cue, planned, at, lateMs }) => ({
      what: 'planned',
      at,
      cue,
      planned,
      lateMs,
    })),
    ...report.refusals.flatMap(({ code, rows: all }) =>
      all.map(({ at, by, command, detail }) => ({
        what: 'refused',
        at,
        by,
        detail: `${code} (${command}): ${detail}`,
      })),
    ),
    ...report.undone.map(({ at, by, title, detail, afterMs }) => ({
      what: 'undone',
      at,
      by,
      ms: afterMs,
      detail: [title, detail].filter(Boolean).join(': '),
    })),
    ...report.pulled.map(({ at, by, cue, afterMs }) => ({ what: 'pulled', at, by, cue, ms: afterMs })),
    ...report.blanks.map(({ at, layer, ms, after }) => ({ what: 'blank', at, layer, ms, cue: after })),
    ...report.doubled.map(({ at, layer, ms, after }) => ({ what: 'doubled', at, layer, ms, cue: after })),
  ];
  const untaken = report.plan.notTaken.map(({ planned, ...cue }): Row => ({
    what: 'not taken',
    at: null,
    cue,
    planned,
  }));
  rows.sort((a, b) => (a.at ?? 0) - (b.at ?? 0));
  return [HEAD, ...[...rows, ...untaken].map(cells)].map(csvRow).join('');
}
