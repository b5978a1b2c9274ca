// A plate held by the theme's mark in a party's colour: the ground of lower thirds and panels.
import { block, paint } from './dom.ts';
import { entranceOf } from './marks.ts';
import { move } from './motion.ts';
import type { Paint } from './read.ts';
import { time } from './tokens.ts';

/**
 * The plate and its mark, to be the first children of a box of class `held`. `--bar` is the room the mark takes.
 * @param accent whose colour the mark has; null for the theme's accent
 * @param ms of the plate's entrance; the look's own when left out
 */
export function heldPlate(
  scene: HTMLElement,
  accent: Paint | null,
  certain = true,
  ms?: number,
): HTMLElement[] {
  const entrance = entranceOf(scene);
  const bar = paint(block('bar', 'bar'), accent);
  bar.append(paint(block('bar-face', certain ? 'field' : 'hatch'), accent));
  bar.dataset['look'] = 'bar';
  move(bar, { from: entrance.bar, at: 0, ms: ms ?? time.plate, to: entrance.barAway, last: true });
  const plate = move(block('plate', 'plate'), { from: entrance.plate, at: 0, ms: ms ?? entrance.plateMs });
  return [plate, bar];
}
