/** The checker's report: as JSON for programs, as lines for people. */
import type { Finding } from '../../core/graphics-check/finding.ts';

/** How long a call took, beside what the manifest says. Milliseconds. */
export interface Measured {
  graphic: string;
  call: string;
  step: number | null;
  measured: number;
  declared: number | null;
}

export interface PackageReport {
  /** As the user gave it. */
  folder: string;
  /** Ids of its graphics. */
  graphics: string[];
  findings: Finding[];
  measured: Measured[];
  /** True where its graphics were played. */
  live: boolean;
}

export interface Report {
  ok: boolean;
  errors: number;
  warnings: number;
  packages: PackageReport[];
}

export function reportOf(packages: PackageReport[]): Report {
  const all = packages.flatMap(({ findings }) => findings);
  const errors = all.filter(({ severity }) => severity === 'error').length;
  return { ok: errors === 0, errors, warnings: all.length - errors, packages };
}

const count = (n: number, what: string): string => `${n} ${what}${n === 1 ? '' : 's'}`;

function lineOf({ severity, rule, file, line, field, call, message }: Finding): string {
  const place = `${file}${line === null ? '' : `:${line}`}${field === null ? '' : ` ${field}`}`;
  return `  ${severity.padEnd(7)}  ${place}${call === null ? '' : ` ${call}()`}: ${message}  [${rule}]`;
}

/** Errors first. */
export function textOf({ packages, errors, warnings }: Report): string {
  const lines = packages.flatMap(({ folder, graphics, findings, live }) => {
    const sorted = [...findings].sort((a, b) => a.severity.localeCompare(b.severity));
    const seen = live ? '' : ' (not played)';
    const head = `${folder}${graphics.length > 0 ? `: ${graphics.join(', ')}` : ''}${seen}`;
    return [head, ...(sorted.length > 0 ? sorted.map(lineOf) : ['  all well'])];
  });
  const sum = `${count(packages.length, 'package')}: ${count(errors, 'error')}, ${count(warnings, 'warning')}`;
  return [...lines, '', sum, ''].join('\n');
}
