// The motion language: entrances and exits with Web Animations on transform and opacity only.
import { ease, time } from './tokens.ts';

/** How one element comes and goes. Times in ms from the start of the entrance. */
export interface Move {
  /** Where it comes from; null when it is there from the first frame. */
  from: Keyframe | null;
  at: number;
  /** Duration; `time.move` when left out. */
  ms?: number;
  /** Where it goes to; the same as `from` when left out. */
  to?: Keyframe;
  /** True for what must go last, once everything else has left. */
  last?: boolean;
}

const moves = new WeakMap<Element, Move>();

/** A movement that goes on for as long as the picture is there. There must be a reason for it, such as a crawl. */
export interface Lasting {
  keyframes: Keyframe[];
  /** One round, ms. */
  ms: number;
  /** From the start of the entrance, ms. */
  at: number;
  /** How often it goes round; for ever when left out. When it is over things stay as it left them. */
  rounds?: number;
}

const lastings = new WeakMap<Element, Lasting>();

/** Registers a movement that lasts and returns its element. It keeps its place when the data changes. */
export function lasting<T extends Element>(element: T, how: Lasting): T {
  lastings.set(element, how);
  element.classList.add('lasts');
  return element;
}

/** Starts all that lasts in a scene; null when nothing does. */
export function last(scene: Element): Run | null {
  const animations = [...scene.querySelectorAll('.lasts')].flatMap((element) => {
    const how = lastings.get(element);
    if (!how) return [];
    const { keyframes, ms, at, rounds } = how;
    const options = { duration: ms, delay: at, iterations: rounds ?? Infinity };
    return [element.animate(keyframes, { ...options, fill: rounds ? 'both' : 'none' })];
  });
  return animations.length > 0 ? new Run(animations) : null;
}

/** Registers how an element moves and returns it. */
export function move<T extends Element>(element: T, how: Move): T {
  moves.set(element, how);
  element.classList.add('mv');
  return element;
}

export const fromLeft: Keyframe = { transform: 'translateX(-102%)' };
export const fromRight: Keyframe = { transform: 'translateX(102%)' };
export const fromBelow: Keyframe = { transform: 'translateY(104%)' };
export const fromNothing: Keyframe = { opacity: 0 };
export const unrolled: Keyframe = { transform: 'scaleX(0)' };

const REST: Keyframe = { transform: 'none', opacity: 1 };

function restOf(keyframe: Keyframe): Keyframe {
  const rest: Keyframe = {};
  for (const name of Object.keys(keyframe)) rest[name] = REST[name] ?? '';
  return rest;
}

/** What an element shows at this moment, for the properties of `keyframe`. */
function now(element: Element, keyframe: Keyframe): Keyframe {
  const style = getComputedStyle(element);
  const current: Keyframe = {};
  for (const name of Object.keys(keyframe)) current[name] = style.getPropertyValue(name);
  return current;
}

/** A set of animations that ends, or is ended, together. */
export class Run {
  readonly #animations: Animation[];
  /** From its start to the end of its last animation, ms. */
  readonly length: number;

  constructor(animations: Animation[]) {
    this.#animations = animations;
    const ends = animations.map((a) => Number(a.effect?.getComputedTiming().endTime ?? 0));
    this.length = Math.max(0, ...ends);
  }

  /** Resolves when all have finished or were cancelled, even in a page that draws no frames. */
  async done(): Promise<void> {
    let timer = 0;
    const late = new Promise<void>((resolve) => {
      timer = window.setTimeout(resolve, this.length + 250);
    });
    await Promise.race([Promise.allSettled(this.#animations.map((a) => a.finished)), late]);
    window.clearTimeout(timer);
  }

  /** Drops every animation; elements fall to their rest. */
  cancel(): void {
    for (const animation of this.#animations) animation.cancel();
  }

  /** Moves every animation to `ms` after its start. */
  seek(ms: number): void {
    for (const animation of this.#animations) animation.currentTime = ms;
  }

  /** Stands still at `ms` after its start. */
  hold(ms: number): void {
    for (const animation of this.#animations) animation.pause();
    this.seek(ms);
  }
}

function moving(scene: Element): { element: Element; how: Move }[] {
  return [...scene.querySelectorAll('.mv')].flatMap((element) => {
    const how = moves.get(element);
    return how ? [{ element, how }] : [];
  });
}

/** The entrance of a single element that joins a picture already on air, or null when it has none of its own. */
export function arrival(element: Element): Animation | null {
  const how = moves.get(element);
  if (!how?.from) return null;
  return element.animate([how.from, restOf(how.from)], {
    duration: how.ms ?? time.move,
    easing: ease.in,
    fill: 'backwards',
  });
}

/** Plays the entrance. With `resume`, starts from where an interrupted exit has left things. */
export function enter(scene: Element, resume = false): Run {
  const plans = moving(scene).flatMap(({ element, how }) => {
    const away = resume ? (how.to ?? how.from) : how.from;
    if (!away) return [];
    return [{ element, how, from: resume ? now(element, away) : away }];
  });
  for (const { element } of plans) for (const old of element.getAnimations()) old.cancel();
  return new Run(
    plans.map(({ element, how, from }) =>
      element.animate([from, restOf(from)], {
        duration: how.ms ?? time.move,
        delay: resume ? 0 : how.at,
        easing: ease.in,
        fill: 'backwards',
      }),
    ),
  );
}

/** Plays the exit from whatever is shown now: in reverse reading order, all within `time.out`. */
export function leave(scene: Element): Run {
  const plans = moving(scene).flatMap(({ element, how }) => {
    const away = how.to ?? how.from;
    return away ? [{ element, how, away, from: now(element, away) }] : [];
  });
  for (const { element } of plans) for (const old of element.getAnimations()) old.cancel();
  const latest = Math.max(1, ...plans.map(({ how }) => how.at));
  return new Run(
    plans.map(({ element, how, away, from }) => {
      const delay = how.last ? 100 : 80 * (1 - how.at / latest);
      return element.animate([from, away], {
        duration: (how.last ? time.out : 280) - delay,
        delay,
        easing: ease.out,
        fill: 'both',
      });
    }),
  );
}
