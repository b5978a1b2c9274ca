// How plates and their mark come and go: each look moves in its own way, within the same times.
import { unrolled } from './motion.ts';
import { MARKS, type Mark } from './theme.ts';
import { time } from './tokens.ts';

export interface Entrance {
  /** Of a plate, whose origin is its upper left corner. */
  plate: Keyframe;
  plateMs: number;
  /** Of the mark; null when it is there from the first frame. */
  bar: Keyframe | null;
  barAway: Keyframe;
}

const ENTRANCES: Readonly<Record<Mark, Entrance>> = {
  /** The bar stands; the plate rolls out of it. */
  bar: { plate: unrolled, plateMs: time.plate, bar: null, barAway: { transform: 'scaleY(0)' } },
  /** The rule is drawn; the plate comes down from it like a blind. */
  rule: {
    plate: { transform: 'scaleY(0)' },
    plateMs: time.move,
    bar: unrolled,
    barAway: unrolled,
  },
  /** The card and its block come up together. */
  block: {
    plate: { transform: 'translateY(40px)', opacity: 0 },
    plateMs: time.plate,
    bar: { transform: 'translateY(40px)', opacity: 0 },
    barAway: { transform: 'translateY(40px)', opacity: 0 },
  },
};

/** The entrance of the scene's theme. */
export function entranceOf(scene: HTMLElement): Entrance {
  const mark = MARKS.find((one) => one === scene.dataset['mark']);
  return ENTRANCES[mark ?? 'bar'];
}
