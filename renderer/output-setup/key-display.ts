/** Which display can take the key of an output whose fill is on another: one window spans both. Pure. */
import type { DisplayInfo } from '../../core/outputs/displays.ts';

/** Why a display cannot take the key. */
export type KeyMisfit = 'same' | 'size' | 'place';

export function keyMisfit(fill: DisplayInfo, key: DisplayInfo): KeyMisfit | null {
  if (fill.id === key.id) return 'same';
  const [f, k] = [fill.bounds, key.bounds];
  if (f.width !== k.width || f.height !== k.height || fill.scale !== key.scale) return 'size';
  return f.y === k.y && Math.abs(f.x - k.x) === f.width ? null : 'place';
}
