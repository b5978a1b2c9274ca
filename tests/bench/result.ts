/** What every bench hands back, and the few statistics it needs. No figure is compared with a fixed time: see `Goal`. */

export interface Row {
  name: string;
  unit: 'ms' | 'µs' | 'MB' | 'KB' | '%' | 'x';
  p50: number;
  p95: number;
  max: number;
  /** Samples behind it. */
  n: number;
  /** The row it is compared with, by name; absent for a floor itself. */
  floor?: string;
}

/** A ratio to a floor of the same run, or a difference from it; never an absolute time. */
export interface Goal {
  what: string;
  value: number;
  limit: number;
  met: boolean;
}

export interface Result {
  rows: Row[];
  goals: Goal[];
  /** How to read it, and what could not be measured. */
  notes: string[];
}

export interface BenchContext {
  /** The build that is measured: a folder with main/, pages/ and graphics/. */
  out: string;
  /** The browser's path. */
  browser: string;
  /** An empty folder for shows and other throw-away files. */
  temp: string;
  /** Where the benches' own plain scripts are. */
  here: string;
}

export type Bench = (context: BenchContext) => Promise<Result>;

/** The nearest-rank quantile. */
export function quantile(values: readonly number[], q: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(q * sorted.length) - 1))] ?? NaN;
}

export const median = (values: readonly number[]): number => quantile(values, 0.5);

export function rowOf(name: string, unit: Row['unit'], values: readonly number[], floor?: string): Row {
  return {
    name,
    unit,
    p50: median(values),
    p95: quantile(values, 0.95),
    max: values.reduce((most, one) => Math.max(most, one), -Infinity),
    n: values.length,
    ...(floor === undefined ? {} : { floor }),
  };
}

export const goalOf = (what: string, value: number, limit: number): Goal => ({
  what,
  value,
  limit,
  met: value <= limit,
});

export const sleep = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

/** Milliseconds of the machine's monotonic clock: on Linux and macOS the one that Chromium's traces use too. */
export const monotonic = (): number => Number(process.hrtime.bigint() / 1000n) / 1000;
