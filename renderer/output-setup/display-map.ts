/** The displays as the system arranges them, drawn to scale into a box. Pure. */
import type { DisplayInfo, Rect } from '../../core/outputs/displays.ts';

export interface Tile extends Rect {
  display: DisplayInfo;
}

export interface Box {
  width: number;
  height: number;
}

/** A lone display must not fill the dialog. Box pixels for one of the display's. */
const LARGEST = 0.125;

/** Left to right, then top to bottom: the order of the arrow keys. */
const inOrder = (a: DisplayInfo, b: DisplayInfo): number =>
  a.bounds.x - b.bounds.x || a.bounds.y - b.bounds.y || a.id - b.id;

/** @returns a tile for each display, all of them inside the box and in its middle */
export function layOut(displays: readonly DisplayInfo[], box: Box): Tile[] {
  if (displays.length === 0) return [];
  const all = displays.map(({ bounds }) => bounds);
  const left = Math.min(...all.map(({ x }) => x));
  const top = Math.min(...all.map(({ y }) => y));
  const width = Math.max(...all.map((one) => one.x + one.width)) - left;
  const height = Math.max(...all.map((one) => one.y + one.height)) - top;
  const scale = Math.min(box.width / Math.max(width, 1), box.height / Math.max(height, 1), LARGEST);
  const offset = { x: (box.width - width * scale) / 2, y: (box.height - height * scale) / 2 };
  return [...displays].sort(inOrder).map((display) => ({
    display,
    x: offset.x + (display.bounds.x - left) * scale,
    y: offset.y + (display.bounds.y - top) * scale,
    width: display.bounds.width * scale,
    height: display.bounds.height * scale,
  }));
}
