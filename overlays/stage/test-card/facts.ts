/** What the test card says of its output, in words. Pure. */
import type { ChannelId } from '../../../core/layers.ts';
import type { OutputMode } from '../../../core/schema/output.ts';

export interface CardFacts {
  name: string;
  channel: ChannelId;
  mode: OutputMode;
  keySide: 'left' | 'right';
}

/** What a screen is found to be. Refreshes a second are null until enough have been counted. */
export interface Measured {
  width: number;
  height: number;
  /** Pixels of the screen for one of the picture. */
  scale: number;
  refresh: number | null;
  /** Frames that came late since the card was shown. */
  late: number;
}

export function modeWords({ mode, keySide }: Pick<CardFacts, 'mode' | 'keySide'>): string {
  switch (mode.kind) {
    case 'black':
      return 'Over black';
    case 'chroma':
      return `Over ${mode.colour.toUpperCase()}`;
    case 'transparent':
      return 'Transparent';
    case 'key':
      return 'Key only';
    case 'key-fill':
      return `Key and fill, key on the ${keySide}`;
    default:
      return mode satisfies never;
  }
}

export const sizeWords = ({ width, height, scale }: Measured): string =>
  `${width} × ${height} px, ${scale === 1 ? '1:1' : `scaled to ${Math.round(scale * 1000) / 10} %`}`;

export const rateWords = ({ refresh, late }: Measured): string =>
  refresh === null
    ? 'measuring …'
    : `${refresh.toFixed(2)} Hz, ${late === 1 ? '1 late frame' : `${late} late frames`}`;

/** How often the screen draws, from the gaps between frames: the middle one, so that a late frame does not matter. */
export function refreshOf(gaps: readonly number[]): number | null {
  const sorted = gaps.toSorted((a, b) => a - b);
  const quarter = Math.floor(sorted.length / 4);
  const middle = sorted.slice(quarter, sorted.length - quarter);
  if (middle.length < 5) return null;
  return (1000 * middle.length) / middle.reduce((sum, gap) => sum + gap, 0);
}

/** Gaps so much longer than the screen's own are late. As the beat counts them. */
const LATE = 1.5;

export const lateOf = (gaps: readonly number[], refresh: number): number =>
  gaps.filter((gap) => gap > (LATE * 1000) / refresh).length;

const two = (n: number): string => String(n).padStart(2, '0');

/** `19:30:05:24`: time of day here, and the frame of this second. @param at epoch ms */
export function clockWords(at: number, refresh: number | null): string {
  const day = new Date(at);
  const rate = Math.round(refresh ?? 60);
  const frame = Math.floor((day.getMilliseconds() * rate) / 1000);
  return [day.getHours(), day.getMinutes(), day.getSeconds(), frame].map(two).join(':');
}
