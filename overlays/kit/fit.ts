// The fit rule, pure: condensed width first, then another line, then a smaller size of the set, then refusal.
import { SMALLEST } from './tokens.ts';

/** One way to set a text: font size in px, width axis in percent, number of lines allowed. */
export interface Setting {
  size: number;
  width: number;
  lines: number;
}

export interface FitRule {
  /** Sizes in px, largest first. */
  sizes: readonly number[];
  /** Width axis in percent, from the natural width down to the most condensed one allowed. */
  widths: readonly [natural: number, condensed: number];
  /** Most lines, per size (the last entry serves the remaining sizes). */
  lines: readonly number[];
}

/** Every setting a rule allows, in the order of preference. */
export function settings(rule: FitRule): Setting[] {
  const all: Setting[] = [];
  const [natural, condensed] = rule.widths;
  rule.sizes.forEach((size, i) => {
    const most = rule.lines[Math.min(i, rule.lines.length - 1)] ?? 1;
    for (let lines = 1; lines <= most; lines += 1) {
      for (let width = natural; width > condensed; width -= 4) all.push({ size, width, lines });
      all.push({ size, width: condensed, lines });
    }
  });
  return all;
}

/** The first setting that `fits`, or null when even the last does not. */
export function chooseFit(rule: FitRule, fits: (setting: Setting) => boolean): Setting | null {
  return settings(rule).find(fits) ?? null;
}

/** The rule for letters that cannot be as narrow as it wants: its smallest size, and smaller ones down to the least. */
export function shrunk({ sizes, widths, lines }: FitRule): FitRule {
  const smallest = sizes.at(-1) ?? SMALLEST;
  const smaller = [0.94, 0.88, 0.82, 0.76, 0.7].map((share) => Math.floor(smallest * share));
  return { sizes: smaller.filter((size) => size >= SMALLEST), widths, lines: [lines.at(-1) ?? 1] };
}
