/** Contrast as WCAG 2.2 reckons it (1.4.3). Pure. */
import type { Theme } from '../../core/schema/theme.ts';

const channel = (value: number): number => {
  const part = value / 255;
  return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
};

/** @param colour `#rrggbb` */
function luminance(colour: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => channel(Number.parseInt(colour.slice(at, at + 2), 16)));
  return 0.2126 * (r ?? 0) + 0.7152 * (g ?? 0) + 0.0722 * (b ?? 0);
}

/** From 1 (the same) to 21 (black on white), whichever of the two is on top. */
export function contrast(one: string, other: string): number {
  const [a, b] = [luminance(one), luminance(other)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

export interface Pair {
  name: 'text' | 'muted' | 'textOnPlate' | 'mutedOnPlate';
  ratio: number;
  /** What it has to reach. */
  least: number;
}

export const pairsOf = ({ ground, plate, text, muted }: Theme['colours']): Pair[] => [
  { name: 'text', ratio: contrast(text, ground), least: 7 },
  { name: 'textOnPlate', ratio: contrast(text, plate), least: 7 },
  { name: 'muted', ratio: contrast(muted, ground), least: 4.5 },
  { name: 'mutedOnPlate', ratio: contrast(muted, plate), least: 4.5 },
];
