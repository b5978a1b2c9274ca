/** Which display can take the key of an output whose fill is on another: one window spans both. Pure. */
import type { DisplayInfo, Rect } from './displays.ts';

/** Why a display cannot take the key. */
export type KeyMisfit = 'same' | 'size' | 'place';

export function keyMisfit(fill: DisplayInfo, key: DisplayInfo): KeyMisfit | null {
  if (fill.id === key.id) return 'same';
  const [f, k] = [fill.bounds, key.bounds];
  if (f.width !== k.width || f.height !== k.height || fill.scale !== key.scale) return 'size';
  return f.y === k.y && Math.abs(f.x - k.x) === f.width ? null : 'place';
}

/** The rectangle that one window covers on both displays, and the side of the key; null where they do not fit. */
export function spanOf(
  fill: DisplayInfo,
  key: DisplayInfo,
): { bounds: Rect; keySide: 'left' | 'right' } | null {
  if (keyMisfit(fill, key) !== null) return null;
  const [{ x, y, width, height }, k] = [fill.bounds, key.bounds];
  const bounds = { x: Math.min(x, k.x), y, width: width + k.width, height };
  return { bounds, keySide: k.x < x ? 'left' : 'right' };
}
