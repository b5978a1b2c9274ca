/** Which display can take the key of an output whose fill is on another: one window spans both, fill on the left. Pure. */
import type { DisplayInfo } from '../../core/outputs/displays.ts';

/** Why a display cannot take the key. */
export type KeyMisfit = 'same' | 'size' | 'place';

export function keyMisfit(fill: DisplayInfo, key: DisplayInfo): KeyMisfit | null {
  if (fill.id === key.id) return 'same';
  const isAlike =
    fill.size.width === key.size.width && fill.size.height === key.size.height && fill.scale === key.scale;
  if (!isAlike) return 'size';
  const isBeside = key.bounds.y === fill.bounds.y && key.bounds.x === fill.bounds.x + fill.bounds.width;
  return isBeside ? null : 'place';
}
